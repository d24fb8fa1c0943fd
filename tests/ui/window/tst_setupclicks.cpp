// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/setupsystem.h"
#include "tests/ui/window/windowfixture.h"
#include "ui/companies/companypane.h"
#include "ui/companies/companytreeview.h"
#include "ui/devices/devicedetails.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

QByteArray linkOf(const QString &system)
{
    return "https://api.idrive360.com/api/v1/download/setup/" + system.toLower().toUtf8() + "/ABCDEF17242";
}

QByteArray kitJson(const QString &system)
{
    return R"({"name":"Acme","company_id":2,"configuration_id":"eyJ0b2tlbiI6IkFCQ0RFRjE3MjQyIn0=","setup_link":")"
        + linkOf(system) + "\"}";
}

QString linkAction(const QString &scope, SetupSystem system)
{
    return u"copy"_s + scope + u"SetupLink"_s + wireWord(system);
}

} // namespace

/// The setup link of each system, from each place in the window, in two clicks.
class TestSetupClicks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(*m_theme);
        m_fixture->server.set("/company", companyJson("1", "Northwind", {companyJson("2", "Acme")}, true));
        m_fixture->server.set("/device/summary",
                              listJson({deviceJson("d1", "1", "alpha"), deviceJson("d2", "2", "beta")}));
        for (const SetupSystem system : allSetupSystems)
            m_fixture->server.set(
                "/company/fetch_config_id?company_id=2&private_encryption=false&full_client=false"
                "&build_type="
                    + wireWord(system).toUtf8(),
                kitJson(wireWord(system)));
        QVERIFY(m_fixture->open(2, {1400, 1000}));
        const CompanyTreeView *tree = m_fixture->window.companies()->tree();
        QTRY_VERIFY(!tree->visualRect(m_fixture->window.companies()->model()->indexOf(acme())).isEmpty());
        QGuiApplication::clipboard()->setText(u"as before"_s);
        m_clicks = 0;
    }

    void cleanup() { m_fixture.reset(); }

    void theLinkOfEachSystemIsTwoClicksAway_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<SetupSystem>("system");
        for (const char *place :
             {"tree", "company menu", "company details", "device details", "device menu"}) {
            for (const SetupSystem system : allSetupSystems)
                QTest::addRow("%s, %s", place, qPrintable(wireWord(system)))
                    << QString::fromLatin1(place) << system;
        }
    }
    void theLinkOfEachSystemIsTwoClicksAway()
    {
        QFETCH(const QString, place);
        QFETCH(const SetupSystem, system);
        if (place == "tree"_L1) {
            openTreeMenu(m_fixture->window.companies()->model()->indexOf(acme()));
            clickEntry(linkAction({}, system));
        } else if (place == "company menu"_L1) {
            m_fixture->window.companies()->choose(acme()); // whoever works on a company has chosen it
            openMenu(u"&Company"_s);
            clickEntry(linkAction({}, system));
        } else if (place == "company details"_L1) {
            clickRow(m_fixture->window.companies()->model()->indexOf(acme()));
            clickButton(u"copyLink"_s + wireWord(system));
        } else {
            grid()->showDevice(1);
            QTRY_VERIFY(m_fixture->window.findChild<QToolButton *>(u"deviceSetupLinks"_s)->isVisible());
            const QString entry = linkAction(u"Device"_s, system);
            if (place == "device menu"_L1) {
                openMenu(u"&Device"_s);
                clickEntry(entry);
            } else { // the button does not return before its menu is closed
                QTimer::singleShot(0, this, [this, entry] {
                    takeMenu();
                    clickEntry(entry);
                });
                clickButton(u"deviceSetupLinks"_s);
            }
        }
        QTRY_COMPARE(QGuiApplication::clipboard()->text().toUtf8(), linkOf(wireWord(system)));
        QTRY_COMPARE(said(), u"Setup link of Acme for %1 copied"_s.arg(label(system)));
        QCOMPARE(m_clicks, 2);
    }

    void theConfigurationIdIsTwoClicksAway()
    {
        openTreeMenu(m_fixture->window.companies()->model()->indexOf(acme()));
        clickEntry(u"copyConfigurationId"_s);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"eyJ0b2tlbiI6IkFCQ0RFRjE3MjQyIn0="_s);
        QTRY_COMPARE(grid()->model()->rowCount(), 1); // the tree's choice scopes the grid
        grid()->showDevice(0);
        QGuiApplication::clipboard()->setText(u"as before"_s);
        openMenu(u"&Device"_s);
        clickEntry(u"copyDeviceConfigurationId"_s);
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), u"eyJ0b2tlbiI6IkFCQ0RFRjE3MjQyIn0="_s);
        QTRY_COMPARE(said(), u"Configuration ID of Acme copied"_s);
    }

    void withoutACompanyOrDeviceTheActionsSayWhy()
    {
        const auto *ofCompany = m_fixture->window.findChild<QAction *>(u"copySetupLinkMAC"_s);
        const auto *ofDevice = m_fixture->window.findChild<QAction *>(u"copyDeviceSetupLinkMAC"_s);
        QVERIFY(!ofCompany->isEnabled() && !ofDevice->isEnabled());
        QCOMPARE(ofCompany->toolTip(), u"Choose a company in the tree first."_s);
        QCOMPARE(ofDevice->toolTip(), u"Select one device first."_s);
        grid()->selectAll();
        QVERIFY(!ofDevice->isEnabled()); // of which of the two companies?
    }

    void theSelectedDevicesAreHandedToTheNotificationEditor()
    {
        auto *edit = m_fixture->window.findChild<QAction *>(u"editNotification"_s);
        QVERIFY(!edit->isEnabled());
        grid()->selectAll();
        QVERIFY(edit->isEnabled());
        edit->trigger();
        const auto *title = m_fixture->window.findChild<QLabel *>(u"notificationTitle"_s);
        QVERIFY(title);
        QCOMPARE(title->text(), u"Notification of 2 devices"_s);
        grid()->clearSelected();
        QVERIFY(!edit->isEnabled());
    }

private:
    DeviceGrid *grid() const { return m_fixture->grid(); }
    static CompanyKey acme() { return {AccountId(u"a"_s), CompanyId(u"2"_s)}; }
    QString said() const { return m_fixture->window.findChild<QLabel *>(u"selectionCount"_s)->text(); }

    void clickWindow(Qt::MouseButton button, const QWidget *widget, const QPoint &place)
    {
        ++m_clicks;
        QTest::mouseClick(m_fixture->window.windowHandle(), button, {},
                          widget->mapTo(&m_fixture->window, place));
    }
    void openTreeMenu(const QModelIndex &row)
    {
        const CompanyTreeView *tree = m_fixture->window.companies()->tree();
        clickWindow(Qt::RightButton, tree->viewport(), tree->visualRect(row).center());
        takeMenu();
    }
    void clickRow(const QModelIndex &row)
    {
        const CompanyTreeView *tree = m_fixture->window.companies()->tree();
        clickWindow(Qt::LeftButton, tree->viewport(), tree->visualRect(row).center());
    }
    void openMenu(const QString &title)
    {
        QMenuBar *bar = m_fixture->window.menuBar();
        for (QAction *action : bar->actions()) {
            if (action->text() == title)
                clickWindow(Qt::LeftButton, bar, bar->actionGeometry(action).center());
        }
        takeMenu();
    }
    void clickButton(const QString &name)
    {
        const auto *button = m_fixture->window.findChild<QToolButton *>(name);
        QVERIFY(button->isVisible());
        clickWindow(Qt::LeftButton, button, button->rect().center());
    }
    void takeMenu()
    {
        QTRY_VERIFY(qobject_cast<QMenu *>(QApplication::activePopupWidget()));
        m_menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }
    void clickEntry(const QString &name)
    {
        QVERIFY2(m_menu, "no menu is open");
        for (QAction *action : m_menu->actions()) {
            if (action->objectName() != name)
                continue;
            QVERIFY(action->isEnabled());
            ++m_clicks;
            QTest::mouseClick(m_menu, Qt::LeftButton, {}, m_menu->actionGeometry(action).center());
            return;
        }
        QFAIL("the entry is not in the menu");
    }

    int m_clicks = 0;
    QPointer<QMenu> m_menu;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestSetupClicks)
#include "tst_setupclicks.moc"
