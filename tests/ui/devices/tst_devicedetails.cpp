// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/devices/gridfixture.h"
#include "ui/devices/devicedetails.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/facttext.h"

#include <QLabel>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 lastBackup = 1796130847000; // 2026-12-01T13:14:07Z

Moment aDayLater()
{
    return {.now = lastBackup + 86'400'000, .locale = QLocale(QLocale::English, QLocale::UnitedStates)};
}

TestDevice usualDevice(const std::string &id = "hflafgh")
{
    TestDevice device = testDevice(id, "7", "CAS-DC02");
    device.word(WordColumn::Status) = "online";
    device.word(WordColumn::LastResult) = "FAILURE";
    device.word(WordColumn::Os) = "windows";
    device.word(WordColumn::Version) = "6.8.2.11";
    device.word(WordColumn::Group) = "Servers";
    device.times = {lastBackup, lastBackup + 90'000'000};
    return device;
}

/// Every pair that is to be seen: "Status=Online".
QStringList pairs(const DeviceFacts &facts)
{
    QStringList list;
    for (const FactSection &section : facts.sections) {
        for (const Fact &fact : section.facts)
            list << fact.label + u'=' + fact.value
                    + (fact.addition.isEmpty() ? QString() : u" · "_s + fact.addition);
    }
    return list;
}

} // namespace

class TestDeviceDetails : public QObject
{
    Q_OBJECT

private slots:
    void oneDeviceIsToldWhole()
    {
        GridFixture f;
        f.read({usualDevice()});
        f.table.setCompanyName({AccountId(u"a"_s), CompanyId(u"7"_s)}, u"Castell Logistics"_s);
        const DeviceFacts facts = factsOfDevice(f.table, f.device(u"hflafgh"_s), aDayLater());
        QCOMPARE(facts.title, u"CAS-DC02"_s);
        QCOMPARE(facts.company, u"Castell Logistics"_s);
        QCOMPARE(facts.glyph, Glyph::Server);
        QVERIFY(facts.warning.isEmpty());
        QCOMPARE(pairs(facts),
                 (QStringList{u"Status=Online"_s, u"Last result=Failed"_s,
                              u"Last success=Tue 1 Dec 13:14 · 1\u00A0d\u00A0ago"_s,
                              u"Next run=today 14:14 · in\u00A01\u00A0h"_s, u"System=Windows, 6.8.2.11"_s,
                              u"Group=Servers"_s, u"Tag=not reported by the API"_s, u"Device ID=hflafgh"_s,
                              u"Company ID=7"_s}));
        QCOMPARE(facts.serverWords,
                 u"status        online\nbackup_status FAILURE\n"
                 u"last_backup   2026-12-01T13:14:07.000\nnext_backup   2026-12-02T14:14:07.000"_s);
    }

    void neverIsSaid_andWhatIsNotReported()
    {
        GridFixture f;
        f.read({testDevice("d1", "7", "")});
        const DeviceFacts facts = factsOfDevice(f.table, f.device(u"d1"_s), aDayLater());
        QCOMPARE(facts.title, u"–"_s);
        QVERIFY(pairs(facts).contains(u"Last success=never"_s));
        QVERIFY(pairs(facts).contains(u"Next run=not reported by the API"_s));
    }

    void aDamagedRowShowsItsBytes()
    {
        GridFixture f;
        TestDevice device = testDevice("", "", "");
        device.marks = RowMark::damaged;
        f.read({device});
        const DeviceFacts facts = factsOfDevice(f.table, f.model.deviceAt(0), aDayLater());
        QCOMPARE(facts.damagedBytes, u"{broken"_s);
        QVERIFY(facts.warning.contains(u"could not be read"_s));
        QVERIFY(facts.sections.isEmpty());
    }

    void severalAreCounted()
    {
        GridFixture f;
        std::vector<TestDevice> devices = numberedDevices(30);
        for (size_t i = 0; i < devices.size(); ++i) {
            devices[i].word(WordColumn::Status) = i < 20 ? "online" : numbered("odd ", i);
            devices[i].word(WordColumn::LastResult) = i < 10 ? "Failed" : i < 15 ? "failure" : "";
        }
        f.read(devices);
        DeviceSelection selection;
        selection.set(f.model.order().rows(), true);
        const DeviceFacts facts = factsOfSelection(f.table, selection, 4, aDayLater());
        QCOMPARE(facts.title, u"30 devices selected"_s);
        QCOMPARE(facts.company, u"4 not shown"_s);
        const QStringList counts = pairs(facts);
        QVERIFY(counts.contains(u"Online=20"_s));
        QVERIFY(counts.contains(u"others=3"_s));
        QVERIFY(counts.contains(u"Failed=15"_s));
        QVERIFY(counts.contains(u"not reported=15"_s));
    }

    void thePaneShowsPlainText_andEveryLineOfIt()
    {
        GridFixture f;
        TestDevice device = usualDevice();
        device.name() = "<b>CAS</b>";
        device.word(WordColumn::Group) = "<img src=x>" + std::string(3000, 'w');
        f.read({device});
        const Theme theme;
        DeviceDetails details(theme);
        details.setFacts(factsOfDevice(f.table, f.device(u"hflafgh"_s), aDayLater()));
        details.resize(284, 700);
        details.show();
        QCOMPARE(details.findChild<ElidedLabel *>(u"deviceDetailsTitle"_s)->text(), u"<b>CAS</b>"_s);
        QStringList shown;
        for (const FactText *text : details.findChildren<FactText *>())
            shown << text->shownText();
        QVERIFY(shown.contains(u"Failed"_s));
        QVERIFY(shown.contains(u"Tue 1 Dec 13:14 1 d ago"_s));
        const bool hasMarkup = std::ranges::any_of(
            shown, [](const QString &text) { return text.startsWith(u"<img src=x>www"_s); });
        QVERIFY(hasMarkup);
        for (const QLabel *label : details.findChildren<QLabel *>()) {
            if (!label->text().isEmpty())
                QCOMPARE(label->textFormat(), Qt::PlainText);
        }
        for (const QWidget *widget : details.findChildren<QWidget *>())
            QVERIFY2(widget->width() <= 284 || !widget->isVisible(), qPrintable(widget->objectName()));
    }

    void buttonsCopy_andClose()
    {
        GridFixture f;
        const std::string id(2000, 'x');
        f.read({usualDevice(id)});
        const Theme theme;
        DeviceDetails details(theme);
        details.setFacts(factsOfDevice(f.table, f.model.deviceAt(0), aDayLater()));
        details.resize(284, 700);
        details.show();
        QSignalSpy copied(&details, &DeviceDetails::copied);
        QTest::mouseClick(details.findChild<QToolButton *>(u"copyDeviceId"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(id));
        QCOMPARE(copied.takeFirst().constFirst().toString(), u"Device ID copied"_s);
        QTest::mouseClick(details.findChild<QToolButton *>(u"deviceDetailsCopy"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"Last result\tFailed\n"_s));
        QSignalSpy closed(&details, &DeviceDetails::closeRequested);
        QTest::mouseClick(details.findChild<QToolButton *>(u"deviceDetailsClose"_s), Qt::LeftButton);
        QCOMPARE(closed.size(), 1);
    }

    void widgetsStay_whenOnlyTheirTextsChange()
    {
        GridFixture f;
        f.read({usualDevice()});
        const Theme theme;
        DeviceDetails details(theme);
        details.setFacts(factsOfDevice(f.table, f.model.deviceAt(0), aDayLater()));
        const QList<FactText *> before = details.findChildren<FactText *>();
        Moment later = aDayLater();
        later.now += 86'400'000;
        details.setFacts(factsOfDevice(f.table, f.model.deviceAt(0), later));
        QCOMPARE(details.findChildren<FactText *>(), before);
    }
};

QTEST_MAIN(TestDeviceDetails)
#include "tst_devicedetails.moc"
