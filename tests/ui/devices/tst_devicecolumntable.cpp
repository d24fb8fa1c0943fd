// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/healthcolumn.h"
#include "tests/ui/devices/gridfixture.h"
#include "ui/devices/devicecolumntable.h"
#include "ui/devices/rowmarks.h"

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 lastBackup = 1796130847000; // 2026-12-01T13:14:07Z

Moment aDayLater()
{
    return {.now = lastBackup + 86'400'000, .locale = QLocale(QLocale::English, QLocale::UnitedStates)};
}

TestDevice usualDevice()
{
    TestDevice device = testDevice("hflafgh", "7", "CAS-DC02");
    device.word(WordColumn::Status) = "online";
    device.word(WordColumn::LastResult) = "Success";
    device.word(WordColumn::Os) = "windows";
    device.word(WordColumn::Version) = "6.8.2.11";
    device.word(WordColumn::Group) = "Servers";
    device.tag() = "core";
    device.times = {lastBackup, lastBackup + 100'000'000};
    return device;
}

} // namespace

/// What cells say and how they look.
class TestDeviceColumnTable : public QObject
{
    Q_OBJECT

private:
    void show(const TestDevice &device)
    {
        m_fixture = std::make_unique<GridFixture>();
        m_fixture->read({device});
        m_row = m_fixture->model.deviceAt(0);
    }
    QString text(DeviceColumn column) const { return cellText(m_fixture->table, column, m_row, aDayLater()); }
    QString spoken(DeviceColumn column) const
    {
        return cellSpokenText(m_fixture->table, column, m_row, aDayLater());
    }
    QString toolTip(DeviceColumn column) const
    {
        return columnRow(column).toolTip(m_fixture->table, m_row, aDayLater());
    }
    CellLook look(DeviceColumn column) const { return cellLook(m_fixture->table, column, m_row); }

    std::unique_ptr<GridFixture> m_fixture;
    DeviceRow m_row = 0;

private slots:
    void theTableIsInTheOrderOfTheColumns()
    {
        for (int i = 0; i < deviceColumnCount; ++i)
            QCOMPARE(static_cast<int>(deviceColumnTable[static_cast<size_t>(i)].column), i);
    }

    void everyFieldIsShown()
    {
        show(usualDevice());
        m_fixture->table.setCompanyName({AccountId(u"a"_s), CompanyId(u"7"_s)}, u"Castell Logistics"_s);
        m_fixture->table.setAccountName(AccountId(u"a"_s), u"Castell IT"_s);
        QStringList texts;
        for (const DeviceColumnRow &column : deviceColumnTable)
            texts << text(column.column);
        QCOMPARE(texts,
                 (QStringList{u"–"_s, u"CAS-DC02"_s, u"Castell Logistics"_s, u"Castell IT"_s, u"Online"_s,
                              u"Success"_s, u"1 d"_s, u"17:00"_s, u"Windows"_s, u"6.8.2.11"_s, u"Servers"_s,
                              u"core"_s, u"hflafgh"_s, u"7"_s}));
    }

    void healthHasItsWordColourAndReason()
    {
        show(usualDevice());
        const qint64 aWeekLater = lastBackup + 8 * 86'400'000LL;
        HealthColumn health(m_fixture->table, nullptr, [&] { return aWeekLater; });
        health.take({.added = {m_row}, .changed = {}, .removed = {}});
        const DeviceSource source(m_fixture->table, &health);
        const CellLook strong{.ink = Token::Warn, .isStrong = true};
        QCOMPARE(cellText(source, DeviceColumn::HealthWord, m_row, aDayLater()), u"Stale"_s);
        QCOMPARE(cellSpokenText(source, DeviceColumn::HealthWord, m_row, aDayLater()), u"Stale"_s);
        QCOMPARE(cellLook(source, DeviceColumn::HealthWord, m_row), strong);
        QCOMPARE(cellLook(source, DeviceColumn::LastSuccess, m_row), strong);
        const QString reasons = columnRow(DeviceColumn::HealthWord).toolTip(source, m_row, aDayLater());
        QVERIFY2(reasons.startsWith(u"The last good backup is 8 d old."_s), qPrintable(reasons));
        QVERIFY(reasons.contains(u"\nA backup was planned "_s)); // late, too
    }

    void whatIsNotReportedIsADash_andNeverOnlyForBackups()
    {
        show(testDevice("d1", "7", ""));
        QCOMPARE(text(DeviceColumn::LastSuccess), u"never"_s);
        QCOMPARE(look(DeviceColumn::LastSuccess), (CellLook{.ink = Token::Bad, .isStrong = true}));
        for (const DeviceColumn column : {DeviceColumn::Name, DeviceColumn::Status, DeviceColumn::LastResult,
                                          DeviceColumn::NextRun, DeviceColumn::Os, DeviceColumn::Tag}) {
            QCOMPARE(text(column), u"–"_s);
            QCOMPARE(spoken(column), u"not set"_s);
        }
        QCOMPARE(spoken(DeviceColumn::LastSuccess), u"never"_s);
    }

    void aRowThatWasNotUnderstoodIsNotCalledNever()
    {
        TestDevice device = testDevice("d1");
        device.marks = RowMark::oddField;
        show(device);
        QCOMPARE(text(DeviceColumn::LastSuccess), u"–"_s);
        QVERIFY(hasWarningMark(m_fixture->table, m_row));
        QVERIFY(toolTip(DeviceColumn::Name).contains(u"could not be understood"_s));
    }

    void coloursAreForStatesOnly_data()
    {
        QTest::addColumn<QByteArray>("word");
        QTest::addColumn<int>("ink");
        QTest::addColumn<bool>("isStrong");
        QTest::newRow("success") << QByteArray("Success") << int(Token::Text) << false;
        QTest::newRow("failed") << QByteArray("Failed") << int(Token::Bad) << true;
        QTest::newRow("failure") << QByteArray("FAILURE") << int(Token::Bad) << true;
        QTest::newRow("running") << QByteArray("In Progress") << int(Token::Run) << false;
        QTest::newRow("cancelled") << QByteArray("canceled") << int(Token::Warn) << false;
        QTest::newRow("not known") << QByteArray("Paused by moon") << int(Token::Text) << false;
    }

    void coloursAreForStatesOnly()
    {
        QFETCH(QByteArray, word);
        QFETCH(int, ink);
        QFETCH(bool, isStrong);
        TestDevice device = usualDevice();
        device.word(WordColumn::LastResult) = word.toStdString();
        show(device);
        QCOMPARE(int(look(DeviceColumn::LastResult).ink), ink);
        QCOMPARE(look(DeviceColumn::LastResult).isStrong, isStrong);
    }

    void aWordThatIsNotKnownIsShownAsItCame()
    {
        TestDevice device = usualDevice();
        device.word(WordColumn::Status) = "hiber nating";
        show(device);
        QCOMPARE(text(DeviceColumn::Status), u"hiber nating"_s);
        QVERIFY(toolTip(DeviceColumn::Status).isEmpty());
    }

    void aLabelTellsTheServersWordInItsToolTip()
    {
        TestDevice device = usualDevice();
        device.word(WordColumn::LastResult) = "FAILURE";
        show(device);
        QCOMPARE(text(DeviceColumn::LastResult), u"Failed"_s);
        QCOMPARE(toolTip(DeviceColumn::LastResult), u"server: FAILURE"_s);
    }

    void timesTellTheirZoneAndTheServersText()
    {
        show(usualDevice());
        QCOMPARE(toolTip(DeviceColumn::LastSuccess),
                 u"Tue 1 Dec 2026 13:14:07 UTC\nserver: 2026-12-01T13:14:07.000 (taken as UTC)"_s);
    }

    void aTimeWithAZoneIsNotTakenAsAnything_andNeedsNoMark()
    {
        TestDevice device = usualDevice();
        device.oddTimes[0] = "2026-12-01T13:14:07Z";
        device.marks = RowMark::oddTime;
        show(device);
        QCOMPARE(text(DeviceColumn::LastSuccess), u"1 d"_s);
        QVERIFY(toolTip(DeviceColumn::LastSuccess).endsWith(u"server: 2026-12-01T13:14:07Z"_s));
        QVERIFY(!hasWarningMark(m_fixture->table, m_row));
    }

    void aTimeThatIsNoneIsShownAsItCame()
    {
        TestDevice device = usualDevice();
        device.times[0] = noTime;
        device.oddTimes[0] = "yesterday";
        device.marks = RowMark::oddTime;
        show(device);
        QCOMPARE(text(DeviceColumn::LastSuccess), u"yesterday"_s);
        QVERIFY(hasWarningMark(m_fixture->table, m_row));
    }

    void aDamagedRowSaysWhereItIs()
    {
        TestDevice device = testDevice("", "", "");
        device.marks = RowMark::damaged;
        show(device);
        QCOMPARE(text(DeviceColumn::Name), u"Damaged row (byte 4,711)"_s);
        QCOMPARE(text(DeviceColumn::LastSuccess), u"–"_s);
        QVERIFY(toolTip(DeviceColumn::Name).contains(u"could not be read"_s));
    }

    void unseenCharactersAreSeen()
    {
        TestDevice device = usualDevice();
        device.name() = "a\xE2\x80\xAE"
                        "gpj.exe\n<b>x</b>";
        show(device);
        QCOMPARE(text(DeviceColumn::Name), u"a[U+202E]gpj.exe↵<b>x</b>"_s);
    }
};

QTEST_MAIN(TestDeviceColumnTable)
#include "tst_devicecolumntable.moc"
