// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/contract.h"

#include <QTest>

namespace {

ReceivedRequest
requestOf(const QByteArray &line, const QByteArray &body,
          const QByteArray &authorization = "Authorization: Bearer canary-0123456789abcdef\r\n")
{
    QByteArray head = line + " HTTP/1.1\r\nHost: x\r\n" + authorization;
    if (!body.isEmpty())
        head += "Content-Type: application/json\r\n";
    return {.head = head + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n", .body = body};
}

constexpr auto notification = "PUT /api/msp/device/backup_plan/email_notification";

} // namespace

/// I23: which requests the server of the tests takes, and what it says of the others.
class TestContract : public QObject
{
    Q_OBJECT

private slots:
    void whatTheDocumentKnowsPasses_data();
    void whatTheDocumentKnowsPasses();
    void whatItDoesNotKnowIsNamed_data();
    void whatItDoesNotKnowIsNamed();
    void theKeyStandsInItsHeader();
    void allThatIsWrongIsNamed();
};

void TestContract::whatTheDocumentKnowsPasses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *line, const char *body = "") {
        QTest::newRow(line) << QByteArray(line) << QByteArray(body);
    };
    row("GET /api/msp/company");
    row("GET /api/msp/company?company_id=15020");
    row("GET /api/msp/company/name?name=a%2Bb&exact=true&case_sensitive=false");
    row("GET /api/msp/company/fetch_config_id?build_type=MSI&full_client=false");
    row("GET /api/msp/device/summary?device_id=id1");
    row("GET /api/msp/backup_plan?company_id=1&backup_id=7");
    row("POST /api/msp/company", R"({"name":"Acme","company_id":15020})");
    row(notification,
        R"({"device_id":"id1","backup_set":"DEFAULT","type":"ALWAYS","emails":["mark@idrive.com"]})");
    row("POST /api/msp/backup_plan?dry_run=true",
        R"({"name":"n","device_ids":["id1"],"backup_details":{"what_to_backup":"ENTIRE_MACHINE","where_to_backup":"CLOUD"},)"
        R"("scheduler":{"frequency_type":"HOURLY","time":"20:00:00"}})");
}

void TestContract::whatTheDocumentKnowsPasses()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, body);
    QCOMPARE(breachIn(requestOf(line, body)), "");
}

void TestContract::whatItDoesNotKnowIsNamed_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("says");
    const auto row = [](const char *line, const char *body, const char *says) {
        QTest::newRow(says) << QByteArray(line) << QByteArray(body) << QByteArray(says);
    };
    row("GET /api/msp/companies", "", ": There is no such operation");
    row("PUT /api/msp/company", "{}", ": The operation is not known with this method");
    row("GET /api/msp/company", "{}", ": The request must not have a body");
    row("POST /api/msp/company", "", ": The request must have a body");
    row("GET /api/msp/company?page=2", "", "page: The operation does not have this parameter");
    row("GET /api/msp/company/name", "", "name: The parameter is required");
    row("GET /api/msp/company/name?name=", "", "name: The parameter must not be empty");
    row("GET /api/msp/company?company_id=one", "", "company_id: The parameter must be a number");
    row("GET /api/msp/company/name?name=a&exact=1", "", "exact: The parameter must be true or false");
    row("GET /api/msp/company/fetch_config_id?build_type=EXE", "",
        "build_type: The value is none of the documented words");
    row("GET /api/msp/company/name?name=a%zz", "", ": The query is not percent-encoded UTF-8");
    row("POST /api/msp/company",
        R"({"name":"Acme"})"
        "x",
        ": An internal processing error occurred while parsing JSON object");
    row("POST /api/msp/company", R"({"name":"Acme","note":"x"})",
        "note: The operation does not have this field: note");
    row("POST /api/msp/company", R"({"name":7})", "name: The value has another JSON type");
    row(notification, R"({"device_id":"id1","backup_set":"DEFAULT","type":"OFTEN","emails":["a@b.cd"]})",
        "backup_policy: The value is none of the documented words");
}

void TestContract::whatItDoesNotKnowIsNamed()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, says);
    const QByteArray breach = breachIn(requestOf(line, body));
    QVERIFY2(breach.startsWith(says), breach.constData());
}

void TestContract::theKeyStandsInItsHeader()
{
    for (const char *header : {"", "Authorization: Bearer \r\n", "Authorization: Basic a2V5\r\n",
                               "Authorization: Bearer a\r\nAuthorization: Bearer b\r\n"})
        QVERIFY2(!breachIn(requestOf("GET /api/msp/company", "", header)).isEmpty(), header);
}

void TestContract::allThatIsWrongIsNamed()
{
    const QByteArrayList lines =
        breachIn(requestOf(notification, R"({"device_id":7,"type":"OFTEN","emails":["nobody"]})"))
            .split('\n');
    QCOMPARE(lines.size(), 4); // and backup_set is missing
}

QTEST_GUILESS_MAIN(TestContract)
#include "tst_contract.moc"
