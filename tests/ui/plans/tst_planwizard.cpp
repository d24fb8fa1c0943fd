// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plans/wizardtest.h"
#include "ui/plans/plandaydelegate.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTableWidget>
#include <QTimeEdit>

using namespace Qt::StringLiterals;

/// The wizard, by clicks and keys, over real HTTP, through the runner.
class TestPlanWizard : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_test = std::make_unique<WizardTest>(); }
    void cleanup() { m_test.reset(); }

    void F43_aPlanOfEachFrequencyIsCreatedByClicks_data();
    void F43_aPlanOfEachFrequencyIsCreatedByClicks();
    void I12_whatIsReplacedIsNamedAndAskedOnceMore();
    void otherPlansThanConfirmedStopIt();
    void F29_aRefusalJumpsToItsField();
    void entireMachinesNameWhoIsLeftOut();
    void problemsStandUnderTheirFieldAsOneTypes();
    void F48_anUnfinishedDraftIsThereAgain();
    void theCalendarShowsTheRuns();

private:
    std::unique_ptr<WizardTest> m_test;
};

void TestPlanWizard::F43_aPlanOfEachFrequencyIsCreatedByClicks_data()
{
    QTest::addColumn<ScheduleFrequency>("frequency");
    QTest::addColumn<QString>("word");
    for (const ScheduleFrequency frequency : allScheduleFrequencies)
        QTest::newRow(qPrintable(wireWord(frequency))) << frequency << wireWord(frequency);
}

void TestPlanWizard::F43_aPlanOfEachFrequencyIsCreatedByClicks()
{
    QFETCH(const ScheduleFrequency, frequency);
    QFETCH(const QString, word);
    m_test->open();
    m_test->fillTargetsAndItems();
    m_test->click("planNext");
    m_test->click("planNext");
    auto *box = m_test->find<QComboBox>("planFrequency");
    box->setCurrentIndex(box->findData(static_cast<int>(frequency)));
    if (frequency == ScheduleFrequency::Weekly)
        m_test->click("planDay3");
    if (frequency == ScheduleFrequency::Monthly)
        m_test->click("planDate15");
    m_test->click("planNext");
    m_test->click("planNext");
    QTRY_VERIFY(m_test->find<QPushButton>("planCreate")->isEnabled());
    m_test->click("planCreate");
    m_test->click("planCreate"); // a double click is one plan
    QTRY_COMPARE(m_test->find<QLabel>("planReviewTitle")->text(), u"Plan created"_s);
    QCOMPARE(m_test->book.posts().size(), 1);
    const QJsonObject body = m_test->book.posts().constFirst();
    QCOMPARE(body["scheduler"_L1]["frequency_type"_L1].toString(), word);
    QCOMPARE(body["company_id"_L1].toInt(), 14366);
    QCOMPARE(body["device_ids"_L1].toArray(), QJsonArray{u"pc-a"_s});
    QCOMPARE(body["backup_details"_L1]["items_to_backup"_L1].toArray(), QJsonArray{u"C:\\Data\\Finance\\"_s});
}

void TestPlanWizard::I12_whatIsReplacedIsNamedAndAskedOnceMore()
{
    m_test->book.setPlans(nightlyOnA());
    m_test->open();
    m_test->fillTargetsAndItems();
    m_test->goTo(PlanStep::Review);
    QTRY_VERIFY(m_test->find<QPushButton>("planCreate")->isEnabled());
    QVERIFY(m_test->find<QPushButton>("planCreate")->text().contains(u"replacing 1"_s));
    const QAbstractItemModel *effects = m_test->find<QTableView>("planEffects")->model();
    QCOMPARE(effects->index(0, 3).data().toString(), u"nightly"_s);
    m_test->click("planCreate");
    auto *question = m_test->wizard->findChild<QMessageBox *>(u"planReplaceQuestion"_s);
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Return); // Enter is not yes
    QTRY_VERIFY(!m_test->wizard->findChild<QMessageBox *>(u"planReplaceQuestion"_s));
    QCOMPARE(m_test->book.posts().size(), 0);
    m_test->click("planCreate");
    QTest::mouseClick(m_test->wizard->findChild<QPushButton *>(u"planReplace"_s), Qt::LeftButton);
    QTRY_COMPARE(m_test->book.posts().size(), 1);
}

void TestPlanWizard::otherPlansThanConfirmedStopIt()
{
    m_test->open();
    m_test->fillTargetsAndItems();
    m_test->goTo(PlanStep::Review);
    QTRY_VERIFY(m_test->find<QPushButton>("planCreate")->isEnabled());
    m_test->book.setPlans(nightlyOnA()); // a colleague was quicker
    m_test->click("planCreate");
    QTRY_VERIFY(m_test->find<QLabel>("planWizardSays")->text().contains(u"others than you confirmed"_s));
    QCOMPARE(m_test->book.posts().size(), 0);
    QTRY_VERIFY(m_test->find<QPushButton>("planCreate")->text().contains(u"replacing 1"_s));
}

void TestPlanWizard::F29_aRefusalJumpsToItsField()
{
    m_test->book.setAnswer(httpAnswer(
        400, "application/json",
        R"({"ok":false,"type":"invalid_parameter","message":"","code":400,"errors":[{"type":"invalid_parameter","field":"name","message":"taken"}]})"));
    m_test->open();
    m_test->fillTargetsAndItems();
    m_test->goTo(PlanStep::Review);
    QTRY_VERIFY(m_test->find<QPushButton>("planCreate")->isEnabled());
    m_test->click("planCreate");
    QTRY_COMPARE(m_test->find<QListWidget>("planSteps")->currentRow(), 0);
    QCOMPARE(m_test->wizard->draft().name, u"Castell nightly"_s); // nothing typed is lost
    QVERIFY(m_test->find<QLineEdit>("planName")->accessibleDescription().contains(u"taken"_s));
}

void TestPlanWizard::entireMachinesNameWhoIsLeftOut()
{
    m_test->open();
    m_test->click("planChooseShown");
    m_test->goTo(PlanStep::What);
    m_test->find<QRadioButton>("planMachine")->click();
    QVERIFY(m_test->find<QLabel>("planLeftOut")->isVisible());
    QVERIFY(m_test->find<QLabel>("planLeftOut")->text().contains(u"lamp"_s));
    m_test->goTo(PlanStep::Options);
    QVERIFY(!m_test->find<QCheckBox>("planCdp")->isEnabled());
    QVERIFY(m_test->find<QLabel>("planOptionsReason")->isVisible());
}

void TestPlanWizard::problemsStandUnderTheirFieldAsOneTypes()
{
    m_test->open();
    QVERIFY(!m_test->find<QLineEdit>("planName")->accessibleDescription().isEmpty());
    m_test->type("planName", u"x"_s);
    QVERIFY(m_test->find<QLineEdit>("planName")->accessibleDescription().isEmpty());
    m_test->goTo(PlanStep::When);
    m_test->find<QTimeEdit>("planTime")->setTime(QTime(7, 0));
    m_test->find<QCheckBox>("planHasCutOff")->click();
    QVERIFY(m_test->find<QTimeEdit>("planCutOff")->accessibleDescription().contains(u"start time"_s));
    m_test->goTo(PlanStep::Options);
    m_test->find<QPlainTextEdit>("planExclusions")->setPlainText(u"*.a,b"_s);
    QVERIFY(m_test->find<QPlainTextEdit>("planExclusions")->accessibleDescription().contains(u"comma"_s));
    m_test->goTo(PlanStep::Review);
    QVERIFY(!m_test->find<QPushButton>("planCreate")->isEnabled());
}

void TestPlanWizard::F48_anUnfinishedDraftIsThereAgain()
{
    m_test->open();
    m_test->fillTargetsAndItems();
    const PlanDraft typed = m_test->wizard->draft();
    delete m_test->wizard;
    const QList<KeptDraft> kept = PlanDrafts(m_test->profile.path()).of(m_test->company());
    QCOMPARE(kept.size(), 1);
    QVERIFY(kept.constFirst().draft == typed);
    m_test->open(); // another one takes nobody's place
    m_test->type("planName", u"second"_s);
    delete m_test->wizard;
    QCOMPARE(PlanDrafts(m_test->profile.path()).of(m_test->company()).size(), 2);
}

void TestPlanWizard::theCalendarShowsTheRuns()
{
    m_test->open();
    m_test->goTo(PlanStep::When);
    m_test->find<QTimeEdit>("planTime")->setTime(QTime(21, 30));
    QCOMPARE(m_test->find<QListWidget>("planNextRuns")->count(), 10);
    const auto *table = m_test->find<QTableWidget>("planCalendarTable");
    m_test->click("planCalendarBack"); // nothing has run before the plan is there
    QCOMPARE(table->item(1, 2)->text().count(u'\n'), 0);
    m_test->click("planCalendarToday");
    m_test->click("planCalendarForth");
    QVERIFY(table->item(2, 2)->text().contains(u"21:30"_s));
    QVERIFY(table->item(2, 2)->data(Qt::AccessibleTextRole).toString().contains(u"21:30"_s));
    m_test->find<QCheckBox>("planHasCutOff")->click(); // until 07:00 of the next day
    const auto windows = table->item(2, 2)->data(PlanDayDelegate::windowsRole).value<QList<DayWindow>>();
    QCOMPARE(windows, (QList<DayWindow>{{0, 7 * 60}, {21 * 60 + 30, 24 * 60}}));
    QVERIFY(table->item(2, 2)->data(Qt::AccessibleTextRole).toString().contains(u"until"_s));
}

QTEST_MAIN(TestPlanWizard)
#include "tst_planwizard.moc"
