// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/schedulesentence.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

/// A schedule in one sentence, from the JSON that the server would send.
class TestScheduleSentence : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void eachScheduleIsOneSentence_data();
    void eachScheduleIsOneSentence();
};

void TestScheduleSentence::eachScheduleIsOneSentence_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const char *json, const QString &sentence) {
        QTest::newRow(name) << QByteArray(json) << sentence;
    };
    row("the sample of the document",
        R"({"days":["MON","TUE","WED","THU","FRI"],"frequency_type":"DAILY","time":"16:45:00","cutoff_time":"09:00:00"})",
        u"Daily, Monday to Friday at 16:45, until 09:00 on the next day"_s);
    row("daily by its mode", R"({"frequency_type":"DAILY","daily_mode":"ALL_DAYS","time":"02:30:15"})",
        u"Daily, every day at 02:30:15"_s);
    row("weekly",
        R"({"frequency_type":"WEEKLY","days":["SUN","MON"],"time":"21:00:00","cutoff_time":"23:00:00"})",
        u"Weekly, Monday and Sunday at 21:00, until 23:00"_s);
    row("weekly, a run and one",
        R"({"frequency_type":"WEEKLY","days":["MON","TUE","WED","SAT"],"time":"21:00:00"})",
        u"Weekly, Monday to Wednesday and Saturday at 21:00"_s);
    row("monthly",
        R"({"frequency_type":"MONTHLY","months":["JANUARY","JUNE"],"dates":["1","15","LAST_DAY"],"time":"17:40:00"})",
        u"Monthly, on day 1, 15 and the last day, January and June at 17:40"_s);
    row("every month on the last day",
        R"({"frequency_type":"MONTHLY","months":["ALL"],"dates":["LAST_DAY"],"time":"17:40:00"})",
        u"Monthly, on the last day, every month at 17:40"_s);
    row("every day of the month",
        R"({"frequency_type":"MONTHLY","months":["ALL"],"dates":["ALL_DAYS"],"time":"17:40:00"})",
        u"Monthly, on every day, every month at 17:40"_s);
    row("hourly", R"({"frequency_type":"HOURLY","time":"08:00:00"})", u"Hourly, from 08:00 on"_s);
    row("immediate: its time means nothing", R"({"frequency_type":"IMMEDIATE","time":"08:00:00"})",
        u"Immediately"_s);
    row("switched off", R"({"frequency_type":"HOURLY","time":"08:00:00","scheduler_disabled":true})",
        u"Schedule off (Hourly, from 08:00 on)"_s);
    row("no days said", R"({"frequency_type":"WEEKLY","time":"21:00:00"})",
        u"Weekly, at 21:00, days not reported by the API"_s);
    row("no time said", R"({"frequency_type":"DAILY","daily_mode":"WEEKDAYS"})",
        u"Daily, Monday to Friday, time not reported by the API"_s);
    row("a word that is not known", R"({"frequency_type":"FORTNIGHTLY","time":"21:00:00"})",
        u"FORTNIGHTLY, at 21:00"_s);
    row("a day that is not known", R"({"frequency_type":"WEEKLY","days":["MON","FUNDAY"],"time":"21:00:00"})",
        u"Weekly (FUNDAY), at 21:00, days not reported by the API"_s);
    row("nothing but the word", R"({"frequency_type":"MONTHLY"})",
        u"Monthly, dates, months and time not reported by the API"_s);
    row("nothing", "{}", u"Schedule not reported by the API"_s);
}

void TestScheduleSentence::eachScheduleIsOneSentence()
{
    QFETCH(const QByteArray, json);
    QTEST(scheduleSentence(readSchedule(QJsonDocument::fromJson(json).object())), "sentence");
}

QTEST_GUILESS_MAIN(TestScheduleSentence)
#include "tst_schedulesentence.moc"
