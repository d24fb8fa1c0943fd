// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/healthcolumn.h"
#include "tests/ui/devices/gridfixture.h"
#include "ui/devices/devicecopy.h"
#include "ui/devices/devicegridactions.h"

#include <QAction>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 begin = 1'771'326'600'000; // 2026-02-17T11:10:00Z
constexpr qint64 day = 86'400'000;

Moment nineDaysLater()
{
    return {.now = begin + 9 * day, .locale = QLocale::c()};
}

} // namespace

/// What goes to the clipboard for others to read.
class TestDeviceCopy : public QObject
{
    Q_OBJECT

private slots:
    void aTicketSaysWhichDevice_sinceWhenAndWhy()
    {
        GridFixture f;
        TestDevice stale = testDevice("id-1", "7", "CAS-DC02");
        stale.word(WordColumn::Status) = "online";
        stale.word(WordColumn::LastResult) = "Success";
        stale.word(WordColumn::Os) = "linux";
        stale.times[0] = begin;
        f.read({stale, testDevice("id-2", "7", "evil\nname\u202E")});
        f.table.setCompanyName({AccountId(u"a"_s), CompanyId(u"7"_s)}, u"Castell Logistics"_s);
        HealthColumn health(f.table, nullptr, [] { return begin + 9 * day; });
        health.take({.added = {f.device(u"id-1"_s), f.device(u"id-2"_s)}, .changed = {}, .removed = {}});
        const DeviceSource source(f.table, &health);
        const std::vector<DeviceRow> one{f.device(u"id-1"_s)};
        const QString ticket = rowsForTicket(source, one, nineDaysLater());
        const QString first = u"Castell Logistics / CAS-DC02\n"
                              u"Last success: Tue 17 Feb 2026 11:10:00 UTC (9 d ago)\n"
                              u"Stale: The last good backup is 9 d old."_s;
        QVERIFY2(ticket.startsWith(first), qPrintable(ticket));
        const QString sentence = ::sentence(health.why(one.front()).constFirst(), QLocale::c());
        QVERIFY(ticket.contains(u"Stale: "_s + sentence));
        QVERIFY2(ticket.contains(u"IDrive’s words: “2026-02-17T11:10:00.000”."_s), qPrintable(ticket));

        const std::vector<DeviceRow> both{f.device(u"id-1"_s), f.device(u"id-2"_s)};
        const QString two = rowsForTicket(source, both, nineDaysLater());
        QVERIFY(two.startsWith(ticket + u'\n'));
        QVERIFY2(two.contains(u"\n\nCastell Logistics / evil↵name[U+202E]\nLast success: never\n"_s),
                 qPrintable(two));
        QVERIFY(!two.contains(QChar(0x202E)));
    }

    void aTicketWithoutHealthSaysWhatIsKnown()
    {
        GridFixture f;
        TestDevice device = testDevice("d1", "7", std::string(10'000, 'x'));
        device.oddTimes[0] = "<b>yesterday</b>";
        f.read({device});
        const std::vector<DeviceRow> rows{f.device(u"d1"_s)};
        QCOMPARE(rowsForTicket(f.table, rows, nineDaysLater()),
                 u"7 / "_s + QString(200, u'x') + u"…\nLast success: <b>yesterday</b>\n"_s);
    }

    void markdownIsATableOfTheColumnsThatAreSeen()
    {
        GridFixture f;
        TestDevice device = testDevice("d1", "7", "a|b<c>");
        device.times[0] = begin;
        f.read({device});
        const std::vector<DeviceRow> rows{f.device(u"d1"_s)};
        const std::vector<DeviceColumn> columns{DeviceColumn::Name, DeviceColumn::LastSuccess};
        QCOMPARE(rowsAsMarkdown(f.table, rows, columns),
                 u"| Name | Last success |\n| --- | --- |\n| a\\|b\\<c\\> | 2026-02-17T11:10:00Z |\n"_s);
    }

    void oneKeyCopiesForATicket()
    {
        ShownGrid s(numberedDevices(3));
        DeviceGridActions actions(s.grid);
        QSignalSpy copied(&actions, &DeviceGridActions::copied);
        QVERIFY(!actions.findChild<QAction *>(u"copyTicket"_s)->isEnabled());
        s.click(1);
        QVERIFY(actions.findChild<QAction *>(u"copyTicket"_s)->isEnabled());
        s.press(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"1 / pc-2\nLast success: never\n"_s);
        QCOMPARE(copied.takeFirst().constFirst().toString(), u"1 row copied"_s);
        s.press(Qt::Key_A, Qt::ControlModifier);
        actions.findChild<QAction *>(u"copyMarkdown"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 5);
        QCOMPARE(copied.takeFirst().constFirst().toString(), u"3 rows copied"_s);
    }

    void moreThanATicketHoldsIsNotCopied()
    {
        ShownGrid s(numberedDevices(1'001));
        DeviceGridActions actions(s.grid);
        QSignalSpy copied(&actions, &DeviceGridActions::copied);
        QGuiApplication::clipboard()->setText(u"before"_s);
        s.press(Qt::Key_A, Qt::ControlModifier);
        s.press(Qt::Key_T, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
        QVERIFY(copied.takeFirst().constFirst().toString().startsWith(u"Nothing copied"_s));
    }

    void everyActionIsInTheMenu_andExportAsksForADialog()
    {
        ShownGrid s(numberedDevices(3));
        DeviceGridActions actions(s.grid);
        QSignalSpy asked(&actions, &DeviceGridActions::exportRequested);
        s.press(Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(asked.size(), 1);
        QStringList names;
        for (const QAction *action : actions.actions())
            names << action->objectName();
        for (const QString &name : {u"copyMarkdown"_s, u"copyTicket"_s, u"exportDevices"_s})
            QVERIFY2(names.contains(name), qPrintable(name));
    }
};

QTEST_MAIN(TestDeviceCopy)
#include "tst_devicecopy.moc"
