// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/acknowledgements.h"
#include "tests/support/pretendserver.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/devicequery.h"
#include "ui/sheets/exportdialog.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

/// From the page to the file, over a fleet that is read over HTTP.
class TestDeviceExport : public QObject
{
    Q_OBJECT

private:
    ExportDialog *dialog() const { return m_page->findChild<ExportDialog *>(); }
    void openDialog() const { m_page->findChild<QAction *>(u"exportDevices"_s)->trigger(); }
    QPushButton *exportButton() const { return dialog()->findChild<QPushButton *>(u"startExport"_s); }
    QByteArray exported(const QString &name) const
    {
        dialog()->findChild<QLineEdit *>(u"exportFile"_s)->setText(m_folder->filePath(name));
        QTest::mouseClick(exportButton(), Qt::LeftButton);
        const auto *openFolder = dialog()->findChild<QPushButton *>(u"openExportFolder"_s);
        if (!QTest::qWaitFor([&] { return openFolder->isVisible(); }))
            return "not written";
        QFile file(m_folder->filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    DeviceScope scopeOf(const QString &company) const
    {
        return {.all = false,
                .companies = {m_fleet->devices().companyCode({AccountId(u"a"_s), CompanyId(company)})}};
    }
    /// Only these, so that a test need not know what the others hold.
    void showColumns(std::initializer_list<DeviceColumn> shown) const
    {
        for (int column = 0; column < deviceColumnCount; ++column)
            m_page->grid()->setColumnHidden(
                column, std::ranges::find(shown, static_cast<DeviceColumn>(column)) == shown.end());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Acknowledgements> m_known;
    std::unique_ptr<DevicePage> m_page;

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<PretendServer>();
        m_session = m_server->session();
        m_fleet = std::make_unique<Fleet>();
        m_fleet->addSession(m_session.get());
        m_server->set("/company", companyJson("1", "Own", {companyJson("2", "Two")}, true));
        m_server->set("/device/summary",
                      listJson({deviceJson("d1", "1", "=one"), deviceJson("d2", "2", "two"),
                                deviceJson("d3", "2", "three")}));
        m_theme = std::make_unique<Theme>();
        m_known = std::make_unique<Acknowledgements>(m_fleet->devices(), m_fleet->health(), QString());
        m_page = std::make_unique<DevicePage>(*m_fleet, *m_known, *m_theme);
        m_page->resize(1200, 700);
        m_page->show();
        m_page->setScope({}, u"All companies"_s, DeviceKnowledge::Reading);
        QCOMPARE(readWhole(*m_fleet), true);
        m_page->setScope({}, u"All companies"_s, DeviceKnowledge::Read);
        QTRY_COMPARE(m_page->grid()->model()->rowCount(), 3);
        showColumns({DeviceColumn::Name, DeviceColumn::Company});
    }

    void cleanup()
    {
        m_page.reset();
        m_known.reset();
        m_theme.reset();
        m_fleet.reset();
        m_session.reset();
        m_server.reset();
        m_folder.reset();
    }

    void whatIsShownIsExported_inItsOrder()
    {
        openDialog();
        QCOMPARE(dialog()->windowTitle(), u"Export: Devices, All companies"_s);
        m_page->grid()->sortByColumn(static_cast<int>(DeviceColumn::Name), Qt::DescendingOrder);
        QCOMPARE(exported(u"a.csv"_s),
                 QByteArray("\xEF\xBB\xBF\"Name\",\"Company\"\r\ntwo,Two\r\nthree,Two\r\n'=one,Own\r\n"));
    }

    void theDialogFollowsScopeSelectionAndQuery()
    {
        openDialog();
        QCOMPARE(exportButton()->text(), u"Export 3 rows"_s);
        m_page->grid()->selectAll();
        m_page->setScope(scopeOf(u"1"_s), u"Own"_s, DeviceKnowledge::Read);
        QTRY_COMPARE(dialog()->windowTitle(), u"Export: Devices, Own"_s);
        QCOMPARE(dialog()->findChild<QRadioButton *>(u"exportSelected"_s)->text(), u"Selected: 1"_s);
        QCOMPARE(dialog()->findChild<QLabel *>(u"exportSelectedRemark"_s)->text(),
                 u"2 more are selected and not shown; they are left out."_s);
        m_page->setScope({}, u"All companies"_s, DeviceKnowledge::Read);
        m_page->grid()->clearSelected();
        m_page->query()->setText(u"name:two"_s);
        QTRY_COMPARE(exportButton()->text(), u"Export 1 row"_s);
        auto *formats = dialog()->findChild<QComboBox *>(u"exportFormat"_s);
        formats->setCurrentIndex(formats->findData(static_cast<int>(SheetFormat::Markdown)));
        const QByteArray page = exported(u"a.md"_s);
        QVERIFY2(page.startsWith("## Devices, All companies\n\nAs of "), page.constData());
        QVERIFY2(page.contains("Query: name:two. Times are UTC.\n\n| Name | Company |\n"), page.constData());
        QVERIFY2(page.endsWith("| two | Two |\n"), page.constData());
    }

    void onlyTheSelectedOnesAreExported_whenThatIsChosen()
    {
        m_page->grid()->setRowSelected(2, true);
        openDialog();
        QTest::mouseClick(dialog()->findChild<QRadioButton *>(u"exportSelected"_s), Qt::LeftButton, {},
                          QPoint(8, 8));
        QVERIFY(exported(u"a.csv"_s).endsWith("\"Company\"\r\ntwo,Two\r\n"));
    }

    void oneDialogAtATime_andTheNextOneHasTheChoicesOfTheLast()
    {
        openDialog();
        openDialog();
        QCOMPARE(m_page->findChildren<ExportDialog *>().size(), 1);
        auto *formats = dialog()->findChild<QComboBox *>(u"exportFormat"_s);
        formats->setCurrentIndex(formats->findData(static_cast<int>(SheetFormat::Json)));
        exported(u"a.json"_s);
        dialog()->close();
        QTRY_VERIFY(!dialog());
        openDialog();
        formats = dialog()->findChild<QComboBox *>(u"exportFormat"_s);
        QCOMPARE(formats->currentData().toInt(), static_cast<int>(SheetFormat::Json));
        QVERIFY(dialog()
                    ->findChild<QLineEdit *>(u"exportFile"_s)
                    ->text()
                    .startsWith(m_folder->path() + u"/Devices, All companies "_s));
    }

    void thePageMayGoWhileTheDialogIsOpen()
    {
        openDialog();
        m_page.reset();
        m_known.reset();
        QCOMPARE(m_fleet->devices().liveCount(), 3);
    }
};

QTEST_MAIN(TestDeviceExport)
#include "tst_deviceexport.moc"
