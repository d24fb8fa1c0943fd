// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/schedule.h"
#include "tests/app/plans/plansample.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QString shown(const std::optional<WeekDays> &days)
{
    return days ? wireWords(*days).join(u' ') : u"-"_s;
}

QString shown(const std::optional<Months> &months)
{
    return months ? wireWords(*months).join(u' ') : u"-"_s;
}

QString shown(const std::optional<MonthDates> &dates)
{
    return dates ? wireWords(*dates).join(u' ') : u"-"_s;
}

} // namespace

/// Schedules as they are read, and the words that they are written in.
class TestSchedule : public QObject
{
    Q_OBJECT

private slots:
    void Q61_times_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QTime>("time");
        QTest::addColumn<int>("unreadable");
        const auto row = [](const char *value, const QString &text, QTime time, int unreadable = 0) {
            QTest::newRow(value) << QByteArray(value) << text << time << unreadable;
        };
        row(R"("07:00:00")", u"07:00:00"_s, QTime(7, 0));
        row(R"("7:00")", u"7:00"_s, QTime(7, 0));
        row(R"(["07:00:00"])", u"07:00:00"_s, QTime(7, 0));
        row(R"(["07:00:00","08:00:00"])", u"07:00:00"_s, QTime(7, 0), 1);
        row("[]", {}, {});
        row("[7]", {}, {}, 1);
        row("null", {}, {});
        row(R"("")", {}, {});
        row(R"("24:00:00")", u"24:00:00"_s, {});
        row(R"("noon")", u"noon"_s, {});
        row("7", u"7"_s, {});
        row("true", {}, {}, 1);
        row("{}", {}, {}, 1);
    }

    void Q61_times()
    {
        QFETCH(const QByteArray, value);
        const Schedule schedule = readSchedule(object("{\"cutoff_time\":" + value + '}'));
        QTEST(schedule.cutOff.text, "text");
        QTEST(schedule.cutOff.time, "time");
        QTEST(schedule.unreadableFields, "unreadable");
    }

    void Q62_addresses_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("emails");
        QTest::newRow("text") << R"("mark@idrive.com")"_ba << u"mark@idrive.com"_s;
        QTest::newRow("comma text") << R"("a@b.c, d@e.f,")"_ba << u"a@b.c d@e.f"_s;
        QTest::newRow("array") << R"(["a@b.c","d@e.f"])"_ba << u"a@b.c d@e.f"_s;
        QTest::newRow("empty") << "[]"_ba << QString();
        QTest::newRow("null") << "null"_ba << u"-"_s;
    }

    void Q62_addresses()
    {
        QFETCH(const QByteArray, value);
        const Schedule schedule = readSchedule(object("{\"email\":" + value + '}'));
        QTEST(schedule.emails ? schedule.emails->join(u' ') : u"-"_s, "emails");
    }

    void Q63_Q64_lists_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("lists"); // months / dates / days
        QTest::addColumn<QString>("unknown");
        const auto row = [](const char *fields, const QString &lists, const QString &unknown = {}) {
            QTest::newRow(fields) << QByteArray(fields) << lists << unknown;
        };
        row("{}", u"-/-/-"_s);
        row(R"({"months":["JANUARY","DECEMBER"],"dates":["23","25"],"days":["SUN","MON"]})",
            u"JANUARY DECEMBER/23 25/SUN MON"_s);
        row(R"({"months":"january, Feb","dates":"1, 2, 31","days":"Mon,TUESDAY"})",
            u"JANUARY/1 2 31/MON TUE"_s, u"Feb"_s);
        row(R"({"months":[1,"12"],"dates":[1,"01","7"],"days":[1]})", u"JANUARY DECEMBER/1 7/"_s, u"1"_s);
        row(R"({"months":["ALL"],"dates":["ALL_DAYS"],"days":["ALL"]})", u"ALL/ALL_DAYS/ALL"_s);
        row(R"({"months":"ALL_DAYS","dates":"ALL","days":"ALL_DAYS"})", u"ALL/ALL_DAYS/ALL"_s);
        row(R"({"dates":["LAST_DAY",5]})", u"-/5 LAST_DAY/-"_s);
        row(R"({"dates":["last day"]})", u"-/LAST_DAY/-"_s);
        row(R"({"months":[0,13],"dates":[0,32,"-1","x"],"days":["ANY"]})", u"//"_s, u"0 13 0 32 -1 x ANY"_s);
        row(R"({"days":["MON","TUE","WED","THU","FRI","SAT","SUN"]})", u"-/-/ALL"_s);
        row(R"({"months":[],"dates":"","days":null})", u"//-"_s);
    }

    void Q63_Q64_lists()
    {
        QFETCH(const QByteArray, fields);
        const Schedule schedule = readSchedule(object(fields));
        const QStringList lists{shown(schedule.months), shown(schedule.dates), shown(schedule.days)};
        QTEST(lists.join(u'/'), "lists");
        QTEST(schedule.unknownWords.join(u' '), "unknown");
    }

    void Q66_dailyAndItsDays_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("days");
        const auto row = [](const char *fields, const QString &days) {
            QTest::newRow(fields) << QByteArray(fields) << days;
        };
        const QString weekdays = u"MON TUE WED THU FRI"_s;
        row(R"({"frequency_type":"DAILY","days":["MON","TUE","WED","THU","FRI"]})", weekdays);
        row(R"({"frequency_type":"DAILY","daily_mode":"WEEKDAYS"})", weekdays);
        row(R"({"frequency_type":"DAILY","daily_mode":"weekdays","days":"MON,TUE,WED,THU,FRI"})", weekdays);
        row(R"({"frequency_type":"DAILY","daily_mode":"ALL_DAYS"})", u"ALL"_s);
        row(R"({"frequency_type":"DAILY","daily_mode":"ALL"})", u"ALL"_s);
        row(R"({"frequency_type":"DAILY","days":["ALL"]})", u"ALL"_s);
        row(R"({"frequency_type":"DAILY","days":["SUN","MON","TUE","WED","THU","FRI","SAT"]})", u"ALL"_s);
        row(R"({"frequency_type":"DAILY"})", u"ALL"_s);
        row(R"({"frequency_type":"DAILY","days":[]})", u"ALL"_s);
        row(R"({"frequency_type":"DAILY","days":["SAT"]})", u"SAT"_s);
        row(R"({"frequency_type":"WEEKLY","days":["SAT"],"daily_mode":"WEEKDAYS"})", u"SAT"_s);
        // not known: never guessed
        row(R"({"frequency_type":"DAILY","daily_mode":"WEEKENDS"})", u"-"_s);
        row(R"({"frequency_type":"DAILY","daily_mode":"ALL_DAYS","days":["MON"]})", u"-"_s);
        row(R"({"frequency_type":"DAILY","days":["MON","ODD"]})", u"-"_s);
        row(R"({"frequency_type":"WEEKLY"})", u"-"_s);
        row(R"({"frequency_type":"MONTHLY","days":["SUN","MON"]})", u"-"_s);
        row(R"({"days":["MON"]})", u"-"_s);
    }

    void Q66_dailyAndItsDays()
    {
        QFETCH(const QByteArray, fields);
        QTEST(shown(runDays(readSchedule(object(fields)))), "days");
    }

    void Q64_wordsGoOutFromOneTable()
    {
        QCOMPARE(wireWords(allMonths()), QStringList{u"ALL"_s});
        QCOMPARE(wireWords(allWeekDays()), QStringList{u"ALL"_s});
        QCOMPARE(wireWords(MonthDates{allMonthDays(), true}), QStringList{u"ALL_DAYS"_s});
        QCOMPARE(wireWords(allMonths().reset(2)).join(u' '),
                 u"JANUARY MARCH APRIL MAY JUNE JULY AUGUST SEPTEMBER OCTOBER NOVEMBER DECEMBER"_s);
        QCOMPARE(wireWords(allWeekDays().reset(Qt::Wednesday)).join(u' '), u"SUN MON TUE THU FRI SAT"_s);
        QCOMPARE(wireWords(MonthDates{std::bitset<32>().set(1).set(31), true}).join(u' '),
                 u"1 31 LAST_DAY"_s);
        QVERIFY(wireWords(Months()).isEmpty() && wireWords(WeekDays()).isEmpty());
    }

    void everySetComesBackFromItsWords()
    {
        QStringList unknown;
        for (unsigned bits = 0; bits < 1U << 12; ++bits)
            QCOMPARE(monthsFrom(wireWords(Months(bits << 1U)), unknown), Months(bits << 1U));
        for (unsigned bits = 0; bits < 1U << 7; ++bits)
            QCOMPARE(weekDaysFrom(wireWords(WeekDays(bits << 1U)), unknown), WeekDays(bits << 1U));
        for (unsigned day = 1; day <= 31; ++day) {
            for (const bool lastDay : {false, true}) {
                const MonthDates dates{std::bitset<32>().set(day), lastDay};
                QCOMPARE(monthDatesFrom(wireWords(dates), unknown), dates);
            }
        }
        QVERIFY(unknown.isEmpty());
    }

    void everyWordHasItsLabel()
    {
        QSet<QString> labels;
        for (const ScheduleFrequency frequency : allScheduleFrequencies) {
            QCOMPARE(scheduleFrequency(wireWord(frequency)).known(), std::optional(frequency));
            labels << label(frequency);
        }
        QCOMPARE(labels.size(), 5);
        for (const DailyMode mode : allDailyModes) {
            QCOMPARE(dailyMode(wireWord(mode)).known(), std::optional(mode));
            labels << label(mode);
        }
        QCOMPARE(labels.size(), 7);
    }
};

QTEST_GUILESS_MAIN(TestSchedule)
#include "tst_schedule.moc"
