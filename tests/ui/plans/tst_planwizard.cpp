// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plancreation.h"
#include "app/steward/changesubjects.h"
#include "tests/app/net/netfixture.h"
#include "tests/support/byteserver.h"
#include "ui/plans/planwizard.h"
#include "ui/window/theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeEdit>

#include <mutex>

using namespace Qt::StringLiterals;

namespace {

/// GET /backup_plan from a list that can be changed, POST /backup_plan counted.
class PlanBook
{
public:
    QString address() const { return m_server.address(); }
    void setPlans(const QByteArray &json)
    {
        const std::lock_guard lock(m_mutex);
        m_plans = json;
    }
    void setAnswer(const QByteArray &bytes)
    {
        const std::lock_guard lock(m_mutex);
        m_answer = bytes;
    }
    QList<QJsonObject> posts() const
    {
        const std::lock_guard lock(m_mutex);
        return m_posts;
    }

private:
    ByteAnswer answerTo(const ReceivedRequest &request)
    {
        const std::lock_guard lock(m_mutex);
        if (request.verb() != "POST")
            return {.bytes = jsonAnswer(m_plans)};
        m_posts.append(QJsonDocument::fromJson(request.body).object());
        return {.bytes = m_answer};
    }

    mutable std::mutex m_mutex;
    QByteArray m_plans = "[]";
    QByteArray m_answer =
        httpAnswer(201, "application/json",
                   R"({"backup_id":"77","status":201,"applied_to":"pc-a","not_applied_to":""})");
    QList<QJsonObject> m_posts;
    ByteServer m_server{[this](const ReceivedRequest &request) {
        return answerTo(request);
    }};
};

QByteArray nightlyOnA()
{
    return R"([{"backup_id":"5","name":"nightly","backup_set":"DEFAULT","backup_applied_on":"pc-a"}])";
}

QList<ChosenDevice> threeDevices()
{
    const auto online = deviceStatus(u"online"_s);
    return {{DeviceId(u"pc-a"_s), u"RECEPTION"_s, deviceOs(u"windows"_s), online},
            {DeviceId(u"pc-b"_s), u"SERVER"_s, deviceOs(u"windows"_s), online},
            {DeviceId(u"lx-c"_s), u"lamp"_s, deviceOs(u"linux"_s), online}};
}

} // namespace

/// The wizard, by clicks and keys, over real HTTP, through the runner.
class TestPlanWizard : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void F59_aPlanOfEachFrequencyIsCreatedByClicks_data();
    void F59_aPlanOfEachFrequencyIsCreatedByClicks();
    void F48_whatIsReplacedIsNamedAndAskedOnceMore();
    void F60_otherPlansThanConfirmedStopIt();
    void F43_aRefusalJumpsToItsField();
    void entireMachinesNameWhoIsLeftOut();
    void problemsStandUnderTheirFieldAsOneTypes();
    void I12_anUnfinishedDraftIsThereAgain();
    void theCalendarShowsTheRuns();

private:
    template <typename T>
    T *find(const char *name)
    {
        T *widget = m_wizard->findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    void open(const PlanDraft &draft = {});
    void click(const char *name) { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    void type(const char *name, const QString &text) { QTest::keyClicks(find<QLineEdit>(name), text); }
    void fillTargetsAndItems();
    void goTo(PlanStep step) { find<QListWidget>("planSteps")->setCurrentRow(static_cast<int>(step)); }

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PlanBook> m_book;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<ChangeJournal> m_journal;
    std::unique_ptr<ChangeRunner> m_runner;
    std::unique_ptr<PlanList> m_plans;
    QPointer<PlanWizard> m_wizard;
};

void TestPlanWizard::init()
{
    m_profile = std::make_unique<QTemporaryDir>();
    m_theme = std::make_unique<Theme>();
    m_book = std::make_unique<PlanBook>();
    m_client = std::make_unique<ApiClient>(endpointAt(m_book->address()), testKey());
    m_journal = std::make_unique<ChangeJournal>(QString());
    m_runner = std::make_unique<ChangeRunner>(*m_journal, AccountId(u"a"_s), *m_client, changeSubjects(),
                                              ChangeRunner::Setup());
    m_plans = std::make_unique<PlanList>([this](const AccountId &) { return m_client.get(); });
}

void TestPlanWizard::cleanup()
{
    delete m_wizard;
    m_plans.reset();
    m_runner->leave();
    m_client.reset();
    m_runner.reset();
    m_journal.reset();
    m_book.reset();
    m_theme.reset();
}

void TestPlanWizard::open(const PlanDraft &draft)
{
    const CompanyKey company{AccountId(u"a"_s), CompanyId(u"14366"_s)};
    m_wizard = new PlanWizard(
        {.company = company, .companyTitle = u"Castell"_s, .devices = threeDevices(), .draft = draft},
        *m_plans, [this] { return m_runner.get(); }, m_profile->path(), *m_theme, nullptr);
    m_wizard->show();
}

void TestPlanWizard::fillTargetsAndItems()
{
    type("planName", u"Castell nightly"_s);
    auto *devices = find<QTableView>("planDevices");
    devices->setFocus();
    devices->setCurrentIndex(devices->model()->index(0, 0));
    QTest::keyClick(devices, Qt::Key_Space); // ticks the first
    click("planNext");
    QTest::keyClicks(find<QPlainTextEdit>("planItems"), u"C:\\Data\\Finance\\"_s);
}

void TestPlanWizard::F59_aPlanOfEachFrequencyIsCreatedByClicks_data()
{
    QTest::addColumn<ScheduleFrequency>("frequency");
    QTest::addColumn<QString>("word");
    for (const ScheduleFrequency frequency : allScheduleFrequencies)
        QTest::newRow(qPrintable(wireWord(frequency))) << frequency << wireWord(frequency);
}

void TestPlanWizard::F59_aPlanOfEachFrequencyIsCreatedByClicks()
{
    QFETCH(const ScheduleFrequency, frequency);
    QFETCH(const QString, word);
    open();
    fillTargetsAndItems();
    click("planNext");
    click("planNext");
    auto *box = find<QComboBox>("planFrequency");
    box->setCurrentIndex(box->findData(static_cast<int>(frequency)));
    if (frequency == ScheduleFrequency::Weekly)
        click("planDay3");
    if (frequency == ScheduleFrequency::Monthly)
        click("planDate15");
    click("planNext");
    click("planNext");
    QTRY_VERIFY(find<QPushButton>("planCreate")->isEnabled());
    click("planCreate");
    click("planCreate"); // a double click is one plan
    QTRY_COMPARE(find<QLabel>("planReviewTitle")->text(), u"Plan created"_s);
    QCOMPARE(m_book->posts().size(), 1);
    const QJsonObject body = m_book->posts().constFirst();
    QCOMPARE(body["scheduler"_L1]["frequency_type"_L1].toString(), word);
    QCOMPARE(body["company_id"_L1].toInt(), 14366);
    QCOMPARE(body["device_ids"_L1].toArray(), QJsonArray{u"pc-a"_s});
    QCOMPARE(body["backup_details"_L1]["items_to_backup"_L1].toArray(), QJsonArray{u"C:\\Data\\Finance\\"_s});
}

void TestPlanWizard::F48_whatIsReplacedIsNamedAndAskedOnceMore()
{
    m_book->setPlans(nightlyOnA());
    open();
    fillTargetsAndItems();
    goTo(PlanStep::Review);
    QTRY_VERIFY(find<QPushButton>("planCreate")->isEnabled());
    QVERIFY(find<QPushButton>("planCreate")->text().contains(u"replacing 1"_s));
    const QAbstractItemModel *effects = find<QTableView>("planEffects")->model();
    QCOMPARE(effects->index(0, 3).data().toString(), u"nightly"_s);
    click("planCreate");
    auto *question = m_wizard->findChild<QMessageBox *>(u"planReplaceQuestion"_s);
    QVERIFY(question);
    QTest::keyClick(question, Qt::Key_Return); // Enter is not yes
    QTRY_VERIFY(!m_wizard->findChild<QMessageBox *>(u"planReplaceQuestion"_s));
    QCOMPARE(m_book->posts().size(), 0);
    click("planCreate");
    QTest::mouseClick(m_wizard->findChild<QPushButton *>(u"planReplace"_s), Qt::LeftButton);
    QTRY_COMPARE(m_book->posts().size(), 1);
}

void TestPlanWizard::F60_otherPlansThanConfirmedStopIt()
{
    open();
    fillTargetsAndItems();
    goTo(PlanStep::Review);
    QTRY_VERIFY(find<QPushButton>("planCreate")->isEnabled());
    m_book->setPlans(nightlyOnA()); // a colleague was quicker
    click("planCreate");
    QTRY_VERIFY(find<QLabel>("planWizardSays")->text().contains(u"others than you confirmed"_s));
    QCOMPARE(m_book->posts().size(), 0);
    QTRY_VERIFY(find<QPushButton>("planCreate")->text().contains(u"replacing 1"_s));
}

void TestPlanWizard::F43_aRefusalJumpsToItsField()
{
    m_book->setAnswer(httpAnswer(
        400, "application/json",
        R"({"ok":false,"type":"invalid_parameter","message":"","code":400,"errors":[{"type":"invalid_parameter","field":"name","message":"taken"}]})"));
    open();
    fillTargetsAndItems();
    goTo(PlanStep::Review);
    QTRY_VERIFY(find<QPushButton>("planCreate")->isEnabled());
    click("planCreate");
    QTRY_COMPARE(find<QListWidget>("planSteps")->currentRow(), 0);
    QCOMPARE(m_wizard->draft().name, u"Castell nightly"_s); // nothing typed is lost
    QVERIFY(find<QLineEdit>("planName")->accessibleDescription().contains(u"taken"_s));
}

void TestPlanWizard::entireMachinesNameWhoIsLeftOut()
{
    open();
    click("planChooseShown");
    goTo(PlanStep::What);
    find<QRadioButton>("planMachine")->click();
    QVERIFY(find<QLabel>("planLeftOut")->isVisible());
    QVERIFY(find<QLabel>("planLeftOut")->text().contains(u"lamp"_s));
    goTo(PlanStep::Options);
    QVERIFY(!find<QCheckBox>("planCdp")->isEnabled());
    QVERIFY(find<QLabel>("planOptionsReason")->isVisible());
}

void TestPlanWizard::problemsStandUnderTheirFieldAsOneTypes()
{
    open();
    QVERIFY(!find<QLineEdit>("planName")->accessibleDescription().isEmpty());
    type("planName", u"x"_s);
    QVERIFY(find<QLineEdit>("planName")->accessibleDescription().isEmpty());
    goTo(PlanStep::When);
    find<QTimeEdit>("planTime")->setTime(QTime(7, 0));
    find<QCheckBox>("planHasCutOff")->click();
    QVERIFY(find<QTimeEdit>("planCutOff")->accessibleDescription().contains(u"start time"_s));
    goTo(PlanStep::Options);
    find<QPlainTextEdit>("planExclusions")->setPlainText(u"*.a,b"_s);
    QVERIFY(find<QPlainTextEdit>("planExclusions")->accessibleDescription().contains(u"comma"_s));
    goTo(PlanStep::Review);
    QVERIFY(!find<QPushButton>("planCreate")->isEnabled());
}

void TestPlanWizard::I12_anUnfinishedDraftIsThereAgain()
{
    const CompanyKey company{AccountId(u"a"_s), CompanyId(u"14366"_s)};
    open();
    fillTargetsAndItems();
    const PlanDraft typed = m_wizard->draft();
    delete m_wizard;
    const QList<KeptDraft> kept = PlanDrafts(m_profile->path()).of(company);
    QCOMPARE(kept.size(), 1);
    QVERIFY(kept.constFirst().draft == typed);
    open(); // another one takes nobody's place
    type("planName", u"second"_s);
    delete m_wizard;
    QCOMPARE(PlanDrafts(m_profile->path()).of(company).size(), 2);
}

void TestPlanWizard::theCalendarShowsTheRuns()
{
    open();
    goTo(PlanStep::When);
    find<QTimeEdit>("planTime")->setTime(QTime(21, 30));
    QCOMPARE(find<QListWidget>("planNextRuns")->count(), 10);
    const auto *table = find<QTableWidget>("planCalendarTable");
    QVERIFY(table->item(2, 2)->text().contains(u"21:30"_s));
    QVERIFY(table->item(2, 2)->data(Qt::AccessibleTextRole).toString().contains(u"21:30"_s));
}

QTEST_MAIN(TestPlanWizard)
#include "tst_planwizard.moc"
