// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicefilter.h"

#include "app/devices/devicecounts.h"
#include "app/devices/deviceorder.h"
#include "app/query/queryreader.h"
#include "tests/app/devices/plainquery.h"
#include "tests/app/devices/testdevices.h"

#include <QTest>

using namespace Qt::StringLiterals;

static const AccountId account(u"account"_s);
static const AccountId otherAccount(u"other"_s);
static constexpr qint64 hour = 3'600'000;
static constexpr qint64 now = 1'000 * hour;
static const QStringList healthWords{QString(), u"Failing"_s, u"Never, new"_s, u"Protected"_s};

template <typename List>
static auto pick(std::mt19937 &random, const List &list)
{
    return list[static_cast<typename List::size_type>(below(random, static_cast<size_t>(list.size())))];
}

// Few letters in many shapes, so that a short word is often found, often nearly, and often across the end of a text.
static const std::vector<std::string> pieces{
    "a",       "A",      "b",      "ab",     "-",      " ",       "1",      "10",     "6.8",
    "i",       "I",      "\u0130", "\u0131", "\u00df", "ss",      "SS",     "\u00fc", "\u00dc",
    "u\u0308", "\uff21", "\uff11", "\u212a", "k",      "e\u0301", "\u00c9", "z",      "e",
    "u",       "\u0301", "_",      "\u6771", "srv",    "Srv",     "@",      "`"};

static std::string randomText(std::mt19937 &random, size_t longest)
{
    std::string text;
    for (size_t left = below(random, longest + 1); left > 0; --left)
        text += pick(random, pieces);
    while (!text.empty() && text.front() == ' ')
        text.erase(0, 1);
    return text;
}

static TestDevice randomDevice(std::mt19937 &random, size_t ids)
{
    static const std::vector<std::string> states{"",        "online",    "Online",  "off-line",
                                                 "blocked", "\u00dcber", "canceled"};
    static const std::vector<std::string> results{"", "Failed", "Failure", "Success", "In Progress", "a b"};
    static const std::vector<std::string> systems{"",      "windows", "Windows Server 2022",
                                                  "macOS", "Darwin",  "k\u00df"};
    static const std::vector<std::string> versions{"", "6.8", "6.8.0", "6.10", "7", "beta", "v6.9-a"};
    TestDevice device = testDevice(numbered("ID-", below(random, ids)), std::to_string(below(random, 4)));
    device.name() = randomText(random, below(random, 20) == 0 ? 120 : 6);
    device.tag() = randomText(random, 3);
    device.word(WordColumn::Status) = pick(random, states);
    device.word(WordColumn::LastResult) = pick(random, results);
    device.word(WordColumn::Os) = pick(random, systems);
    device.word(WordColumn::Version) = pick(random, versions);
    device.word(WordColumn::Group) = randomText(random, 2);
    for (qint64 &time : device.times)
        time = below(random, 4) == 0 ? noTime : now + (static_cast<qint64>(below(random, 9)) - 4) * hour;
    if (below(random, 6) == 0) {
        device.oddTimes[below(random, 2)] = "a1 srv";
        device.marks |= RowMark::oddTime;
    }
    return device;
}

static QString randomValue(std::mt19937 &random)
{
    static const QStringList values{
        u"none"_s,           u"<6.8"_s,  u">=6.9"_s,    u"=6.8"_s,       u"<1h"_s,        u">2h"_s,
        u"<=0h"_s,           u"never"_s, u"failed"_s,   u"\"Failed\""_s, u"windows"_s,    u"\"Windows\""_s,
        u"online"_s,         u"ID-1"_s,  u"\"ID-1\""_s, u"acme"_s,       u"\"Acme 2\""_s, u"fail"_s,
        u"\"never, new\""_s, u"2"_s,     u"\"2\""_s};
    if (below(random, 3) == 0)
        return pick(random, values);
    const QString text = QString::fromStdString(randomText(random, 3));
    return textOf(QueryValue{below(random, 3) == 0 ? QueryMatch::Exact : QueryMatch::Contains,
                             text.isEmpty() ? u"a"_s : text},
                  anyField, {});
}

static QString randomQuery(std::mt19937 &random, const QueryFields &fields)
{
    QString text;
    for (size_t parts = 1 + below(random, 3); parts > 0; --parts) {
        text += below(random, 4) == 0 ? u" -"_s : u" "_s;
        if (below(random, 3) != 0)
            text +=
                fields.at(static_cast<int>(below(random, static_cast<size_t>(fields.size())))).name + u':';
        text += randomValue(random);
        while (below(random, 3) == 0)
            text += u',' + randomValue(random);
    }
    return text;
}

/// A table of random devices in which most pages of the arena were written to more than once.
class Fleet
{
public:
    Fleet(unsigned seed, size_t count) : m_random(seed), m_count(count)
    {
        take();
        takeOther();
        table.setAccountName(account, u"Acme 2 IT"_s);
        for (quint32 code = 1; code < table.wordCount(WordColumn::Company); ++code)
            nameCompany(code, u"Acme %1"_s.arg(code));
        takeHealth();
    }

    DeviceChange take()
    {
        if (!m_reading)
            m_reading = table.beginReading(account, std::nullopt);
        std::vector<TestDevice> devices(m_count);
        for (TestDevice &device : devices)
            device = randomDevice(m_random, m_count * 2);
        return table.take(*m_reading, m_answer.chunk(devices));
    }

    /// Some of another account.
    void takeOther()
    {
        std::vector<TestDevice> devices(m_count / 4);
        for (TestDevice &device : devices)
            device = randomDevice(m_random, m_count);
        table.take(*table.beginReading(otherAccount, std::nullopt), TestAnswer().chunk(devices));
    }

    DeviceChange removeUnnamed()
    {
        m_reading = table.beginReading(account, std::nullopt);
        m_answer = {};
        DeviceChange change = take();
        change.removed = table.finish(std::move(m_reading), true).removed;
        m_reading.reset();
        m_answer = {};
        return change;
    }

    void nameCompany(quint32 code, const QString &name) { table.setCompanyName(table.company(code), name); }

    void takeHealth()
    {
        health.resize(table.slotCount() * 9 / 10);
        for (quint8 &each : health)
            each = static_cast<quint8>(below(m_random, 4));
        filter.setSources({.health = health, .healthWords = healthWords});
    }

    Query random() { return read(randomReadable()); }
    Query read(const QString &text) const { return *readQuery(text, filter.fields().fields()); }

    const RowBits &passing(const Query &query)
    {
        filter.begin(query, now);
        filter.advance();
        return filter.passing();
    }

    PlainQuery plain() const { return {table, filter.fields(), filter.sources(), now}; }
    std::mt19937 &chance() { return m_random; }

    DeviceTable table;
    std::vector<quint8> health;
    DeviceFilter filter{table};

private:
    QString randomReadable()
    {
        while (true) {
            const QString text = randomQuery(m_random, filter.fields().fields());
            if (readQuery(text, filter.fields().fields()))
                return text;
        }
    }

    std::mt19937 m_random;
    size_t m_count;
    std::unique_ptr<DeviceReading> m_reading;
    TestAnswer m_answer;
};

static void compareWithPlain(const Fleet &fleet, const Query &query, const RowBits &passing)
{
    const PlainQuery plain = fleet.plain();
    for (DeviceRow row = 0; row < fleet.table.slotCount(); ++row) {
        const bool expected = fleet.table.isLive(row) && plain.meets(query, row);
        if (passing.contains(row) != expected)
            QFAIL(qPrintable(u"%1: row %2, \"%3\", should %4"_s.arg(
                textOf(query, fleet.filter.fields().fields()), QString::number(row),
                QString::fromUtf8(fleet.table.text(TextColumn::Name, row)),
                expected ? u"pass"_s : u"not pass"_s)));
    }
}

class DeviceFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void randomQueriesPassWhatAPlainReadingPasses();
    void slicesMakeTheSame();
    void twoCoresMakeTheSame();
    void changesAreLookedAtAgain();
    void namesThatChangedAreSeen();
    void wordsAreFoundAtEveryPlaceOfARecord();
    void whatIsNotOfferedIsNoField();
    void plansComeFromTheirProvider();
    void noneIsWhoeverHasNothing();
    void aLabelOfHealthIsTakenAsAWhole();
    void countsAreThoseOfTheRows();
    void valuesOfCountsLeaveThatManyRows();
    void theOrderKeepsItselfUnderFilters();
};

void DeviceFilterTest::randomQueriesPassWhatAPlainReadingPasses()
{
    for (unsigned seed = 0; seed < 6; ++seed) {
        Fleet fleet(seed, seed == 0 ? 1100 : 100);
        fleet.take(); // over some of what is there
        fleet.takeHealth();
        for (int i = 0; i < (seed == 0 ? 20 : 200); ++i) {
            const Query query = fleet.random();
            compareWithPlain(fleet, query, fleet.passing(query));
            if (QTest::currentTestFailed())
                return;
        }
    }
}

void DeviceFilterTest::twoCoresMakeTheSame()
{
    std::mt19937 random(21); // the same in every run
    std::vector<TestDevice> devices(40'000);
    for (TestDevice &device : devices)
        device = usualDevice(random, 200);
    DeviceTable table;
    table.take(*table.beginReading(account, std::nullopt), TestAnswer().chunk(devices));
    DeviceFilter filter(table);
    for (const QString &text :
         {u"7"_s, u"srv-9"_s, u"-srv berlin"_s, u"tag:none"_s, u"os:windows -status:online 1"_s}) {
        const Query query = *readQuery(text, filter.fields().fields());
        filter.begin(query, now);
        filter.advance();
        const RowBits atOnce = filter.passing();
        filter.begin(query, now);
        while (!filter.advance(RowBlock::rows * 8)) { } // not worth another core
        QVERIFY2(filter.passing().isSameAs(atOnce), qPrintable(text));
        QVERIFY2(atOnce.count() > 0 && atOnce.count() < qsizetype(devices.size()), qPrintable(text));
    }
}

void DeviceFilterTest::slicesMakeTheSame()
{
    Fleet fleet(20, 2100);
    for (int i = 0; i < 4; ++i) {
        const Query query = fleet.random();
        fleet.filter.begin(query, now);
        int slices = 1;
        while (!fleet.filter.advance(1))
            ++slices;
        QCOMPARE(slices, int(RowBlock::countOf(fleet.table.columns())));
        compareWithPlain(fleet, query, fleet.filter.passing());
    }
}

void DeviceFilterTest::changesAreLookedAtAgain()
{
    Fleet fleet(21, 100);
    for (int i = 0; i < 30; ++i) {
        const Query query = fleet.random();
        fleet.passing(query);
        const DeviceChange change = i % 3 == 0 ? fleet.removeUnnamed() : fleet.take();
        std::vector<DeviceRow> touched = change.added;
        touched.insert(touched.end(), change.changed.begin(), change.changed.end());
        touched.insert(touched.end(), change.removed.begin(), change.removed.end());
        fleet.filter.refresh(touched);
        compareWithPlain(fleet, query, fleet.filter.passing());
        if (QTest::currentTestFailed())
            return;
    }
}

void DeviceFilterTest::namesThatChangedAreSeen()
{
    Fleet fleet(22, 100);
    const Query query = fleet.read(u"company:zenith"_s);
    QCOMPARE(fleet.passing(query).count(), 0);
    QVERIFY(!fleet.filter.refresh({}));
    fleet.nameCompany(1, u"Zenith"_s);
    QVERIFY(fleet.filter.refresh({}));
    QCOMPARE(fleet.passing(query).count(), fleet.table.liveCountOf(1));
    QVERIFY(fleet.table.liveCountOf(1) > 0);

    const Query ofAccount = fleet.read(u"account:\"Fabrikam\""_s);
    QCOMPARE(fleet.passing(ofAccount).count(), 0);
    fleet.table.setAccountName(otherAccount, u"Fabrikam"_s);
    QVERIFY(fleet.filter.refresh({}));
    QVERIFY(fleet.passing(ofAccount).count() > 0);
    fleet.passing(ofAccount).forEach(
        [&](DeviceRow row) { QCOMPARE(fleet.table.key(row).account, otherAccount); });
    // who types a name looks for devices of that name, not for all of an account
    QCOMPARE(fleet.passing(fleet.read(u"fabrikam"_s)).count(), 0);
}

void DeviceFilterTest::wordsAreFoundAtEveryPlaceOfARecord()
{
    for (size_t before = 0; before < 40; ++before) {
        for (size_t size = 1; size < 40; size += 3) {
            DeviceTable table;
            std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt);
            std::vector<TestDevice> devices(2, testDevice("i", "1"));
            devices[0].id() = "j";
            devices[0].name() = std::string(before, 'x') + std::string(size, 'Y');
            devices[1].name() = std::string(before, 'x') + std::string(size - 1, 'Y');
            table.take(*reading, TestAnswer().chunk(devices));
            DeviceFilter filter(table);
            const QString needle(static_cast<qsizetype>(size), u'y');
            filter.begin(*readQuery(needle, filter.fields().fields()), now);
            filter.advance();
            QVERIFY(filter.passing().contains(0));
            QVERIFY(!filter.passing().contains(1));
        }
    }
}

void DeviceFilterTest::whatIsNotOfferedIsNoField()
{
    const DeviceTable table;
    const DeviceFilter filter(table);
    for (const QStringView text : {u"health:late", u"plan:daily"}) {
        const auto query = readQuery(text, filter.fields().fields());
        QVERIFY(!query);
        QCOMPARE(query.error().kind, QueryProblem::Kind::UnknownField);
    }
}

void DeviceFilterTest::plansComeFromTheirProvider()
{
    Fleet fleet(23, 50);
    fleet.filter.setSources({.plans = [](const QueryValue &value) {
        RowBits rows;
        rows.insert(value.text == u"daily" ? 3 : 5);
        return rows;
    }});
    RowBits passing = fleet.passing(fleet.read(u"plan:daily,weekly"_s));
    QCOMPARE(passing.count(), 2);
    QVERIFY(passing.contains(3) && passing.contains(5));
    passing = fleet.passing(fleet.read(u"-plan:daily"_s));
    QCOMPARE(passing.count(), fleet.table.liveCount() - 1);
}

void DeviceFilterTest::noneIsWhoeverHasNothing()
{
    Fleet fleet(25, 50);
    fleet.filter.setSources({.known = [](const QueryValue &value) {
        RowBits rows;
        rows.insert(3);
        if (value.match == QueryMatch::None)
            rows.insert(5);
        return rows;
    }});
    const qsizetype all = fleet.table.liveCount();
    RowBits passing = fleet.passing(fleet.read(u"known:none"_s));
    QCOMPARE(passing.count(), all - 2);
    QVERIFY(!passing.contains(3) && !passing.contains(5));
    QCOMPARE(fleet.passing(fleet.read(u"-known:none"_s)).count(), 2);
    passing = fleet.passing(fleet.read(u"known:ticket,none"_s));
    QCOMPARE(passing.count(), all - 1);
    QVERIFY(passing.contains(3));
}

void DeviceFilterTest::aLabelOfHealthIsTakenAsAWhole()
{
    Fleet fleet(26, 50);
    fleet.health.assign(fleet.table.slotCount(), 0);
    fleet.health[1] = 1;
    fleet.health[2] = 2;
    fleet.filter.setSources({.health = fleet.health,
                             .healthWords = {u"protected"_s, u"never"_s, u"new"_s},
                             .healthLabels = {u"Protected"_s, u"Never"_s, u"Never, new"_s}});
    const auto only = [&](const QString &query, DeviceRow row) {
        const RowBits passing = fleet.passing(fleet.read(query));
        return passing.count() == 1 && passing.contains(row);
    };
    QVERIFY(only(u"health:never"_s, 1));
    QVERIFY(only(u"health:new"_s, 2));
    QVERIFY(only(u"health:\"never, new\""_s, 2));

    DeviceCounts counts(fleet.filter, {}, now, fleet.table.columns().live(), {DeviceFact::Health});
    counts.advance();
    const std::vector<QueryValueCount> values = counts.counts().front().values;
    QCOMPARE(values.size(), 3); // by the bytes, however many have them
    QCOMPARE(values[2].label, u"Never, new"_s);
    QCOMPARE(values[2].value, (QueryValue{QueryMatch::Exact, u"new"_s}));
    QCOMPARE(values[0].rows, fleet.table.liveCount() - 2);
}

static const std::vector<DeviceFact> countedFacts{
    DeviceFact::Health, DeviceFact::Status, DeviceFact::LastResult, DeviceFact::Os,     DeviceFact::Version,
    DeviceFact::Group,  DeviceFact::Tag,    DeviceFact::Company,    DeviceFact::Account};

void DeviceFilterTest::countsAreThoseOfTheRows()
{
    Fleet fleet(24, 300);
    RowBits among;
    for (DeviceRow row = 0; row < fleet.table.slotCount();
         row += 1 + static_cast<DeviceRow>(below(fleet.chance(), 3)))
        among.insert(row);
    const PlainQuery plain = fleet.plain();
    for (int i = 0; i < 10; ++i) {
        const Query query = fleet.random();
        DeviceCounts counts(fleet.filter, query, now, among, countedFacts);
        while (!counts.advance(1)) { }
        QCOMPARE(counts.counts().size(), countedFacts.size());
        for (const QueryFieldCounts &field : counts.counts()) {
            qsizetype all = 0;
            std::vector<qsizetype> rows(field.values.size());
            for (DeviceRow row = 0; row < fleet.table.slotCount(); ++row) {
                const bool isCounted = among.contains(row) && fleet.table.isLive(row)
                    && std::ranges::all_of(query.parts, [&](const QueryPart &part) {
                                           return part.field == field.field || plain.meets(part, row);
                                       });
                all += isCounted ? 1 : 0;
                for (size_t value = 0; value < rows.size(); ++value) {
                    const QueryPart part{.field = field.field, .values = {field.values[value].value}};
                    rows[value] += isCounted && plain.meets(part, row) ? 1 : 0;
                }
            }
            QCOMPARE(field.rows, all);
            for (size_t value = 0; value < rows.size(); ++value)
                QCOMPARE(field.values[value].rows, rows[value]);
        }
    }
}

void DeviceFilterTest::valuesOfCountsLeaveThatManyRows()
{
    Fleet fleet(25, 300);
    DeviceOrder order(fleet.table);
    DeviceCounts counts(fleet.filter, fleet.read(u"a"_s), now, order.rowsInScope(), countedFacts);
    counts.advance();
    int chosen = 0;
    for (const QueryFieldCounts &field : counts.counts()) {
        for (const QueryValueCount &value : field.values) {
            const QueryFields &fields = fleet.filter.fields().fields();
            const QString text =
                u"a "_s + textOf(QueryPart{.field = field.field, .values = {value.value}}, fields);
            QCOMPARE(fleet.passing(fleet.read(text)).count(), value.rows);
            ++chosen;
        }
    }
    QVERIFY(chosen > 40);
}

/// Has the order follow the change, as a page does.
static void apply(const DeviceChange &change, Fleet &fleet, DeviceOrder &order)
{
    std::vector<DeviceRow> touched = change.added;
    touched.insert(touched.end(), change.changed.begin(), change.changed.end());
    touched.insert(touched.end(), change.removed.begin(), change.removed.end());
    fleet.filter.refresh(touched);
    order.refilter(touched, fleet.filter.passing());
    std::vector<DeviceRow> leaving = change.removed;
    std::vector<DeviceRow> coming = change.added;
    for (const DeviceRow row : change.changed)
        (order.takesIn(row) ? coming : leaving).push_back(row);
    order.dropEnd(order.moveToEnd(leaving));
    order.append(coming);
    order.loosen(change.changed);
    if (below(fleet.chance(), 2) == 0)
        order.merge();
}

/// Another filter, scope or sort, or another reading.
static void changeAnything(Fleet &fleet, DeviceOrder &order)
{
    const size_t what = below(fleet.chance(), 8);
    if (what == 0) {
        order.setFilter(std::nullopt);
    } else if (what == 1) {
        order.setScope({.all = below(fleet.chance(), 2) == 0, .companies = {1, 3}});
    } else if (what == 2) {
        order.setSort(order.sortColumn() == DeviceColumn::Status ? DeviceColumn::Id : DeviceColumn::Status,
                      below(fleet.chance(), 2) == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
        if (order.sortColumn() == DeviceColumn::Id)
            order.setSort(DeviceColumn::Status, Qt::DescendingOrder);
    } else if (what == 3) {
        order.resort();
    } else if (what < 6) {
        order.setFilter(fleet.passing(fleet.random()));
    } else {
        apply(what == 6 ? fleet.take() : fleet.removeUnnamed(), fleet, order);
    }
}

// Whatever happens, the rows that are shown are those that pass, in the order in which an order without a filter has them. The IDs decide
// between equal ones.
void DeviceFilterTest::theOrderKeepsItselfUnderFilters()
{
    Fleet fleet(26, 120);
    const auto status = [&table = fleet.table](DeviceRow row) {
        return table.word(WordColumn::Status, table.code(WordColumn::Status, row)).toLower();
    };
    DeviceOrder order(fleet.table);
    order.setSort(DeviceColumn::Id, Qt::AscendingOrder);
    order.setSort(DeviceColumn::Status, Qt::AscendingOrder);
    for (int i = 0; i < 200; ++i) {
        changeAnything(fleet, order);
        DeviceOrder whole(fleet.table);
        whole.setScope(order.scope());
        whole.setSort(DeviceColumn::Id, Qt::AscendingOrder);
        whole.setSort(order.sortColumn(), order.sortDirection());
        QCOMPARE(order.rowsInScope().count(), whole.size());
        std::vector<DeviceRow> expected;
        for (const DeviceRow row : whole.rows()) {
            QVERIFY(order.rowsInScope().contains(row));
            if (!order.isFiltered() || fleet.filter.passing().contains(row))
                expected.push_back(row);
        }
        QCOMPARE(order.size(), qsizetype(expected.size()));
        if (order.looseCount() > 0) {
            QVERIFY(std::ranges::is_permutation(order.rows(), expected));
            continue;
        }
        QVERIFY(!order.mustResort());
        QVERIFY(std::ranges::equal(order.rows(), expected, {}, status, status));
        std::vector<DeviceRow> shown(order.rows().begin(), order.rows().end());
        std::ranges::sort(shown);
        std::ranges::sort(expected);
        QCOMPARE(shown, expected);
    }
}

QTEST_GUILESS_MAIN(DeviceFilterTest)
#include "tst_devicefilter.moc"
