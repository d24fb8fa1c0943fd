// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/sandboxserver.h"

#include <httplib.h>

#include <cstdlib>
#include <variant>

namespace {

// Each kept connection holds a thread of httplib's, so there are more of them than a client has connections.
constexpr std::size_t threads = 32;
constexpr std::size_t requestsOfOneConnection = 1'000'000;
constexpr int idleSeconds = 20;
constexpr int stalledClientSeconds = 60;
constexpr const char *jsonType = "application/json";
constexpr const char *anyPath = "[^]*"; // in ECMAScript's grammar: any signs at all

bool hasBody(const httplib::Request &request)
{
    return request.has_header("Transfer-Encoding")
        || (request.has_header("Content-Length") && request.get_header_value("Content-Length") != "0");
}

/// The API has no partial answers, and HTTP lets a server ignore the wish for one. httplib would cut every
/// body and offers no switch.
void ignoreRanges(const httplib::Request &request)
{
    const_cast<httplib::Request &>(request).ranges.clear();
}

std::vector<std::string> headerValues(const httplib::Request &request, const char *name)
{
    std::vector<std::string> values;
    const auto [begin, end] = request.headers.equal_range(name);
    for (auto header = begin; header != end; ++header)
        values.push_back(header->second);
    return values;
}

std::uint64_t declaredLength(const httplib::Request &request)
{
    return std::strtoull(request.get_header_value("Content-Length").c_str(), nullptr, 10);
}

ApiRequest apiRequest(const httplib::Request &request)
{
    return {.method = request.method,
            .target = request.target,
            .authorizations = headerValues(request, "Authorization"),
            .contentTypes = headerValues(request, "Content-Type"),
            .hasBody = hasBody(request),
            .isTooLong = declaredLength(request) > ApiRequest::largestBody};
}

/// Bodies of these methods are read before anything is judged: what is refused unread ends the connection, and that can
/// take the answer with it. httplib would take forms apart; what is too long is not worth the wait, nor is a path that
/// is none, for which its regular expressions would need much stack.
bool isWorthReading(const httplib::Request &request)
{
    constexpr std::size_t longestPath = 200;
    return hasBody(request) && (request.method == "POST" || request.method == "PUT")
        && !request.is_multipart_form_data() && request.path.size() <= longestPath
        && declaredLength(request) <= ApiRequest::largestBody;
}

/// All bodies go out through a provider with a declared length: httplib compresses the others for clients
/// that accept it. \a isLast ends the connection behind the body, as a provider does that says no after its
/// last byte.
void sendText(httplib::Response &response, std::string text, bool isLast)
{
    const std::size_t size = text.size();
    auto write = [text = std::move(text), isLast](std::size_t offset, std::size_t length,
                                                  httplib::DataSink &sink) {
        return sink.write(text.data() + offset, length) && !isLast;
    };
    response.set_content_provider(size, jsonType, std::move(write));
}

/// The length is declared, though no row has been written yet: a client takes it as a measure of progress and
/// as the proof that the list is whole. It costs a pass over the fleet that only counts, about 30 ms for a
/// million devices, before the first byte.
void sendRows(httplib::Response &response, std::size_t size, const auto &stream)
{
    const auto write = [stream](std::size_t, std::size_t, httplib::DataSink &sink) {
        const std::string_view block = stream->next();
        return !block.empty() && sink.write(block.data(), block.size());
    };
    response.set_content_provider(size, jsonType, write);
}

void refuse(const httplib::Request &request, httplib::Response &response, const Refused &refused,
            bool isBodyRead)
{
    response.status = refusalStatus(refused);
    // What has not been read, as a refused body, would be taken for the next request: the connection ends
    // here.
    const bool isLast = (hasBody(request) && !isBodyRead) || refused.why == Refusal::UnreadableRequest;
    if (isLast)
        response.set_header("Connection", "close");
    sendText(response, refusalJson(refused), isLast);
}

/// httplib would let several programs share one port (SO_REUSEPORT) and spread the requests over them.
void takePortAlone(socket_t socket)
{
    const int yes = 1; // a port whose last connections are still fading may be taken again
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
}

} // namespace

SandboxServer::SandboxServer(SandboxState &state, Reading reading, std::string key)
    : m_fleet(state.fleet()), m_rows(m_fleet), m_api(state, reading, std::move(key)),
      m_http(std::make_unique<httplib::Server>())
{
    m_http->new_task_queue = [] {
        return new httplib::ThreadPool(threads);
    }; // httplib takes it
    m_http->set_keep_alive_max_count(requestsOfOneConnection);
    m_http->set_keep_alive_timeout(idleSeconds);
    m_http->set_write_timeout(stalledClientSeconds);
    m_http->set_tcp_nodelay(true); // httplib sends head and body apart
    m_http->set_socket_options(takePortAlone);
    // Before httplib's own routing: that decodes the path and the query with mercy, and this API is to be
    // strict.
    m_http->set_pre_routing_handler([this](const httplib::Request &request, httplib::Response &response) {
        ignoreRanges(request);
        if (isWorthReading(request))
            return httplib::Server::HandlerResponse::Unhandled;
        answer(apiRequest(request), request, response);
        return httplib::Server::HandlerResponse::Handled;
    });
    const auto answerWithBody = [this](const httplib::Request &request, httplib::Response &response,
                                       const httplib::ContentReader &read) {
        ApiRequest asked = apiRequest(request);
        read([&asked](const char *data, std::size_t size) {
            asked.body.append(data, size);
            asked.isTooLong = asked.body.size() > ApiRequest::largestBody; // a chunked one
            return !asked.isTooLong;
        });
        answer(asked, request, response);
    };
    m_http->Post(anyPath, answerWithBody);
    m_http->Put(anyPath, answerWithBody);
    // What httplib refuses by itself has no body yet.
    m_http->set_error_handler([this](const httplib::Request &request, httplib::Response &response) {
        ignoreRanges(request);
        if (response.has_header("Content-Type"))
            return;
        const Refused refused{Refusal::UnreadableRequest};
        m_api.countUnreadable(refused);
        refuse(request, response, refused, false);
    });
}

SandboxServer::~SandboxServer() = default;

std::optional<int> SandboxServer::listen(int port)
{
    constexpr const char *loopback = "127.0.0.1";
    if (port == 0)
        port = m_http->bind_to_any_port(loopback);
    else if (!m_http->bind_to_port(loopback, port))
        port = -1;
    return port > 0 ? std::optional(port) : std::nullopt;
}

bool SandboxServer::serve()
{
    return m_http->listen_after_bind();
}

void SandboxServer::answer(const ApiRequest &asked, const httplib::Request &request,
                           httplib::Response &response)
{
    const Allowed<Answer> answer = m_api.answer(asked);
    if (!answer) {
        if (answer.error().why == Refusal::WrongMethod)
            response.set_header("Allow", PretendApi::methodsAt(asked.target));
        refuse(request, response, answer.error(), !asked.body.empty() && !asked.isTooLong);
    } else if (const auto *devices = std::get_if<DeviceListAnswer>(&*answer)) {
        const auto &[range, plans, clock] = *devices;
        sendRows(response, m_rows.arraySize(range, *plans, clock),
                 std::make_shared<DeviceRowStream>(m_rows, range, plans, clock));
    } else if (const auto *plans = std::get_if<PlanListAnswer>(&*answer)) {
        sendRows(response, PlanRowStream::arraySize(m_fleet, *plans),
                 std::make_shared<PlanRowStream>(m_fleet, *plans));
    } else {
        const TextAnswer &text = std::get<TextAnswer>(*answer);
        response.status = text.status;
        sendText(response, text.json, false);
    }
}
