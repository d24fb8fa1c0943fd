// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/byteserver.h"

#include "tests/support/byteconnection.h"
#include "tests/support/contract.h"

#include <QSslSocket>
#include <QTcpServer>

#include <future>
#include <mutex>

using namespace Qt::StringLiterals;

// What both threads see.
struct ByteServer::Log
{
    mutable std::mutex mutex;
    QList<ReceivedRequest> requests;
    QByteArrayList received;
    int open = 0;
};

// Lives on the server's thread, with its connections.
class ByteServer::Listener : public QTcpServer
{
public:
    using Task = std::function<void(Listener &)>;

    Listener(Script script, Setup setup, std::shared_ptr<Log> log)
        : m_script(std::move(script)), m_setup(std::move(setup)), m_log(std::move(log)),
          m_tasks(Channel<Task>::create(this, [this] { doTasks(); }))
    { }

    const std::shared_ptr<Channel<Task>> &tasks() const { return m_tasks; }

    bool listen() { return QTcpServer::listen(m_setup.address); }

    void open(const QByteArray &gate)
    {
        m_openGates.append(gate);
        for (ByteConnection *connection : connections())
            connection->proceed();
    }

    void endConnections(ByteAnswer::Then how)
    {
        for (ByteConnection *connection : connections())
            connection->end(how);
    }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    QList<ByteConnection *> connections() const
    {
        return findChildren<ByteConnection *>(Qt::FindDirectChildrenOnly);
    }
    QTcpSocket *socketOf(qintptr descriptor) const;
    ByteConnection::Callbacks callbacksOf(int number);
    void doTasks()
    {
        for (const Task &task : m_tasks->takeAll())
            task(*this);
    }

    Script m_script;
    Setup m_setup;
    std::shared_ptr<Log> m_log;
    std::shared_ptr<Channel<Task>> m_tasks;
    QByteArrayList m_openGates;
};

void ByteServer::Listener::incomingConnection(qintptr descriptor)
{
    int number = 0;
    {
        const std::lock_guard lock(m_log->mutex);
        number = static_cast<int>(m_log->received.size());
        m_log->received.append(QByteArray());
        ++m_log->open;
    }
    new ByteConnection(socketOf(descriptor), callbacksOf(number), this);
}

QTcpSocket *ByteServer::Listener::socketOf(qintptr descriptor) const
{
    if (!m_setup.tls) {
        auto *socket = new QTcpSocket;
        socket->setSocketDescriptor(descriptor);
        return socket;
    }
    auto *socket = new QSslSocket;
    socket->setSocketDescriptor(descriptor);
    socket->setSslConfiguration(*m_setup.tls);
    socket->startServerEncryption();
    return socket;
}

ByteConnection::Callbacks ByteServer::Listener::callbacksOf(int number)
{
    return {.received =
                [this, number](QByteArrayView bytes) {
                    const std::lock_guard lock(m_log->mutex);
                    m_log->received[number].append(bytes);
                },
            .earlyAnswerFor = [this, number](ReceivedRequest request) -> std::optional<ByteAnswer> {
                request.connection = number;
                return m_setup.early ? m_setup.early(request) : std::nullopt;
            },
            .answerFor =
                [this, number](ReceivedRequest request) {
                    request.connection = number;
                    if (m_setup.isApi)
                        holdToContract(request);
                    {
                        const std::lock_guard lock(m_log->mutex);
                        m_log->requests.append(request);
                    }
                    return m_script(request);
                },
            .isOpen = [this](const QByteArray &gate) { return m_openGates.contains(gate); },
            .closed =
                [log = m_log] {
                    const std::lock_guard lock(log->mutex);
                    --log->open;
                }};
}

ByteServer::ByteServer(Script script, Setup setup)
    : m_log(std::make_shared<Log>()),
      // the host that the certificates of the tests are for; a server without TLS is asked for by its number
      m_origin(setup.tls                                          ? u"https://localhost"_s
                   : setup.address == QHostAddress::LocalHostIPv6 ? u"http://[::1]"_s
                                                                  : u"http://127.0.0.1"_s)
{
    auto *listener = new Listener(std::move(script), std::move(setup), m_log);
    m_tasks = listener->tasks();
    listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, listener, &QObject::deleteLater);
    m_thread.setObjectName(u"byteserver"_s);
    m_thread.start();

    std::promise<quint16> port;
    m_tasks->push(
        [&port](Listener &server) { port.set_value(server.listen() ? server.serverPort() : quint16(0)); });
    m_port = port.get_future().get();
}

ByteServer::ByteServer(Script script) : ByteServer(std::move(script), Setup()) { }

ByteServer::ByteServer(const QByteArray &bytes)
    : ByteServer([bytes](const ReceivedRequest &) { return ByteAnswer{.bytes = bytes}; })
{ }

ByteServer::~ByteServer()
{
    m_thread.quit();
    m_thread.wait();
}

QString ByteServer::address() const
{
    return m_origin % u":%1/api/msp"_s.arg(m_port);
}

void ByteServer::open(const QByteArray &gate)
{
    m_tasks->push([gate](Listener &server) { server.open(gate); });
}

void ByteServer::endConnections(ByteAnswer::Then how)
{
    m_tasks->push([how](Listener &server) { server.endConnections(how); });
}

QList<ReceivedRequest> ByteServer::requests() const
{
    const std::lock_guard lock(m_log->mutex);
    return m_log->requests;
}

QByteArrayList ByteServer::received() const
{
    const std::lock_guard lock(m_log->mutex);
    return m_log->received;
}

int ByteServer::connections() const
{
    const std::lock_guard lock(m_log->mutex);
    return static_cast<int>(m_log->received.size());
}

int ByteServer::openConnections() const
{
    const std::lock_guard lock(m_log->mutex);
    return m_log->open;
}
