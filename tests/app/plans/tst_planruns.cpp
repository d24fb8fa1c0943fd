// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plandraft.h"
#include "app/plans/planruns.h"
#include "tests/app/plans/plansample.h"

#include <QFile>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <array>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {

QDateTime utc(const QString &text)
{
    return QDateTime::fromString(text + u"Z"_s, Qt::ISODate);
}

// "2026-11-28 20:00", with a sign for each mark.
QString shown(const PlannedRun &run)
{
    QString text = run.start.toString(u"yyyy-MM-dd HH:mm"_s);
    if (run.marks.testFlag(RunMark::DateMissing))
        text += u'?';
    if (run.marks.testFlag(RunMark::ClockSkips))
        text += u'-';
    if (run.marks.testFlag(RunMark::ClockRepeats))
        text += u'2';
    return text;
}

QString shown(const QList<PlannedRun> &runs)
{
    QStringList texts;
    for (const PlannedRun &run : runs)
        texts << shown(run);
    return texts.join(u", "_s);
}

std::optional<RunPattern> patternOf(const QByteArray &json)
{
    return runPattern(readSchedule(object(json)));
}

/// What a schedule of the API makes, from a moment on: "from" and "runs" as the tests write them.
struct RunsOfSchedule
{
    const char *name;
    const char *json;
    const char *from;
    const char *runs;
};

constexpr std::array runsOfSchedules{
    // 2026-11-28 is a Saturday.
    RunsOfSchedule{"every day", R"({"frequency_type":"DAILY","time":"20:00:00"})", "2026-11-28T19:00:00",
                   "2026-11-28 20:00, 2026-11-29 20:00, 2026-11-30 20:00, 2026-12-01 20:00"},
    RunsOfSchedule{"not the run of this very moment", R"({"frequency_type":"DAILY","time":"20:00:00"})",
                   "2026-11-28T20:00:00",
                   "2026-11-29 20:00, 2026-11-30 20:00, 2026-12-01 20:00, 2026-12-02 20:00"},
    RunsOfSchedule{"working days", R"({"frequency_type":"DAILY","daily_mode":"WEEKDAYS","time":"20:00:00"})",
                   "2026-11-28T19:00:00",
                   "2026-11-30 20:00, 2026-12-01 20:00, 2026-12-02 20:00, 2026-12-03 20:00"},
    RunsOfSchedule{"two week days", R"({"frequency_type":"WEEKLY","days":["TUE","SUN"],"time":"02:30:00"})",
                   "2026-11-28T19:00:00",
                   "2026-11-29 02:30, 2026-12-01 02:30, 2026-12-06 02:30, 2026-12-08 02:30"},
    RunsOfSchedule{
        "two dates of two months",
        R"({"frequency_type":"MONTHLY","months":["JANUARY","MARCH"],"dates":["1","15"],"time":"02:30:00"})",
        "2026-11-28T19:00:00", "2027-01-01 02:30, 2027-01-15 02:30, 2027-03-01 02:30, 2027-03-15 02:30"},
    RunsOfSchedule{"the last day",
                   R"({"frequency_type":"MONTHLY","months":["ALL"],"dates":["LAST_DAY"],"time":"02:30:00"})",
                   "2027-12-31T19:00:00",
                   "2028-01-31 02:30, 2028-02-29 02:30, 2028-03-31 02:30, 2028-04-30 02:30"},
    RunsOfSchedule{"the 31st, where months are short",
                   R"({"frequency_type":"MONTHLY","months":["ALL"],"dates":["31"],"time":"02:30:00"})",
                   "2027-01-01T00:00:00",
                   "2027-01-31 02:30, 2027-02-28 02:30?, 2027-03-31 02:30, 2027-04-30 02:30?"},
    RunsOfSchedule{
        "the 30th and 31st: one mark in February, none in April",
        R"({"frequency_type":"MONTHLY","months":["FEBRUARY","APRIL"],"dates":["30","31"],"time":"02:30:00"})",
        "2027-01-01T00:00:00", "2027-02-28 02:30?, 2027-04-30 02:30, 2028-02-29 02:30?, 2028-04-30 02:30"},
    RunsOfSchedule{"the 29th of February",
                   R"({"frequency_type":"MONTHLY","months":["FEBRUARY"],"dates":["29"],"time":"02:30:00"})",
                   "2026-11-28T00:00:00",
                   "2027-02-28 02:30?, 2028-02-29 02:30, 2029-02-28 02:30?, 2030-02-28 02:30?"},
    RunsOfSchedule{
        "every day of a month",
        R"({"frequency_type":"MONTHLY","months":["FEBRUARY"],"dates":["ALL_DAYS"],"time":"02:30:00"})",
        "2026-02-27T00:00:00", "2026-02-27 02:30, 2026-02-28 02:30, 2027-02-01 02:30, 2027-02-02 02:30"},
    RunsOfSchedule{"switched off: the runs that it would have",
                   R"({"frequency_type":"DAILY","time":"20:00:00","scheduler_disabled":true})",
                   "2026-11-28T19:00:00",
                   "2026-11-28 20:00, 2026-11-29 20:00, 2026-11-30 20:00, 2026-12-01 20:00"},
};

} // namespace

/// Planned runs, against tables that know nothing of the code.
class TestPlanRuns : public QObject
{
    Q_OBJECT

private slots:
    void F59_G13_everyZoneAndClockChange_data();
    void F59_G13_everyZoneAndClockChange();
    void F59_G13_requestsAreTheSameInEveryZone();
    void nextRunsOfASchedule_data();
    void nextRunsOfASchedule();
    void whatCannotBeToldIsSaid_data();
    void whatCannotBeToldIsSaid();
    void cutOffIsOnTheSameDayOrTheNext_data();
    void cutOffIsOnTheSameDayOrTheNext();
    void gaps_data();
    void gaps();
    void theLatestRunIsTheOneBeforeTheNext_data();
    void theLatestRunIsTheOneBeforeTheNext();
    void aDraftHasTheRunsOfItsSchedule();
    void aMonthHasItsRuns();
};

/// The table was made by counting, minute by minute, which moments of UTC show a wall clock: 42 zones, the clock changes of 2022.
/// `=`: one moment does; `2`: two, the first stands here; `-`: none does, the moment after as long past the change stands here.
void TestPlanRuns::F59_G13_everyZoneAndClockChange_data()
{
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<QString>("wall");
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("moment");
    QFile table(QStringLiteral(STEWARD_SOURCE_DIR "/tests/app/plans/clockchanges.txt"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    while (!table.atEnd()) {
        const QByteArray line = table.readLine().trimmed();
        const QList<QByteArray> words = line.split(' ');
        QCOMPARE(words.size(), 4);
        QTest::newRow(line.constData()) << words[0] << QString::fromLatin1(words[1])
                                        << QString::fromLatin1(words[2]) << QString::fromLatin1(words[3]);
    }
}

void TestPlanRuns::F59_G13_requestsAreTheSameInEveryZone()
{
    QFile table(QStringLiteral(STEWARD_SOURCE_DIR "/tests/app/plans/clockchanges.txt"));
    QVERIFY(table.open(QIODevice::ReadOnly));
    const QByteArray before = qgetenv("TZ");
    QSet<QByteArray> zones;
    QSet<QByteArray> requests;
    while (!table.atEnd()) {
        const QList<QByteArray> words = table.readLine().trimmed().split(' ');
        zones.insert(words[0]);
        qputenv("TZ", words[0]);
        tzset();
        PlanDraft draft{.company = CompanyId(u"1"_s), .devices = {DeviceId(u"a"_s)}, .name = u"n"_s};
        draft.schedule.time = QTime(2, 30); // which a clock change may skip or repeat
        draft.schedule.cutOff = QTime(1, 15);
        requests.insert(QJsonDocument(planBody(draft)).toJson());
    }
    qputenv("TZ", before);
    tzset();
    QVERIFY(zones.size() >= 40);
    QCOMPARE(requests.size(), 1);
    QVERIFY(requests.constBegin()->contains("02:30:00"));
}

void TestPlanRuns::F59_G13_everyZoneAndClockChange()
{
    QFETCH(const QByteArray, zone);
    QFETCH(const QString, wall);
    QFETCH(const QString, kind);
    QFETCH(const QString, moment);
    const QTimeZone timeZone(zone);
    QVERIFY(timeZone.isValid());
    const QDateTime clock = QDateTime::fromString(wall, u"yyyy-MM-ddTHH:mm"_s);
    const RunPattern daily{.time = clock.time(), .days = allWeekDays()};
    const QDateTime expected = utc(moment + u":00"_s);

    const PlannedRuns onDay = runsBetween(daily, timeZone, clock.date(), clock.date());
    QCOMPARE(onDay.runs.size(), 1);
    QCOMPARE(onDay.runs.first().start.toUTC(), expected);
    QCOMPARE(onDay.runs.first().marks,
             kind == u"2"_s       ? RunMarks(RunMark::ClockRepeats)
                 : kind == u"-"_s ? RunMarks(RunMark::ClockSkips)
                                  : RunMarks());

    // one second before it is the next run, and one second later it is the latest
    QCOMPARE(nextRuns(daily, timeZone, expected.addSecs(-1), 1).runs, onDay.runs);
    QCOMPARE(latestRun(daily, timeZone, expected), onDay.runs.first());
    QVERIFY(latestRun(daily, timeZone, expected.addSecs(-1))->start < expected);
    QVERIFY(nextRuns(daily, timeZone, expected, 1).runs.first().start > expected);

    const RunPattern cutOff{.time = QTime(0, 0), .cutOff = clock.time(), .days = allWeekDays()};
    if (clock.time() > QTime(0, 0))
        QCOMPARE(runsBetween(cutOff, timeZone, clock.date(), clock.date()).runs.first().cutOff.toUTC(),
                 expected);
}

void TestPlanRuns::nextRunsOfASchedule_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("runs");
    for (const RunsOfSchedule &row : runsOfSchedules)
        QTest::newRow(row.name) << QByteArray(row.json) << QString::fromLatin1(row.from)
                                << QString::fromLatin1(row.runs);
}

void TestPlanRuns::nextRunsOfASchedule()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, from);
    const std::optional<RunPattern> pattern = patternOf(json);
    QVERIFY(pattern);
    const PlannedRuns planned = nextRuns(*pattern, QTimeZone::utc(), utc(from), 4);
    QCOMPARE(planned.known, RunsKnown::Known);
    QTEST(shown(planned.runs), "runs");
}

void TestPlanRuns::whatCannotBeToldIsSaid_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("isPattern");
    QTest::addColumn<RunsKnown>("known");
    const auto row = [](const char *json, bool isPattern, RunsKnown known = RunsKnown::Known) {
        QTest::newRow(json) << QByteArray(json) << isPattern << known;
    };
    row(R"({"frequency_type":"HOURLY","time":"20:00:00"})", true, RunsKnown::IntervalNotStated);
    row(R"({"frequency_type":"HOURLY"})", true, RunsKnown::IntervalNotStated);
    row(R"({"frequency_type":"IMMEDIATE","time":"20:00:00"})", true, RunsKnown::AtOnce);
    row(R"({"frequency_type":"WEEKLY","days":[],"time":"20:00:00"})", true, RunsKnown::NoSuchDay);
    row(R"({"frequency_type":"MONTHLY","months":["FEBRUARY"],"dates":["30","31"],"time":"20:00:00"})", true,
        RunsKnown::NoSuchDay);
    row("{}", false);
    row(R"({"frequency_type":"FORTNIGHTLY","time":"20:00:00"})", false);
    row(R"({"frequency_type":"DAILY"})", false);
    row(R"({"frequency_type":"DAILY","time":"noon"})", false);
    row(R"({"frequency_type":"DAILY","daily_mode":"WEEKENDS","time":"20:00:00"})", false);
    row(R"({"frequency_type":"WEEKLY","time":"20:00:00"})", false);
    row(R"({"frequency_type":"WEEKLY","days":["MON","ODD"],"time":"20:00:00"})", false);
    row(R"({"frequency_type":"MONTHLY","months":["ALL"],"time":"20:00:00"})", false);
    row(R"({"frequency_type":"MONTHLY","dates":["1"],"time":"20:00:00"})", false);
}

void TestPlanRuns::whatCannotBeToldIsSaid()
{
    QFETCH(const QByteArray, json);
    QFETCH(const RunsKnown, known);
    const std::optional<RunPattern> pattern = patternOf(json);
    QTEST(pattern.has_value(), "isPattern");
    if (!pattern)
        return;
    const QDateTime from = utc(u"2026-11-28T00:00:00"_s);
    const PlannedRuns planned = nextRuns(*pattern, QTimeZone::utc(), from, 10);
    QCOMPARE(planned.known, known);
    QVERIFY(planned.runs.isEmpty());
    QVERIFY(!sentence(planned.known).isEmpty());
    QVERIFY(!latestRun(*pattern, QTimeZone::utc(), from));
    QVERIFY(!longestGapInDays(*pattern));
}

void TestPlanRuns::cutOffIsOnTheSameDayOrTheNext_data()
{
    QTest::addColumn<QByteArray>("times");
    QTest::addColumn<QString>("cutOff");
    QTest::newRow("earlier: the next day")
        << R"("time":"17:40:00","cutoff_time":"07:00:00")"_ba << u"2026-11-29T07:00:00"_s;
    QTest::newRow("later: the same day")
        << R"("time":"17:40:00","cutoff_time":"17:41:00")"_ba << u"2026-11-28T17:41:00"_s;
    QTest::newRow("none") << R"("time":"17:40:00")"_ba << QString();
    QTest::newRow("no time") << R"("time":"17:40:00","cutoff_time":"late")"_ba << QString();
}

void TestPlanRuns::cutOffIsOnTheSameDayOrTheNext()
{
    QFETCH(const QByteArray, times);
    QFETCH(const QString, cutOff);
    const QByteArray json = R"({"frequency_type":"DAILY",)" + times + '}';
    const PlannedRuns planned =
        nextRuns(*patternOf(json), QTimeZone::utc(), utc(u"2026-11-28T00:00:00"_s), 1);
    QCOMPARE(planned.runs.size(), 1);
    QCOMPARE(planned.runs.first().cutOff, cutOff.isEmpty() ? QDateTime() : utc(cutOff));
}

void TestPlanRuns::gaps_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("days");
    const auto row = [](const char *json, int days) {
        QTest::newRow(json) << QByteArray(json) << days;
    };
    row(R"({"frequency_type":"DAILY","time":"20:00:00"})", 1);
    row(R"({"frequency_type":"DAILY","daily_mode":"WEEKDAYS","time":"20:00:00"})", 3);
    row(R"({"frequency_type":"WEEKLY","days":["WED"],"time":"20:00:00"})", 7);
    row(R"({"frequency_type":"WEEKLY","days":["TUE","FRI"],"time":"20:00:00"})", 4);
    row(R"({"frequency_type":"WEEKLY","days":["MON","SUN"],"time":"20:00:00"})", 6);
    row(R"({"frequency_type":"MONTHLY","months":["ALL"],"dates":["1"],"time":"20:00:00"})", 31);
    row(R"({"frequency_type":"MONTHLY","months":["ALL"],"dates":["31"],"time":"20:00:00"})", 61);
    row(R"({"frequency_type":"MONTHLY","months":["ALL"],"dates":["1","15"],"time":"20:00:00"})", 17);
    row(R"({"frequency_type":"MONTHLY","months":["ALL"],"dates":["LAST_DAY"],"time":"20:00:00"})", 31);
    row(R"({"frequency_type":"MONTHLY","months":["ALL"],"dates":["ALL_DAYS"],"time":"20:00:00"})", 1);
    row(R"({"frequency_type":"MONTHLY","months":["JUNE"],"dates":["1"],"time":"20:00:00"})", 366);
    row(R"({"frequency_type":"MONTHLY","months":["FEBRUARY"],"dates":["29"],"time":"20:00:00"})", 1461);
}

void TestPlanRuns::gaps()
{
    QFETCH(const QByteArray, json);
    QTEST(longestGapInDays(*patternOf(json)).value_or(-1), "days");
}

void TestPlanRuns::theLatestRunIsTheOneBeforeTheNext_data()
{
    gaps_data();
}

/// Walks through the runs of four years: between two certain ones the latest is always the first.
void TestPlanRuns::theLatestRunIsTheOneBeforeTheNext()
{
    QFETCH(const QByteArray, json);
    const RunPattern pattern = *patternOf(json);
    const QTimeZone zone("America/New_York");
    QList<PlannedRun> runs = nextRuns(pattern, zone, utc(u"2026-01-01T00:00:00"_s), 40).runs;
    runs.removeIf([](const PlannedRun &run) { return !run.isCertain(); });
    for (qsizetype i = 0; i + 1 < runs.size(); ++i) {
        const qint64 seconds = runs[i].start.secsTo(runs[i + 1].start);
        QVERIFY(seconds > 0);
        for (const qint64 past : {qint64(0), seconds / 2, seconds - 1})
            QCOMPARE(latestRun(pattern, zone, runs[i].start.addSecs(past)), runs[i]);
    }
}

void TestPlanRuns::aDraftHasTheRunsOfItsSchedule()
{
    ScheduleDraft draft{.frequency = ScheduleFrequency::Daily,
                        .time = QTime(20, 0),
                        .dailyMode = DailyMode::Weekdays,
                        .cutOff = QTime(6, 0)};
    QCOMPARE(
        runPattern(draft),
        *patternOf(
            R"({"frequency_type":"DAILY","daily_mode":"WEEKDAYS","time":"20:00","cutoff_time":"06:00"})"));
    draft = {
        .frequency = ScheduleFrequency::Weekly, .time = QTime(20, 0), .days = WeekDays().set(Qt::Sunday)};
    QCOMPARE(runPattern(draft), *patternOf(R"({"frequency_type":"WEEKLY","days":["SUN"],"time":"20:00"})"));
    QCOMPARE(nextRuns(runPattern(ScheduleDraft{.time = QTime()}), QTimeZone::utc(),
                      utc(u"2026-11-28T00:00:00"_s), 1)
                 .known,
             RunsKnown::TimeMissing);
}

void TestPlanRuns::aMonthHasItsRuns()
{
    const RunPattern pattern =
        *patternOf(R"({"frequency_type":"MONTHLY","months":["ALL"],"dates":["1","15","31"],"time":"02:30"})");
    const PlannedRuns april =
        runsBetween(pattern, QTimeZone("Europe/Berlin"), QDate(2027, 4, 1), QDate(2027, 4, 30));
    QCOMPARE(shown(april.runs), u"2027-04-01 02:30, 2027-04-15 02:30, 2027-04-30 02:30?"_s);
    QVERIFY(sentence(april.runs.first().marks).isEmpty());
    QVERIFY(!sentence(april.runs.last().marks).isEmpty());
    QVERIFY(!april.runs.last().isCertain());
}

QTEST_GUILESS_MAIN(TestPlanRuns)
#include "tst_planruns.moc"
