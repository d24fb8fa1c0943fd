// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/healthlimits.h"
#include "app/health/healthlimitsjson.h"
#include "app/health/limittext.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

static constexpr qint64 hour = 3'600'000;
static constexpr qint64 day = 24 * hour;
static const AccountId account(u"a"_s);
static const CompanyKey company{account, CompanyId(u"1"_s)};
static const LimitSubject server{
    .company = company, .group = u"Berlin Servers"_s, .kind = MachineKind::Server};

static LimitSet stale(qint64 limit)
{
    LimitSet set;
    set[static_cast<size_t>(LimitKind::Stale)] = limit;
    return set;
}

static LimitReading readingOf(const char *json)
{
    return limitsFromJson(QJsonDocument::fromJson(json).object());
}

class TestHealthLimits : public QObject
{
    Q_OBJECT

private slots:
    void defaultsAreThoseOfTheKind();
    void mostSpecificPlaceWins();
    void eachLimitIsTakenByItself();
    void groupsGoByNameInAnyCase();
    void placesHaveTheirLimitsAndLoseThem();
    void limitsAreWrittenAsTheyAreRead_data();
    void limitsAreWrittenAsTheyAreRead();
    void whatIsNoLengthOfTimeIsNoLimit_data();
    void whatIsNoLengthOfTimeIsNoLimit();
    void bookComesBackFromItsJson();
    void badInputIsToldAndTheRestHolds_data();
    void badInputIsToldAndTheRestHolds();
};

void TestHealthLimits::defaultsAreThoseOfTheKind()
{
    const LimitBook book;
    QVERIFY(book.isEmpty());
    QCOMPARE(book.limits({.kind = MachineKind::Workstation}).stale, 7 * day);
    QCOMPARE(book.limits({.kind = MachineKind::Server}).stale, 2 * day);
    QCOMPARE(book.limits({.kind = MachineKind::Linux}).stale, 2 * day);
    QCOMPARE(book.limits({.kind = MachineKind::Unsure}).stale, 3 * day);
    for (size_t kind = 0; kind < machineKindCount; ++kind) {
        const HealthLimits limits = defaultLimits(static_cast<MachineKind>(kind));
        QCOMPARE(limits.late, 6 * hour);
        QCOMPARE(limits.offline, 7 * day);
        QCOMPARE(limits.fresh, day);
    }
}

void TestHealthLimits::mostSpecificPlaceWins()
{
    LimitBook book;
    const auto limit = [&book] {
        return book.limit(LimitKind::Stale, server);
    };
    QCOMPARE(limit(), (SourcedLimit{2 * day, LimitSource::Default}));
    book.accounts[account] = stale(11 * day);
    QCOMPARE(limit(), (SourcedLimit{11 * day, LimitSource::Account}));
    book.systems[MachineKind::Server] = stale(12 * day);
    QCOMPARE(limit(), (SourcedLimit{12 * day, LimitSource::System}));
    book.groups[LimitBook::groupKey(u"Berlin Servers"_s)] = stale(13 * day);
    QCOMPARE(limit(), (SourcedLimit{13 * day, LimitSource::Group}));
    book.companies[company] = stale(14 * day);
    QCOMPARE(limit(), (SourcedLimit{14 * day, LimitSource::Company}));
    QVERIFY(!book.isEmpty());

    LimitSubject other = server;
    other.company.account = AccountId(u"b"_s);
    other.group = u"Elsewhere"_s;
    other.kind = MachineKind::Linux;
    QCOMPARE(book.limit(LimitKind::Stale, other), (SourcedLimit{2 * day, LimitSource::Default}));
}

void TestHealthLimits::eachLimitIsTakenByItself()
{
    LimitBook book;
    book.companies[company] = stale(day);
    book.accounts[account] = stale(9 * day);
    book.accounts[account][static_cast<size_t>(LimitKind::Late)] = hour;
    QCOMPARE(book.limits(server),
             (HealthLimits{.stale = day, .late = hour, .offline = 7 * day, .fresh = day}));
}

void TestHealthLimits::groupsGoByNameInAnyCase()
{
    LimitBook book;
    book.groups[LimitBook::groupKey(u" BERLIN servers "_s)] = stale(5 * day);
    QCOMPARE(book.limits(server).stale, 5 * day);
    book.groups.clear();
    book.groups[LimitBook::groupKey(u"Berlin"_s)] = stale(5 * day);
    QCOMPARE(book.limits(server).stale, 2 * day);
}

void TestHealthLimits::placesHaveTheirLimitsAndLoseThem()
{
    LimitBook book;
    const QList<LimitPlace> places{MachineKind::Server, account, LimitGroup{u"Berlin Servers"_s}, company};
    for (const LimitPlace &place : places) {
        QVERIFY(!book.places().contains(place));
        book.setSet(place, stale(day));
        QVERIFY(book.places().contains(place));
        QCOMPARE(book.set(place), stale(day));
    }
    QCOMPARE(book.places(), places); // in this order
    QCOMPARE(book.set(LimitGroup{u" berlin SERVERS"_s}), stale(day));
    QCOMPARE(book.limit(LimitKind::Stale, server), (SourcedLimit{day, LimitSource::Company}));
    for (const LimitPlace &place : places)
        book.setSet(place, {});
    QVERIFY(book.isEmpty());
}

void TestHealthLimits::limitsAreWrittenAsTheyAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<QString>("written");
    QTest::newRow("days") << u"7 d"_s << 7 * day << u"7 d"_s;
    QTest::newRow("without a blank") << u"36h"_s << 36 * hour << u"1 d 12 h"_s;
    QTest::newRow("two parts") << u"1 d 12 h"_s << 36 * hour << u"1 d 12 h"_s;
    QTest::newRow("two parts in one") << u"1d12h"_s << 36 * hour << u"1 d 12 h"_s;
    QTest::newRow("half a day") << u"0.5 d"_s << 12 * hour << u"12 h"_s;
    QTest::newRow("weeks") << u"2 weeks"_s << 14 * day << u"14 d"_s;
    QTest::newRow("minutes") << u" 90 MIN "_s << hour + hour / 2 << u"1 h 30 min"_s;
    QTest::newRow("ten years") << u"3660 d"_s << longestLimit << u"3,660 d"_s;
}

void TestHealthLimits::limitsAreWrittenAsTheyAreRead()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, limit);
    const QLocale english(u"en_US"_s);
    QCOMPARE(limitFromText(text, english), std::optional(limit));
    QTEST(limitText(limit, english), "written");
    QCOMPARE(limitFromText(limitText(limit, english), english), std::optional(limit));
    QCOMPARE(limitFromText(u"1,5 d"_s, QLocale(u"de_DE"_s)), std::optional(36 * hour));
}

void TestHealthLimits::whatIsNoLengthOfTimeIsNoLimit_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", " ", "7", "d", "7 x", "-3 d", "0 d", "0.2 min", "3661 d", "1e9 d", "nan d",
                             "inf d", "7 d and", "1 d, 2 h", "7d7", "\u0661 z", "<b>7 d</b>"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestHealthLimits::whatIsNoLengthOfTimeIsNoLimit()
{
    QFETCH(const QString, text);
    QCOMPARE(limitFromText(text, QLocale(u"en_US"_s)), std::nullopt);
}

void TestHealthLimits::bookComesBackFromItsJson()
{
    LimitBook book;
    book.accounts[account] = stale(36 * hour);
    book.systems[MachineKind::Unsure] = {day, hour, 30 * day, hour / 2};
    book.systems[MachineKind::Workstation] = stale(1);
    book.groups[u"berlin servers"_s] = stale(day);
    book.companies[company] = {std::nullopt, std::nullopt, 3 * day, std::nullopt};
    book.companies[{AccountId(u"b"_s), CompanyId(u"1"_s)}] = stale(2 * day);
    const QByteArray json = QJsonDocument(limitsToJson(book)).toJson();
    const LimitReading reading = limitsFromJson(QJsonDocument::fromJson(json).object());
    QCOMPARE(reading.problems, QStringList());
    QVERIFY(reading.book == book);
    QCOMPARE(QJsonDocument(limitsToJson(reading.book)).toJson(), json);
    QVERIFY(limitsFromJson({}).book.isEmpty());
    QVERIFY(limitsFromJson({}).problems.isEmpty());
}

void TestHealthLimits::badInputIsToldAndTheRestHolds_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("problem");
    const auto row = [](const char *name, const char *json, const char *problem) {
        QTest::newRow(name) << QByteArray(json) << QString::fromUtf8(problem);
    };
    row("accounts is a list", R"({"accounts": [], "groups": {"g": {"stale_hours": 5}}})",
        "\"accounts\" is not an object; it is left out.");
    row("a set is a number", R"({"accounts": {"a": 3}, "groups": {"g": {"stale_hours": 5}}})",
        "accounts/a is not an object; it is left out.");
    row("unknown limit", R"({"groups": {"g": {"stale_hours": 5, "stale_days": 1}}})",
        "groups/g: \"stale_days\" is no limit; it is left out.");
    const char *notHours = "groups/g: \"late_hours\" is not a number of hours over 0 and up to 10 years; "
                           "it is left out.";
    row("a text", R"({"groups": {"g": {"stale_hours": 5, "late_hours": "6"}}})", notHours);
    row("0", R"({"groups": {"g": {"stale_hours": 5, "late_hours": 0}}})", notHours);
    row("negative", R"({"groups": {"g": {"stale_hours": 5, "late_hours": -6}}})", notHours);
    row("eleven years", R"({"groups": {"g": {"stale_hours": 5, "late_hours": 96360}}})", notHours);
    row("1e300", R"({"groups": {"g": {"stale_hours": 5, "late_hours": 1e300}}})", notHours);
    row("null", R"({"groups": {"g": {"stale_hours": 5, "late_hours": null}}})", notHours);
    row("unknown system", R"({"systems": {"toaster": {}}, "groups": {"g": {"stale_hours": 5}}})",
        "\"toaster\" is no kind of system; it is left out.");
    row("companies is an object", R"({"companies": {}, "groups": {"g": {"stale_hours": 5}}})",
        "\"companies\" is not a list; it is left out.");
    row("a company without an ID",
        R"({"companies": [{"account": "a", "limits": {}}], "groups": {"g": {"stale_hours": 5}}})",
        "companies[0] names no account or no company; it is left out.");
    row("a company without limits",
        R"({"companies": [{"account": "a", "company": "1"}], "groups": {"g": {"stale_hours": 5}}})",
        "companies[0] is not an object; it is left out.");
}

void TestHealthLimits::badInputIsToldAndTheRestHolds()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, problem);
    const LimitReading reading = readingOf(json.constData());
    QCOMPARE(reading.problems, QStringList(problem));
    LimitBook rest;
    rest.groups[u"g"_s] = stale(5 * hour);
    QVERIFY(reading.book == rest);
}

QTEST_GUILESS_MAIN(TestHealthLimits)
#include "tst_healthlimits.moc"
