// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/byteserver.h"

#include "tests/support/byteconnection.h"

#include <QHostAddress>
#include <QTcpServer>
#include <QTcpSocket>

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

    Listener(Script script, std::shared_ptr<Log> log)
        : m_script(std::move(script)), m_log(std::move(log)),
          m_tasks(Channel<Task>::create(this, [this] { doTasks(); }))
    { }

    const std::shared_ptr<Channel<Task>> &tasks() const { return m_tasks; }

    void open(const QByteArray &gate)
    {
        m_openGates.append(gate);
        for (ByteConnection *connection : findChildren<ByteConnection *>(Qt::FindDirectChildrenOnly))
            connection->proceed();
    }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    void doTasks()
    {
        for (const Task &task : m_tasks->takeAll())
            task(*this);
    }

    Script m_script;
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
    const auto received = [this, number](QByteArrayView bytes) {
        const std::lock_guard lock(m_log->mutex);
        m_log->received[number].append(bytes);
    };
    const auto answerFor = [this, number](ReceivedRequest request) {
        request.connection = number;
        {
            const std::lock_guard lock(m_log->mutex);
            m_log->requests.append(request);
        }
        return m_script(request);
    };
    const auto isOpen = [this](const QByteArray &gate) {
        return m_openGates.contains(gate);
    };
    const auto closed = [log = m_log] {
        const std::lock_guard lock(log->mutex);
        --log->open;
    };
    auto *socket = new QTcpSocket;
    socket->setSocketDescriptor(descriptor);
    new ByteConnection(socket, {received, answerFor, isOpen, closed}, this);
}

ByteServer::ByteServer(Script script) : m_log(std::make_shared<Log>())
{
    auto *listener = new Listener(std::move(script), m_log);
    m_tasks = listener->tasks();
    listener->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, listener, &QObject::deleteLater);
    m_thread.setObjectName(u"byteserver"_s);
    m_thread.start();

    std::promise<quint16> port;
    m_tasks->push([&port](Listener &server) {
        port.set_value(server.listen(QHostAddress::LocalHost) ? server.serverPort() : quint16(0));
    });
    m_port = port.get_future().get();
}

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
    return u"http://127.0.0.1:%1/api/msp"_s.arg(m_port);
}

void ByteServer::open(const QByteArray &gate)
{
    m_tasks->push([gate](Listener &server) { server.open(gate); });
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
