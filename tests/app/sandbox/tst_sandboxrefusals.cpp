// SPDX-License-Identifier: GPL-3.0-or-later
// Each request that the sandbox turns down, and the exact envelope with which it does.
#include "tests/app/sandbox/sandboxchild.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

struct Refused
{
    const char *what;
    const char *method;
    const char *target;
    const char *headers; // beside Host
    int status;
    const char *baseType;
    const char *type; // of the one inner error; empty: there is none
    const char *field;
};

constexpr const char *key = SandboxChild::authorization;

constexpr std::array refusedRequests{
    Refused{"no key", "GET", "/api/msp/company", "", 401, "authentication_failed",
            "missing_authorization_header", ""},
    Refused{"scheme alone", "GET", "/api/msp/company", "Authorization: Bearer\r\n", 401,
            "authentication_failed", "malformed_authorization_header", ""},
    Refused{"other scheme", "GET", "/api/msp/company", "Authorization: Basic sandbox-key\r\n", 401,
            "authentication_failed", "malformed_authorization_header", ""},
    Refused{"key alone", "GET", "/api/msp/company", "Authorization: sandbox-key\r\n", 401,
            "authentication_failed", "malformed_authorization_header", ""},
    Refused{"key with a blank", "GET", "/api/msp/company", "Authorization: Bearer sandbox key\r\n", 401,
            "authentication_failed", "malformed_authorization_header", ""},
    Refused{"two keys", "GET", "/api/msp/company",
            "Authorization: Bearer sandbox-key\r\nAuthorization: Bearer sandbox-key\r\n", 401,
            "authentication_failed", "malformed_authorization_header", ""},
    Refused{"wrong key", "GET", "/api/msp/company", "Authorization: Bearer sandbox-kez\r\n", 401,
            "authentication_failed", "", ""},
    Refused{"key in quotes", "GET", "/api/msp/company", "Authorization: Bearer 'sandbox-key'\r\n", 401,
            "authentication_failed", "", ""},
    Refused{"unknown path without a key", "GET", "/api/msp/nothing", "", 401, "authentication_failed",
            "missing_authorization_header", ""},

    Refused{"unknown path", "GET", "/api/msp/nothing", key, 404, "invalid_request", "invalid_request", ""},
    Refused{"path without its base", "GET", "/company", key, 404, "invalid_request", "invalid_request", ""},
    Refused{"path with a slash too many", "GET", "/api/msp/company/", key, 404, "invalid_request",
            "invalid_request", ""},
    Refused{"escaped path", "GET", "/api/msp/%63ompany", key, 404, "invalid_request", "invalid_request", ""},
    Refused{"POST to a read", "POST", "/api/msp/device/summary", key, 405, "invalid_request",
            "invalid_request", ""},
    Refused{"DELETE of a company", "DELETE", "/api/msp/company", key, 405, "invalid_request",
            "invalid_request", ""},

    Refused{"unknown parameter", "GET", "/api/msp/company?page=2", key, 400, "invalid_request",
            "invalid_request", "page"},
    Refused{"parameter of another operation", "GET", "/api/msp/company?device_id=a", key, 400,
            "invalid_request", "invalid_request", "device_id"},
    Refused{"parameter in other letters", "GET", "/api/msp/company?Company_id=1", key, 400, "invalid_request",
            "invalid_request", "Company_id"},
    Refused{"repeated parameter", "GET", "/api/msp/company?company_id=1&company_id=1", key, 400,
            "invalid_request", "invalid_request", "company_id"},
    Refused{"nothing between two signs", "GET", "/api/msp/company/name?name=a&&exact=true", key, 400,
            "invalid_request", "invalid_request", ""},
    Refused{"broken escape", "GET", "/api/msp/company/name?name=50%", key, 400, "invalid_request",
            "invalid_request", ""},
    Refused{"escape that is not hexadecimal", "GET", "/api/msp/company/name?name=%zz", key, 400,
            "invalid_request", "invalid_request", ""},
    Refused{"escape that is not UTF-8", "GET", "/api/msp/company/name?name=M%FCller", key, 400,
            "invalid_request", "invalid_request", ""},
    Refused{"unescaped letter", "GET", "/api/msp/company/name?name=M\xc3\xbcller", key, 400,
            "invalid_request", "invalid_request", ""},
    Refused{"name missing", "GET", "/api/msp/company/name", key, 400, "invalid_request", "invalid_request",
            "name"},
    Refused{"name missing among others", "GET", "/api/msp/company/name?exact=false", key, 400,
            "invalid_request", "invalid_request", "name"},

    Refused{"empty name", "GET", "/api/msp/company/name?name=", key, 400, "invalid_parameter",
            "invalid_parameter", "name"},
    Refused{"name without its sign", "GET", "/api/msp/company/name?name", key, 400, "invalid_parameter",
            "invalid_parameter", "name"},
    Refused{"boolean as number", "GET", "/api/msp/company/name?name=a&exact=1", key, 400, "invalid_parameter",
            "invalid_parameter", "exact"},
    Refused{"boolean in capitals", "GET", "/api/msp/company/name?name=a&case_sensitive=True", key, 400,
            "invalid_parameter", "invalid_parameter", "case_sensitive"},
    Refused{"word as number", "GET", "/api/msp/company?company_id=acme", key, 400, "invalid_parameter",
            "invalid_parameter", "company_id"},
    Refused{"negative number", "GET", "/api/msp/company?company_id=-1", key, 400, "invalid_parameter",
            "invalid_parameter", "company_id"},
    Refused{"fraction", "GET", "/api/msp/device/summary?company_id=1.5", key, 400, "invalid_parameter",
            "invalid_parameter", "company_id"},
    Refused{"leading zero", "GET", "/api/msp/company?company_id=015020", key, 400, "invalid_parameter",
            "invalid_parameter", "company_id"},
    Refused{"number beyond 64 bits", "GET", "/api/msp/company?company_id=99999999999999999999", key, 400,
            "invalid_parameter", "invalid_parameter", "company_id"},
    Refused{"empty number", "GET", "/api/msp/device/summary?company_id=", key, 400, "invalid_parameter",
            "invalid_parameter", "company_id"},
    Refused{"empty device", "GET", "/api/msp/device/summary?device_id=", key, 400, "invalid_parameter",
            "invalid_parameter", "device_id"},

    Refused{"unknown company", "GET", "/api/msp/company?company_id=1", key, 400, "entity_not_found",
            "entity_not_found", "company_id"},
    Refused{"devices of an unknown company", "GET", "/api/msp/device/summary?company_id=1", key, 400,
            "entity_not_found", "entity_not_found", "company_id"},
    Refused{"unknown device", "GET",
            "/api/msp/device/summary?device_id=wvlgllxuuaomn4bk4atfljznjyvsfhfeo5g6wgyart3osefi", key, 400,
            "entity_not_found", "entity_not_found", "device_id"},
    Refused{"no device ID at all", "GET", "/api/msp/device/summary?device_id=NA", key, 400,
            "entity_not_found", "entity_not_found", "device_id"},
};

} // namespace

class TestSandboxRefusals : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_sandbox = std::make_unique<SandboxChild>();
        QVERIFY(m_sandbox->port() != 0);
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    void refusalIsTheEnvelopeOfTheDocument_data();
    void refusalIsTheEnvelopeOfTheDocument();
    void bodyOfAReadIsRefusedAndNotTakenForARequest();
    void unreadableRequestGetsTheEnvelopeToo();
    void connectionIsKeptAfterARefusal();
    void wrongMethodNamesTheRightOnes();

private:
    std::unique_ptr<SandboxChild> m_sandbox;
};

void TestSandboxRefusals::refusalIsTheEnvelopeOfTheDocument_data()
{
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < refusedRequests.size(); ++i)
        QTest::newRow(refusedRequests[i].what) << static_cast<int>(i);
}

void TestSandboxRefusals::refusalIsTheEnvelopeOfTheDocument()
{
    QFETCH(const int, row);
    const Refused &expected = refusedRequests[static_cast<std::size_t>(row)];
    const HttpAnswer answer =
        RawConnection(m_sandbox->port())
            .ask(SandboxChild::request(expected.target, expected.headers, expected.method));
    QCOMPARE(answer.status, expected.status);
    QCOMPARE(answer.headers.value("content-type"), QByteArray("application/json"));

    const QJsonObject envelope = answer.json().object();
    QCOMPARE(envelope.value(u"ok"), QJsonValue(false));
    QCOMPARE(envelope.value(u"code"), QJsonValue(expected.status));
    QCOMPARE(envelope.value(u"type").toString(), QString::fromUtf8(expected.baseType));
    QVERIFY(!envelope.value(u"message").toString().isEmpty());

    const QJsonArray errors = envelope.value(u"errors").toArray();
    QCOMPARE(envelope.contains(u"errors"), *expected.type != '\0');
    QCOMPARE(errors.size(), *expected.type != '\0' ? 1 : 0);
    const QJsonObject error = errors.first().toObject();
    QCOMPARE(error.value(u"type").toString(), QString::fromUtf8(expected.type));
    QCOMPARE(error.value(u"field").toString(), QString::fromUtf8(expected.field));
    QCOMPARE(error.value(u"message").toString().isEmpty(), errors.isEmpty());
}

void TestSandboxRefusals::bodyOfAReadIsRefusedAndNotTakenForARequest()
{
    const QByteArray smuggled = SandboxChild::request("/api/msp/company", SandboxChild::authorization);
    const QByteArray headers = SandboxChild::authorization + QByteArray("Content-Length: ")
        + QByteArray::number(smuggled.size()) + "\r\n";
    RawConnection connection(m_sandbox->port());
    const HttpAnswer answer = connection.ask(SandboxChild::request("/api/msp/company", headers) + smuggled);
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json().object().value(u"type").toString(), u"invalid_request"_s);
    QCOMPARE(answer.headers.value("connection"), QByteArray("close"));
    QVERIFY(connection.isEndedByServer());
}

void TestSandboxRefusals::unreadableRequestGetsTheEnvelopeToo()
{
    const QByteArray noHttp = "hello\r\n\r\n";
    const QByteArray tooLong = "GET /" + QByteArray(10'000, 'a') + " HTTP/1.1\r\n\r\n";
    for (const QByteArray &request : {noHttp, tooLong}) {
        RawConnection connection(m_sandbox->port());
        const HttpAnswer answer = connection.ask(request);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.json().object().value(u"type").toString(), u"invalid_request"_s);
        QVERIFY(connection.isEndedByServer());
    }
}

void TestSandboxRefusals::connectionIsKeptAfterARefusal()
{
    RawConnection connection(m_sandbox->port());
    for (int i = 0; i < 20; ++i) {
        QCOMPARE(
            connection.ask(SandboxChild::request("/api/msp/company?x=1", SandboxChild::authorization)).status,
            400);
        QCOMPARE(
            connection.ask(SandboxChild::request("/api/msp/company", SandboxChild::authorization)).status,
            200);
    }
}

void TestSandboxRefusals::wrongMethodNamesTheRightOnes()
{
    const HttpAnswer answer =
        RawConnection(m_sandbox->port())
            .ask(SandboxChild::request("/api/msp/company/name", SandboxChild::authorization, "PUT"));
    QCOMPARE(answer.status, 405);
    QCOMPARE(answer.headers.value("allow"), QByteArray("GET"));
}

QTEST_GUILESS_MAIN(TestSandboxRefusals)
#include "tst_sandboxrefusals.moc"
