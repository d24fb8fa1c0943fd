// SPDX-License-Identifier: GPL-3.0-or-later
// Devices that were enrolled again: one company, one name, one system, two IDs.
#include "app/fleet/devicetwins.h"
#include "tests/app/devices/testdevices.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;

namespace {

const AccountId account(u"account"_s);

TestDevice device(std::string id, std::string name, qint64 lastSuccess = noTime, std::string company = "1",
                  std::string os = "windows")
{
    TestDevice made = testDevice(std::move(id), std::move(company), std::move(name));
    made.word(WordColumn::Os) = std::move(os);
    made.times[0] = lastSuccess;
    return made;
}

QueryValue asked(const QString &text, QueryMatch match = QueryMatch::Contains)
{
    QueryValue value;
    value.text = text;
    value.match = match;
    return value;
}

} // namespace

class TestDeviceTwins : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_table = std::make_unique<DeviceTable>();
        m_twins = std::make_unique<DeviceTwins>(*m_table);
    }

    void cleanup()
    {
        m_twins.reset();
        m_table.reset();
    }

    void theLaterSuccessMakesTheNewer()
    {
        read(
            {device("a", "PC-1", 1000), device("b", "pc-1", 3000), device("c", "PC-1"), device("d", "PC-2")});
        QVERIFY(look());
        QCOMPARE(m_twins->groupOf(row("c")), (TwinSearch::Group{row("b"), row("a"), row("c")}));
        QVERIFY(m_twins->hasTwin(row("b")));
        QVERIFY(!m_twins->isOlder(row("b")));
        QVERIFY(m_twins->isOlder(row("a")));
        QVERIFY(m_twins->isOlder(row("c")));
        QVERIFY(!m_twins->hasTwin(row("d")));
        QVERIFY(m_twins->groupOf(row("d")).empty());
    }

    void anotherCompanyNameOrSystemIsNoTwin()
    {
        TestDevice damaged = device("e", "PC");
        damaged.marks = RowMark::damaged;
        read({device("a", "PC"), device("b", "PC", noTime, "2"), device("c", "PC", noTime, "1", "linux"),
              device("d", "PC 1"), damaged, device("f", ""), device("g", ""), device("h", "PC", noTime, ""),
              device("i", "PC", noTime, "")});
        QVERIFY(!look());
        for (const char *id : {"a", "b", "c", "d", "f", "g", "h", "i"})
            QVERIFY2(!m_twins->hasTwin(row(id)), id);
    }

    void systemsThatReadTheSameAreTheSame()
    {
        read({device("a", "PC", 1, "1", "windows"), device("b", "PC", 2, "1", "Windows")});
        QVERIFY(look());
        QVERIFY(m_twins->isOlder(row("a")));
    }

    void whatIsRemovedIsForgottenAtOnce()
    {
        read({device("a", "PC", 1), device("b", "PC", 2)});
        QVERIFY(look());
        const DeviceRow gone = row("a");
        read({device("b", "PC", 2)});
        QVERIFY(!m_twins->hasTwin(gone));
        QVERIFY(!m_twins->hasTwin(row("b")));
        read({device("b", "PC", 2), device("x", "Other")}); // takes the number of the one that went
        QVERIFY(!m_twins->hasTwin(row("x")));
    }

    void nothingIsLookedForWhileRowsArrive()
    {
        m_twins->setReading(true);
        read({device("a", "PC", 1), device("b", "PC", 2)});
        QSignalSpy changed(m_twins.get(), &DeviceTwins::changed);
        QVERIFY(!changed.wait(400));
        m_twins->setReading(false);
        QVERIFY(changed.wait(5000));
        QVERIFY(m_twins->isOlder(row("a")));
    }

    void aQueryFindsThem()
    {
        read({device("a", "PC", 1), device("b", "PC", 2), device("c", "Lone")});
        QVERIFY(look());
        QVERIFY(holds(m_twins->rows(asked(u"older"_s)), {row("a")}));
        QVERIFY(holds(m_twins->rows(asked(u"newest"_s)), {row("b")}));
        QVERIFY(holds(m_twins->rows(asked({}, QueryMatch::None)), {row("a"), row("b")}));
        QVERIFY(holds(m_twins->rows(asked(u"lone"_s)), {}));
    }

    /// Beside a naive search over many rows whose names come again and again.
    void manyRowsAgreeWithANaiveSearch()
    {
        std::mt19937 chance(7);
        std::vector<TestDevice> devices;
        for (size_t i = 0; i < 3000; ++i)
            devices.push_back(device(numbered("id-", i), numbered("PC-", chance() % 400),
                                     qint64(chance() % 50), std::to_string(1 + chance() % 3),
                                     chance() % 4 ? "windows" : "linux"));
        read(devices);
        QVERIFY(look());
        constexpr size_t name = size_t(TextColumn::Name);
        qsizetype older = 0;
        for (const TestDevice &each : devices) {
            const auto isTwin = [&each](const TestDevice &other) {
                return other.texts[name] == each.texts[name] && other.company() == each.company()
                    && other.words[size_t(WordColumn::Os)] == each.words[size_t(WordColumn::Os)];
            };
            std::vector<const TestDevice *> twins;
            for (const TestDevice &other : devices) {
                if (isTwin(other))
                    twins.push_back(&other);
            }
            const auto newest = *std::ranges::max_element(
                twins, {}, [](const TestDevice *twin) { return std::pair(twin->times[0], twin->id()); });
            const DeviceRow at = row(each.id().c_str());
            QCOMPARE(m_twins->hasTwin(at), twins.size() > 1);
            QCOMPARE(m_twins->isOlder(at), twins.size() > 1 && newest->id() != each.id());
            older += m_twins->isOlder(at);
        }
        QVERIFY(older > 500);
    }

private:
    void read(const std::vector<TestDevice> &devices)
    {
        std::unique_ptr<DeviceReading> reading = m_table->beginReading(account, std::nullopt);
        m_twins->take(m_table->take(*reading, TestAnswer().chunk(devices)));
        m_twins->take(m_table->finish(std::move(reading), true));
    }

    /// False: there are none, or the same as before.
    bool look()
    {
        QSignalSpy changed(m_twins.get(), &DeviceTwins::changed);
        return changed.wait(2000);
    }

    DeviceRow row(const char *id) const
    {
        return m_table->find({account, DeviceId(QString::fromLatin1(id))}).value();
    }

    static bool holds(const RowBits &bits, const std::vector<DeviceRow> &rows)
    {
        return bits.count() == qsizetype(rows.size())
            && std::ranges::all_of(rows, [&bits](DeviceRow each) { return bits.contains(each); });
    }

    std::unique_ptr<DeviceTable> m_table;
    std::unique_ptr<DeviceTwins> m_twins;
};

QTEST_MAIN(TestDeviceTwins)
#include "tst_devicetwins.moc"
