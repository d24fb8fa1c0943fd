// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/changejournal.h"

#include <QFile>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

NewRun runOf(int count)
{
    NewRun run{.title = u"Companies"_s, .target = u"5 companies"_s, .resendsAbsent = true};
    for (int i = 0; i < count; ++i)
        run.changes.push_back({.kind = u"company"_s,
                               .target = u"Company %1"_s.arg(i),
                               .place = u"below Northwind"_s,
                               .request = {.path = u"/company"_s, .body = {{u"name"_s, i}}},
                               .facts = {{u"known_ids"_s, i}}});
    return run;
}

const AccountId account(u"a"_s);

QStringList titles(int count)
{
    return QStringList(count, u"New company"_s);
}

} // namespace

/// What the disk has of the changes, and what is made of it when Steward starts again.
class TestChangeJournal : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_profile = std::make_unique<QTemporaryDir>(); }

    void everythingIsThereAgain()
    {
        ChangeRecord kept;
        {
            ChangeJournal journal(m_profile->filePath(u"made/new"_s));
            QVERIFY(!journal.trouble());
            QSignalSpy added(&journal, &ChangeJournal::changesAdded);
            QVERIFY(journal.add(account, runOf(3), titles(3)));
            QCOMPARE(added.at(0).at(0).toLongLong(), 3);
            kept = journal.changes()[1];
            kept.state = ChangeState::Done;
            kept.lookUp = LookUpState::Found;
            kept.sentThisTime = 1;
            kept.endedAt = QDateTime(QDate(2026, 2, 17), QTime(11, 15, 0, 120), Qt::UTC);
            kept.answer = {.sentence = u"company ID 7"_s, .key = u"7"_s, .facts = {{u"a"_s, u"ü"_s}}};
            kept.attempts = {
                {.at = kept.endedAt, .duration = 412ms, .end = WriteEnd::Unknown, .httpStatus = 502}};
            QVERIFY(journal.put(kept));
        }
        const ChangeJournal journal(m_profile->filePath(u"made/new"_s));
        QVERIFY(!journal.trouble());
        QCOMPARE(journal.changes().size(), 3U);
        const ChangeRecord &read = journal.changes()[1];
        QCOMPARE(read.id, kept.id);
        QCOMPARE(read.account, account);
        QCOMPARE(read.title, u"New company"_s);
        QCOMPARE(read.change.target, u"Company 1"_s);
        QCOMPARE(read.change.place, u"below Northwind"_s);
        QCOMPARE(read.change.request.toJson(), kept.change.request.toJson());
        QCOMPARE(read.change.facts, kept.change.facts);
        QVERIFY(read.state == ChangeState::Done && read.lookUp == LookUpState::Found);
        QCOMPARE(read.endedAt, kept.endedAt);
        QCOMPARE(read.answer.sentence, u"company ID 7"_s);
        QCOMPARE(read.answer.facts, kept.answer.facts);
        QCOMPARE(*read.duration(), 412ms);
        QCOMPARE(read.attempts.size(), 1U);
        QVERIFY(*read.attempts[0].end == WriteEnd::Unknown);
        QCOMPARE(read.attempts[0].httpStatus, 502);
        const ChangeRun &run = journal.runs().begin()->second;
        QVERIFY(run.resendsAbsent);
        QCOMPARE(run.counts.of(ChangeState::Waiting), 2);
        QCOMPARE(run.counts.of(ChangeState::Done), 1);
        QCOMPARE(journal.keysOf(account, u"company"_s), QSet<QString>{u"7"_s});
        QVERIFY(journal.keysOf(account, u"plan"_s).isEmpty());
    }

    void F47_whatRanIsUnknownAfterARestart()
    {
        {
            ChangeJournal journal(m_profile->path());
            QVERIFY(journal.add(account, runOf(2), titles(2)));
            ChangeRecord running = journal.changes()[0];
            running.state = ChangeState::Running;
            running.attempts = {{.at = QDateTime::currentDateTimeUtc()}};
            QVERIFY(journal.put(running));
        }
        const ChangeJournal journal(m_profile->path());
        QVERIFY(journal.changes()[0].state == ChangeState::Unknown);
        QVERIFY(journal.changes()[0].lookUp == LookUpState::StillChecking);
        QVERIFY(!journal.changes()[0].failure->what.isEmpty());
        QVERIFY(!journal.changes()[0].duration());
        QVERIFY(journal.changes()[1].state == ChangeState::Waiting);
    }

    void F50_aSecondStewardWritesNothing()
    {
        ChangeJournal first(m_profile->path());
        QVERIFY(first.add(account, runOf(1), titles(1)));
        ChangeJournal second(m_profile->path());
        QVERIFY(second.trouble());
        QCOMPARE(second.trouble()->kind, JournalTroubleKind::InUse);
        QVERIFY(!second.add(account, runOf(1), titles(1)));
        QVERIFY(first.add(account, runOf(1), titles(1)));
    }

    void F49_aDamagedJournalIsSetAside()
    {
        QFile file(m_profile->filePath(u"changes.sqlite"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'x'));
        file.close();
        ChangeJournal journal(m_profile->path());
        QVERIFY(journal.trouble());
        QCOMPARE(journal.trouble()->kind, JournalTroubleKind::Damaged);
        QVERIFY(QFile::exists(journal.trouble()->keptAs));
        QVERIFY(journal.trouble()->advice().contains(journal.trouble()->keptAs));
        QVERIFY(journal.add(account, runOf(1), titles(1)));
    }

    void F49_aNewerJournalIsLeftAsItIs()
    {
        {
            ChangeJournal journal(m_profile->path());
            QVERIFY(journal.add(account, runOf(1), titles(1)));
        }
        {
            auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"newer"_s);
            database.setDatabaseName(m_profile->filePath(u"changes.sqlite"_s));
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(u"PRAGMA user_version = 2"_s));
        }
        QSqlDatabase::removeDatabase(u"newer"_s);
        ChangeJournal journal(m_profile->path());
        QVERIFY(journal.trouble());
        QCOMPARE(journal.trouble()->kind, JournalTroubleKind::Newer);
        QVERIFY(!journal.add(account, runOf(1), titles(1)));
        QVERIFY(QFile::exists(m_profile->filePath(u"changes.sqlite"_s)));
    }

    void aFolderThatCannotBeMadeIsTold()
    {
        QFile file(m_profile->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        ChangeJournal journal(m_profile->filePath(u"file/below"_s));
        QVERIFY(journal.trouble());
        QCOMPARE(journal.trouble()->kind, JournalTroubleKind::NotWritable);
        QVERIFY(!journal.add(account, runOf(1), titles(1)));
        QVERIFY(journal.changes().empty());
    }

    void withoutAFolderItIsInMemory()
    {
        ChangeJournal journal({});
        QVERIFY(!journal.trouble());
        QVERIFY(journal.add(account, runOf(2), titles(2)));
        QCOMPARE(journal.changes().size(), 2U);
    }

private:
    std::unique_ptr<QTemporaryDir> m_profile;
};

QTEST_GUILESS_MAIN(TestChangeJournal)
#include "tst_changejournal.moc"
