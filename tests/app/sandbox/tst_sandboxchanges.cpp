// SPDX-License-Identifier: GPL-3.0-or-later
// What is changed through the API over HTTP, and how it shows in later answers; and the sandbox's own two paths.
#include "tests/app/sandbox/refusedbodies.h"
#include "tests/app/sandbox/sandboxchild.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <memory>
#include <thread>

using namespace Qt::StringLiterals;

namespace {

QByteArray idOf(const QJsonValue &company)
{
    return QByteArray::number(company[u"company_id"].toInteger());
}

QStringList split(const QJsonValue &text)
{
    return text.toString().split(u',', Qt::SkipEmptyParts);
}

} // namespace

class TestSandboxChanges : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_sandbox.reset(); }

    void companyIsCreatedUnderTheOwn();
    void companyUnderASubCompanyIsFoundByNameAndId();
    void sameNameTwiceIsTwoCompanies();
    void configurationIdHasTheWantedFlags();
    void plansHaveTheDocumentedFields();
    void planIsFoundByItsId();
    void planReplacesAndIsListed();
    void planForAGroupReachesItsMembers();
    void dryRunHasNoEffect();
    void dryRunThatActs();
    void newPlanChangesLaterRuns();
    void notificationIsKept();
    void demandedErrorIsGivenOnce_data();
    void demandedErrorIsGivenOnce();
    void demandedErrorWaitsForItsOperation();
    void errorAfterTheEffect();
    void demandIsRefusedAsOtherRequests();
    void countersTellWhatWasAsked();
    void manyPostAtOnce();
    void connectionIsKeptAfterARefusedBody();
    void longBodyIsTaken();

private:
    HttpAnswer send(const RightBody &right, const QByteArray &edits = {}) const
    {
        return m_sandbox->send(right.method, right.target,
                               edited(right, edits.constData()).replace("%DEVICE%", m_devices.first()));
    }
    HttpAnswer makePlan(const QByteArray &edits = {}) const
    {
        return send({"POST", "/api/msp/backup_plan", planBody.json}, edits);
    }
    QJsonArray plans(const QByteArray &query = {}) const
    {
        return m_sandbox->get("/backup_plan" + query).json().array();
    }
    void demand(const QByteArray &json) const
    {
        QCOMPARE(m_sandbox->send("POST", "/sandbox/next-error", json).status, 200);
    }
    /// Devices of the key's own company, all in its default plan.
    void start(const QStringList &arguments);

    std::unique_ptr<SandboxChild> m_sandbox;
    QList<QByteArray> m_devices;
};

void TestSandboxChanges::start(const QStringList &arguments)
{
    m_sandbox = std::make_unique<SandboxChild>(arguments);
    m_devices.clear();
    for (const QJsonArray all = plans().first()[u"devices"].toArray(); const auto &device : all) {
        if (device[u"status"].toString() == u"online")
            m_devices << device[u"device_id"].toString().toLatin1();
    }
    QVERIFY(m_devices.size() > 10);
}

void TestSandboxChanges::init()
{
    start({u"--devices"_s, u"2000"_s});
}

void TestSandboxChanges::companyIsCreatedUnderTheOwn()
{
    const QJsonArray before = m_sandbox->get("/company").json()[u"sub_company_list"].toArray();
    const HttpAnswer created = send(companyBody, "name=\"M\xc3\xbcller & <b>S\xc3\xb6hne</b>\"");
    QCOMPARE(created.status, 201);
    const QJsonObject company = created.json().object();
    QCOMPARE(company.value(u"name").toString(), u"Müller & <b>Söhne</b>"_s);
    QJsonArray expected = before;
    expected.append(company);
    QCOMPARE(m_sandbox->get("/company").json()[u"sub_company_list"].toArray(), expected);
    QCOMPARE(m_sandbox->get("/company?company_id=" + idOf(company)).json().object(), company);
    QCOMPARE(
        m_sandbox->get("/company/name?name=m%C3%BCller%20%26%20%3Cb%3Es%C3%B6hne%3C/b%3E").json().array(),
        QJsonArray{company});
    QCOMPARE(m_sandbox->get("/device/summary?company_id=" + idOf(company)).body, QByteArray("[]"));
    QCOMPARE(m_sandbox->get("/backup_plan?company_id=" + idOf(company)).body, QByteArray("[]"));
}

void TestSandboxChanges::companyUnderASubCompanyIsFoundByNameAndId()
{
    const QJsonArray before = m_sandbox->get("/company").json()[u"sub_company_list"].toArray();
    const QJsonObject company =
        send(companyBody, "name=\"Deep\"\ncompany_id=" + idOf(before.first())).json().object();
    QCOMPARE(m_sandbox->get("/company").json()[u"sub_company_list"].toArray(), before);
    QCOMPARE(m_sandbox->get("/company/name?name=Deep").json().array(), QJsonArray{company});
    QCOMPARE(m_sandbox->get("/company?company_id=" + idOf(company)).json().object(), company);
    const QJsonObject deeper =
        send(companyBody, "name=\"Deeper\"\ncompany_id=" + idOf(company)).json().object();
    QCOMPARE(m_sandbox->get("/company/name?exact=false&name=deep").json().array(),
             (QJsonArray{company, deeper}));
}

void TestSandboxChanges::sameNameTwiceIsTwoCompanies()
{
    const HttpAnswer one = send(companyBody);
    const HttpAnswer two = send(companyBody);
    QCOMPARE(two.status, 201);
    QVERIFY(idOf(one.json().object()) != idOf(two.json().object()));
    QCOMPARE(m_sandbox->get("/company/name?name=idrive").json().array().size(), 2);
}

void TestSandboxChanges::configurationIdHasTheWantedFlags()
{
    const QJsonObject plain = m_sandbox->get("/company/fetch_config_id").json().object();
    const QJsonObject own = m_sandbox->get("/company").json().object();
    QCOMPARE(plain.keys(), (QStringList{u"company_id"_s, u"configuration_id"_s, u"name"_s, u"setup_link"_s}));
    for (const QString &field : plain.keys())
        QCOMPARE(plain.value(field), own.value(field));
    for (const QByteArray &build : {"WIN"_ba, "mac"_ba, "Rpm"_ba, "DEB"_ba, "MSI"_ba, "PKG"_ba}) {
        const QJsonObject full =
            m_sandbox
                ->get("/company/fetch_config_id?private_encryption=true&full_client=true&build_type=" + build)
                .json()
                .object();
        const QJsonObject configuration =
            QJsonDocument::fromJson(
                QByteArray::fromBase64(full.value(u"configuration_id").toString().toLatin1()))
                .object();
        QCOMPARE(configuration.value(u"encryptionRequired"), QJsonValue(true));
        QCOMPARE(configuration.value(u"desktopAppStatus"), QJsonValue(true));
        QVERIFY(full.value(u"setup_link")
                    .toString()
                    .contains(QString::fromLatin1("/setup/" + build.toLower() + '/')));
    }
}

void TestSandboxChanges::plansHaveTheDocumentedFields()
{
    const QStringList always{u"backup_details"_s,    u"backup_id"_s,      u"backup_set"_s,
                             u"cdp_enabled"_s,       u"exclude_hidden"_s, u"exclude_system"_s,
                             u"is_backup_enabled"_s, u"name"_s,           u"schedule_info"_s};
    const QStringList ofDevices{
        u"backup_failure_reason"_s, u"backup_status"_s, u"company_id"_s,  u"custom_tag"_s, u"device_id"_s,
        u"last_backup"_s,           u"name"_s,          u"next_backup"_s, u"os"_s,         u"status"_s,
        u"user_backup_sets"_s,      u"version"_s};
    QSet<QString> names;
    QSet<QString> ids;
    int withoutPlans = 0;
    int planCount = 0;
    int switchedOff = 0;
    const QJsonArray companies = m_sandbox->get("/company").json()[u"sub_company_list"].toArray();
    for (const auto &company : companies) {
        const QJsonArray found = plans("?company_id=" + idOf(company));
        withoutPlans += found.isEmpty();
        planCount += static_cast<int>(found.size());
        for (const auto &plan : found) {
            for (const QString &field : always)
                QVERIFY2(plan.toObject().contains(field), qPrintable(field));
            names.insert(plan[u"name"].toString());
            ids.insert(plan[u"backup_id"].toString());
            switchedOff += plan[u"schedule_info"][u"scheduler_disabled"].toBool();
            for (const QJsonArray all = plan[u"devices"].toArray(); const auto &device : all) {
                for (const QString &field : ofDevices)
                    QVERIFY2(device.toObject().contains(field), qPrintable(field));
                const QJsonValue own = device[u"user_backup_sets"][plan[u"backup_set"].toString()];
                QCOMPARE(own[u"backup_id"], plan[u"backup_id"]);
                QCOMPARE(own[u"backup_name"], plan[u"name"]);
            }
        }
    }
    QCOMPARE(ids.size(), planCount);
    QVERIFY(withoutPlans > 0 && withoutPlans < 10);
    QVERIFY(names.size() >= 3);
    QVERIFY(switchedOff > 0);
}

void TestSandboxChanges::planIsFoundByItsId()
{
    const QByteArray own = idOf(m_sandbox->get("/company").json().object());
    const QJsonValue plan = plans().first();
    const QByteArray id = plan[u"backup_id"].toString().toLatin1();
    QCOMPARE(plans("?backup_id=" + id).size(), 1);
    QCOMPARE(plans("?company_id=" + own + "&backup_id=" + id).first()[u"name"], plan[u"name"]);
    const QByteArray other = idOf(m_sandbox->get("/company").json()[u"sub_company_list"].toArray().first());
    QCOMPARE(m_sandbox->get("/backup_plan?company_id=" + other + "&backup_id=" + id).status, 400);
}

void TestSandboxChanges::planReplacesAndIsListed()
{
    const QString replaced = plans().first()[u"name"].toString();
    const QByteArray id = m_devices.first();
    const HttpAnswer answer = makePlan("company_id=" + idOf(m_sandbox->get("/company").json().object()));
    QCOMPARE(answer.status, 201);
    const QJsonObject made = answer.json().object();
    QCOMPARE(made.keys(),
             (QStringList{u"applied_to"_s, u"backup_id"_s, u"conflicts"_s, u"not_applied_to"_s, u"status"_s,
                          u"where_to_backup"_s}));
    QCOMPARE(made.value(u"status"), QJsonValue(201));
    QCOMPARE(made.value(u"conflicts")[0][u"device_id"].toString().toLatin1(), id);
    QCOMPARE(made.value(u"conflicts")[0][u"plan_name"].toString(), replaced);
    QCOMPARE(made.value(u"applied_to").toString().toLatin1(), id);
    QCOMPARE(made.value(u"not_applied_to").toString(), QString());

    const QJsonValue plan = plans("?backup_id=" + made.value(u"backup_id").toString().toLatin1()).first();
    QCOMPARE(plan[u"name"].toString(), u"mine"_s);
    QCOMPARE(plan[u"backup_set"].toString(), u"DEFAULT"_s);
    QCOMPARE(plan[u"schedule_info"][u"days"].toArray(),
             (QJsonArray{u"MON"_s, u"TUE"_s, u"WED"_s, u"THU"_s, u"FRI"_s}));
    QCOMPARE(plan[u"schedule_info"][u"email"].toString(), u"mark@idrive.com"_s);
    QCOMPARE(plan[u"schedule_info"][u"time"].toString(), u"17:40:30"_s);
    QCOMPARE(plan[u"schedule_info"][u"cutoff_time"].toString(), u"07:00:00"_s);
    QCOMPARE(plan[u"backup_details"][u"items_to_backup"][1].toString(), u"C:\\Data\\Finance\\"_s);
    QCOMPARE(plan[u"devices"].toArray().size(), 1);
    QVERIFY(split(plan[u"backup_pending_on"]).contains(QString::fromLatin1(id))
            || split(plan[u"backup_failed_on"]).contains(QString::fromLatin1(id)));
    for (const QJsonArray all = plans().first()[u"devices"].toArray(); const auto &device : all)
        QVERIFY(device[u"device_id"].toString().toLatin1() != id);
}

void TestSandboxChanges::planForAGroupReachesItsMembers()
{
    QByteArray group;
    QByteArray company;
    QSet<QString> members;
    for (const QJsonArray candidates = m_sandbox->get("/company").json()[u"sub_company_list"].toArray();
         const auto &candidate : candidates) {
        for (const QJsonArray itsPlans = plans("?company_id=" + idOf(candidate));
             const auto &plan : itsPlans) {
            if (plan[u"groups"].toArray().isEmpty() || plan[u"name"].toString() != u"Servers, whole machines")
                continue;
            group = plan[u"groups"][0].toString().toLatin1();
            company = idOf(candidate);
        }
    }
    QVERIFY(!group.isEmpty());
    for (const QJsonArray all = m_sandbox->get("/device/summary?company_id=" + company).json().array();
         const auto &device : all) {
        if (device[u"group_name"].toString() == u"Servers")
            members.insert(device[u"device_id"].toString());
    }
    const QJsonObject made =
        makePlan("company_id=" + company + "\ndevice_ids=\ngroup_ids=[\"" + group + "\"]").json().object();
    const QStringList reached = split(made.value(u"applied_to")) + split(made.value(u"not_applied_to"));
    QCOMPARE(QSet<QString>(reached.begin(), reached.end()), members);
    const QByteArray id = made.value(u"backup_id").toString().toLatin1();
    QCOMPARE(plans("?company_id=" + company + "&backup_id=" + id).first()[u"groups"],
             QJsonValue(QJsonArray{QString::fromLatin1(group)}));
}

void TestSandboxChanges::dryRunHasNoEffect()
{
    const QByteArray before = m_sandbox->get("/backup_plan").body;
    const qsizetype count = plans().size();
    const HttpAnswer dry = send(planBody);
    QCOMPARE(dry.status, 201);
    QVERIFY(!dry.json().object().contains(u"backup_id"));
    QCOMPARE(plans().size(), count);
    QCOMPARE(m_sandbox->counters().value(u"created_plans"), QJsonValue(0));
    const QJsonObject real = makePlan().json().object();
    for (const auto *field : {u"conflicts", u"applied_to", u"not_applied_to", u"where_to_backup"})
        QCOMPARE(real.value(QStringView(field)), dry.json()[QStringView(field)]);
}

void TestSandboxChanges::dryRunThatActs()
{
    start({u"--devices"_s, u"2000"_s, u"--dry-run-acts"_s});
    const qsizetype count = plans().size();
    QVERIFY(send(planBody).json().object().contains(u"backup_id"));
    QCOMPARE(plans().size(), count + 1);
}

void TestSandboxChanges::newPlanChangesLaterRuns()
{
    start({u"--devices"_s, u"2000"_s, u"--speed"_s, u"100000"_s}); // a day in less than a second
    const auto now = [this] {
        return m_sandbox->get("/device/summary?device_id=" + m_devices.first()).json()[0];
    };
    makePlan("scheduler.time=\"03:07:09\"\nscheduler.daily_mode=\"ALL_DAYS\"\nscheduler.cutoff_time=");
    const QString seconds = u":09.000"_s; // no other plan has them
    QTRY_VERIFY(now()[u"next_backup"].toString().endsWith(seconds));
    const QString planned = now()[u"next_backup"].toString();
    QTRY_VERIFY(now()[u"next_backup"].toString() > planned);
    QTRY_VERIFY(now()[u"last_backup"].toString() > planned);
}

void TestSandboxChanges::notificationIsKept()
{
    QCOMPARE(send(notificationBody).status, 200);
    QCOMPARE(send(notificationBody, "type=\"ON_FAILURE\"").json()[u"ok"], QJsonValue(true));
    const HttpAnswer same = send(notificationBody, "type=\"ON_FAILURE\"");
    QCOMPARE(same.status, 400);
    QCOMPARE(same.json()[u"type"].toString(), u"same_state"_s);
    const QJsonObject counters = m_sandbox->counters();
    QCOMPARE(counters.value(u"notification_settings"), QJsonValue(1));
    QCOMPARE(counters.value(u"last_notification")[u"type"].toString(), u"ON_FAILURE"_s);
    QCOMPARE(counters.value(u"last_notification")[u"emails"].toString(),
             u"test@idrive.com,support@idrive.com"_s);
    QCOMPARE(counters.value(u"violations"), QJsonValue(0));
}

void TestSandboxChanges::demandedErrorIsGivenOnce_data()
{
    QTest::addColumn<QByteArray>("baseType");
    QTest::addColumn<int>("status");
    // The API document's table, row by row.
    const auto row = [](const char *type, const char *baseType, int status) {
        QTest::newRow(type) << QByteArray(baseType) << status;
    };
    row("missing_authorization_header", "authentication_failed", 401);
    row("malformed_authorization_header", "authentication_failed", 401);
    row("admin_company_not_active", "invalid_state", 400);
    row("admin_not_active", "invalid_state", 400);
    row("insufficient_privileges", "authentication_failed", 401);
    row("access_restricted", "invalid_request", 400);
    row("processing_fault", "processing_fault", 500);
    row("internal_error", "internal_error", 500);
    row("entity_creation_failed", "internal_error", 500);
    row("entity_not_found", "entity_not_found", 400);
    row("invalid_request", "invalid_request", 400);
    row("invalid_parameter", "invalid_parameter", 400);
    row("same_state", "same_state", 400);
    row("dependency_exception", "dependency_exception", 429);
}

void TestSandboxChanges::demandedErrorIsGivenOnce()
{
    QFETCH(const QByteArray, baseType);
    QFETCH(const int, status);
    const QByteArray type = QTest::currentDataTag();
    demand(R"({"type": ")" + type + R"(", "field": "notification_server"})");
    const HttpAnswer answer = m_sandbox->get("/company");
    QCOMPARE(answer.status, status);
    QCOMPARE(answer.json()[u"code"], QJsonValue(status));
    QCOMPARE(answer.json()[u"type"].toString().toLatin1(), baseType);
    QCOMPARE(answer.json()[u"errors"][0][u"type"].toString().toLatin1(), type);
    QCOMPARE(answer.json()[u"errors"][0][u"field"].toString(), u"notification_server"_s);
    QCOMPARE(m_sandbox->get("/company").status, 200);
    const QJsonObject counters = m_sandbox->counters();
    QCOMPARE(counters.value(u"demanded"), QJsonValue(1));
    QCOMPARE(counters.value(u"violations"), QJsonValue(0));
}

void TestSandboxChanges::demandedErrorWaitsForItsOperation()
{
    demand(R"({"type": "internal_error", "operation": "POST /company", "times": 2})");
    QCOMPARE(m_sandbox->get("/company").status, 200);
    QCOMPARE(send(companyBody, "name=").status, 400); // what is wrong by itself does not use it up
    QCOMPARE(send(companyBody).status, 500);
    QCOMPARE(send(companyBody).status, 500);
    QCOMPARE(send(companyBody).status, 201);
    QCOMPARE(m_sandbox->counters().value(u"created_companies"), QJsonValue(1));
}

void TestSandboxChanges::errorAfterTheEffect()
{
    demand(R"({"type": "dependency_exception", "after_effect": true})");
    QCOMPARE(send(companyBody).status, 429);
    QCOMPARE(m_sandbox->get("/company/name?name=idrive").json().array().size(), 1);
}

void TestSandboxChanges::demandIsRefusedAsOtherRequests()
{
    for (const char *json : {R"({"type": "teapot"})", R"({})", R"({"type": "internal_error", "what": 1})"})
        QCOMPARE(m_sandbox->send("POST", "/sandbox/next-error", json).status, 400);
    RawConnection unknown(m_sandbox->port());
    QCOMPARE(unknown.ask(SandboxChild::request("/sandbox/counters", "")).status, 401);
    QCOMPARE(
        unknown.ask(SandboxChild::request("/api/msp/sandbox/counters", SandboxChild::authorization)).status,
        404);
}

void TestSandboxChanges::countersTellWhatWasAsked()
{
    const int before = m_sandbox->counters().value(u"requests").toInt();
    send(companyBody);
    send(companyBody, "name=");
    m_sandbox->get("/company?company_id=1");
    m_sandbox->get("/nothing");
    const QJsonObject counters = m_sandbox->counters();
    QCOMPARE(counters.value(u"requests").toInt(), before + 4); // those for the counters do not count
    QCOMPARE(counters.value(u"bodies"), QJsonValue(2));
    QCOMPARE(counters.value(u"refused"), QJsonValue(3));
    QCOMPARE(counters.value(u"violations"), QJsonValue(2)); // to ask for what is not there is none
    const QJsonValue creations = counters.value(u"operations")[u"POST /company"];
    QCOMPARE(creations[u"requests"], QJsonValue(2));
    QCOMPARE(creations[u"answered"], QJsonValue(1));
    QCOMPARE(creations[u"violations"], QJsonValue(1));
    QCOMPARE(counters.value(u"last_violations")[0][u"field"].toString(), u"name"_s);
}

void TestSandboxChanges::manyPostAtOnce()
{
    constexpr int clients = 8;
    constexpr int each = 12;
    std::array<QList<QByteArray>, clients> ids;
    {
        std::vector<std::jthread> threads;
        for (QList<QByteArray> &mine : ids) {
            threads.emplace_back([this, &mine] {
                for (int i = 0; i < each; ++i) {
                    mine << idOf(send(companyBody).json().object());
                    mine << makePlan().json()[u"backup_id"].toString().toLatin1();
                }
            });
        }
    }
    QSet<QByteArray> all;
    for (const QList<QByteArray> &mine : ids)
        all.unite(QSet<QByteArray>(mine.begin(), mine.end()));
    QCOMPARE(all.size(), clients * each * 2);
    const QJsonObject counters = m_sandbox->counters();
    QCOMPARE(counters.value(u"created_companies"), QJsonValue(clients * each));
    QCOMPARE(counters.value(u"created_plans"), QJsonValue(clients * each));
    QCOMPARE(counters.value(u"refused"), QJsonValue(0));
}

void TestSandboxChanges::connectionIsKeptAfterARefusedBody()
{
    RawConnection connection(m_sandbox->port());
    const QByteArray headers =
        SandboxChild::authorization + QByteArray("Content-Type: application/json\r\nContent-Length: 2\r\n");
    for (int i = 0; i < 10; ++i)
        QCOMPARE(connection.ask(SandboxChild::request("/api/msp/company", headers, "POST") + "{}").status,
                 400);
}

void TestSandboxChanges::longBodyIsTaken()
{
    QByteArray items = "[";
    for (int i = 0; i < 100'000; ++i)
        items += (i > 0 ? ",\"/srv/data/folder " : "\"/srv/data/folder ") + QByteArray::number(i) + '"';
    const HttpAnswer answer = makePlan("backup_details.items_to_backup=" + items + ']');
    QCOMPARE(answer.status, 201);
    const QByteArray id = answer.json()[u"backup_id"].toString().toLatin1();
    QCOMPARE(plans("?backup_id=" + id).first()[u"backup_details"][u"items_to_backup"].toArray().size(),
             100'000);
}

QTEST_GUILESS_MAIN(TestSandboxChanges)
#include "tst_sandboxchanges.moc"
