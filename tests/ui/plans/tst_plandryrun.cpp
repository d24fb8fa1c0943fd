// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plans/wizardtest.h"

#include <QJsonArray>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTimeEdit>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray created(const QByteArray &json, int status = 201)
{
    return httpAnswer(status, "application/json", json);
}

constexpr char goodAnswer[] = R"({"conflicts":[],"applied_to":"pc-a","not_applied_to":"","status":201})";
constexpr char minePlusNightly[] =
    R"([{"backup_id":"5","name":"nightly","backup_set":"DEFAULT","backup_applied_on":""},)"
    R"({"backup_id":"77","name":"Castell nightly","backup_applied_on":"pc-a"}])";
constexpr char refusal[] = R"({"ok":false,"type":"invalid_parameter","message":"","code":400,)"
                           R"("errors":[{"type":"invalid_parameter","field":"name","message":"taken"}]})";

} // namespace

/// Dry runs in the wizard's review, over real HTTP.
class TestPlanDryRun : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_test = std::make_unique<WizardTest>(); }
    void cleanup() { m_test.reset(); }

    void F61_theFirstOneIsAskedForAndJudged_data();
    void F61_theFirstOneIsAskedForAndJudged();
    void whoSaysNoSendsNothing();
    void afterAGoodVerdictItGoesOutOncePerRequest();
    void theAnswerIsMergedIntoTheTable();
    void aRefusalJumpsToItsField_andCreateWaits();
    void aLostAnswerLeavesOurOwnReading();
    void anAnswerThatNamesAPlanEndsTheTrust();
    void readOnlyAccountsSendNone();
    void F62_aPlanThatNobodyGotIsNotGreen();
    void F42_theWizardMayCloseInFlight_data();
    void F42_theWizardMayCloseInFlight();
    void F42_aTryGoesOnWithoutItsWindow_data();
    void F42_aTryGoesOnWithoutItsWindow();
    void F60_requestsAreTheSameInEveryLocale();

private:
    void openAtReview()
    {
        m_test->open();
        m_test->fillTargetsAndItems();
        m_test->goTo(PlanStep::Review);
        QTRY_VERIFY(m_test->text("planReviewSays").contains(u"plans as of"_s));
    }
    void tryWithFirst()
    {
        m_test->click("planDryRun");
        auto *devices = m_test->find<QTableView>("dryRunDevices");
        QVERIFY(!m_test->find<QPushButton>("dryRunSend")->isEnabled()); // nobody is chosen for the person
        devices->selectRow(0);
        m_test->click("dryRunSend");
    }

    std::unique_ptr<WizardTest> m_test;
};

void TestPlanDryRun::F61_theFirstOneIsAskedForAndJudged_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QByteArray>("plansAfter");
    QTest::addColumn<DryRunVerdict>("verdict");
    const auto add = [](const char *name, const QByteArray &answer, DryRunVerdict verdict,
                        const QByteArray &plansAfter = {}) {
        QTest::newRow(name) << answer << plansAfter << verdict;
    };
    add("201", created(goodAnswer), DryRunVerdict::Harmless);
    add("200", created(goodAnswer, 200), DryRunVerdict::Harmless);
    add("empty object", created("{}"), DryRunVerdict::Harmless);
    add("nothing at all", created({}, 200), DryRunVerdict::Harmless);
    add("without lists", created(R"({"status":201})"), DryRunVerdict::Harmless);
    add("a plan appears", created(goodAnswer), DryRunVerdict::Acts, minePlusNightly);
    add("with an id, and a plan appears", created(R"({"backup_id":"77"})"), DryRunVerdict::Acts,
        minePlusNightly);
    add("an id alone", created(R"({"backup_id":"78"})"), DryRunVerdict::CannotTell);
    add("lost", QByteArray(), DryRunVerdict::CannotTell);
    add("refused", created(refusal, 400), DryRunVerdict::Unknown);
}

void TestPlanDryRun::F61_theFirstOneIsAskedForAndJudged()
{
    QFETCH(const QByteArray, answer);
    QFETCH(const QByteArray, plansAfter);
    QFETCH(const DryRunVerdict, verdict);
    m_test->book.setPlans(nightlyOnA());
    m_test->book.setDryRunAnswer({.bytes = answer, .then = ByteAnswer::Then::Close}, plansAfter);
    openAtReview();
    QVERIFY(m_test->text("planDryRunSays").contains(u"does not say"_s));
    QVERIFY(m_test->mayCreate()); // our own reading stands
    QCOMPARE(m_test->book.dryRuns().size(), 0); // nothing goes out unasked
    tryWithFirst();
    QTRY_COMPARE(m_test->book.dryRuns().size(), 1);
    QTRY_VERIFY(!m_test->text("planDryRunSays").startsWith(u"Dry run:"_s));
    QCOMPARE(m_test->verdict().verdict(), verdict);
    QCOMPARE(m_test->book.posts().size(), 0);
    QCOMPARE(m_test->book.dryRuns().constFirst()["device_ids"_L1].toArray(), QJsonArray{u"pc-a"_s});
    QVERIFY(!m_test->book.dryRuns().constFirst().contains("dry_run"_L1)); // in the query alone
    QCOMPARE(m_test->journal.changes().size(), 1U); // a dry run is a change
    m_test->goTo(PlanStep::Review); // a refusal has left it
    const bool hasNoVerdict = verdict == DryRunVerdict::CannotTell || verdict == DryRunVerdict::Unknown;
    const bool broughtNothing = m_test->text("planDryRunSays").contains(u"brought nothing"_s);
    QCOMPARE(m_test->find<QPushButton>("planDryRun")->isVisible(), hasNoVerdict || broughtNothing);
    if (verdict == DryRunVerdict::Acts)
        QVERIFY(m_test->text("planDryRunSays").contains(u"for real"_s));
}

void TestPlanDryRun::whoSaysNoSendsNothing()
{
    openAtReview();
    m_test->click("planDryRun");
    QTest::keyClick(m_test->find<QDialog>("dryRunConsent"), Qt::Key_Return); // Enter is not yes
    QTRY_VERIFY(!m_test->wizard->findChild<QDialog *>(u"dryRunConsent"_s));
    QCOMPARE(m_test->book.dryRuns().size(), 0);
    QCOMPARE(m_test->verdict().verdict(), DryRunVerdict::Unknown);
}

void TestPlanDryRun::afterAGoodVerdictItGoesOutOncePerRequest()
{
    m_test->verdict().remember(DryRunVerdict::Harmless);
    m_test->book.setDryRunAnswer(created(goodAnswer));
    openAtReview();
    QTRY_VERIFY(m_test->text("planReviewSays").contains(u"As IDrive answered"_s));
    QCOMPARE(m_test->book.dryRuns().size(), 1);
    m_test->goTo(PlanStep::When);
    m_test->goTo(PlanStep::Review);
    QVERIFY(m_test->mayCreate());
    m_test->goTo(PlanStep::When);
    m_test->find<QTimeEdit>("planTime")->setTime(QTime(3, 0));
    m_test->goTo(PlanStep::Review);
    QVERIFY(!m_test->mayCreate()); // not before the answer to this one is there
    QTRY_COMPARE(m_test->book.dryRuns().size(), 2);
    QTRY_VERIFY(m_test->mayCreate());
    m_test->goTo(PlanStep::When);
    m_test->find<QTimeEdit>("planTime")->setTime(QTime(20, 0)); // as it was
    m_test->goTo(PlanStep::Review);
    QVERIFY(m_test->mayCreate());
    m_test->click("planCreate");
    QTRY_COMPARE(m_test->book.posts().size(), 1);
    QCOMPARE(m_test->book.dryRuns().size(), 2);
}

void TestPlanDryRun::theAnswerIsMergedIntoTheTable()
{
    m_test->verdict().remember(DryRunVerdict::Harmless);
    m_test->book.setDryRunAnswer(created(
        R"({"conflicts":[{"device_id":"pc-b","plan_name":"hidden plan"},{"device_id":"pc-z","plan_name":"of the group"}],)"
        R"("applied_to":"pc-b,pc-z","not_applied_to":"pc-a"})"));
    m_test->open();
    m_test->type("planName", u"Castell nightly"_s);
    m_test->click("planChooseShown");
    m_test->type("planGroups", u"front-desk"_s);
    m_test->goTo(PlanStep::What);
    QTest::keyClicks(m_test->find<QLineEdit>("planPath"), u"[All Profiles Folder]"_s);
    m_test->goTo(PlanStep::Review);
    QTRY_VERIFY(m_test->text("planReviewSays").contains(u"As IDrive answered"_s));
    QCOMPARE(m_test->effects(0), (QStringList{u"SERVER"_s, u"pc-z"_s, u"RECEPTION"_s, u"lamp"_s}));
    QCOMPARE(m_test->effects(3).constFirst(), u"hidden plan"_s); // which no list of plans told
    QCOMPARE(m_test->effects(2).at(2), u"Left out"_s);
    QCOMPARE(m_test->effects(2).at(3), u"Not mentioned by IDrive"_s);
    QVERIFY(m_test->find<QPushButton>("planCreate")->text().contains(u"replacing 2"_s));
}

void TestPlanDryRun::aRefusalJumpsToItsField_andCreateWaits()
{
    m_test->verdict().remember(DryRunVerdict::Harmless);
    m_test->book.setDryRunAnswer(created(refusal, 400));
    m_test->open();
    m_test->fillTargetsAndItems();
    m_test->goTo(PlanStep::Review);
    QTRY_COMPARE(m_test->step(), PlanStep::Targets);
    QVERIFY(m_test->find<QLineEdit>("planName")->accessibleDescription().contains(u"taken"_s));
    m_test->goTo(PlanStep::Review);
    QVERIFY(!m_test->mayCreate());
    QVERIFY(m_test->find<QPushButton>("planDryRun")->isVisible());
    QCOMPARE(m_test->book.dryRuns().size(), 1); // not once more by itself
    m_test->goTo(PlanStep::Targets);
    m_test->type("planName", u" 2"_s);
    m_test->book.setDryRunAnswer(created(goodAnswer));
    m_test->goTo(PlanStep::Review);
    QTRY_VERIFY(m_test->mayCreate());
    QCOMPARE(m_test->book.dryRuns().size(), 2);
}

void TestPlanDryRun::aLostAnswerLeavesOurOwnReading()
{
    m_test->verdict().remember(DryRunVerdict::Harmless);
    m_test->book.setDryRunAnswer({.then = ByteAnswer::Then::Close});
    openAtReview();
    QTRY_VERIFY(m_test->text("planDryRunSays").contains(u"brought nothing"_s));
    QVERIFY(m_test->mayCreate());
    QCOMPARE(m_test->book.dryRuns().size(), 1);
    m_test->book.setDryRunAnswer(created(goodAnswer));
    m_test->click("planDryRun"); // the person's wish
    QTRY_VERIFY(m_test->text("planReviewSays").contains(u"As IDrive answered"_s));
    QCOMPARE(m_test->book.dryRuns().size(), 2);
}

void TestPlanDryRun::anAnswerThatNamesAPlanEndsTheTrust()
{
    m_test->verdict().remember(DryRunVerdict::Harmless);
    m_test->book.setDryRunAnswer(created(R"({"backup_id":"77","applied_to":"pc-a"})"), minePlusNightly);
    openAtReview();
    QTRY_COMPARE(m_test->verdict().verdict(), DryRunVerdict::Acts);
    QTRY_VERIFY(m_test->text("planDryRunSays").contains(u"for real"_s));
    QVERIFY(!m_test->find<QPushButton>("planDryRun")->isVisible());
    QVERIFY(m_test->text("planReviewSays").contains(u"own reckoning"_s));
}

void TestPlanDryRun::readOnlyAccountsSendNone()
{
    m_test->verdict().remember(DryRunVerdict::Harmless);
    m_test->runner->setReadOnly(true);
    openAtReview();
    QVERIFY(!m_test->mayCreate());
    QCOMPARE(m_test->book.dryRuns().size(), 0);
}

void TestPlanDryRun::F62_aPlanThatNobodyGotIsNotGreen()
{
    m_test->book.setAnswer(
        created(R"({"backup_id":"77","status":201,"applied_to":"","not_applied_to":["pc-a"]})"));
    openAtReview();
    m_test->click("planCreate");
    QTRY_VERIFY(m_test->text("planReviewTitle").contains(u"none of its devices"_s));
    QCOMPARE(m_test->effects(2), QStringList{u"Left out"_s});
    QCOMPARE(m_test->journal.changes().front().state, ChangeState::DoneInPart);
}

void TestPlanDryRun::F42_theWizardMayCloseInFlight_data()
{
    QTest::addColumn<bool>("isDryRun");
    QTest::addColumn<QByteArray>("gate");
    QTest::newRow("dry run, before its answer") << true << QByteArray("later");
    QTest::newRow("dry run, at once") << true << QByteArray();
    QTest::newRow("creation, before its answer") << false << QByteArray("later");
    QTest::newRow("creation, at once") << false << QByteArray();
}

void TestPlanDryRun::F42_theWizardMayCloseInFlight()
{
    QFETCH(const bool, isDryRun);
    QFETCH(const QByteArray, gate);
    m_test->book.setAnswer({.bytes = created(R"({"backup_id":"77","applied_to":"pc-a"})"), .gate = gate});
    m_test->book.setDryRunAnswer({.bytes = created(goodAnswer), .gate = gate});
    if (isDryRun)
        m_test->verdict().remember(DryRunVerdict::Harmless);
    openAtReview();
    if (!isDryRun)
        m_test->click("planCreate");
    const auto sent = [&] {
        return isDryRun ? m_test->book.dryRuns().size() : m_test->book.posts().size();
    };
    if (!gate.isEmpty())
        QTRY_COMPARE(sent(), 1);
    delete m_test->wizard;
    m_test->book.server().open(gate);
    QTRY_COMPARE(sent(), 1);
    QTRY_VERIFY(!m_test->journal.changes().empty());
    QTRY_COMPARE(m_test->journal.changes().front().state, ChangeState::Done);
}

void TestPlanDryRun::F42_aTryGoesOnWithoutItsWindow_data()
{
    QTest::addColumn<bool>("isPlanMade");
    QTest::addColumn<bool>("isSentBefore");
    QTest::newRow("harmless, closed before the answer") << false << true;
    QTest::newRow("it acts, closed before the answer") << true << true;
    QTest::newRow("harmless, closed while the plans are read") << false << false;
}

void TestPlanDryRun::F42_aTryGoesOnWithoutItsWindow()
{
    QFETCH(const bool, isPlanMade);
    QFETCH(const bool, isSentBefore);
    m_test->book.setDryRunAnswer({.bytes = created(goodAnswer), .gate = "later"},
                                 isPlanMade ? QByteArray(minePlusNightly) : QByteArray());
    openAtReview();
    tryWithFirst();
    if (isSentBefore)
        QTRY_COMPARE(m_test->book.dryRuns().size(), 1);
    m_test->click("planClose");
    QTRY_VERIFY(!m_test->wizard);
    QCOMPARE(m_test->verdict().verdict(), DryRunVerdict::Unknown);
    m_test->book.server().open("later");
    QTRY_COMPARE(m_test->verdict().verdict(), isPlanMade ? DryRunVerdict::Acts : DryRunVerdict::Harmless);
    QCOMPARE(m_test->book.dryRuns().size(), 1);
    QTRY_VERIFY(m_test->window.children().isEmpty()); // and nothing stays
}

void TestPlanDryRun::F60_requestsAreTheSameInEveryLocale()
{
    const QLocale before;
    m_test->verdict().remember(DryRunVerdict::Harmless);
    QSet<QByteArray> bodies;
    int sent = 0;
    for (const char *name : {"C", "ar_EG", "tr_TR", "de_DE", "hi_IN", "fa_IR"}) {
        QLocale::setDefault(QLocale(QString::fromLatin1(name)));
        openAtReview();
        QTRY_VERIFY(m_test->mayCreate());
        sent += 1;
        QCOMPARE(m_test->book.dryRuns().size(), sent);
        delete m_test->wizard;
        for (const QByteArray &body : m_test->book.rawBodies())
            bodies.insert(body);
    }
    QLocale::setDefault(before);
    QCOMPARE(bodies.size(), 1);
}

QTEST_MAIN(TestPlanDryRun)
#include "tst_plandryrun.moc"
