// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/deviceorder.h"

#include "app/devices/naturalorder.h"
#include "app/devices/textsort.h"
#include "tests/app/devices/plainorder.h"
#include "tests/app/devices/testdevices.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

static const AccountId account(u"account"_s);

/// Devices of few different values, so that many are equal.
static TestDevice randomDevice(std::mt19937 &random, size_t ids)
{
    const auto maybe = [&](std::string text) {
        return below(random, 6) == 0 ? std::string() : std::move(text);
    };
    const auto number = [&](size_t end) {
        return std::to_string(below(random, end));
    };
    const bool isUpper = below(random, 2) == 0;
    TestDevice device = testDevice(numbered("id-", below(random, ids)), maybe(number(7)));
    device.name() = maybe((isUpper ? "SRV-" : "srv-") + std::string(below(random, 3), '0') + number(30));
    device.tag() =
        maybe("a tag that is as long as a few others " + std::string(below(random, 90), 'x') + number(4));
    for (size_t column = 1; column < wordColumnCount; ++column)
        device.words[column] = maybe((isUpper ? "Word " : "word ") + number(12));
    device.word(WordColumn::Version) = maybe("1." + number(3) + "." + number(12));
    for (qint64 &time : device.times)
        time = below(random, 6) == 0 ? noTime
                                     : static_cast<qint64>(below(random, 9)) * 100'000'000 - 300'000'000;
    return device;
}

static std::vector<TestDevice> randomDevices(std::mt19937 &random, size_t count, size_t ids)
{
    std::vector<TestDevice> devices;
    for (size_t i = 0; i < count; ++i)
        devices.push_back(randomDevice(random, ids));
    return devices;
}

static DeviceScope randomScope(std::mt19937 &random, const DeviceTable &table)
{
    DeviceScope scope{.all = below(random, 3) == 0, .companies = {}};
    for (quint32 code = 0; code < table.wordCount(WordColumn::Company); ++code) {
        if (below(random, 2) == 0)
            scope.companies.push_back(code);
    }
    return scope;
}

/// Of nine rows in ten: the rest came later than whoever reckons it.
static RowStates randomHealth(std::mt19937 &random, size_t rows)
{
    RowStates health(rows * 9 / 10);
    for (quint8 &state : health)
        state = static_cast<quint8>(below(random, 7));
    return health;
}

static PlainSort randomSort(std::mt19937 &random)
{
    return {static_cast<DeviceColumn>(below(random, deviceColumnCount)),
            below(random, 2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder};
}

/// What a view does with a change: what went or left the scope is dropped, what came or changed is worked in.
static void apply(const DeviceChange &change, DeviceOrder &order, PlainOrder &plain)
{
    std::vector<DeviceRow> leaving = change.removed;
    std::vector<DeviceRow> coming = change.added;
    for (const DeviceRow row : change.changed)
        (order.takesIn(row) ? coming : leaving).push_back(row);
    const qsizetype before = order.size();
    const qsizetype left = order.moveToEnd(leaving);
    order.dropEnd(left);
    plain.remove(leaving);
    QCOMPARE(order.size(), before - left);
    QCOMPARE(order.size(), qsizetype(plain.rows().size()));

    std::vector<DeviceRow> tail;
    for (const DeviceRow row : coming) {
        if (order.takesIn(row) && !order.contains(row))
            tail.push_back(row);
    }
    QCOMPARE(order.append(coming), qsizetype(tail.size()));
    order.loosen(change.changed);
    order.merge();
    QCOMPARE(order.looseCount(), 0);
    plain.merge(tail, change.changed);
}

class DeviceOrderTest : public QObject
{
    Q_OBJECT

private slots:
    void everyColumnSortsAsAStableSortDoes_data();
    void everyColumnSortsAsAStableSortDoes();
    void rowsWithoutAValueComeLastInBothDirections();
    void withoutAnyHealthRowsStayInTheOrderBefore();
    void sortsByNameWithinEachCompany();
    void companiesSortByTheirNames();
    void rowsThatCameLaterStandInOrder();
    void aRowIsShownOnce();
    void positionsAreThoseOfTheRows();
    void longTextsThatBeginAlikeAreSorted();
    void randomChangesKeepTheOrderOfAStableSort();
    void ranksSortAsAStableSortDoes();
    void rowsWithoutRanksWaitAtTheEnd();
    void longListsKeepThemselvesUnderFiltersAndRanks();
    void timesThatLieFarApartAreSorted();
};

void DeviceOrderTest::everyColumnSortsAsAStableSortDoes_data()
{
    QTest::addColumn<size_t>("count");
    QTest::newRow("few") << size_t(40);
    QTest::newRow("enough for sorting by digits") << size_t(3000);
}

void DeviceOrderTest::everyColumnSortsAsAStableSortDoes()
{
    QFETCH(const size_t, count);
    std::mt19937 random(8); // the same in every run
    DeviceTable table;
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
    table.take(*reading, TestAnswer().chunk(randomDevices(random, count, count * 2)));
    for (const QString &other :
         {u"z"_s, u"nameless"_s}) // the accounts' names are in another order than their codes
        table.take(*table.beginReading(AccountId(other), std::nullopt),
                   TestAnswer().chunk(randomDevices(random, count / 4, count)));
    table.setAccountName(account, u"Zeta"_s);
    table.setAccountName(AccountId(u"z"_s), u"Alpha"_s);
    const RowStates health = randomHealth(random, table.slotCount());
    DeviceOrder order(table, &health);
    PlainOrder plain(table, health);
    QVERIFY(std::ranges::equal(order.rows(), plain.rows()));
    for (int column = 0; column < deviceColumnCount; ++column) {
        for (const Qt::SortOrder direction : {Qt::DescendingOrder, Qt::AscendingOrder}) {
            const PlainSort sort{static_cast<DeviceColumn>(column), direction};
            order.setSort(sort.column, direction);
            plain.setSort(sort);
            QVERIFY2(std::ranges::equal(order.rows(), plain.rows()), qPrintable(QString::number(column)));
        }
    }
}

void DeviceOrderTest::rowsWithoutAValueComeLastInBothDirections()
{
    DeviceTable table;
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
    std::vector<TestDevice> devices{testDevice("a"), testDevice("b"), testDevice("c")};
    devices[0].times[0] = noTime;
    devices[1].times[0] = -5;
    devices[2].times[0] = 5;
    table.take(*reading, TestAnswer().chunk(devices));
    DeviceOrder order(table);
    order.setSort(DeviceColumn::LastSuccess, Qt::AscendingOrder);
    QVERIFY(std::ranges::equal(order.rows(), std::vector<DeviceRow>{1, 2, 0}));
    order.setSort(DeviceColumn::LastSuccess, Qt::DescendingOrder);
    QVERIFY(std::ranges::equal(order.rows(), std::vector<DeviceRow>{2, 1, 0}));
}

void DeviceOrderTest::withoutAnyHealthRowsStayInTheOrderBefore()
{
    DeviceTable table;
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
    table.take(*reading,
               TestAnswer().chunk(std::vector{testDevice("0", "1", "srv-2"), testDevice("1", "1", "srv-1")}));
    DeviceOrder order(table);
    order.setSort(DeviceColumn::HealthWord, Qt::DescendingOrder);
    QVERIFY(std::ranges::equal(order.rows(), std::vector<DeviceRow>{1, 0}));
}

void DeviceOrderTest::sortsByNameWithinEachCompany()
{
    DeviceTable table;
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
    TestAnswer answer;
    const std::vector<TestDevice> devices{testDevice("0", "2", "srv-10"), testDevice("1", "1", "srv-2"),
                                          testDevice("2", "2", "SRV-9"), testDevice("3", "1", "srv-1")};
    table.take(*reading, answer.chunk(devices));
    DeviceOrder order(table);
    order.setSort(DeviceColumn::IdOfCompany, Qt::DescendingOrder);
    QVERIFY(std::ranges::equal(order.rows(), std::vector<DeviceRow>{2, 0, 3, 1}));

    // Also what came later, and after another company was chosen in between.
    const DeviceChange change =
        table.take(*reading, answer.chunk(std::vector{testDevice("4", "2", "srv-9a")}));
    QCOMPARE(order.append(change.added), 1);
    QCOMPARE(order.looseCount(), 1);
    order.merge();
    QVERIFY(std::ranges::equal(order.rows(), std::vector<DeviceRow>{2, 4, 0, 3, 1}));
    order.setScope({.all = false, .companies = {table.companyCode({account, CompanyId(u"2"_s)})}});
    QVERIFY(std::ranges::equal(order.rows(), std::vector<DeviceRow>{2, 4, 0}));
    order.setScope({});
    QVERIFY(std::ranges::equal(order.rows(), std::vector<DeviceRow>{2, 4, 0, 3, 1}));
}

void DeviceOrderTest::companiesSortByTheirNames()
{
    DeviceTable table;
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
    table.take(*reading, TestAnswer().chunk(std::vector{testDevice("0", "1"), testDevice("1", "2")}));
    DeviceOrder order(table);
    order.setSort(DeviceColumn::Company, Qt::AscendingOrder);
    QVERIFY(std::ranges::equal(order.rows(), std::vector<DeviceRow>{0, 1}));
    table.setCompanyName({account, CompanyId(u"1"_s)}, u"Zeta"_s);
    table.setCompanyName({account, CompanyId(u"2"_s)}, u"acme"_s);
    order.resort();
    QVERIFY(std::ranges::equal(order.rows(), std::vector<DeviceRow>{1, 0}));
}

void DeviceOrderTest::rowsThatCameLaterStandInOrder()
{
    DeviceTable table;
    DeviceOrder order(table);
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
    TestAnswer answer;
    for (int i = 99; i >= 0; --i) {
        const std::string number = std::to_string(i);
        const DeviceChange change = table.take(
            *reading, answer.chunk(std::vector{testDevice(number, number, numbered("srv-", size_t(i)))}));
        order.append(change.added);
        order.merge();
    }
    for (qsizetype i = 0; i < 100; ++i)
        QCOMPARE(order.at(i), DeviceRow(99 - i));
}

void DeviceOrderTest::aRowIsShownOnce()
{
    DeviceTable table;
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
    table.take(*reading, TestAnswer().chunk(std::vector{testDevice("0"), testDevice("1")}));
    DeviceOrder order(table);
    const std::vector<DeviceRow> shown{0, 1};
    QCOMPARE(order.append(shown), 0);
    order.dropEnd(order.moveToEnd(shown));
    const std::vector<DeviceRow> twice{1, 1};
    QCOMPARE(order.append(twice), 1);
}

void DeviceOrderTest::positionsAreThoseOfTheRows()
{
    std::mt19937 random(4); // the same in every run
    DeviceTable table;
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
    table.take(*reading, TestAnswer().chunk(randomDevices(random, 50, 100)));
    DeviceOrder order(table);
    for (qsizetype position = 0; position < order.size(); ++position)
        QCOMPARE(order.positionOf(order.at(position)), position);
    const DeviceRow last = order.at(order.size() - 1);
    order.dropEnd(1);
    QCOMPARE(order.positionOf(last), -1);
    QCOMPARE(order.positionOf(1'000'000), -1);
}

void DeviceOrderTest::longTextsThatBeginAlikeAreSorted()
{
    std::mt19937 random(5); // the same in every run
    std::vector<TestDevice> devices;
    for (int i = 0; i < 300; ++i) {
        std::string name(below(random, 2) == 0 ? 60000 : 200, 'n');
        devices.push_back(testDevice(std::to_string(i), "1", name + std::to_string(below(random, 200))));
    }
    DeviceTable table;
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
    table.take(*reading, TestAnswer().chunk(devices));
    DeviceOrder order(table);
    PlainOrder plain(table);
    QVERIFY(std::ranges::equal(order.rows(), plain.rows()));
    order.setSort(DeviceColumn::Name, Qt::DescendingOrder);
    plain.setSort({DeviceColumn::Name, Qt::DescendingOrder});
    QVERIFY(std::ranges::equal(order.rows(), plain.rows()));
}

static void nameACompany(std::mt19937 &random, DeviceTable &table)
{
    const CompanyId company(QString::number(below(random, 7)));
    table.setCompanyName({account, company}, QString::number(below(random, 4)));
}

void DeviceOrderTest::randomChangesKeepTheOrderOfAStableSort()
{
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        DeviceTable table;
        const size_t ids = 1 + below(random, seed % 20 == 0 ? 400 : 60);
        const RowStates health = randomHealth(random, ids);
        DeviceOrder order(table, &health);
        PlainOrder plain(table, health);
        std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
        TestAnswer answer;
        for (int step = 0; step < 12; ++step) {
            switch (below(random, 5)) {
            case 0:
                order.setScope(randomScope(random, table));
                plain.setScope(order.scope());
                break;
            case 1: {
                const PlainSort sort = randomSort(random);
                order.setSort(sort.column, sort.direction);
                plain.setSort(sort);
                break;
            }
            case 2:
                apply(table.finish(std::move(reading), true), order, plain);
                reading = table.beginReading(account, std::nullopt);
                answer = TestAnswer();
                break;
            case 3: // few beside many
                apply(table.take(*reading, answer.chunk(randomDevices(random, 1 + below(random, 3), ids))),
                      order, plain);
                break;
            default:
                apply(table.take(*reading, answer.chunk(randomDevices(random, 1 + below(random, ids), ids))),
                      order, plain);
                break;
            }
            if (below(random, 10) == 0) {
                nameACompany(random, table);
                order.resort();
                plain.sortAll();
            }
            if (!std::ranges::equal(order.rows(), plain.rows()))
                QFAIL(qPrintable(u"seed %1, step %2"_s.arg(seed).arg(step)));
        }
    }
}

/// The ranks of all rows, as TextRanking makes them.
static TextRanks ranksOf(const DeviceTable &table, TextColumn column)
{
    const std::vector<DeviceRow> rows = table.liveRows();
    TextCopy copy;
    copy.add(table, column, rows);
    return {TextSort(copy, Qt::AscendingOrder).ranks(), rows};
}

static void putRanks(const DeviceTable &table, DeviceOrder &order)
{
    for (const TextColumn column : {TextColumn::Name, TextColumn::Tag, TextColumn::Id})
        order.sorts().setRanks(column, ranksOf(table, column));
}

void DeviceOrderTest::ranksSortAsAStableSortDoes()
{
    std::mt19937 random(9); // the same in every run
    DeviceTable table;
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
    const size_t count = DeviceSorts::quickSize + 1000;
    table.take(*reading, TestAnswer().chunk(randomDevices(random, count * 2, count * 2)));
    DeviceOrder order(table);
    QVERIFY(order.size() > qsizetype(DeviceSorts::quickSize));
    putRanks(table, order);
    QCOMPARE(order.looseCount(), order.size());
    order.resort();
    QCOMPARE(order.looseCount(), 0);
    PlainOrder plain(table);
    QVERIFY(std::ranges::equal(order.rows(), plain.rows()));
    for (const DeviceColumn column : {DeviceColumn::Tag, DeviceColumn::Status, DeviceColumn::Name,
                                      DeviceColumn::LastSuccess, DeviceColumn::Id, DeviceColumn::Name}) {
        for (const Qt::SortOrder direction : {Qt::DescendingOrder, Qt::AscendingOrder}) {
            order.setSort(column, direction);
            QCOMPARE(order.looseCount(), 0);
            plain.setSort({column, direction});
            QVERIFY2(std::ranges::equal(order.rows(), plain.rows()),
                     qPrintable(QString::number(static_cast<int>(column))));
        }
    }
}

void DeviceOrderTest::rowsWithoutRanksWaitAtTheEnd()
{
    std::mt19937 random(10); // the same in every run
    DeviceTable table;
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
    const size_t count = DeviceSorts::quickSize + 1000;
    table.take(*reading, TestAnswer().chunk(randomDevices(random, count * 2, count * 2)));
    DeviceOrder order(table);
    QCOMPARE(order.sorts().columnToRank(0), std::optional(TextColumn::Name));
    putRanks(table, order);
    QCOMPARE(order.sorts().columnToRank(0), std::optional<TextColumn>());
    order.resort();

    const std::vector<DeviceRow> changed{5, 9, 700};
    order.sorts().forgetRanks(changed);
    QCOMPARE(order.sorts().unrankedCount(TextColumn::Name), 3);
    QCOMPARE(order.sorts().columnToRank(3), std::optional<TextColumn>());
    order.resort();
    QCOMPARE(order.looseCount(), 3);
    for (const DeviceRow row : changed)
        QVERIFY(order.positionOf(row) >= order.size() - 3);
    order.merge();
    QCOMPARE(order.looseCount(), 0);
    const auto name = [&table](DeviceRow row) {
        return table.text(TextColumn::Name, row);
    };
    QVERIFY(std::ranges::is_sorted(order.rows(), [&](DeviceRow a, DeviceRow b) {
        return !name(a).isEmpty() && (name(b).isEmpty() || naturalCompare(name(a), name(b)) < 0);
    }));
}

/// A long list that comes and changes while ranks are missing, and what it must be whenever nothing is loose.
class LongList
{
public:
    explicit LongList(unsigned seed) : m_random(seed) { change(idCount, idCount); }

    /// Of devices of \a ids: as many of them as \a count.
    void change(size_t count, size_t ids)
    {
        const DeviceChange change =
            table.take(*m_reading, m_answer.chunk(randomDevices(m_random, count, ids)));
        order.sorts().forgetRanks(change.added);
        order.sorts().forgetRanks(change.changed);
        for (const std::vector<DeviceRow> *rows : {&change.added, &change.changed})
            order.refilter(*rows, m_passing);
        order.append(change.added);
        order.loosen(change.changed);
        std::vector<DeviceRow> leaving;
        std::ranges::copy_if(change.changed, std::back_inserter(leaving),
                             [this](DeviceRow row) { return !order.takesIn(row); });
        order.dropEnd(order.moveToEnd(leaving));
        order.append(change.changed);
    }

    void step()
    {
        switch (below(m_random, 8)) {
        case 0:
            return change(30, idCount * 2);
        case 1:
            return change(idCount, idCount * 2);
        case 2:
            return filter();
        case 3:
            return order.setFilter(std::nullopt);
        case 4:
            return putRanks(table, order);
        case 5:
            return below(m_random, 2) == 0 ? order.resort() : order.merge();
        default:
            const PlainSort sort = randomSort(m_random);
            if (sort.column != m_sort.column)
                m_before = m_sort;
            m_sort = sort;
            order.setSort(sort.column, sort.direction);
        }
    }

    bool hasTheRightRows() const
    {
        std::vector<DeviceRow> rows(order.rows().begin(), order.rows().end());
        std::vector<DeviceRow> expected;
        for (const DeviceRow row : table.liveRows()) {
            if (!order.isFiltered() || m_passing.contains(row))
                expected.push_back(row);
        }
        std::ranges::sort(rows);
        return rows == expected;
    }

    bool isSorted() const
    {
        return std::ranges::is_sorted(order.rows(), [this](DeviceRow a, DeviceRow b) {
            return isBefore(table, {}, m_sort, a, b)
                || (!isBefore(table, {}, m_sort, b, a) && isBefore(table, {}, m_before, a, b));
        });
    }

    DeviceTable table;
    DeviceOrder order{table};

private:
    void filter()
    {
        m_passing.clear();
        const size_t share = 1 + below(m_random, 4);
        for (DeviceRow row = 0; row < idCount * 2; ++row) {
            if (below(m_random, share) == 0)
                m_passing.insert(row);
        }
        order.setFilter(m_passing);
    }

    static constexpr size_t idCount = DeviceSorts::quickSize + DeviceOrder::mostToMerge;
    std::mt19937 m_random;
    TestAnswer m_answer;
    std::unique_ptr<DeviceReading> m_reading = table.beginReading(account, std::nullopt);
    RowBits m_passing;
    PlainSort m_sort;
    PlainSort m_before;
};

void DeviceOrderTest::longListsKeepThemselvesUnderFiltersAndRanks()
{
    int settled = 0;
    LongList list(12);
    for (int step = 0; step < 60; ++step) {
        list.step();
        if (!list.hasTheRightRows())
            QFAIL(qPrintable(u"rows at step %1"_s.arg(step)));
        if (list.order.looseCount() > 0 || list.order.mustResort())
            continue;
        ++settled;
        if (!list.isSorted())
            QFAIL(qPrintable(u"order at step %1"_s.arg(step)));
    }
    QVERIFY(settled > 10);
}

void DeviceOrderTest::timesThatLieFarApartAreSorted()
{
    std::mt19937 random(11); // the same in every run
    for (const qint64 step : {qint64(1), qint64(1000), qint64(1) << 33, qint64(1) << 58}) {
        DeviceTable table;
        std::vector<TestDevice> devices = randomDevices(random, 3000, 6000);
        for (TestDevice &device : devices)
            device.times[0] = below(random, 9) == 0 ? noTime : (qint64(below(random, 31)) - 15) * step;
        std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
        table.take(*reading, TestAnswer().chunk(devices));
        DeviceOrder order(table);
        PlainOrder plain(table);
        for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            order.setSort(DeviceColumn::LastSuccess, direction);
            plain.setSort({DeviceColumn::LastSuccess, direction});
            QVERIFY(std::ranges::equal(order.rows(), plain.rows()));
        }
    }
}

QTEST_APPLESS_MAIN(DeviceOrderTest)
#include "tst_deviceorder.moc"
