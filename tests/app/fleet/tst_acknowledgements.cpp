// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/acknowledgements.h"
#include "app/health/acknowledgementjson.h"
#include "tests/app/devices/testdevices.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;
constexpr qint64 begin = 1'772'000'000'000;
const AccountId account(u"account"_s);

TestDevice device(std::string id, std::string company, std::string result = "Success")
{
    TestDevice made = testDevice(std::move(id), std::move(company));
    made.word(WordColumn::Status) = "online";
    made.word(WordColumn::LastResult) = std::move(result);
    made.word(WordColumn::Os) = "linux";
    made.times[0] = begin - hour;
    return made;
}

QueryValue note(const QString &text)
{
    return {QueryMatch::Contains, text};
}

} // namespace

/// Acknowledgements beside a real table and its health, with a clock and a profile of the test.
class TestAcknowledgements : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_now = begin;
        m_profile = std::make_unique<QTemporaryDir>();
        m_table = std::make_unique<DeviceTable>();
        m_health = std::make_unique<HealthColumn>(*m_table, nullptr, [this] { return m_now; });
        read({device("a", "1", "Failed"), device("b", "1"), device("c", "2")});
        open();
    }

    void cleanup()
    {
        m_known.reset();
        m_health.reset();
        m_table.reset();
        m_profile.reset();
    }

    void aDeviceIsKnownAndFoundByItsNote()
    {
        QSignalSpy changed(m_known.get(), &Acknowledgements::changed);
        m_known->add(key("a"), u"Ticket 4711"_s, begin + day);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_known->of(row("a"))->note, u"Ticket 4711"_s);
        QCOMPARE(m_known->of(row("a"))->stateThen, Health::Failing);
        QVERIFY(!m_known->of(row("b")));
        QCOMPARE(rows(note(u"4711"_s)), QStringList{u"a"_s});
        QCOMPARE(rows(note(u"4712"_s)), QStringList());
        QCOMPARE(rows({QueryMatch::None, {}}), QStringList{u"a"_s});
        m_known->remove(key("a"));
        QVERIFY(!m_known->of(row("a")));
        QCOMPARE(changed.size(), 2);
    }

    void aCompanyIsKnownWithAllItsDevices()
    {
        m_known->add(company("1"), u"Moves house"_s, begin + day);
        m_known->add(key("b"), u"Its own"_s, begin + day);
        QCOMPARE(rows({QueryMatch::None, {}}), (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(m_known->of(row("a"))->note, u"Moves house"_s);
        QCOMPARE(m_known->of(row("b"))->note, u"Its own"_s);
        QVERIFY(!m_known->of(row("c")));
        read({device("d", "1")});
        QCOMPARE(m_known->of(row("d"))->note, u"Moves house"_s);
    }

    void itIsOverWhenItsTimeIsUp()
    {
        m_known->add(key("a"), u"x"_s, begin + hour);
        QSignalSpy ended(m_known.get(), &Acknowledgements::ended);
        m_now = begin + hour - 1;
        emit m_health->countsChanged();
        QVERIFY(m_known->of(row("a")));
        m_now = begin + hour;
        emit m_health->countsChanged();
        QVERIFY(!m_known->of(row("a")));
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.at(0).at(1).toBool(), false);
        open();
        QVERIFY(m_known->isEmpty());
    }

    void itsTimeIsWaitedFor()
    {
        m_known->add(key("a"), u"x"_s, begin + 20);
        m_now = begin + 20;
        QTRY_VERIFY(m_known->isEmpty());
    }

    void itIsOverWhenItGotWorse()
    {
        m_known->add(key("b"), u"x"_s, begin + day);
        m_known->add(key("a"), u"y"_s, begin + day);
        QSignalSpy ended(m_known.get(), &Acknowledgements::ended);
        read({device("b", "1", "Failed"), device("a", "1")}); // b got worse, a better
        QVERIFY(!m_known->of(row("b")));
        QVERIFY(m_known->of(row("a")));
        QCOMPARE(ended.size(), 1);
        QCOMPARE(ended.at(0).at(1).toBool(), true);
    }

    void aCompanyGetsWorseWithItsWorstDevice()
    {
        m_known->add(company("2"), u"x"_s, begin + day);
        read({device("e", "2")});
        QVERIFY(m_known->of(company("2")));
        read({device("e", "2", "Failed")});
        QVERIFY(!m_known->of(company("2")));
    }

    void whatWasKnownIsKnownAfterANewStart()
    {
        m_known->add(key("a"), u"Tür \"zu\""_s, begin + day);
        m_known->add(company("2"), {}, begin + 2 * day);
        open();
        QCOMPARE(m_known->of(key("a"))->note, u"Tür \"zu\""_s);
        QCOMPARE(m_known->of(key("a"))->until, begin + day);
        QCOMPARE(m_known->of(company("2"))->until, begin + 2 * day);
        m_known->remove(key("a"));
        open();
        QVERIFY(!m_known->of(key("a")));
        QVERIFY(m_known->of(company("2")));
    }

    void whatIsNotReadYetStaysUntilItsTime()
    {
        m_known->add(key("not here"), u"x"_s, begin + hour);
        emit m_health->countsChanged();
        QVERIFY(m_known->of(key("not here")));
        QCOMPARE(rows(note(u"x"_s)), QStringList());
    }

    void nonsenseInTheFileIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("no subject")
            << R"({"account":"a","note":"n","until":"2026-03-01T00:00:00Z","state":"late"})"_ba;
        QTest::newRow("two subjects")
            << R"({"account":"a","device":"d","company":"c","until":"2026-03-01T00:00:00Z","state":"late"})"_ba;
        QTest::newRow("no time") << R"({"account":"a","device":"d","until":"soon","state":"late"})"_ba;
        QTest::newRow("no such state")
            << R"({"account":"a","device":"d","until":"2026-03-01T00:00:00Z","state":"odd"})"_ba;
        QTest::newRow("no account") << R"({"device":"d","until":"2026-03-01T00:00:00Z","state":"late"})"_ba;
        QTest::newRow("nothing") << R"({})"_ba;
    }

    void nonsenseInTheFileIsLeftAlone()
    {
        QFETCH(QByteArray, json);
        QVERIFY(!acknowledgementFromJson(QJsonDocument::fromJson(json).object()));
    }

private:
    void open()
    {
        m_known = std::make_unique<Acknowledgements>(*m_table, *m_health, m_profile->path(), nullptr,
                                                     [this] { return m_now; });
    }
    void read(const std::vector<TestDevice> &devices)
    {
        std::unique_ptr<DeviceReading> reading = m_table->beginReading(account, std::nullopt);
        m_health->take(m_table->take(*reading, TestAnswer().chunk(devices)));
        m_table->finish(std::move(reading), false);
    }
    static DeviceKey key(const char *id) { return {account, DeviceId(QString::fromLatin1(id))}; }
    static CompanyKey company(const char *id) { return {account, CompanyId(QString::fromLatin1(id))}; }
    DeviceRow row(const char *id) const { return *m_table->find(key(id)); }
    QStringList rows(const QueryValue &value) const
    {
        const RowBits found = m_known->rows(value);
        QStringList ids;
        for (const DeviceRow each : m_table->liveRows()) {
            if (found.contains(each))
                ids.append(m_table->key(each).device.text());
        }
        ids.sort();
        return ids;
    }

    qint64 m_now = begin;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<DeviceTable> m_table;
    std::unique_ptr<HealthColumn> m_health;
    std::unique_ptr<Acknowledgements> m_known;
};

QTEST_GUILESS_MAIN(TestAcknowledgements)
#include "tst_acknowledgements.moc"
