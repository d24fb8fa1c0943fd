// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleet.h"
#include "tests/ui/console/console.h"
#include "ui/devices/devicequery.h"
#include "ui/plans/plangrid.h"
#include "ui/plans/planmodel.h"
#include "ui/plans/planpage.h"
#include "ui/window/pages.h"

#include <QPushButton>
#include <QTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// The plans in the whole window: tab, tree, and the way to the devices.
class TestPlanWindow : public QObject
{
    Q_OBJECT

private:
    PlanPage *page() const { return m_console->window.findChild<PlanPage *>(); }
    template <typename Button>
    void click(const QString &name) const
    {
        QTest::mouseClick(m_console->window.findChild<Button *>(name), Qt::LeftButton);
    }
    QStringList detailTexts() const
    {
        QStringList texts;
        for (const QTextEdit *text : m_console->window.devices()->findChildren<QTextEdit *>()) {
            if (text->isVisible())
                texts << text->toPlainText().trimmed();
        }
        return texts;
    }
    void readPlans() const
    {
        click<QToolButton>(u"plansTab"_s);
        QVERIFY(page()->isVisible());
        QTRY_VERIFY(m_console->window.findChild<QPushButton *>(u"readPlans"_s)->isEnabled());
        click<QPushButton>(u"readPlans"_s);
        QTRY_COMPARE(m_server->count("/backup_plan?company_id=8"), 1);
        QTRY_VERIFY(!m_console->fleet().plans().isReading());
        QTRY_VERIFY(m_console->fleet().devicePlans().isSettled());
        page()->model()->takeNow();
    }

    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<Console> m_console;

private slots:
    void init()
    {
        m_server = std::make_unique<PretendServer>();
        m_server->set("/company",
                      companyJson("1", "MSP", {companyJson("7", "Acme"), companyJson("8", "Beta")}, true));
        m_server->set("/device/summary",
                      listJson({deviceJson("d1", "7", "PC-1"), deviceJson("d2", "7", "PC-2"),
                                deviceJson("d3", "8", "PC-3")}));
        m_server->set("/backup_plan?company_id=1", "[]");
        m_server->set("/backup_plan?company_id=7",
                      R"([{"backup_id":"12","name":"Nightly","backup_applied_on":"d2"}])");
        m_server->set("/backup_plan?company_id=8", R"([{"backup_id":"13","name":"Weekly"}])");
        m_console = std::make_unique<Console>();
        m_console->open(*m_server);
        QTRY_VERIFY(m_console->isQuiet() && m_console->rows() == 3);
    }
    void cleanup()
    {
        m_console.reset();
        m_server.reset();
    }

    void refreshReadsNoPlan()
    {
        m_console->fleet().refresh();
        QTRY_VERIFY(m_console->isQuiet());
        for (const QByteArray &target : m_server->targets())
            QVERIFY(!target.startsWith("/backup_plan"));
    }

    void tabByMouseAndKey_andTheTreeScopesThePlans()
    {
        readPlans();
        QCOMPARE(page()->model()->rowCount(), 2);
        m_console->clickCompany(u"8"_s);
        QCOMPARE(page()->model()->rowCount(), 1);
        QCOMPARE(page()->model()->index(0, 0).data().toString(), u"Weekly"_s);
        QTest::keyClick(&m_console->window, Qt::Key_1, Qt::AltModifier);
        QVERIFY(m_console->window.devices()->isVisible());
        QTest::keyClick(&m_console->window, Qt::Key_2, Qt::AltModifier);
        QVERIFY(page()->isVisible());
    }

    void fromAPlanToItsDevices()
    {
        readPlans();
        page()->grid()->setFocus();
        page()->grid()->selectRow(0);
        auto *show = m_console->window.findChild<QPushButton *>(u"showPlanDevices"_s);
        QTRY_VERIFY(show->isVisible() && show->isEnabled());
        QTest::mouseClick(show, Qt::LeftButton);
        QVERIFY(m_console->window.devices()->isVisible());
        QTRY_COMPARE(m_console->rows(), 1);
        QCOMPARE(m_console->cell(0, DeviceColumn::Name), u"PC-2"_s);
        m_console->clickRow(0); // whose details name the plan
        QTRY_VERIFY(detailTexts().contains(u"Nightly"_s));
    }

    void fromCoverageToTheDevices()
    {
        readPlans();
        auto *line = m_console->window.findChild<QToolButton *>(u"coverage_uncovered"_s);
        QTRY_VERIFY(line->isEnabled());
        QTest::mouseClick(line, Qt::LeftButton);
        QTRY_COMPARE(m_console->rows(), 2);
        m_console->window.devices()->query()->setText(u"plan:nightly"_s);
        QTRY_COMPARE(m_console->rows(), 1);
        m_console->window.devices()->query()->setText(u"plan:none"_s);
        QTRY_COMPARE(m_console->rows(), 2);
    }
};

QTEST_MAIN(TestPlanWindow)
#include "tst_planwindow.moc"
