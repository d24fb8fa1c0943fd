// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/healthcolumn.h"
#include "tests/app/devices/testdevices.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;
constexpr qint64 begin = 1'772'000'000'000;
const AccountId account(u"account"_s);

TestDevice device(std::string id, std::string company = "1", std::string result = "Success",
                  qint64 lastBackup = begin - hour)
{
    TestDevice made = testDevice(std::move(id), std::move(company));
    made.word(WordColumn::Status) = "online";
    made.word(WordColumn::LastResult) = std::move(result);
    made.word(WordColumn::Os) = "linux";
    made.times[0] = lastBackup;
    return made;
}

} // namespace

/// The column beside a real table, with a clock of the test.
class TestHealthColumn : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void rowsHaveTheirWordWhenTheTableHasThem();
    void countsFollowEveryChange();
    void clockAloneMakesStale();
    void passIsSlicedAndFollowedByAnother();
    void cancelledCountsAfterTwoReadings();
    void cancelledStaysFailingForAnyNumberOfReadings();
    void plannedRunThatPassedIsRemembered();
    void plannedRunThatWasMovedBeforeIsForgotten();
    void offlineIsReckonedFromTheLastReadingThatSaidOnline();
    void newDeviceIsNewForADay();
    void numberOfARemovedRowRemembersNothing();
    void limitsOfEachPlaceAreThoseOfTheBook();
    void zoneOfOneAccountIsDoubtful();
    void oddRowsAreUnknown();
    void whyAgreesWithTheColumn();
    void followingTheClockFindsEveryRowThatIsDue();
    void rowThatCameAfterThePassIsDueToo();
    void endOfAReadingIsFollowedWithTheClock();
    void cancelledIsCountedAnewInAnotherCompany();
    void clockThatIsSetBackIsFollowed();
    void anotherZoneChangesAgesAndNotWhatWasWatched();
    void countsAreThoseOfARecount();

private:
    void read(const std::vector<TestDevice> &devices, const AccountId &of = account);
    /// A whole pass. Rows whose word changed.
    std::vector<DeviceRow> pass();
    Health at(const char *id, const AccountId &of = account) const;
    DeviceRow row(const char *id, const AccountId &of = account) const;
    void endReading(const char *company = "1");

    qint64 m_now = begin;
    std::unique_ptr<DeviceTable> m_table;
    std::unique_ptr<HealthColumn> m_column;
};

void TestHealthColumn::init()
{
    m_now = begin;
    m_table = std::make_unique<DeviceTable>();
    m_column = std::make_unique<HealthColumn>(*m_table, nullptr, [this] { return m_now; });
}

void TestHealthColumn::cleanup()
{
    m_column.reset();
    m_table.reset();
}

void TestHealthColumn::read(const std::vector<TestDevice> &devices, const AccountId &of)
{
    std::unique_ptr<DeviceReading> reading = m_table->beginReading(of, std::nullopt);
    m_column->take(m_table->take(*reading, TestAnswer().chunk(devices)));
    m_column->take(m_table->finish(std::move(reading), true));
}

std::vector<DeviceRow> TestHealthColumn::pass()
{
    std::vector<DeviceRow> rows;
    const QMetaObject::Connection connection =
        connect(m_column.get(), &HealthColumn::healthChanged, this,
                [&rows](const std::vector<DeviceRow> &changed) { rows = changed; });
    m_column->recheck();
    m_column->recheckSome(0);
    disconnect(connection);
    return rows;
}

DeviceRow TestHealthColumn::row(const char *id, const AccountId &of) const
{
    return m_table->find({of, DeviceId(QString::fromLatin1(id))}).value();
}

Health TestHealthColumn::at(const char *id, const AccountId &of) const
{
    return m_column->health(row(id, of)).value();
}

void TestHealthColumn::endReading(const char *company)
{
    m_column->noteRead(m_table->companyCode({account, CompanyId(QString::fromLatin1(company))}));
}

void TestHealthColumn::rowsHaveTheirWordWhenTheTableHasThem()
{
    QVERIFY(!m_column->health(0));
    read({device("good"), device("failed", "1", "Failed"), device("stale", "1", "Success", begin - 3 * day)});
    QCOMPARE(at("good"), Health::Protected);
    QCOMPARE(at("failed"), Health::Failing);
    QCOMPARE(at("stale"), Health::Stale);
    QVERIFY(!m_column->health(3));
    QVERIFY(!m_column->health(1'000'000));
    QVERIFY(m_column->why(1'000'000).isEmpty());
}

void TestHealthColumn::countsFollowEveryChange()
{
    QSignalSpy counts(m_column.get(), &HealthColumn::countsChanged);
    TestDevice blocked = device("blocked");
    blocked.word(WordColumn::Status) = "blocked";
    read({device("a"), device("b", "1", "Failed"), device("c", "2"), blocked});
    const auto code = [this](const QString &id) {
        return m_table->companyCode({account, CompanyId(id)});
    };
    QCOMPARE(m_column->counts().of(Health::Protected), 2);
    QCOMPARE(m_column->counts().counted(), 3);
    QCOMPARE(m_column->counts(code(u"1"_s)).counted(), 2);
    QCOMPARE(m_column->counts(code(u"1"_s)).of(HealthTone::Bad), 1);
    QCOMPARE(m_column->counts(code(u"1"_s)).worst(), Health::Failing);
    QCOMPARE(m_column->counts(code(u"2"_s)).of(HealthTone::Ok), 1);
    QCOMPARE(m_column->counts(99), HealthCounts());
    QCOMPARE(counts.count(), 1);

    read({device("a", "2"), device("c", "2", "Failed"), blocked}); // a moves, c changes, b goes
    QCOMPARE(m_column->counts(code(u"1"_s)).counted(), 0);
    QCOMPARE(m_column->counts(code(u"1"_s)).worst(), Health::NotManaged);
    QCOMPARE(m_column->counts(code(u"2"_s)).of(Health::Protected), 1);
    QCOMPARE(m_column->counts(code(u"2"_s)).of(Health::Failing), 1);
    QCOMPARE(m_column->counts().counted(), 2);

    m_column->take(m_table->removeAccount(account));
    QCOMPARE(m_column->counts(), HealthCounts());
    QCOMPARE(m_column->counts().worst(), std::nullopt);
}

void TestHealthColumn::clockAloneMakesStale()
{
    read({device("a"), device("b", "1", "Success", begin)});
    m_now = begin + 2 * day - hour;
    QVERIFY(pass().empty());
    m_now += 1;
    QCOMPARE(pass(), std::vector<DeviceRow>{row("a")});
    QCOMPARE(at("a"), Health::Stale);
    QCOMPARE(at("b"), Health::Protected);
    QCOMPARE(m_column->counts().of(Health::Stale), 1);
    QVERIFY(pass().empty());
}

void TestHealthColumn::passIsSlicedAndFollowedByAnother()
{
    std::vector<TestDevice> devices;
    for (size_t i = 0; i < 3000; ++i)
        devices.push_back(device(numbered("d", i)));
    read(devices);
    m_now += 3 * day;
    QSignalSpy changes(m_column.get(), &HealthColumn::healthChanged);
    m_column->recheck(); // and by itself, from the event loop
    QTRY_COMPARE(m_column->counts().of(Health::Stale), 3000);
    QVERIFY(changes.count() >= 1);
    QVERIFY(!m_column->recheckSome(0));

    m_column->recheck();
    QVERIFY(!m_column->recheckSome(0));
    connect(m_column.get(), &HealthColumn::healthChanged, m_column.get(), [this] { m_column->recheck(); });
    m_now -= 3 * day;
    m_column->recheck();
    QVERIFY(m_column->recheckSome(0)); // one was asked for while it went
    QVERIFY(!m_column->recheckSome(0));
}

void TestHealthColumn::cancelledCountsAfterTwoReadings()
{
    read({device("a"), device("b", "2", "Cancelled")});
    endReading("1");
    read({device("a", "1", "Cancelled"), device("b", "2", "Cancelled")});
    QCOMPARE(at("a"), Health::Protected);
    endReading("1");
    pass();
    QCOMPARE(at("a"), Health::Protected);
    TestDevice renamed = device("a", "1", "canceled");
    renamed.name() = "other"; // the same again in another spelling
    read({renamed, device("b", "2", "Cancelled")});
    QCOMPARE(at("a"), Health::Protected);
    endReading("1");
    QCOMPARE(pass(), std::vector<DeviceRow>{row("a")});
    QCOMPARE(at("a"), Health::Failing);
    QCOMPARE(at("b"), Health::Protected); // its company was not read to the end
    read({device("a"), device("b", "2", "Cancelled")});
    QCOMPARE(at("a"), Health::Protected);
    read({device("a", "1", "Cancelled"), device("b", "2", "Cancelled")});
    endReading("1");
    pass();
    QCOMPARE(at("a"), Health::Protected); // counted anew
}

void TestHealthColumn::cancelledStaysFailingForAnyNumberOfReadings()
{
    read({device("a", "1", "Cancelled")});
    endReading();
    endReading();
    for (int reading = 0; reading < 1000; ++reading) {
        endReading();
        if (reading % 7 == 0) {
            pass();
            QCOMPARE(at("a"), Health::Failing);
        }
    }
}

void TestHealthColumn::plannedRunThatPassedIsRemembered()
{
    TestDevice missed = device("a");
    missed.times = {begin - 20 * hour, begin + hour};
    read({missed});
    m_now = begin + 2 * hour;
    missed.times[1] = begin + 25 * hour; // the server names the next run, and no backup was made
    read({missed});
    QCOMPARE(at("a"), Health::Protected);
    m_now = begin + 7 * hour;
    QVERIFY(pass().empty());
    m_now += 1;
    QCOMPARE(pass(), std::vector<DeviceRow>{row("a")});
    QCOMPARE(at("a"), Health::Late);
    const WhyLines lines = m_column->why(row("a"));
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0].time, begin + hour);
    QCOMPARE(lines[0].limit, 6 * hour);
    missed.times[0] = begin + 7 * hour;
    read({missed});
    QCOMPARE(at("a"), Health::Protected);
    m_now = begin + 32 * hour; // and the run after that one
    pass();
    QCOMPARE(at("a"), Health::Late);
    QCOMPARE(m_column->why(row("a"))[0].words, u"2026-02-26T07:13:20.000"_s);
}

void TestHealthColumn::plannedRunThatWasMovedBeforeIsForgotten()
{
    TestDevice moved = device("a");
    moved.times[1] = begin + 2 * hour;
    read({moved});
    m_now = begin + hour;
    moved.times[1] = begin + 24 * hour;
    read({moved});
    m_now = begin + 20 * hour;
    pass();
    QCOMPARE(at("a"), Health::Protected);
}

void TestHealthColumn::offlineIsReckonedFromTheLastReadingThatSaidOnline()
{
    TestDevice laptop = device("a", "1", "Success", begin + 30 * day); // its backups are not the question
    laptop.times[0] = begin;
    LimitBook book;
    book.accounts[account] = {90 * day};
    m_column->setLimits(book);
    read({laptop});
    endReading();
    m_now = begin + 3 * day;
    read({laptop}); // nothing changed, and it said online once more
    endReading();
    m_now = begin + 5 * day;
    laptop.word(WordColumn::Status) = "offline";
    read({laptop});
    endReading();
    m_now = begin + 10 * day;
    pass();
    QCOMPARE(at("a"), Health::Protected);
    m_now += 1;
    pass();
    QCOMPARE(at("a"), Health::OfflineLong);
    QCOMPARE(m_column->why(row("a"))[0].time, begin + 3 * day);
    laptop.word(WordColumn::Status) = "online";
    read({laptop});
    QCOMPARE(at("a"), Health::Protected);
}

void TestHealthColumn::newDeviceIsNewForADay()
{
    read({device("a", "1", "Success", noTime)});
    QCOMPARE(at("a"), Health::NeverNew);
    m_now = begin + day - 1;
    QVERIFY(pass().empty());
    m_now = begin + day;
    QCOMPARE(pass(), std::vector<DeviceRow>{row("a")});
    QCOMPARE(at("a"), Health::Never);
    read({device("a", "1", "Success", m_now)});
    QCOMPARE(at("a"), Health::Protected);
    read({device("a", "1", "Success", noTime)});
    QCOMPARE(at("a"), Health::Never); // it was known all the time
}

void TestHealthColumn::numberOfARemovedRowRemembersNothing()
{
    TestDevice old = device("old", "1", "Cancelled", noTime);
    old.times[1] = begin - day;
    read({old, device("other")});
    const DeviceRow number = row("old");
    endReading();
    endReading();
    m_now += 2 * day;
    read({device("other")});
    QVERIFY(!m_column->health(number));
    read({device("other"), device("new", "1", "Cancelled", noTime)});
    QCOMPARE(row("new"), number);
    QCOMPARE(at("new"), Health::NeverNew);
    QCOMPARE(m_column->why(number).size(), 1);
}

void TestHealthColumn::limitsOfEachPlaceAreThoseOfTheBook()
{
    LimitBook book;
    book.accounts[account] = {std::nullopt, hour};
    book.systems[MachineKind::Linux] = {4 * day};
    book.groups[u"lab"_s] = {6 * day};
    book.companies[{account, CompanyId(u"2"_s)}] = {8 * day};
    TestDevice lab = device("lab", "1", "Success", begin - 5 * day);
    lab.word(WordColumn::Group) = "LAB";
    TestDevice late = device("late");
    late.times = {begin - day, begin - 2 * hour};
    read({device("plain", "1", "Success", begin - 3 * day), lab,
          device("company", "2", "Success", begin - 7 * day), late});
    for (const char *id : {"plain", "lab", "company"})
        QCOMPARE(at(id), Health::Stale);
    QCOMPARE(at("late"), Health::Protected);
    m_column->setLimits(book);
    m_column->recheckSome(0);
    for (const char *id : {"plain", "lab", "company"})
        QCOMPARE(at(id), Health::Protected);
    QCOMPARE(at("late"), Health::Late);
    m_column->setLimits({});
    m_column->recheckSome(0);
    for (const char *id : {"plain", "lab", "company"})
        QCOMPARE(at(id), Health::Stale);
}

void TestHealthColumn::zoneOfOneAccountIsDoubtful()
{
    const AccountId other(u"other"_s);
    QSignalSpy doubt(m_column.get(), &HealthColumn::zoneDoubtChanged);
    std::vector<TestDevice> many;
    for (size_t i = 0; i < 400; ++i)
        many.push_back(device(numbered("d", i), "1", "Success", begin - 3 * day));
    read(many);
    std::vector<TestDevice> three(3, device("x", "1", "Success", begin + 11 * minute));
    for (size_t i = 0; i < 3; ++i)
        three[i].id() = numbered("x", i);
    three.push_back(device("y", "1", "Success", begin - 3 * day));
    read(three, other);
    pass();
    QVERIFY(m_column->isZoneDoubtful()); // though three are less than one in a hundred of all
    QCOMPARE(doubt.count(), 1);
    QCOMPARE(doubt[0][0].toBool(), true);
    QVERIFY(m_column->why(row("y", other))[0].isZoneDoubtful);
    QVERIFY(!m_column->why(row("d0"))[0].isZoneDoubtful);
    m_now += minute;
    pass();
    QVERIFY(!m_column->isZoneDoubtful());
    QCOMPARE(doubt.count(), 2);
}

void TestHealthColumn::oddRowsAreUnknown()
{
    TestDevice damaged = testDevice("damaged");
    damaged.marks = RowMark::damaged;
    TestDevice oddTime = device("oddTime", "1", "Success", noTime);
    oddTime.oddTimes[0] = "yesterday";
    oddTime.marks = RowMark::oddTime;
    TestDevice oddField = device("oddField", "1", "Success", noTime);
    oddField.marks = RowMark::oddField;
    TestDevice oddNext = device("oddNext");
    oddNext.oddTimes[1] = "soon";
    oddNext.marks = RowMark::oddTime;
    TestDevice oddNextOfNever = device("oddNextOfNever", "1", "Success", noTime);
    oddNextOfNever.oddTimes[1] = "soon";
    oddNextOfNever.marks = RowMark::oddTime;
    read({damaged, oddTime, oddField, oddNext, oddNextOfNever});
    for (const char *id : {"damaged", "oddTime", "oddField", "oddNext"})
        QCOMPARE(at(id), Health::Unknown);
    QCOMPARE(at("oddNextOfNever"), Health::NeverNew);
    QCOMPARE(m_column->why(row("oddTime"))[0].words, u"yesterday"_s);
}

// Whatever the rows are: the word of the column is that of the first line, and limits looked up by name are those by code.
void TestHealthColumn::whyAgreesWithTheColumn()
{
    std::mt19937 random(7);
    LimitBook book;
    book.accounts[account] = {20 * day, 30 * hour, std::nullopt, std::nullopt};
    book.systems[MachineKind::Linux] = {15 * day};
    book.groups[u"group 7"_s] = {5 * day, std::nullopt, day};
    book.companies[{account, CompanyId(u"15001"_s)}] = {25 * day};
    m_now = 1'773'500'000'000;
    m_column = std::make_unique<HealthColumn>(*m_table, nullptr, [this] { return m_now; });
    m_column->setLimits(book);
    std::vector<TestDevice> devices = usualFleet(3000, random);
    for (TestDevice &each : devices)
        each.word(WordColumn::Group) = numbered("Group ", below(random, 9));
    read(devices);
    for (const int later : {0, 1, 12}) {
        m_now += later * day;
        pass();
        for (const DeviceRow each : m_table->liveRows()) {
            const WhyLines lines = m_column->why(each);
            QVERIFY(!lines.isEmpty());
            QCOMPARE(healthOfRule[static_cast<size_t>(lines[0].rule)], m_column->health(each).value());
        }
    }
}

// A few rows of all kinds through two weeks, so few that most hours nothing is due: what the passes over the blocks that are due leave is what the rules say.
void TestHealthColumn::followingTheClockFindsEveryRowThatIsDue()
{
    std::mt19937 random(11);
    m_now = 1'772'300'000'000;
    m_column = std::make_unique<HealthColumn>(*m_table, nullptr, [this] { return m_now; });
    std::vector<TestDevice> devices = usualFleet(40, random);
    for (TestDevice &each : devices) {
        if (below(random, 3) > 0)
            each.word(WordColumn::Status) = "offline";
    }
    read(devices);
    pass();
    qsizetype changed = 0;
    connect(m_column.get(), &HealthColumn::healthChanged, m_column.get(),
            [&changed](const std::vector<DeviceRow> &rows) { changed += qsizetype(rows.size()); });
    const std::vector<DeviceRow> rows = m_table->liveRows();
    for (int step = 0; step < 14 * 24; ++step) {
        m_now += hour + 1;
        m_column->followClock();
        m_column->recheckSome(0);
        for (const DeviceRow each : rows) {
            const WhyLines lines = m_column->why(each);
            QCOMPARE(m_column->health(each).value(), healthOfRule[static_cast<size_t>(lines[0].rule)]);
        }
    }
    QVERIFY(changed > 20);
}

void TestHealthColumn::rowThatCameAfterThePassIsDueToo()
{
    read({device("a")});
    pass(); // nothing is due for two days
    read({device("a"), device("b", "1", "Success", begin - 2 * day + hour)});
    m_now += hour + 1;
    m_column->followClock();
    m_column->recheckSome(0);
    QCOMPARE(at("b"), Health::Stale);
}

void TestHealthColumn::endOfAReadingIsFollowedWithTheClock()
{
    read({device("a", "1", "Cancelled")});
    endReading();
    pass();
    QCOMPARE(at("a"), Health::Protected);
    endReading();
    m_column->followClock();
    m_column->recheckSome(0);
    QCOMPARE(at("a"), Health::Failing);
}

void TestHealthColumn::cancelledIsCountedAnewInAnotherCompany()
{
    read({device("a", "1", "Cancelled"), device("b", "2")});
    for (int reading = 0; reading < 5; ++reading)
        endReading("2");
    read({device("a", "2", "Cancelled"), device("b", "2")});
    endReading("2");
    pass();
    QCOMPARE(at("a"), Health::Protected);
    endReading("2");
    pass();
    QCOMPARE(at("a"), Health::Failing);
}

void TestHealthColumn::clockThatIsSetBackIsFollowed()
{
    read({device("a")});
    pass();
    m_now += 3 * day;
    m_column->followClock();
    m_column->recheckSome(0);
    QCOMPARE(at("a"), Health::Stale);
    m_now -= 3 * day;
    m_column->followClock();
    m_column->recheckSome(0);
    QCOMPARE(at("a"), Health::Protected);
}

// Many readings that add, change, move and remove: the counts kept are those that a count of all rows gives.
void TestHealthColumn::anotherZoneChangesAgesAndNotWhatWasWatched()
{
    TestDevice old = device("old");
    old.times[0] = begin - 2 * day + hour; // within the limit of two days, by an hour
    TestDevice fresh = device("fresh");
    fresh.word(WordColumn::LastResult) = "";
    fresh.times[0] = noTime;
    read({old, fresh});
    QCOMPARE(at("old"), Health::Protected);
    QCOMPARE(at("fresh"), Health::NeverNew);
    m_column->setClock([this] { return m_now + 2 * hour; });
    pass();
    QCOMPARE(at("old"), Health::Stale);
    m_now += 23 * hour; // seen for 23 hours, whatever the clock shows
    pass();
    QCOMPARE(at("fresh"), Health::NeverNew);
    m_now += 2 * hour;
    pass();
    QCOMPARE(at("fresh"), Health::Never);
}

void TestHealthColumn::countsAreThoseOfARecount()
{
    std::mt19937 random(3);
    std::vector<TestDevice> devices = usualFleet(2000, random);
    m_now = 1'773'500'000'000;
    for (int reading = 0; reading < 6; ++reading) {
        for (TestDevice &each : devices) {
            if (below(random, 5) == 0) {
                const std::string id = each.id();
                each = usualDevice(random, 12);
                if (below(random, 2) == 0)
                    each.id() = id;
            }
        }
        read(devices);
        m_now += hour;
        pass();
        HealthCounts total;
        std::vector<HealthCounts> companies(m_table->wordCount(WordColumn::Company));
        for (const DeviceRow each : m_table->liveRows()) {
            const size_t state = static_cast<size_t>(m_column->health(each).value());
            ++total.states[state];
            ++companies[m_table->code(WordColumn::Company, each)].states[state];
        }
        QCOMPARE(m_column->counts(), total);
        for (quint32 code = 0; code < companies.size(); ++code)
            QCOMPARE(m_column->counts(code), companies[code]);
    }
}

QTEST_GUILESS_MAIN(TestHealthColumn)
#include "tst_healthcolumn.moc"
