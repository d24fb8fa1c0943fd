// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/deviceid.h"
#include "app/sandbox/devicerows.h"
#include "app/sandbox/pretendfleet.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <array>
#include <string>

using namespace std::chrono_literals;

namespace {

constexpr Moment someMoment = std::chrono::sys_days(std::chrono::year(2026) / 2 / 17) + 11h + 15min;

QSet<QString> namesOf(const PretendFleet &fleet, PretendCompany::Level level)
{
    QSet<QString> names;
    for (const PretendCompany &company : fleet.companies()) {
        if (company.level == level)
            names.insert(QString::fromStdString(company.name));
    }
    return names;
}

/// The list of devices as they are under the plans that they have from the beginning.
class Lists
{
public:
    explicit Lists(const PretendFleet &fleet)
        : rows(fleet), m_fleet(fleet), m_plans(std::make_shared<const PlanBook>(fleet))
    { }

    DeviceRowStream stream(DeviceRange range, Moment now) const
    {
        return DeviceRowStream(rows, range, m_plans, ClockReading(now));
    }
    std::string whole(DeviceRange range, Moment now) const
    {
        DeviceRowStream stream(rows, range, m_plans, ClockReading(now));
        std::string list;
        for (std::string_view block = stream.next(); !block.empty(); block = stream.next())
            list += block;
        return list;
    }
    std::string whole(Moment now) const { return whole(m_fleet.allDevices(), now); }
    std::size_t size(DeviceRange range, Moment now) const
    {
        return rows.arraySize(range, *m_plans, ClockReading(now));
    }

    const DeviceListRows rows;

private:
    const PretendFleet &m_fleet;
    const std::shared_ptr<const PlanBook> m_plans;
};

} // namespace

class TestPretendFleet : public QObject
{
    Q_OBJECT

private slots:
    void fiveThousandCompaniesDiffer();
    void oddNamesAreAmongThem();
    void everySizeSharesOutAllDevices_data();
    void everySizeSharesOutAllDevices();
    void deviceNamesOfACompanyDiffer();
    void idLeadsBackToTheDevice();
    void anotherSeedIsAnotherFleet();
    void declaredSizeIsTheSizeWritten();
    void longListIsCountedInParts();
    void blocksAreBounded();
    void rowsHaveTheSizeOfRealOnes();
};

void TestPretendFleet::fiveThousandCompaniesDiffer()
{
    const PretendFleet fleet({.companies = 5000, .devices = 0});
    QCOMPARE(namesOf(fleet, PretendCompany::Level::Own).size(), 1);
    QCOMPARE(namesOf(fleet, PretendCompany::Level::Sub).size(), 4999);
    QSet<QByteArray> tokens;
    std::uint32_t idBefore = 0;
    for (const PretendCompany &company : fleet.companies()) {
        tokens.insert(QByteArray::fromStdString(company.token));
        QVERIFY(company.id > idBefore);
        QVERIFY(fleet.company(company.id) == &company);
        idBefore = company.id;
    }
    QCOMPARE(static_cast<std::size_t>(tokens.size()), fleet.companies().size());
    QVERIFY(!fleet.company(1));
}

void TestPretendFleet::oddNamesAreAmongThem()
{
    const QSet<QString> names =
        namesOf(PretendFleet({.companies = 20, .devices = 0}), PretendCompany::Level::Sub);
    const auto has = [&names](auto isOdd) {
        return std::ranges::any_of(names, isOdd);
    };
    QVERIFY(has([](const QString &name) { return name.contains(QStringLiteral("<b>")); }));
    QVERIFY(has([](const QString &name) { return name.contains(QChar(0x202e)); }));
    QVERIFY(
        has([](const QString &name) { return name.contains(QChar(u'"')) && name.contains(QChar(u'\\')); }));
    QVERIFY(has([](const QString &name) { return name.size() > 250; }));
}

void TestPretendFleet::everySizeSharesOutAllDevices_data()
{
    QTest::addColumn<int>("companies");
    QTest::addColumn<int>("devices");
    for (const int companies : {1, 2, 19, 20, 38, 5000}) {
        for (const int devices : {0, 1, 37, 4212, 1'000'000})
            QTest::addRow("%d companies, %d devices", companies, devices) << companies << devices;
    }
}

void TestPretendFleet::everySizeSharesOutAllDevices()
{
    QFETCH(const int, companies);
    QFETCH(const int, devices);
    const PretendFleet fleet({.companies = companies, .devices = devices});
    const auto below =
        std::ranges::count(fleet.companies(), PretendCompany::Level::BelowSub, &PretendCompany::level);
    QCOMPARE(fleet.companies().size(), static_cast<std::size_t>(companies + below));
    std::uint32_t next = 0;
    for (const PretendCompany &company : fleet.companies()) {
        QCOMPARE(company.devices.first, next);
        next = company.devices.last;
        if (company.devices.count() > 0) {
            QVERIFY(&fleet.companyOfDevice(company.devices.first) == &company);
            QVERIFY(&fleet.companyOfDevice(company.devices.last - 1) == &company);
        }
    }
    QCOMPARE(next, static_cast<std::uint32_t>(devices));
}

void TestPretendFleet::deviceNamesOfACompanyDiffer()
{
    const PretendFleet fleet({.companies = 1, .devices = 5000});
    QSet<QPair<int, std::uint32_t>> names;
    for (std::uint32_t index = 0; index < 5000; ++index) {
        const PretendDevice device = fleet.device(fleet.ownCompany(), index);
        names.insert({device.role, device.serial});
    }
    // but for the few that were set up anew and have the name of the one before them
    QVERIFY(names.size() < 5000);
    QVERIFY(names.size() > 4950);
}

void TestPretendFleet::idLeadsBackToTheDevice()
{
    const PretendFleet fleet({.companies = 38, .devices = 4212});
    for (std::uint32_t index = 0; index < fleet.allDevices().last; ++index) {
        std::array<char, deviceIdRoom> text{};
        const std::uint64_t word = fleet.device(fleet.companyOfDevice(index), index).word;
        writeDeviceId(text.data(), word);
        const std::string id(text.data(), deviceIdLength(word));
        QVERIFY(fleet.findDevice(id) == index);
        QVERIFY(!fleet.findDevice(id + 'a'));
        QVERIFY(!fleet.findDevice(id.substr(0, id.size() - 1)));
        QVERIFY(!fleet.findDevice(id.substr(0, 40) + std::string(id.size() - 40, 'a')));
    }
    const PretendFleet smaller({.companies = 38, .devices = 4211});
    std::array<char, deviceIdRoom> last{};
    const std::uint64_t word = fleet.device(fleet.companyOfDevice(4211), 4211).word;
    writeDeviceId(last.data(), word);
    QVERIFY(!smaller.findDevice(std::string_view(last.data(), deviceIdLength(word))));
}

void TestPretendFleet::anotherSeedIsAnotherFleet()
{
    const PretendFleet one({.companies = 38, .devices = 100, .seed = 1});
    const PretendFleet same({.companies = 38, .devices = 100, .seed = 1});
    const PretendFleet other({.companies = 38, .devices = 100, .seed = 2});
    QCOMPARE(Lists(one).whole(someMoment), Lists(same).whole(someMoment));
    QVERIFY(namesOf(one, PretendCompany::Level::Sub) != namesOf(other, PretendCompany::Level::Sub));
    QVERIFY(one.device(one.ownCompany(), 0).word != other.device(other.ownCompany(), 0).word);
}

void TestPretendFleet::declaredSizeIsTheSizeWritten()
{
    const PretendFleet fleet({.companies = 200, .devices = 6'000});
    const Lists lists(fleet);
    for (const DeviceRange range :
         {DeviceRange{0, 0}, DeviceRange{5'999, 6'000}, DeviceRange{100, 1'000}, fleet.allDevices()}) {
        for (const auto later : {0min, 7min, 60 * 24 * 40min}) {
            const std::string list = lists.whole(range, someMoment + later);
            QCOMPARE(list.size(), lists.size(range, someMoment + later));
            const QJsonDocument json = QJsonDocument::fromJson(QByteArray::fromStdString(list));
            QVERIFY(json.isArray());
            QCOMPARE(json.array().size(), static_cast<qsizetype>(range.count()));
        }
    }
}

void TestPretendFleet::longListIsCountedInParts()
{
    const PretendFleet fleet({.companies = 7, .devices = 300'001});
    const Lists lists(fleet);
    QCOMPARE(lists.size(fleet.allDevices(), someMoment), lists.whole(someMoment).size());
}

void TestPretendFleet::blocksAreBounded()
{
    const PretendFleet fleet({.companies = 5, .devices = 10'000});
    const Lists lists(fleet);
    DeviceRowStream stream = lists.stream(fleet.allDevices(), someMoment);
    int blocks = 0;
    for (std::string_view block = stream.next(); !block.empty(); block = stream.next(), ++blocks)
        QVERIFY(block.size() <= DeviceRowStream::blockSize);
    QVERIFY(blocks > 10);
    QVERIFY(stream.next().empty());
}

void TestPretendFleet::rowsHaveTheSizeOfRealOnes()
{
    const PretendFleet fleet({.companies = 5000, .devices = 20'000});
    const std::size_t size = Lists(fleet).size(fleet.allDevices(), someMoment);
    QVERIFY2(size / 20'000 >= 300 && size / 20'000 <= 315, qPrintable(QString::number(size / 20'000)));
}

QTEST_GUILESS_MAIN(TestPretendFleet)
#include "tst_pretendfleet.moc"
