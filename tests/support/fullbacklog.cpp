// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fullbacklog.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

int newSocket()
{
    return ::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

// The system's functions take every kind of address as this one.
sockaddr *plain(sockaddr_in &address)
{
    return reinterpret_cast<sockaddr *>(&address);
}

} // namespace

FullBacklog::FullBacklog()
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    m_sockets.append(newSocket());
    ::bind(m_sockets.constFirst(), plain(address), size);
    ::getsockname(m_sockets.constFirst(), plain(address), &size);
    m_port = ntohs(address.sin_port);
    ::listen(m_sockets.constFirst(), 0);

    // the system lets in one or two more than it says
    constexpr int mostTries = 16;
    constexpr int soon = 200; // ms: on this computer a connection takes less than one
    for (bool isFull = false; !isFull && m_sockets.size() < mostTries;) {
        m_sockets.append(newSocket());
        ::connect(m_sockets.constLast(), plain(address), size);
        pollfd knock{.fd = m_sockets.constLast(), .events = POLLOUT, .revents = 0};
        isFull = ::poll(&knock, 1, soon) == 0;
    }
}

FullBacklog::~FullBacklog()
{
    for (const int socket : std::as_const(m_sockets))
        ::close(socket);
}

QString FullBacklog::address() const
{
    return u"http://127.0.0.1:%1/api/msp"_s.arg(m_port);
}
