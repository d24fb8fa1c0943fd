// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/planschedule.h"
#include "app/sandbox/scheduletext.h"

#include <QDateTime>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Frequency = PlanSchedule::Frequency;

// A Tuesday.
constexpr Moment someMoment = std::chrono::sys_days(std::chrono::year(2026) / 2 / 17) + 11h + 15min;

QString text(std::optional<Moment> moment)
{
    if (!moment)
        return u"none"_s;
    return QDateTime::fromMSecsSinceEpoch(moment->time_since_epoch().count(), Qt::UTC)
        .toString(u"yyyy-MM-dd HH:mm:ss"_s);
}

} // namespace

Q_DECLARE_METATYPE(PlanSchedule)

class TestPlanSchedule : public QObject
{
    Q_OBJECT

private slots:
    void startsStandAroundAMoment_data();
    void startsStandAroundAMoment();
    void eachStartLeadsToTheNextAndBack();
    void noStartBeforeThePlan();
    void cutoffIsOnTheNextDayIfItIsEarlier();
    void wordsLeadBackToTheSchedule();
};

void TestPlanSchedule::startsStandAroundAMoment_data()
{
    QTest::addColumn<PlanSchedule>("schedule");
    QTest::addColumn<QString>("latest");
    QTest::addColumn<QString>("next");
    const auto row = [](const char *name, const PlanSchedule &schedule, const QString &latest,
                        const QString &next) {
        QTest::newRow(name) << schedule << latest << next;
    };
    row("daily, later today", {.time = 16h + 45min}, u"2026-02-16 16:45:00"_s, u"2026-02-17 16:45:00"_s);
    row("daily, today already", {.time = 9h + 30s}, u"2026-02-17 09:00:30"_s, u"2026-02-18 09:00:30"_s);
    row("at this moment", {.time = 11h + 15min}, u"2026-02-17 11:15:00"_s, u"2026-02-18 11:15:00"_s);
    // The API document's sample: a daily plan at 16:45 whose device's next backup is 11:15.
    row("hours east", {.time = 16h + 45min, .eastOfUtc = 5h + 30min}, u"2026-02-17 11:15:00"_s,
        u"2026-02-18 11:15:00"_s);
    row("midnight between", {.time = 1h, .eastOfUtc = 2h}, u"2026-02-16 23:00:00"_s,
        u"2026-02-17 23:00:00"_s);
    row("hours west", {.time = 22h, .eastOfUtc = -8h}, u"2026-02-17 06:00:00"_s, u"2026-02-18 06:00:00"_s);
    row("weekdays", {.time = 9h, .weekdays = PlanSchedule::mondayToFriday}, u"2026-02-17 09:00:00"_s,
        u"2026-02-18 09:00:00"_s);
    row("Saturdays and Sundays", {.frequency = Frequency::Weekly, .time = 9h, .weekdays = 0x41},
        u"2026-02-15 09:00:00"_s, u"2026-02-21 09:00:00"_s);
    row("every hour", {.frequency = Frequency::Hourly, .time = 3h + 20min}, u"2026-02-17 10:20:00"_s,
        u"2026-02-17 11:20:00"_s);
    row("every hour, half an hour east", {.frequency = Frequency::Hourly, .time = 20min, .eastOfUtc = 30min},
        u"2026-02-17 10:50:00"_s, u"2026-02-17 11:50:00"_s);
    row("the 5th and the 25th", {.frequency = Frequency::Monthly, .time = 8h, .dates = 1U << 5 | 1U << 25},
        u"2026-02-05 08:00:00"_s, u"2026-02-25 08:00:00"_s);
    row("last day", {.frequency = Frequency::Monthly, .time = 8h, .dates = PlanSchedule::lastDate},
        u"2026-01-31 08:00:00"_s, u"2026-02-28 08:00:00"_s);
    row("the 31st", {.frequency = Frequency::Monthly, .time = 8h, .dates = 1U << 31},
        u"2026-01-31 08:00:00"_s, u"2026-03-31 08:00:00"_s);
    row("in June alone", {.frequency = Frequency::Monthly, .time = 8h, .months = 1U << 5, .dates = 1U << 1},
        u"2025-06-01 08:00:00"_s, u"2026-06-01 08:00:00"_s);
    row("the 29th of February",
        {.frequency = Frequency::Monthly, .time = 8h, .months = 1U << 1, .dates = 1U << 29},
        u"2024-02-29 08:00:00"_s, u"2028-02-29 08:00:00"_s);
    row("the 30th of February",
        {.frequency = Frequency::Monthly, .time = 8h, .months = 1U << 1, .dates = 1U << 30}, u"none"_s,
        u"none"_s);
    row("off", {.time = 8h, .isOff = true}, u"none"_s, u"none"_s);
    row("at once", {.frequency = Frequency::Immediate, .time = 8h, .since = someMoment - 1min},
        u"2026-02-17 11:14:00"_s, u"none"_s);
    row("at once, and not yet", {.frequency = Frequency::Immediate, .time = 8h, .since = someMoment + 1min},
        u"none"_s, u"2026-02-17 11:16:00"_s);
}

void TestPlanSchedule::startsStandAroundAMoment()
{
    QFETCH(const PlanSchedule, schedule);
    QFETCH(const QString, latest);
    QFETCH(const QString, next);
    QCOMPARE(text(schedule.startUpTo(someMoment)), latest);
    QCOMPARE(text(schedule.startAfter(someMoment)), next);
}

void TestPlanSchedule::eachStartLeadsToTheNextAndBack()
{
    for (const PlanSchedule &schedule :
         {PlanSchedule{.time = 16h, .eastOfUtc = -5h},
          PlanSchedule{.frequency = Frequency::Weekly, .time = 1h, .weekdays = 0x12, .eastOfUtc = 9h},
          PlanSchedule{.frequency = Frequency::Hourly, .time = 59min + 59s},
          PlanSchedule{.frequency = Frequency::Monthly, .time = 23h, .dates = 1U << 31 | 1}}) {
        Moment start = *schedule.startUpTo(someMoment);
        for (int i = 0; i < 100; ++i) {
            const Moment next = *schedule.startAfter(start);
            QVERIFY(next > start);
            QCOMPARE(text(schedule.startUpTo(next - 1ms)), text(start));
            QCOMPARE(text(schedule.startUpTo(next)), text(next));
            start = next;
        }
    }
}

void TestPlanSchedule::noStartBeforeThePlan()
{
    const PlanSchedule schedule{.time = 9h, .since = someMoment};
    QCOMPARE(text(schedule.startUpTo(someMoment + 1h)), u"none"_s);
    QCOMPARE(text(schedule.startAfter(someMoment - 24h * 30)), u"2026-02-18 09:00:00"_s);
    QCOMPARE(text(schedule.startUpTo(someMoment + 24h)), u"2026-02-18 09:00:00"_s);
}

void TestPlanSchedule::cutoffIsOnTheNextDayIfItIsEarlier()
{
    const PlanSchedule schedule{.time = 17h + 40min, .cutoff = 7h, .eastOfUtc = 1h};
    const Moment start = *schedule.startUpTo(someMoment);
    QCOMPARE(text(start), u"2026-02-16 16:40:00"_s);
    QCOMPARE(text(schedule.cutoffAfter(start)), u"2026-02-17 06:00:00"_s);
    QVERIFY(!PlanSchedule{}.cutoffAfter(start));
}

void TestPlanSchedule::wordsLeadBackToTheSchedule()
{
    for (const std::uint8_t days : std::initializer_list<std::uint8_t>{1, 0x3e, 0x7f, 0x40})
        QCOMPARE(weekdaysOf(weekdayWords(days)), days);
    for (const std::uint16_t months : std::initializer_list<std::uint16_t>{1, 0x800, 0xfff})
        QCOMPARE(monthsOf(monthWords(months)), months);
    for (const std::uint32_t dates : {1U, 1U << 31, 6U, 0xfffffffeU})
        QCOMPARE(datesOf(dateWords(dates)), dates);
    QCOMPARE(weekdaysOf(std::vector<std::string>{"ALL"}), PlanSchedule::everyDay);
    QCOMPARE(monthsOf(std::vector<std::string>{"ALL"}), PlanSchedule::everyMonth);
    QCOMPARE(timeText(timeOf("07:05:09")), std::string("07:05:09"));
    QVERIFY(timeOf("23:59:58") == 24h - 2s);
}

QTEST_GUILESS_MAIN(TestPlanSchedule)
#include "tst_planschedule.moc"
