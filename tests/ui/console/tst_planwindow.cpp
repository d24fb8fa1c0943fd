// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/fleet.h"
#include "app/plans/templatefile.h"
#include "tests/ui/console/console.h"
#include "ui/devices/devicequery.h"
#include "ui/plans/plangrid.h"
#include "ui/plans/planmodel.h"
#include "ui/plans/planpage.h"
#include "ui/plans/planwizard.h"
#include "ui/window/pages.h"

#include <QAction>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTableView>
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

    void newPlanLikeThisOne()
    {
        readPlans();
        page()->grid()->selectRow(0);
        auto *like = m_console->window.findChild<QAction *>(u"newPlanLike"_s);
        QTRY_VERIFY(like->isEnabled());
        like->trigger();
        auto *wizard = m_console->window.findChild<PlanWizard *>();
        QVERIFY(wizard && wizard->isVisible());
        QCOMPARE(wizard->draft().name, u"Copy of Nightly"_s);
        QCOMPARE(wizard->draft().company, CompanyId(u"7"_s));
        QCOMPARE(wizard->draft().devices, QList<DeviceId>{DeviceId(u"d2"_s)});
        QVERIFY(wizard->findChild<QWidget *>(u"planRemarks"_s)->isVisible()); // what the API did not tell
        const QString path = m_console->profile.filePath(u"template.json"_s);
        QMetaObject::invokeMethod(wizard->findChild<QPushButton *>(u"planSaveTemplate"_s), "click");
        emit wizard->findChild<QFileDialog *>(u"planTemplateFile"_s)->fileSelected(path);
        QVERIFY(readTemplateFile(path).has_value());
        wizard->close();
    }

    void aStrangersTemplateIsRefusedInASentence()
    {
        m_console->clickCompany(u"8"_s);
        m_console->window.findChild<QAction *>(u"newPlanFromTemplate"_s)->trigger();
        const QString path = m_console->profile.filePath(u"strange.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{}");
        file.close();
        auto *dialog = m_console->window.findChild<QFileDialog *>(u"openPlanTemplate"_s);
        emit dialog->fileSelected(path);
        auto *box = m_console->window.findChild<QMessageBox *>(u"planTemplateProblem"_s);
        QVERIFY(box && box->text().contains(u"no template"_s));
        box->close();
        QCOMPARE(writeTemplateFile(path, {.items = {u"/srv/"_s}}), QString());
        emit dialog->fileSelected(path);
        auto *wizard = m_console->window.findChild<PlanWizard *>();
        QVERIFY(wizard);
        QCOMPARE(wizard->draft().items, QStringList{u"/srv/"_s});
        wizard->close();
        dialog->close();
    }

    void theRollOutFindsTheDevicesOfAQuery()
    {
        m_console->window.findChild<QAction *>(u"rollOutPlan"_s)->trigger();
        auto *window = m_console->window.findChild<QWidget *>(u"rollOutWindow"_s);
        QVERIFY(window && window->isVisible());
        const QAbstractItemModel *model = window->findChild<QTableView *>(u"rollOutCompanies"_s)->model();
        QCOMPARE(model->rowCount(), 3); // Acme, Beta, MSP
        QCOMPARE(model->index(0, 1).data().toString(), u"2"_s);
        window->findChild<QLineEdit *>(u"rollOutQuery"_s)->setText(u"name:pc-2"_s);
        QTRY_COMPARE(model->index(0, 1).data().toString(), u"1"_s);
        QCOMPARE(model->index(1, 1).data().toString(), u"0"_s);
        window->close();
    }

    void theRollOutBeginsWithWhatIsChosenInTheTree_data()
    {
        QTest::addColumn<QString>("company");
        QTest::addColumn<QStringList>("ticked");
        QTest::addColumn<QStringList>("withSubs");
        QTest::newRow("all") << QString() << QStringList{u"Acme"_s, u"Beta"_s, u"MSP"_s} << QStringList();
        QTest::newRow("a sub company") << u"7"_s << QStringList{u"Acme"_s} << QStringList();
        QTest::newRow("the own company")
            << u"1"_s << QStringList{u"MSP"_s} << QStringList{u"Acme"_s, u"Beta"_s, u"MSP"_s};
    }

    void theRollOutBeginsWithWhatIsChosenInTheTree()
    {
        QFETCH(const QString, company);
        QFETCH(const QStringList, ticked);
        QFETCH(const QStringList, withSubs);
        if (!company.isEmpty())
            m_console->clickCompany(company);
        m_console->window.findChild<QAction *>(u"rollOutPlan"_s)->trigger();
        auto *window = m_console->window.findChild<QWidget *>(u"rollOutWindow"_s);
        const QAbstractItemModel *model = window->findChild<QTableView *>(u"rollOutCompanies"_s)->model();
        const auto tickedNames = [model] {
            QStringList names;
            for (int row = 0; row < model->rowCount(); ++row) {
                const QModelIndex index = model->index(row, 0);
                if (index.data(Qt::CheckStateRole).toInt() == Qt::Checked)
                    names << index.data().toString();
            }
            return names;
        };
        QCOMPARE(tickedNames(), ticked);
        auto *wider = window->findChild<QPushButton *>(u"rollOutWider"_s);
        QCOMPARE(wider->isVisible(), !withSubs.isEmpty());
        if (wider->isVisible()) {
            QTest::mouseClick(wider, Qt::LeftButton);
            QCOMPARE(tickedNames(), withSubs);
        }
        window->close();
    }

    void widthsOfThePlansComeBack()
    {
        page()->grid()->horizontalHeader()->resizeSection(1, 333);
        m_console->window.close();
        Theme theme;
        Steward steward;
        const MainWindow again(steward, theme, m_console->profile.path());
        QCOMPARE(again.findChild<PlanPage *>()->grid()->horizontalHeader()->sectionSize(1), 333);
    }

    void coverageCompletesItsWords()
    {
        readPlans();
        DeviceQuery *query = m_console->window.devices()->query();
        const int field = query->fields().fieldOf(DeviceFact::Coverage);
        const std::vector<QueryFieldCounts> counts = query->countsUnder({}, field);
        QCOMPARE(counts.size(), 1U);
        QStringList words;
        for (const QueryValueCount &count : counts.front().values)
            words << count.value.text + u' ' + QString::number(count.rows);
        QVERIFY2(words.contains(u"covered 1"_s) && words.contains(u"uncovered 2"_s),
                 qPrintable(words.join(u", ")));
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
