// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/why.h"

#include <QTest>

using namespace Qt::StringLiterals;

static constexpr qint64 minute = 60'000;
static constexpr qint64 hour = 60 * minute;
static constexpr qint64 day = 24 * hour;
static constexpr qint64 now = 1'772'000'000'000;
static const LimitBook defaults;

static WhyQuestion server()
{
    WhyQuestion question;
    question.facts.status = StatusMeaning::Online;
    question.facts.result = ResultMeaning::Success;
    question.facts.lastBackup = now - 9 * hour;
    question.facts.firstSeen = now - 30 * day;
    question.facts.lastOnline = now;
    question.words = {.status = u"online"_s,
                      .result = u"Success"_s,
                      .lastBackup = u"2026-02-25T00:00:00.000"_s,
                      .nextBackup = u"2026-02-26T00:00:00.000"_s};
    question.subject.kind = MachineKind::Server;
    question.now = now;
    return question;
}

static QStringList sentences(const WhyQuestion &question, const LimitBook &book = defaults)
{
    QStringList texts;
    for (const WhyLine &line : whyLines(question, book))
        texts += sentence(line, QLocale::c());
    return texts;
}

class TestWhy : public QObject
{
    Q_OBJECT

private slots:
    void everyMatchingRuleIsALineWithItsNumbers();
    void serversOwnWordsComeAlong();
    void limitSaysWhereItComesFrom();
    void planWithTheLongerGapIsNamed();
    void planThatIsLateIsNamed();
    void rememberedRunIsTheOneThatIsLate();
    void doubtfulZoneIsSaidOfLateAndStaleOnly();
    void whatIsNotThereIsNotMeasured();
    void agesAreInOneUnit();
    void everyRuleHasItsSentence();
};

void TestWhy::everyMatchingRuleIsALineWithItsNumbers()
{
    WhyQuestion question = server();
    question.facts.status = StatusMeaning::Offline;
    question.facts.result = ResultMeaning::Failed;
    question.facts.lastBackup = now - 9 * day;
    question.facts.nextBackup = now - 8 * day;
    question.facts.lastOnline = now - 10 * day;
    const WhyLines lines = whyLines(question, defaults);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines[0].rule, HealthRule::LastFailed);
    QCOMPARE(lines[1].rule, HealthRule::Stale);
    QCOMPARE(lines[1].measured, 9 * day);
    QCOMPARE(lines[1].limit, 2 * day);
    QCOMPARE(lines[1].time, now - 9 * day);
    QCOMPARE(lines[2].rule, HealthRule::Late);
    QCOMPARE(lines[2].measured, 8 * day);
    QCOMPARE(lines[2].limit, 6 * hour);
    QCOMPARE(lines[3].rule, HealthRule::OfflineLong);
    QCOMPARE(lines[3].measured, 10 * day);
    QCOMPARE(
        sentences(question),
        (QStringList{
            u"IDrive says that the last backup failed. The last good one is 9 d old."_s,
            u"The last good backup is 9 d old. The limit is 2 d. That is the default for: server."_s,
            u"A backup was planned 8 d ago, and IDrive reports no good one since. The grace is 6 h."_s,
            u"IDrive says offline, and Steward has not seen this device online for 10 d. The limit is 7 d."_s}));
}

void TestWhy::serversOwnWordsComeAlong()
{
    WhyQuestion question = server();
    QCOMPARE(whyLines(question, defaults).constFirst().words, u"Success"_s);
    question.facts.status = StatusMeaning::NotUnderstood;
    question.facts.result = ResultMeaning::NotUnderstood;
    question.words.status = u"<b>Being moved %2</b>"_s;
    question.words.result = u"Paused"_s;
    const WhyLines lines = whyLines(question, defaults);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].words, u"<b>Being moved %2</b>"_s);
    QCOMPARE(lines[1].words, u"Paused"_s);
    QVERIFY(!sentence(lines[0], QLocale::c()).contains(u"moved"_s)); // never in ours
}

void TestWhy::limitSaysWhereItComesFrom()
{
    WhyQuestion question = server();
    question.facts.lastBackup = now - 9 * day;
    question.subject.group = u"Berlin"_s;
    question.subject.company = {AccountId(u"a"_s), CompanyId(u"1"_s)};
    const auto said = [&](const LimitBook &book) {
        return sentences(question, book).constFirst();
    };
    LimitBook book;
    book.accounts[AccountId(u"a"_s)] = {day};
    QVERIFY(said(book).endsWith(u"The limit is 1 d. The limit is set for the account."_s));
    book.systems[MachineKind::Server] = {3 * day};
    QVERIFY(said(book).endsWith(u"The limit is 3 d. The limit is set for: server."_s));
    book.groups[u"berlin"_s] = {4 * day};
    QVERIFY(said(book).endsWith(u"The limit is 4 d. The limit is set for the group."_s));
    book.companies[question.subject.company] = {5 * day};
    QVERIFY(said(book).endsWith(u"The limit is 5 d. The limit is set for the company."_s));
}

void TestWhy::planWithTheLongerGapIsNamed()
{
    WhyQuestion question = server();
    question.facts.lastBackup = now - 11 * day;
    question.facts.schedule.longestGap = 8 * day;
    QCOMPARE(whyLines(question, defaults).constFirst().origin, LimitOrigin::Schedule);
    QCOMPARE(
        sentences(question),
        QStringList(u"The last good backup is 11 d old. The limit is 10 d. The limit comes from the plan: "
                    u"1¼ times its longest gap."_s));
    question.plan = u"Office"_s;
    QVERIFY(sentences(question).constFirst().endsWith(
        u"The limit comes from the plan “Office”: 1¼ times its longest gap."_s));
}

void TestWhy::planThatIsLateIsNamed()
{
    WhyQuestion question = server();
    question.plan = u"Office"_s;
    question.facts.lastBackup = now - 30 * hour;
    question.facts.schedule.isKnown = true;
    question.facts.schedule.dueRun = now - 20 * hour - scheduleTolerance;
    const WhyLine line = whyLines(question, defaults).constFirst();
    QCOMPARE(line.rule, HealthRule::Late);
    QCOMPARE(line.time, now - 20 * hour); // as the plan says it, without the tolerance
    QCOMPARE(line.plan, u"Office"_s);
    QVERIFY(sentences(question).constFirst().contains(u"planned 20 h ago"_s));
    QVERIFY(sentences(question).constFirst().endsWith(u"The plan “Office” says so."_s));
    question.facts.schedule.isKnown = false;
    question.facts.nextBackup = now - 20 * hour; // the server's own word needs no plan
    QCOMPARE(whyLines(question, defaults).constFirst().plan, QString());
}

void TestWhy::rememberedRunIsTheOneThatIsLate()
{
    WhyQuestion question = server();
    question.facts.lastBackup = now - 30 * hour;
    question.facts.nextBackup = now + day;
    question.facts.rememberedNext = now - 20 * hour;
    WhyLine line = whyLines(question, defaults).constFirst();
    QCOMPARE(line.rule, HealthRule::Late);
    QCOMPARE(line.time, now - 20 * hour);
    QCOMPARE(line.words, QString()); // the server names another time by now
    question.facts.nextBackup = now - 10 * hour; // both: the one that is late for longer
    QCOMPARE(whyLines(question, defaults).constFirst().time, now - 20 * hour);
    question.facts.rememberedNext = now - 40 * hour; // made since
    line = whyLines(question, defaults).constFirst();
    QCOMPARE(line.time, now - 10 * hour);
    QCOMPARE(line.words, question.words.nextBackup);
}

void TestWhy::doubtfulZoneIsSaidOfLateAndStaleOnly()
{
    WhyQuestion question = server();
    question.isZoneDoubtful = true;
    question.facts.result = ResultMeaning::Failed;
    question.facts.lastBackup = now - 9 * day;
    question.facts.nextBackup = now - 8 * day;
    const WhyLines lines = whyLines(question, defaults);
    QCOMPARE(lines.size(), 3);
    QVERIFY(!lines[0].isZoneDoubtful);
    QVERIFY(lines[1].isZoneDoubtful);
    QVERIFY(lines[2].isZoneDoubtful);
    QVERIFY(sentence(lines[2], QLocale::c()).contains(u"Zone doubtful"_s));
    question.isZoneDoubtful = false;
    QVERIFY(!sentences(question).join(u' ').contains(u"doubtful"_s));
}

void TestWhy::whatIsNotThereIsNotMeasured()
{
    WhyQuestion question = server();
    question.facts.lastBackup = noTime;
    question.facts.result = ResultMeaning::Failed;
    question.facts.firstSeen = now - 3 * hour;
    QCOMPARE(sentences(question),
             (QStringList{u"IDrive says that the last backup failed. It reports no good one."_s,
                          u"IDrive reports no backup yet. Steward first saw this device 3 h ago; a device is "
                          u"new for 1 d."_s}));
    question.facts.result = ResultMeaning::InProgress;
    QCOMPARE(sentences(question),
             QStringList(u"The first backup is in progress. It counts as running for 2 d."_s));
}

void TestWhy::agesAreInOneUnit()
{
    WhyLine line{.rule = HealthRule::Stale};
    const auto said = [&line](qint64 age) {
        line.measured = age;
        line.limit = day;
        return sentence(line, QLocale::c()).section(u" old"_s, 0, 0).mid(24);
    };
    QCOMPARE(said(minute - 1), u"< 1 min"_s);
    QCOMPARE(said(hour - 1), u"59 min"_s);
    QCOMPARE(said(day - 1), u"23 h"_s);
    QCOMPARE(said(day), u"1 d"_s);
    QCOMPARE(said(400 * day), u"400 d"_s);
}

void TestWhy::everyRuleHasItsSentence()
{
    QSet<QString> texts;
    for (size_t rule = 0; rule < healthRuleCount; ++rule) {
        const QString text = sentence(
            {.rule = static_cast<HealthRule>(rule), .measured = 5 * day, .limit = day}, QLocale::c());
        QVERIFY(!text.contains(u'%'));
        QVERIFY(text.endsWith(u'.'));
        texts += text;
    }
    QCOMPARE(texts.size(), static_cast<qsizetype>(healthRuleCount));
}

QTEST_GUILESS_MAIN(TestWhy)
#include "tst_why.moc"
