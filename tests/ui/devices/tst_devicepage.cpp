// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/acknowledgements.h"
#include "tests/support/pretendserver.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/devicepage.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// The page over a fleet that is read over HTTP.
class TestDevicePage : public QObject
{
    Q_OBJECT

private:
    QString title() const { return m_page->findChild<ElidedLabel *>(u"deviceScopeTitle"_s)->text(); }
    QString count() const
    {
        return m_page->findChild<QLabel *>(u"deviceCount"_s)->text() + u' '
            + m_page->findChild<QLabel *>(u"deviceCountNote"_s)->text();
    }
    QWidget *empty() const { return m_page->findChild<QWidget *>(u"devicesEmpty"_s); }
    QString emptyTitle() const
    {
        const QLabel *label =
            m_page->findChild<QWidget *>(u"devicesEmpty"_s)->findChild<QLabel *>(u"emptyTitle"_s);
        return m_page->grid()->isVisible() ? QString() : label->text();
    }
    QStringList names() const
    {
        QStringList list;
        for (int row = 0; row < m_page->grid()->model()->rowCount(); ++row)
            list << m_page->grid()
                        ->model()
                        ->index(row, static_cast<int>(DeviceColumn::Name))
                        .data()
                        .toString();
        return list;
    }
    DeviceScope scopeOf(const QString &company) const
    {
        return {.all = false,
                .companies = {m_fleet->devices().companyCode({AccountId(u"a"_s), CompanyId(company)})}};
    }
    void clickRow(int row) const
    {
        const QPoint place =
            m_page->grid()
                ->visualRect(m_page->grid()->model()->index(row, static_cast<int>(DeviceColumn::Name)))
                .center();
        QTest::mouseClick(m_page->grid()->viewport(), Qt::LeftButton, {}, place);
    }

    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Acknowledgements> m_known;
    std::unique_ptr<DevicePage> m_page;

private slots:
    void init()
    {
        m_server = std::make_unique<PretendServer>();
        m_session = m_server->session();
        m_fleet = std::make_unique<Fleet>();
        m_fleet->addSession(m_session.get());
        m_server->set("/company",
                      companyJson("1", "Own", {companyJson("2", "Two"), companyJson("3", "Three")}, true));
        m_server->set("/device/summary",
                      listJson({deviceJson("d1", "1", "one"), deviceJson("d2", "2", "two"),
                                deviceJson("d3", "2", "three")}));
        m_server->set("/device/summary?company_id=3", "[]");
        m_theme = std::make_unique<Theme>();
        m_known = std::make_unique<Acknowledgements>(m_fleet->devices(), m_fleet->health(), QString());
        m_page = std::make_unique<DevicePage>(*m_fleet, *m_known, *m_theme);
        m_page->resize(1200, 700);
        m_page->show();
    }

    void cleanup()
    {
        m_page.reset();
        m_known.reset();
        m_theme.reset();
        m_fleet.reset();
        m_session.reset();
        m_server.reset();
    }

    void rowsAppearAndAreCounted()
    {
        m_page->setScope({}, u"All companies"_s, DeviceKnowledge::NotRead);
        QCOMPARE(readWhole(*m_fleet), true);
        m_page->setScope({}, u"All companies"_s, DeviceKnowledge::Read);
        QTRY_COMPARE(names(), (QStringList{u"one"_s, u"three"_s, u"two"_s}));
        QCOMPARE(title(), u"All companies"_s);
        QCOMPARE(count(), u"3 devices"_s);
        QVERIFY(m_page->grid()->isVisible());
        m_page->setScope(scopeOf(u"2"_s), u"Two"_s, DeviceKnowledge::Read);
        QCOMPARE(names(), (QStringList{u"three"_s, u"two"_s}));
        QCOMPARE(count(), u"2 of 3"_s);
    }

    void countsAreSoFar_whileAListArrives()
    {
        m_server->setAnswer("/device/summary?company_id=3", {.bytes = jsonAnswer("[]"), .gate = "three"});
        m_page->setScope({}, u"All companies"_s, DeviceKnowledge::Reading);
        m_fleet->refresh();
        QTRY_COMPARE(count(), u"3 so far"_s);
        m_fleet->cancel();
        QTRY_COMPARE(count(), u"3 devices"_s);
    }

    void eachKindOfNothingIsSaidInItsWords()
    {
        QCOMPARE(emptyTitle(), u"No company chosen"_s);
        m_page->setScope({}, u"Umber Print Works"_s, DeviceKnowledge::NotRead);
        QCOMPARE(emptyTitle(), u"Umber Print Works is not read yet"_s);
        m_page->setScope({}, u"Umber Print Works"_s, DeviceKnowledge::Reading);
        QCOMPARE(emptyTitle(), u"Reading devices…"_s);
        m_page->setScope({}, u"Umber Print Works"_s, DeviceKnowledge::Failed);
        QCOMPARE(emptyTitle(), u"Umber Print Works could not be read"_s);
        m_page->setScope({}, u"<b>Umber</b>"_s, DeviceKnowledge::Read);
        QCOMPARE(emptyTitle(), u"<b>Umber</b> has no devices"_s);
        QCOMPARE(m_page->findChild<QWidget *>(u"devicesEmpty"_s)
                     ->findChild<QLabel *>(u"emptyTitle"_s)
                     ->textFormat(),
                 Qt::PlainText);
    }

    void anEmptyCompanyOffersItsSetupLink_whereTheWindowCanCopyIt()
    {
        m_page->setScope({}, u"Umber"_s, DeviceKnowledge::Read);
        QPushButton *button =
            m_page->findChild<QWidget *>(u"devicesEmpty"_s)->findChild<QPushButton *>(u"emptyPrimary"_s);
        QVERIFY(!button->isVisible());
        QAction copy(u"Copy &setup link"_s);
        QSignalSpy copied(&copy, &QAction::triggered);
        m_page->setCopyLinkAction(&copy);
        QCOMPARE(button->text(), u"Copy setup link"_s);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(copied.size(), 1);
        m_page->setCopyLinkAction(nullptr);
    }

    void theSelectionIsToldAndDetailed()
    {
        QCOMPARE(readWhole(*m_fleet), true);
        m_page->setScope({}, u"All companies"_s, DeviceKnowledge::Read);
        QSignalSpy selected(m_page.get(), &DevicePage::selectionChanged);
        clickRow(2);
        QCOMPARE(selected.constLast(), (QVariantList{qsizetype(1), qsizetype(0)}));
        const ElidedLabel *name = m_page->findChild<ElidedLabel *>(u"deviceDetailsTitle"_s);
        QTRY_COMPARE(name->text(), u"two"_s);
        QWidget pane; // what stands there while nothing is selected
        m_page->setUnselectedPane(&pane);
        m_page->setScope(scopeOf(u"1"_s), u"Own"_s, DeviceKnowledge::Read);
        QCOMPARE(selected.constLast(), (QVariantList{qsizetype(1), qsizetype(1)}));
        QTRY_VERIFY(pane.isVisible());
        m_page->setScope({}, u"All companies"_s, DeviceKnowledge::Read);
        QTRY_VERIFY(name->isVisible());
        QVERIFY(!pane.isVisible());
        m_page->setUnselectedPane(nullptr);
    }

    void theDetailsFollowTheirDevice_andTheSelectionSurvivesARefresh()
    {
        QCOMPARE(readWhole(*m_fleet), true);
        m_page->setScope({}, u"All companies"_s, DeviceKnowledge::Read);
        clickRow(2);
        m_server->set("/device/summary",
                      listJson({deviceJson("d0", "1", "aaa"), deviceJson("d1", "1", "one"),
                                deviceJson("d2", "2", "second")}));
        QCOMPARE(readWhole(*m_fleet), true);
        const ElidedLabel *name = m_page->findChild<ElidedLabel *>(u"deviceDetailsTitle"_s);
        QTRY_COMPARE(name->text(), u"second"_s);
        QCOMPARE(m_page->grid()->selection().count(), 1);
        QCOMPARE(names(), (QStringList{u"aaa"_s, u"one"_s, u"second"_s}));
    }

    void theDetailsCloseAndOpen()
    {
        QCOMPARE(readWhole(*m_fleet), true);
        m_page->setScope({}, u"All companies"_s, DeviceKnowledge::Read);
        clickRow(0);
        const QWidget *details = m_page->findChild<QWidget *>(u"deviceDetails"_s);
        QTRY_VERIFY(m_page->findChild<QToolButton *>(u"deviceDetailsClose"_s)->isVisible());
        QTest::mouseClick(m_page->findChild<QToolButton *>(u"deviceDetailsClose"_s), Qt::LeftButton);
        QVERIFY(!details->isVisible());
        QTest::keyClick(m_page->grid(), Qt::Key_Return);
        QVERIFY(details->isVisible());
        QTest::mouseClick(m_page->findChild<QToolButton *>(u"toggleDetails"_s), Qt::LeftButton);
        QVERIFY(!details->isVisible());
    }

    void whatWasSetComesBack()
    {
        m_page->grid()->setColumnWidth(0, 333);
        m_page->detailsAction()->setChecked(false);
        const QByteArray state = m_page->saveState();
        DevicePage other(*m_fleet, *m_known, *m_theme);
        QVERIFY(other.restoreState(state));
        QCOMPARE(other.grid()->columnWidth(0), 333);
        QVERIFY(!other.detailsAction()->isChecked());
        QVERIFY(!other.restoreState("rubbish"));
        QCOMPARE(other.grid()->columnWidth(0), 333);
    }
};

QTEST_MAIN(TestDevicePage)
#include "tst_devicepage.moc"
