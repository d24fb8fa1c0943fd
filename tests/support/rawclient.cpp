// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/rawclient.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

struct RawClient::Tls
{
    explicit Tls(int socket) : context(SSL_CTX_new(TLS_client_method())), session(SSL_new(context))
    {
        SSL_set_fd(session, socket);
        isAgreed = SSL_connect(session) == 1;
    }
    ~Tls()
    {
        SSL_free(session);
        SSL_CTX_free(context);
    }
    Q_DISABLE_COPY_MOVE(Tls)

    RawClient::End endAfter(int received) const
    {
        switch (SSL_get_error(session, received)) {
        case SSL_ERROR_ZERO_RETURN:
            return End::Closed;
        case SSL_ERROR_SSL:
            return ERR_GET_REASON(ERR_peek_last_error()) == SSL_R_UNEXPECTED_EOF_WHILE_READING ? End::Vanished
                                                                                               : End::Reset;
        case SSL_ERROR_SYSCALL:
            return End::Reset;
        default:
            return End::Open;
        }
    }

    SSL_CTX *context;
    SSL *session;
    bool isAgreed = false;
};

RawClient::RawClient(quint16 port, Over over) : m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        ::close(m_socket);
        m_socket = -1;
    } else if (over == Over::Tls) {
        m_tls = std::make_unique<Tls>(m_socket);
    }
}

RawClient::~RawClient()
{
    m_tls.reset();
    if (m_socket >= 0)
        ::close(m_socket);
}

bool RawClient::isConnected() const
{
    return m_socket >= 0 && (!m_tls || m_tls->isAgreed);
}

void RawClient::send(const QByteArray &bytes)
{
    if (m_tls)
        SSL_write(m_tls->session, bytes.constData(), static_cast<int>(bytes.size()));
    else
        ::send(m_socket, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
}

RawClient::Read RawClient::read(qsizetype most, std::chrono::milliseconds patience)
{
    const timeval limit{.tv_sec = patience.count() / 1000, .tv_usec = patience.count() % 1000 * 1000};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    Read read;
    std::array<char, 64 << 10> buffer{};
    while (read.bytes.size() < most) {
        const size_t wanted = std::min(buffer.size(), static_cast<size_t>(most - read.bytes.size()));
        ERR_clear_error();
        const ssize_t received = m_tls ? SSL_read(m_tls->session, buffer.data(), static_cast<int>(wanted))
                                       : ::recv(m_socket, buffer.data(), wanted, 0);
        if (received <= 0) {
            if (m_tls)
                read.end = m_tls->endAfter(static_cast<int>(received));
            else
                read.end = received == 0 ? End::Closed : errno == ECONNRESET ? End::Reset : End::Open;
            break;
        }
        read.bytes.append(buffer.data(), received);
    }
    return read;
}

// Only where nothing is to come does it wait for a time; a slow computer cannot make that fail.
RawClient::Read RawClient::readMore(End expected)
{
    using namespace std::chrono_literals;
    return read(1 << 20, expected == End::Open ? 100ms : 10s);
}
