// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/dryrunverdict.h"
#include "app/plans/rememberedverdict.h"
#include "app/settings/forgottenaccount.h"
#include "app/settings/settings.h"
#include "tests/app/plans/plansample.h"

#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QList<Plan> plansOf(const QByteArrayList &objects)
{
    QList<Plan> plans;
    for (const QByteArray &json : objects)
        plans.append(readPlan(object(json)));
    return plans;
}

constexpr char nightly[] =
    R"({"backup_id":"5","name":"nightly","backup_set":"DEFAULT","backup_pending_on":"pc-a"})";
constexpr char applied[] =
    R"({"backup_id":"5","name":"nightly","backup_set":"DEFAULT","backup_applied_on":"pc-a"})";
constexpr char ofNobody[] =
    R"({"backup_id":"5","name":"nightly","backup_set":"DEFAULT","backup_applied_on":""})";
constexpr char weekly[] = R"({"backup_id":"6","name":"weekly"})";
constexpr char mine[] = R"({"backup_id":"77","name":"mine","backup_applied_on":"pc-a"})";
constexpr char laptop[] =
    R"({"backup_id":"8","name":"laptop","devices":[{"device_id":"pc-a",)"
    R"("backup_status":"%","user_backup_sets":{"DEFAULT":{"backup_id":"#","name":"n"}}}]})";

} // namespace

/// What a dry run is seen to do, and how that is remembered.
class TestDryRunVerdict : public QObject
{
    Q_OBJECT

private slots:
    void theListsSayWhatItDid_data()
    {
        const auto running = [](const QByteArray &result, const QByteArray &plan) {
            return QByteArray(laptop).replace('%', result).replace('#', plan);
        };
        QTest::addColumn<QByteArrayList>("before");
        QTest::addColumn<QByteArrayList>("after");
        QTest::addColumn<QString>("answeredId");
        QTest::addColumn<bool>("isLost");
        QTest::addColumn<DryRunVerdict>("verdict");
        const auto add = [](const char *name, const QByteArrayList &before, const QByteArrayList &after,
                            DryRunVerdict verdict, const QString &id = {}, bool isLost = false) {
            QTest::newRow(name) << before << after << id << isLost << verdict;
        };
        add("the same", {nightly, weekly}, {nightly, weekly}, DryRunVerdict::Harmless);
        add("in another order", {nightly, weekly}, {weekly, nightly}, DryRunVerdict::Harmless);
        add("pending became applied", {nightly}, {applied}, DryRunVerdict::Harmless);
        add("a backup ended", {running("Success", "5")}, {running("Failed", "5")}, DryRunVerdict::Harmless);
        add("none at all", {}, {}, DryRunVerdict::Harmless);
        add("the plan is there", {nightly}, {nightly, mine}, DryRunVerdict::Acts);
        add("the plan is there, the answer is lost", {}, {mine}, DryRunVerdict::Acts, {}, true);
        add("one of that name was there", {mine}, {mine}, DryRunVerdict::Harmless);
        add("under another name", {}, {weekly}, DryRunVerdict::Acts, u"6"_s);
        add("a colleague's plan", {}, {weekly}, DryRunVerdict::CannotTell);
        add("a plan lost its device", {nightly}, {ofNobody}, DryRunVerdict::CannotTell);
        add("a plan is gone", {nightly}, {}, DryRunVerdict::CannotTell);
        add("a device has another plan", {running("Success", "5")}, {running("Success", "9")},
            DryRunVerdict::CannotTell);
        add("the answer names a plan that is not there", {nightly}, {nightly}, DryRunVerdict::CannotTell,
            u"99"_s);
        add("the answer is lost", {nightly}, {nightly}, DryRunVerdict::CannotTell, {}, true);
    }
    void theListsSayWhatItDid()
    {
        QFETCH(const QByteArrayList, before);
        QFETCH(const QByteArrayList, after);
        QFETCH(const QString, answeredId);
        QFETCH(const bool, isLost);
        QFETCH(const DryRunVerdict, verdict);
        const PlanDraft draft{.name = u" mine "_s};
        const PlanCreated answer{.id = PlanId(answeredId)};
        QCOMPARE(judgedDryRun(draft, plansOf(before), plansOf(after),
                              isLost ? DryRunEnd::Lost : DryRunEnd::Answered, isLost ? nullptr : &answer),
                 verdict);
    }

    void everyVerdictHasAWordAndASentence()
    {
        for (const DryRunVerdict verdict : {DryRunVerdict::Unknown, DryRunVerdict::Harmless,
                                            DryRunVerdict::Acts, DryRunVerdict::CannotTell}) {
            QCOMPARE(dryRunVerdictOf(storedWord(verdict)), verdict);
            QVERIFY(sentence(verdict).endsWith(u'.'));
        }
        QCOMPARE(dryRunVerdictOf(u"HARMLESS?"_s), DryRunVerdict::Unknown);
    }

    void itIsRememberedOfAccountAndEndpoint()
    {
        const QTemporaryDir profile;
        const AccountId account(u"a"_s);
        {
            Settings settings(profile.path());
            const RememberedVerdict here(settings, account, u"https://one/"_s);
            QCOMPARE(here.verdict(), DryRunVerdict::Unknown);
            QVERIFY(!here.seenAt().isValid());
            here.remember(DryRunVerdict::Harmless);
            RememberedVerdict(settings, AccountId(u"b"_s), u"https://one/"_s).remember(DryRunVerdict::Acts);
        }
        Settings settings(profile.path());
        const RememberedVerdict here(settings, account, u"https://one/"_s);
        QCOMPARE(here.verdict(), DryRunVerdict::Harmless);
        QVERIFY(here.seenAt().isValid());
        QCOMPARE(RememberedVerdict(settings, account, u"https://two/"_s).verdict(), DryRunVerdict::Unknown);
        QCOMPARE(RememberedVerdict(settings, AccountId(u"b"_s), u"https://one/"_s).verdict(),
                 DryRunVerdict::Acts);
        forgetAccount(profile.path(), settings, account);
        Settings later(profile.path());
        QCOMPARE(RememberedVerdict(later, account, u"https://one/"_s).verdict(), DryRunVerdict::Unknown);
        QCOMPARE(RememberedVerdict(later, AccountId(u"b"_s), u"https://one/"_s).verdict(),
                 DryRunVerdict::Acts);
    }

    void strangeSettingsAreNoVerdict()
    {
        Settings settings({});
        settings.setValue(setting::dryRunVerdicts, QJsonArray{1, 2});
        const RememberedVerdict here(settings, AccountId(u"a"_s), u"e"_s);
        QCOMPARE(here.verdict(), DryRunVerdict::Unknown);
        here.remember(DryRunVerdict::CannotTell);
        QCOMPARE(here.verdict(), DryRunVerdict::CannotTell);
    }
};

QTEST_GUILESS_MAIN(TestDryRunVerdict)
#include "tst_dryrunverdict.moc"
