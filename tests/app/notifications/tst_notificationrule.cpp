// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/notificationrule.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;

/// The words of a rule, and what stands in its way.
class TestNotificationRule : public QObject
{
    Q_OBJECT

private slots:
    void Q4_Q15_wordsAreThoseOfTheDocument()
    {
        QStringList sets;
        QSet<QString> labels;
        for (const BackupSet set : allBackupSets) {
            sets << backupSet(set).word();
            labels << label(backupSet(set));
            QCOMPARE(backupSet(backupSet(set).word()).known(), std::optional(set));
        }
        QCOMPARE(
            sets,
            (QStringList{u"DEFAULT"_s, u"LOCAL"_s, u"ENTIRE_MACHINE"_s, u"MAPPED_DRIVE"_s, u"EXPRESS"_s}));
        QCOMPARE(labels.size(), sets.size());
        QStringList frequencies;
        for (const MailFrequency frequency : allMailFrequencies) {
            frequencies << wireWord(frequency);
            QCOMPARE(mailFrequency(wireWord(frequency)).known(), std::optional(frequency));
        }
        QCOMPARE(frequencies, (QStringList{u"ALWAYS"_s, u"ON_FAILURE"_s, u"NEVER"_s}));
    }

    void Q16_unknownWordsAreKept()
    {
        const OpenWord<BackupSet> set = backupSet(u"MICROSOFT_365"_s);
        QVERIFY(!set.known());
        QCOMPARE(label(set), u"MICROSOFT_365"_s);
        QCOMPARE(backupSet(u"Entire Machine"_s).known(), std::optional(BackupSet::EntireMachine));
        QCOMPARE(label(mailFrequency(u"WEEKLY"_s)), u"WEEKLY"_s);
    }

    void addresses_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<bool>("isPlausible");
        const auto row = [](const char *address, bool isPlausible) {
            QTest::newRow(address) << QString::fromUtf8(address) << isPlausible;
        };
        row("test@idrive.com", true);
        row(" support@idrive.com ", true);
        row("a.b+c_d'e@sub.example.co.uk", true);
        row("jörg@müller.de", true);
        row("用户@例子.公司", true);
        row("a@xn--mller-kva.de", true);
        row("", false);
        row("a", false);
        row("@example.com", false);
        row("a@", false);
        row("a@localhost", false);
        row("a@@example.com", false);
        row("a@b@example.com", false);
        row("a b@example.com", false);
        row("a@example.com, b@example.com", false);
        row("a@example.com;b@example.com", false);
        row("Mark <mark@idrive.com>", false);
        row("\"a\"@example.com", false);
        row("mailto:a@example.com", false);
        row(".a@example.com", false);
        row("a.@example.com", false);
        row("a..b@example.com", false);
        row("a@.example.com", false);
        row("a@example.com.", false);
        row("a@example..com", false);
        row("a@-example.com", false);
        row("a@example-.com", false);
        row("a@exa_mple.com", false);
        row("a@example.com\nBcc: b@example.com", false);
        row("a\u202Eb@example.com", false);
        QTest::newRow("65 before the @") << QString(65, u'a') + u"@example.com"_s << false;
        QTest::newRow("64 before the @") << QString(64, u'a') + u"@example.com"_s << true;
        QTest::newRow("255 in all") << u"a@"_s + QString(249, u'b') + u".com"_s << false;
    }

    void addresses()
    {
        QFETCH(const QString, address);
        QTEST(emailFault(address).isEmpty(), "isPlausible");
    }

    void Q40_oneSentenceForEachFault()
    {
        const NotificationRule rule{.set = {},
                                    .frequency = MailFrequency::Always,
                                    .emails = {u"good@example.com"_s, u"bad"_s, u" "_s, u"a@b"_s}};
        const QList<RuleFault> faults = ruleFaults(rule);
        QCOMPARE(faults.size(), 3);
        QCOMPARE(faults[0].field, RuleField::Set);
        QCOMPARE(faults[0].email, -1);
        QCOMPARE(faults[1].email, 1);
        QCOMPARE(faults[2].email, 3);
        for (const RuleFault &fault : faults)
            QVERIFY(fault.sentence.endsWith(u'.'));
    }

    void Q40_addressesAreNeededUnlessNever_data()
    {
        QTest::addColumn<int>("frequency");
        QTest::addColumn<bool>("areNeeded");
        QTest::newRow("ALWAYS") << int(MailFrequency::Always) << true;
        QTest::newRow("ON_FAILURE") << int(MailFrequency::OnFailure) << true;
        QTest::newRow("NEVER") << int(MailFrequency::Never) << false;
    }

    void Q40_addressesAreNeededUnlessNever()
    {
        QFETCH(const int, frequency);
        QFETCH(const bool, areNeeded);
        NotificationRule rule{.set = backupSet(BackupSet::Default),
                              .frequency = static_cast<MailFrequency>(frequency)};
        QCOMPARE(ruleFaults(rule).isEmpty(), !areNeeded);
        rule.emails = {u"  "_s};
        QCOMPARE(ruleFaults(rule).isEmpty(), !areNeeded);
        rule.emails = {u"a@example.com"_s};
        QVERIFY(ruleFaults(rule).isEmpty());
        rule.emails = {u"bad"_s}; // under NEVER it is not sent, so it is no fault
        QCOMPARE(ruleFaults(rule).isEmpty(), !areNeeded);
    }

    void addressesGoOutOnce()
    {
        const QStringList typed{u" a@example.com"_s, u""_s, u"A@Example.com"_s, u"b@example.com\n"_s};
        QCOMPARE(emailsToSend(MailFrequency::OnFailure, typed),
                 (QStringList{u"a@example.com"_s, u"b@example.com"_s}));
        QVERIFY(emailsToSend(MailFrequency::Never, typed).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestNotificationRule)
#include "tst_notificationrule.moc"
