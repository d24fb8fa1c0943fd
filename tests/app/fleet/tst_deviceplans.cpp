// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deviceplans.h"
#include "tests/support/pretendserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

CompanyKey company(const QString &id)
{
    return {AccountId(u"a"_s), CompanyId(id)};
}

QByteArray stamp(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s).toUtf8();
}

QByteArray device(const QByteArray &id, const QByteArray &company, const QDateTime &lastBackup,
                  const QByteArray &status = "online")
{
    return "{\"name\":\"" + id + "\",\"status\":\"" + status + "\",\"device_id\":\"" + id
        + "\",\"company_id\":\"" + company
        + "\",\"os\":\"windows\",\"backup_status\":\"Success\",\"version\":\"1\",\"group_name\":\"Desks\","
          "\"last_backup\":\""
        + stamp(lastBackup) + "\",\"next_backup\":null}";
}

} // namespace

/// The plans beside a real table of devices, read over the wire, and what health makes of them.
class TestDevicePlans : public QObject
{
    Q_OBJECT

private:
    DeviceRow row(const char *id) const
    {
        return m_fleet->devices().find({AccountId(u"a"_s), DeviceId(QString::fromLatin1(id))}).value();
    }
    void readPlans(const QList<CompanyKey> &companies)
    {
        m_fleet->plans().read(companies);
        QVERIFY(QTest::qWaitFor([this] { return !m_fleet->plans().isReading(); }, 15'000));
        while (m_fleet->devicePlans().workSome(0)) { }
        while (m_fleet->health().recheckSome(0)) { }
    }
    QString plansOf(const char *id) const
    {
        QStringList texts;
        for (const DevicePlan &plan : m_fleet->devicePlans().plans(row(id)))
            texts << m_fleet->devicePlans().plan(plan.plan).name + u' ' + label(plan.state);
        return texts.join(u", "_s);
    }
    QString found(const QueryValue &value, bool isCoverage) const
    {
        const RowBits rows =
            isCoverage ? m_fleet->devicePlans().coveredRows(value) : m_fleet->devicePlans().rows(value);
        QStringList names;
        for (const DeviceRow row : m_fleet->devices().liveRows()) {
            if (rows.contains(row))
                names << m_fleet->devices().key(row).device.text();
        }
        names.sort();
        return names.join(u' ');
    }

    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Fleet> m_fleet;
    const QDateTime m_now = QDateTime::currentDateTimeUtc();

private slots:
    void init();
    void cleanup();

    void everyDeviceHasItsPlans();
    void rowsOfAQuery();
    void coverageIsCounted_andWhatWasNotReadIsNotClaimed();
    void devicesThatComeLaterFindTheirPlans_andThoseThatGoLoseThem();
    void health_scheduleOfThePlanMakesLate_andNamesIt();
    void health_aWeeklyPlanIsNotStaleAfterTwoDays();
};

/// Company 7 with five devices, company 8 with one whose plans are not read at first.
void TestDevicePlans::init()
{
    m_server = std::make_unique<PretendServer>();
    m_server->set("/company",
                  companyJson("1", "MSP", {companyJson("7", "Acme"), companyJson("8", "Beta")}, true));
    const QDateTime fresh = m_now.addSecs(-3600);
    m_server->set("/device/summary",
                  listJson({device("applied", "7", fresh), device("pending", "7", fresh),
                            device("failed", "7", fresh), device("bare", "7", fresh),
                            device("gone", "7", fresh, "archived"), device("other", "8", fresh)}));
    m_server->set(
        "/backup_plan?company_id=7",
        R"([{"backup_id":"1","name":"Nightly","backup_applied_on":"applied","backup_pending_on":"pending",
                     "backup_failed_on":"failed","devices":[{"device_id":"pending"},{"device_id":"applied"}]},
                    {"backup_id":"2","name":"Disk","backup_details":{"where_to_backup":"LOCAL"},
                     "devices":[{"device_id":"applied"},{"device_id":"nobody"}]}])");
    m_server->set("/backup_plan?company_id=8", "[]");
    m_session = m_server->session();
    m_fleet = std::make_unique<Fleet>();
    m_fleet->addSession(m_session.get());
    QVERIFY(readWhole(*m_fleet).has_value());
    QVERIFY(m_fleet->devicePlans().isEmpty());
}

void TestDevicePlans::cleanup()
{
    m_fleet.reset();
    m_session.reset();
    m_server.reset();
}

void TestDevicePlans::everyDeviceHasItsPlans()
{
    QSignalSpy changed(&m_fleet->devicePlans(), &DevicePlans::changed);
    readPlans({company(u"7"_s)});
    QVERIFY(!changed.isEmpty());
    QCOMPARE(plansOf("applied"), u"Nightly applied, Disk listed"_s);
    QCOMPARE(plansOf("pending"), u"Nightly pending"_s); // pending wins over listed
    QCOMPARE(plansOf("failed"), u"Nightly failed"_s);
    QCOMPARE(plansOf("bare"), QString());
    QVERIFY(m_fleet->devicePlans().isRead(row("bare")));
    QVERIFY(!m_fleet->devicePlans().isRead(row("other")));
}

void TestDevicePlans::rowsOfAQuery()
{
    readPlans({company(u"7"_s)});
    const auto ofPlan = [this](QueryMatch match, const QString &text) {
        return found({.match = match, .text = text}, false);
    };
    QCOMPARE(ofPlan(QueryMatch::Contains, u"NIGHT"_s), u"applied failed pending"_s);
    QCOMPARE(ofPlan(QueryMatch::Exact, u"disk"_s), u"applied"_s);
    QCOMPARE(ofPlan(QueryMatch::Exact, u"2"_s), u"applied"_s); // its ID
    QCOMPARE(ofPlan(QueryMatch::Contains, u"2"_s), QString());
    QCOMPARE(ofPlan(QueryMatch::None, {}), u"applied failed pending"_s);
}

void TestDevicePlans::coverageIsCounted_andWhatWasNotReadIsNotClaimed()
{
    const auto with = [this](const QString &word) {
        return found({.match = QueryMatch::Contains, .text = word}, true);
    };
    readPlans({company(u"7"_s)});
    QCOMPARE(with(u"covered"_s), u"applied"_s);
    QCOMPARE(with(u"uncovered"_s), u"bare gone"_s);
    QCOMPARE(with(u"pending"_s), u"pending"_s);
    QCOMPARE(with(u"failed"_s), u"failed"_s);
    QCOMPARE(with(u"unread"_s), u"other"_s);
    CoverageCounts counts = m_fleet->devicePlans().coverage(std::nullopt, m_fleet->health());
    QCOMPARE(counts.all, 5); // without the archived one
    QCOMPARE(counts.of(CoverageWord::Uncovered), 1);
    QCOMPARE(counts.of(CoverageWord::Unread), 1);
    const quint32 beta = m_fleet->devices().companyCode(company(u"8"_s));
    QCOMPARE(m_fleet->devicePlans().coverage(beta, m_fleet->health()).all, 1);
    readPlans({company(u"8"_s)});
    counts = m_fleet->devicePlans().coverage(std::nullopt, m_fleet->health());
    QCOMPARE(counts.of(CoverageWord::Uncovered), 2);
    QCOMPARE(counts.of(CoverageWord::Unread), 0);
}

void TestDevicePlans::devicesThatComeLaterFindTheirPlans_andThoseThatGoLoseThem()
{
    readPlans({company(u"7"_s)});
    m_server->set(
        "/device/summary",
        listJson({device("nobody", "7", m_now), device("pending", "7", m_now), device("other", "8", m_now)}));
    QVERIFY(readWhole(*m_fleet).has_value());
    while (m_fleet->devicePlans().workSome(0)) { }
    QCOMPARE(plansOf("nobody"), u"Disk listed"_s);
    QCOMPARE(plansOf("pending"), u"Nightly pending"_s);
    QCOMPARE(found({.match = QueryMatch::None, .text = {}}, false), u"nobody pending"_s);
    m_fleet->removeSession(m_session.get());
    while (m_fleet->devicePlans().workSome(0)) { }
    QVERIFY(m_fleet->devicePlans().isEmpty());
}

/// A daily run at a fixed time of a clock that is two hours ahead of the server's: the last one was 10 hours ago, the device's last
/// success was before it, and the server names no next run of the device itself.
void TestDevicePlans::health_scheduleOfThePlanMakesLate_andNamesIt()
{
    const QDateTime run = QDateTime(m_now.date(), QTime(m_now.time().hour(), 0), Qt::UTC).addSecs(-10 * 3600);
    const QByteArray time = run.addSecs(2 * 3600).time().toString(u"HH:mm:ss"_s).toUtf8();
    m_server->set(
        "/device/summary",
        listJson({device("applied", "7", run.addSecs(-20 * 3600)), device("pending", "7", run.addSecs(1800)),
                  device("bare", "7", run.addSecs(-20 * 3600))}));
    m_server->set(
        "/backup_plan?company_id=7",
        "[{\"backup_id\":\"1\",\"name\":\"<b>Nightly</b>\",\"backup_set\":\"DEFAULT\",\"schedule_info\":{"
        "\"frequency_type\":\"DAILY\",\"daily_mode\":\"ALL_DAYS\",\"time\":\""
            + time + "\"},\"devices\":[{\"device_id\":\"applied\",\"next_backup\":\"" + stamp(run.addDays(1))
            + "\"},{\"device_id\":\"pending\"}]}]");
    QVERIFY(readWhole(*m_fleet).has_value());
    while (m_fleet->health().recheckSome(0)) { }
    QCOMPARE(m_fleet->health().health(row("applied")), std::optional(Health::Protected));
    readPlans({company(u"7"_s)});
    QCOMPARE(m_fleet->health().health(row("applied")), std::optional(Health::Late));
    QCOMPARE(m_fleet->health().health(row("pending")), std::optional(Health::Protected)); // ran since
    QCOMPARE(m_fleet->health().health(row("bare")), std::optional(Health::Protected)); // in no plan
    const WhyLines why = m_fleet->health().why(row("applied"));
    QCOMPARE(why.first().rule, HealthRule::Late);
    QCOMPARE(why.first().plan, u"<b>Nightly</b>"_s);
    QCOMPARE(why.first().time, run.toMSecsSinceEpoch());
    QVERIFY(sentence(why.first(), QLocale::c()).contains(u"<b>Nightly</b>"_s));
}

void TestDevicePlans::health_aWeeklyPlanIsNotStaleAfterTwoDays()
{
    const QDateTime last = m_now.addDays(-8);
    m_server->set("/device/summary", listJson({device("applied", "7", last), device("bare", "7", last)}));
    m_server->set("/backup_plan?company_id=7",
                  "[{\"backup_id\":\"1\",\"name\":\"Weekly\",\"schedule_info\":{\"frequency_type\":"
                  "\"WEEKLY\",\"days\":[\"MON\"],"
                  "\"time\":\"20:00:00\"},\"backup_applied_on\":\"applied\"}]");
    QVERIFY(readWhole(*m_fleet).has_value());
    while (m_fleet->health().recheckSome(0)) { }
    QCOMPARE(m_fleet->health().health(row("applied")),
             std::optional(Health::Stale)); // 7 days for a workstation
    readPlans({company(u"7"_s)});
    QCOMPARE(m_fleet->health().health(row("applied")), std::optional(Health::Protected)); // 8.75 days
    QCOMPARE(m_fleet->health().health(row("bare")), std::optional(Health::Stale));
    const WhyLines why = m_fleet->health().why(row("applied"));
    QCOMPARE(why.first().rule, HealthRule::LastSucceeded);
    QCOMPARE(why.first().plan, u"Weekly"_s);
    QCOMPARE(why.first().limit, 7 * day + 7 * day / 4);
}

QTEST_GUILESS_MAIN(TestDevicePlans)
#include "tst_deviceplans.moc"
