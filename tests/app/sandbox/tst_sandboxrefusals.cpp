// SPDX-License-Identifier: GPL-3.0-or-later
// Each request that the sandbox turns down, and the exact envelope with which it does.
#include "tests/app/sandbox/refusedbodies.h"
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
    Refused{"PATCH of a plan", "PATCH", "/api/msp/backup_plan", key, 405, "invalid_request",
            "invalid_request", ""},
    Refused{"HEAD of nothing known", "OPTIONS", "/api/msp/backup_plan", key, 405, "invalid_request",
            "invalid_request", ""},
    Refused{"POST without a body", "POST", "/api/msp/company", key, 400, "invalid_request", "invalid_request",
            ""},
    Refused{"POST with an empty body", "POST", "/api/msp/backup_plan",
            "Authorization: Bearer sandbox-key\r\nContent-Type: application/json\r\nContent-Length: 0\r\n",
            400, "invalid_request", "invalid_request", ""},
    Refused{"PUT without a body", "PUT", "/api/msp/device/backup_plan/email_notification", key, 400,
            "invalid_request", "invalid_request", ""},
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

    Refused{"unknown build", "GET", "/api/msp/company/fetch_config_id?build_type=EXE", key, 400,
            "invalid_parameter", "invalid_parameter", "build_type"},
    Refused{"empty build", "GET", "/api/msp/company/fetch_config_id?build_type=", key, 400,
            "invalid_parameter", "invalid_parameter", "build_type"},
    Refused{"full client as word", "GET", "/api/msp/company/fetch_config_id?full_client=yes", key, 400,
            "invalid_parameter", "invalid_parameter", "full_client"},
    Refused{"private encryption in capitals", "GET",
            "/api/msp/company/fetch_config_id?private_encryption=TRUE", key, 400, "invalid_parameter",
            "invalid_parameter", "private_encryption"},
    Refused{"configuration of an unknown company", "GET", "/api/msp/company/fetch_config_id?company_id=1",
            key, 400, "entity_not_found", "entity_not_found", "company_id"},
    Refused{"plans of an unknown company", "GET", "/api/msp/backup_plan?company_id=1", key, 400,
            "entity_not_found", "entity_not_found", "company_id"},
    Refused{"unknown plan", "GET", "/api/msp/backup_plan?backup_id=1", key, 400, "entity_not_found",
            "entity_not_found", "backup_policy"},
    Refused{"dry run of a read", "GET", "/api/msp/backup_plan?dry_run=true", key, 400, "invalid_request",
            "invalid_request", "dry_run"},

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
        const QJsonArray devices = m_sandbox->get("/device/summary").json().array();
        QVERIFY(!devices.isEmpty());
        const QString own = devices.first()[u"company_id"].toString();
        for (const auto &device : devices) {
            const bool isOwn = device[u"company_id"].toString() == own;
            const QByteArray id = device[u"device_id"].toString().toLatin1();
            const QString status = device[u"status"].toString();
            if (isOwn && m_device.isEmpty() && !device[u"last_backup"].isNull() && status == u"online")
                m_device = id;
            if (!isOwn)
                m_otherDevice = id;
            if (status == u"archived" || status == u"blocked")
                m_inactiveDevice = id;
        }
        QVERIFY(!m_device.isEmpty() && !m_otherDevice.isEmpty() && !m_inactiveDevice.isEmpty());
    }
    void cleanupTestCase() { m_sandbox.reset(); }

    void refusalIsTheEnvelopeOfTheDocument_data();
    void refusalIsTheEnvelopeOfTheDocument();
    void rightBodiesAreTaken();
    void bodyIsRefusedAsTheDocumentSays_data();
    void bodyIsRefusedAsTheDocumentSays();
    void jsonThatIsNoneIsAProcessingFault_data();
    void jsonThatIsNoneIsAProcessingFault();
    void otherContentIsRefused_data();
    void otherContentIsRefused();
    void bodyThatIsTooLongIsRefusedUnread();
    void longPathIsRefusedWithItsBody();
    void allFaultsOfABodyAreNamed();
    void dryRunIsSpelledAsTheOthers();
    void devicesOfOtherCompaniesAreUnknown();
    void inactiveDeviceTakesNoNotification();
    void everyRowWasCounted();
    void bodyOfAReadIsRefusedAndNotTakenForARequest();
    void unreadableRequestGetsTheEnvelopeToo();
    void connectionIsKeptAfterARefusal();
    void wrongMethodNamesTheRightOnes();

private:
    HttpAnswer sendBody(const RightBody &right, const QByteArray &edits) const
    {
        return m_sandbox->send(right.method, right.target,
                               edited(right, edits.constData()).replace("%DEVICE%", m_device));
    }

    std::unique_ptr<SandboxChild> m_sandbox;
    QByteArray m_device; // of the key's own company, in its default plan
    QByteArray m_otherDevice; // of another company
    QByteArray m_inactiveDevice;
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

void TestSandboxRefusals::rightBodiesAreTaken()
{
    QCOMPARE(sendBody(companyBody, "").status, 201);
    QCOMPARE(sendBody(notificationBody, "").status, 200);
    QCOMPARE(sendBody(notificationBody, "type=\"NEVER\"\nemails=").status, 200);
    for (const char *edits :
         {"", "group_ids=", "name=\"\u00fc <b>\"",
          "scheduler.cutoff_time=", "scheduler.send_email_notification=",
          "scheduler.send_email_notification=\"NEVER\"\nscheduler.email=[]",
          "enable_cdp=false\ncdp_frequency=", "scheduler.frequency_type=\"HOURLY\"\nscheduler.daily_mode=",
          "scheduler.frequency_type=\"IMMEDIATE\"\nscheduler.daily_mode=",
          "scheduler.frequency_type=\"WEEKLY\"\nscheduler.daily_mode=\nscheduler.days=[\"ALL\"]",
          R"(scheduler.frequency_type="MONTHLY"
scheduler.daily_mode=
scheduler.months=["ALL"]
scheduler.dates=["31","LAST_DAY"])",
          "backup_details.where_to_backup=\"LOCAL\"\nbackup_details.local_dest_path=\"D:\\\\x\"",
          // "N/A for ENTIRE_MACHINE backups, will be ignored if specified"
          "backup_details.what_to_backup=\"ENTIRE_MACHINE\"\nbackup_details.items_to_backup="})
        QVERIFY2(sendBody(planBody, edits).status == 201, edits);
}

void TestSandboxRefusals::bodyIsRefusedAsTheDocumentSays_data()
{
    QTest::addColumn<int>("row");
    for (std::size_t i = 0; i < refusedBodies().size(); ++i)
        QTest::newRow(refusedBodies()[i].what) << static_cast<int>(i);
}

void TestSandboxRefusals::bodyIsRefusedAsTheDocumentSays()
{
    QFETCH(const int, row);
    const RefusedBody &expected = refusedBodies()[static_cast<std::size_t>(row)];
    const HttpAnswer answer = sendBody(expected.right, expected.edits);
    const QJsonObject envelope = answer.json().object();
    const QJsonObject error = envelope.value(u"errors").toArray().first().toObject();
    QCOMPARE(answer.status, expected.status);
    QCOMPARE(envelope.value(u"code"), QJsonValue(expected.status));
    QCOMPARE(envelope.value(u"type").toString(), QString::fromUtf8(expected.baseType));
    QCOMPARE(error.value(u"type").toString(), QString::fromUtf8(expected.type));
    QCOMPARE(error.value(u"field").toString(), QString::fromUtf8(expected.field));
    QVERIFY(!error.value(u"message").toString().isEmpty());
}

void TestSandboxRefusals::jsonThatIsNoneIsAProcessingFault_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("trailing comma, as in the document's sample") << QByteArray(R"({"name": "a",})");
    QTest::newRow("missing comma, as in the document's sample")
        << QByteArray(R"({"name": "a" "company_id": 1})");
    QTest::newRow("cut short") << QByteArray(R"({"name": "a")");
    QTest::newRow("something behind it") << QByteArray(R"({"name": "a"} x)");
    QTest::newRow("single quotes") << QByteArray(R"({'name': 'a'})");
    QTest::newRow("line break in a text") << QByteArray("{\"name\": \"a\nb\"}");
    QTest::newRow("not UTF-8") << QByteArray("{\"name\": \"M\xfcller\"}");
    QTest::newRow("a name twice") << QByteArray(R"({"name": "a", "name": "b"})");
    QTest::newRow("an array") << QByteArray(R"([{"name": "a"}])");
    QTest::newRow("a text") << QByteArray(R"("name")");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("a form") << QByteArray("name=a");
}

void TestSandboxRefusals::jsonThatIsNoneIsAProcessingFault()
{
    QFETCH(const QByteArray, body);
    const HttpAnswer answer = m_sandbox->send("POST", "/api/msp/company", body);
    QCOMPARE(answer.status, 500);
    const QJsonObject envelope = answer.json().object();
    QCOMPARE(envelope.value(u"type").toString(), u"processing_fault"_s);
    QCOMPARE(envelope.value(u"errors")[0][u"type"].toString(), u"processing_fault"_s);
}

void TestSandboxRefusals::otherContentIsRefused_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<bool>("isTaken");
    QTest::newRow("none") << QByteArray() << false;
    QTest::newRow("text") << QByteArray("Content-Type: text/plain\r\n") << false;
    QTest::newRow("form") << QByteArray("Content-Type: application/x-www-form-urlencoded\r\n") << false;
    QTest::newRow("form in parts") << QByteArray("Content-Type: multipart/form-data; boundary=x\r\n")
                                   << false;
    QTest::newRow("two") << QByteArray("Content-Type: application/json\r\nContent-Type: application/json\r\n")
                         << false;
    QTest::newRow("other letters") << QByteArray("Content-Type: application/json; charset=latin1\r\n")
                                   << false;
    QTest::newRow("JSON") << QByteArray("Content-Type: application/json\r\n") << true;
    QTest::newRow("JSON in UTF-8") << QByteArray("Content-Type: Application/JSON; charset=UTF-8\r\n") << true;
}

void TestSandboxRefusals::otherContentIsRefused()
{
    QFETCH(const QByteArray, headers);
    QFETCH(const bool, isTaken);
    const QByteArray body = R"({"name": "a"})";
    const QByteArray all =
        SandboxChild::authorization + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    const HttpAnswer answer =
        RawConnection(m_sandbox->port()).ask(SandboxChild::request("/api/msp/company", all, "POST") + body);
    QCOMPARE(answer.status, isTaken ? 201 : 400);
    QCOMPARE(answer.json()[u"type"].toString(), isTaken ? QString() : u"invalid_request"_s);
}

void TestSandboxRefusals::bodyThatIsTooLongIsRefusedUnread()
{
    const QByteArray headers = SandboxChild::authorization
        + QByteArray("Content-Type: application/json\r\nContent-Length: 99999999999\r\n");
    RawConnection connection(m_sandbox->port());
    const HttpAnswer answer = connection.ask(SandboxChild::request("/api/msp/company", headers, "POST"));
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json()[u"type"].toString(), u"invalid_request"_s);
    QVERIFY(connection.isEndedByServer());
}

void TestSandboxRefusals::longPathIsRefusedWithItsBody()
{
    QCOMPARE(m_sandbox->send("POST", "/api/msp/" + QByteArray(8000, 'a'), "{}").status, 404);
}

void TestSandboxRefusals::allFaultsOfABodyAreNamed()
{
    const HttpAnswer answer = sendBody(planBody, "name=\nscheduler.time=\nscheduler.dates=[\"1\"]\nfolder=1");
    QStringList fields;
    for (const QJsonArray errors = answer.json()[u"errors"].toArray(); const auto &error : errors)
        fields << error[u"field"].toString();
    QCOMPARE(fields,
             (QStringList{u"folder"_s, u"name"_s, u"backup_policy_schedule"_s, u"backup_policy_schedule"_s}));
}

void TestSandboxRefusals::dryRunIsSpelledAsTheOthers()
{
    const QByteArray body = edited(planBody, "").replace("%DEVICE%", m_device);
    for (const char *query :
         {"dry_run=1", "dry_run=True", "dry_run=", "dryrun=true", "dry_run=true&dry_run=true"})
        QCOMPARE(m_sandbox->send("POST", QByteArray("/api/msp/backup_plan?") + query, body).status, 400);
    QCOMPARE(m_sandbox->counters().value(u"created_plans"), QJsonValue(0));
}

void TestSandboxRefusals::devicesOfOtherCompaniesAreUnknown()
{
    const HttpAnswer answer = sendBody(planBody, "device_ids=[\"" + m_otherDevice + "\"]");
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json()[u"errors"][0][u"field"].toString(), u"device_id"_s);
}

void TestSandboxRefusals::inactiveDeviceTakesNoNotification()
{
    const HttpAnswer answer = sendBody(notificationBody, "device_id=\"" + m_inactiveDevice + "\"");
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.json()[u"type"].toString(), u"entity_not_found"_s);
}

void TestSandboxRefusals::everyRowWasCounted()
{
    QVERIFY(refusedRequests.size() + refusedBodies().size() > 150);
    const QJsonObject counters = m_sandbox->counters();
    QVERIFY(counters.value(u"refused").toInt()
            >= static_cast<int>(refusedRequests.size() + refusedBodies().size()));
    const int violations = counters.value(u"violations").toInt();
    QVERIFY(violations > 130 && violations < counters.value(u"refused").toInt());
    QCOMPARE(counters.value(u"last_violations").toArray().size(), 20);
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
