// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/textranking.h"

#include "app/devices/naturalorder.h"
#include "tests/app/devices/testdevices.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

#include <memory>

using namespace Qt::StringLiterals;

static const AccountId account(u"account"_s);

/// A table whose names are numbered, out of order; every seventh has none.
class RankedTable
{
public:
    explicit RankedTable(size_t count)
    {
        for (size_t i = 0; i < count; ++i)
            m_devices.push_back(testDevice(numbered("d", i), "1",
                                           i % 7 == 0 ? std::string() : numbered("Srv-", i * 7919 % 1009)));
        m_reading = table.beginReading(account, std::nullopt);
        table.take(*m_reading, m_answer.chunk(m_devices));
    }

    DeviceChange rename(size_t device, const std::string &name)
    {
        m_devices[device].name() = name;
        return table.take(*m_reading, m_answer.chunk(std::vector{m_devices[device]}));
    }

    QByteArrayView name(DeviceRow row) const { return table.text(TextColumn::Name, row); }

    DeviceTable table;

private:
    std::vector<TestDevice> m_devices;
    TestAnswer m_answer;
    std::unique_ptr<DeviceReading> m_reading;
};

/// Keeps what was ranked.
class Receiver : public QObject
{
    Q_OBJECT

public:
    explicit Receiver(TextRanking &ranking)
    {
        connect(&ranking, &TextRanking::ranked, this, [this, &ranking] {
            ranks = ranking.takeRanks();
            ++count;
        });
    }

    TextRanks ranks;
    int count = 0;
};

class TestTextRanking : public QObject
{
    Q_OBJECT

private slots:
    void ranksAreThoseOfTheNaturalOrder_data()
    {
        QTest::addColumn<DeviceRow>("count");
        QTest::newRow("one part") << DeviceRow(3000);
        QTest::newRow("several parts, many equal names") << DeviceRow(140'000);
    }

    void ranksAreThoseOfTheNaturalOrder()
    {
        QFETCH(const DeviceRow, count);
        const RankedTable t(count);
        TextRanking ranking(t.table);
        const Receiver receiver(ranking);
        ranking.start(TextColumn::Name);
        QCOMPARE(ranking.column(), std::optional(TextColumn::Name));
        QTRY_COMPARE(receiver.count, 1);
        QVERIFY(!ranking.column());
        QCOMPARE(receiver.ranks.knownCount(), qsizetype(count));
        for (DeviceRow a = 0; a < count; ++a) {
            const DeviceRow b = (a + 1) * 31 % count;
            const auto places = receiver.ranks.place(a) <=> receiver.ranks.place(b);
            if (t.name(a).isEmpty() || t.name(b).isEmpty())
                QCOMPARE(places < 0, !t.name(a).isEmpty() && t.name(b).isEmpty());
            else
                QCOMPARE(places, naturalCompare(t.name(a), t.name(b)) <=> 0);
        }
    }

    void whatChangesMeanwhileIsNotKnown()
    {
        RankedTable t(3000);
        TextRanking ranking(t.table);
        const Receiver receiver(ranking);
        ranking.start(TextColumn::Name);
        ranking.forget(t.rename(17, "another").changed);
        QTRY_COMPARE(receiver.count, 1);
        QVERIFY(!receiver.ranks.isKnown(17));
        QVERIFY(receiver.ranks.isKnown(18));
        QCOMPARE(receiver.ranks.knownCount(), 2999);
    }

    void anEmptyTableHasNoRanks()
    {
        const DeviceTable table;
        TextRanking ranking(table);
        const Receiver receiver(ranking);
        ranking.start(TextColumn::Tag);
        QTRY_COMPARE(receiver.count, 1);
        QCOMPARE(receiver.ranks.knownCount(), 0);
        QVERIFY(!receiver.ranks.isKnown(0));
    }

    void itEndsWhereverItIs()
    {
        const RankedTable t(20'000);
        for (int ms = 0; ms < 8; ++ms) {
            TextRanking ranking(t.table);
            ranking.start(TextColumn::Name);
            QEventLoop loop; // as far as it comes in so many milliseconds
            QTimer::singleShot(ms, &loop, &QEventLoop::quit);
            loop.exec();
        }
    }
};

QTEST_GUILESS_MAIN(TestTextRanking)
#include "tst_textranking.moc"
