// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/devicerows.h"
#include "app/sandbox/pretendapi.h"

#include <memory>
#include <optional>
#include <string>

namespace httplib {
class Server;
struct Request;
struct Response;
} // namespace httplib

/// Speaks HTTP on 127.0.0.1 and passes on to PretendApi. Connections are kept, many are served at once,
/// nothing is ever compressed.
class SandboxServer
{
public:
    /// \a state must outlive the server.
    SandboxServer(SandboxState &state, Reading reading, std::string key);
    ~SandboxServer();

    /// From now on connections wait to be served. \a port 0 takes a free one. The port, or nothing if it is
    /// taken.
    std::optional<int> listen(int port);
    /// Serves until the process ends. False when the socket broke.
    bool serve();

private:
    void answer(const ApiRequest &asked, const httplib::Request &request, httplib::Response &response);

    const PretendFleet &m_fleet;
    DeviceListRows m_rows;
    PretendApi m_api;
    std::unique_ptr<httplib::Server> m_http;
};
