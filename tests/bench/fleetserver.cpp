// SPDX-License-Identifier: GPL-3.0-or-later
// bench_server: a fleet made up before it is asked for, so that serving costs the measured program nothing but the loopback.
//
//     bench_server --devices N [--gzip]        prints "PORT n" and ends with its standard input
//
// GET …/company, GET …/device/summary as in the API document. Every second device list has another 1 % of its devices: another
// name and another status. GET /first-byte tells when the first byte of the last list went out, in nanoseconds of the steady clock,
// which all processes share.
#include "tests/bench/devicejson.h"
#include "tests/bench/gzip.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <httplib.h>

#include <array>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

constexpr const char *jsonType = "application/json";

qint64 nanoseconds()
{
    return std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count();
}

/// The company of the key, and those that deviceJson() names.
QByteArray companyJson(qsizetype devices)
{
    constexpr qsizetype devicesOfOne = 200;
    const auto company = [](qsizetype id, const QByteArray &name) -> QByteArray {
        return "\"company_id\":" + QByteArray::number(id) + ",\"name\":\"" + name
            + "\",\"status\":1,\"status_description\":\"Active\"";
    };
    QByteArray json = '{' + company(14'999, "Provider") + ",\"sub_company_list\":[";
    for (qsizetype number = 0; number * devicesOfOne < devices; ++number) {
        json.append(number == 0 ? "{" : ",{");
        json.append(company(15'000 + number, "Company " + QByteArray::number(number * 7919 % 10'007)));
        json.append('}');
    }
    return json + "]}";
}

class FleetServer
{
public:
    FleetServer(qsizetype devices, bool isPacked);

    int listen() { return m_http.bind_to_any_port("127.0.0.1"); }
    bool serve() { return m_http.listen_after_bind(); }

private:
    void sendList(httplib::Response &response);
    static void send(httplib::Response &response, const QByteArray &bytes, std::function<void()> begin = {});

    QByteArray m_companies;
    std::array<QByteArray, 2> m_lists;
    bool m_isPacked;
    std::atomic<quint64> m_listsSent = 0;
    std::atomic<qint64> m_firstByte = 0;
    httplib::Server m_http;
};

FleetServer::FleetServer(qsizetype devices, bool isPacked)
    : m_companies(companyJson(devices)), m_lists{deviceJson(devices), deviceJson(devices, 100)},
      m_isPacked(isPacked)
{
    if (isPacked)
        m_lists = {gzip(m_lists[0]), gzip(m_lists[1])};
    m_http.set_tcp_nodelay(true);
    m_http.Get(".*/company", [this](const httplib::Request &, httplib::Response &response) {
        send(response, m_companies);
    });
    m_http.Get(".*/device/summary", [this](const httplib::Request &asked, httplib::Response &response) {
        if (asked.has_param("company_id")) // one that no device of the list names
            send(response, "[]");
        else
            sendList(response);
    });
    m_http.Get("/first-byte", [this](const httplib::Request &, httplib::Response &response) {
        send(response, QByteArray::number(m_firstByte));
    });
}

void FleetServer::sendList(httplib::Response &response)
{
    const QByteArray &list = m_lists[m_listsSent++ % m_lists.size()];
    if (m_isPacked)
        response.set_header("Content-Encoding", "gzip");
    send(response, list, [this] { m_firstByte = nanoseconds(); });
}

// With a declared length, and never compressed by httplib, as it would do with a body that it is given whole.
void FleetServer::send(httplib::Response &response, const QByteArray &bytes, std::function<void()> begin)
{
    const auto write = [bytes, begin = std::move(begin)](size_t offset, size_t length,
                                                         httplib::DataSink &sink) {
        if (offset == 0 && begin)
            begin();
        return sink.write(bytes.constData() + offset, length);
    };
    response.set_content_provider(static_cast<size_t>(bytes.size()), jsonType, write);
}

// The other end of standard input is held by the program that started this one.
void endWithStdin()
{
    while (std::fgetc(stdin) != EOF) { }
    std::_Exit(EXIT_SUCCESS);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption devices(u"devices"_s, u"How many devices to make up."_s, u"N"_s, u"100000"_s);
    const QCommandLineOption packed(u"gzip"_s, u"Send the lists compressed."_s);
    parser.addOptions({devices, packed});
    parser.addHelpOption();
    parser.process(application);

    FleetServer server(parser.value(devices).toLongLong(), parser.isSet(packed));
    const int port = server.listen();
    if (port <= 0)
        return EXIT_FAILURE;
    std::printf("PORT %d\n", port);
    std::fflush(stdout);
    std::thread(endWithStdin).detach();
    return server.serve() ? EXIT_SUCCESS : EXIT_FAILURE;
}
