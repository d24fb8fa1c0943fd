// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/changerules.h"
#include "app/changes/lookuptimes.h"
#include "app/changes/runpace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What may be sent and when, without a network.
class TestChangeRules : public QObject
{
    Q_OBJECT

private slots:
    void aPostIsSentOnceInAConfirmation()
    {
        ChangeRecord post;
        const ChangeRun plain;
        const ChangeRun covering{.resendsAbsent = true};
        QVERIFY(mayBeSent(post, plain));
        post.sentThisTime = 1;
        for (const LookUpState state : {LookUpState::None, LookUpState::StillChecking, LookUpState::Found,
                                        LookUpState::NotFound, LookUpState::NotPossible}) {
            post.lookUp = state;
            QVERIFY(!mayBeSent(post, plain));
            QCOMPARE(mayBeSent(post, covering), state == LookUpState::NotFound);
        }
        post.sentThisTime = 2;
        post.lookUp = LookUpState::NotFound;
        QVERIFY(!mayBeSent(post, covering));
    }

    void aPutIsSentTwiceAtMost()
    {
        ChangeRecord put;
        put.change.request.verb = WriteVerb::Put;
        for (int sent = 0; sent < 4; ++sent) {
            put.sentThisTime = sent;
            QCOMPARE(mayBeSent(put, {}), sent < 2);
        }
    }

    void absenceNeedsTwoLooksApartAndAMinute()
    {
        const auto isProved = [](std::initializer_list<std::chrono::milliseconds> looks) {
            LookUpTimes times(0s);
            for (const auto look : looks)
                times.addAbsent(look);
            return times.isAbsenceProved();
        };
        QVERIFY(!isProved({}));
        QVERIFY(!isProved({70s}));
        QVERIFY(!isProved({60s, 89'999ms}));
        QVERIFY(!isProved({0s, 59'999ms}));
        QVERIFY(isProved({0s, 60s}));
        QVERIFY(isProved({60s, 90s}));
        QVERIFY(isProved({0s, 30s, 60s}));
        QVERIFY(!isProved({0s, 30s}));
    }

    void aLookUpThatFailsWaitsLongerAndProvesNothing()
    {
        LookUpTimes times(0s);
        QCOMPARE(times.wait(), 30s);
        QList<std::chrono::milliseconds> waits;
        for (int i = 0; i < 7; ++i) {
            times.addFailed();
            waits << times.wait();
        }
        QCOMPARE(waits, (QList<std::chrono::milliseconds>{30s, 60s, 120s, 240s, 300s, 300s, 300s}));
        QVERIFY(!times.isAbsenceProved());
        times.addAbsent(1h);
        QCOMPARE(times.wait(), 30s);
    }

    void F24_theBrakeDoublesAndHalvesThePace()
    {
        RunPace pace;
        QCOMPARE(pace.waitAt(5s), 0ms);
        pace.noteSent(0s, 400ms);
        pace.brake(1s, {});
        QCOMPARE(pace.waitAt(1s), 30s);
        QCOMPARE(pace.spacing(), 800ms);
        pace.brake(31s, {});
        QCOMPARE(pace.waitAt(31s), 60s);
        QCOMPARE(pace.spacing(), 1600ms);
        for (int i = 0; i < 10; ++i)
            pace.brake(100s, {});
        QCOMPARE(pace.waitAt(100s), 5min);
        pace.noteDone();
        pace.brake(1000s, {});
        QCOMPARE(pace.waitAt(1000s), 30s);
    }

    void F25_theServersOwnWaitCounts()
    {
        RunPace pace;
        pace.brake(10s, 2s);
        QCOMPARE(pace.waitAt(10s), 2s);
        QCOMPARE(pace.waitAt(13s), 0ms);
        pace.noteSent(13s, 100ms);
        QCOMPARE(pace.waitAt(13s), pace.spacing());
    }

    void requestsAndWordsSurviveTheJournal()
    {
        const ChangeRequest request{.verb = WriteVerb::Put,
                                    .path = u"/x"_s,
                                    .query = {{u"dry_run"_s, true}, {u"a+b"_s, u"ü&="_s}},
                                    .body = {{u"id"_s, 9007199254740993LL}, {u"name"_s, u"\u202E"_s}}};
        const auto read = ChangeRequest::fromJson(request.toJson());
        QVERIFY(read);
        QCOMPARE(read->toJson(), request.toJson());
        QCOMPARE(read->body.value("id"_L1).toInteger(), 9007199254740993LL);
        for (const QJsonObject &broken :
             {QJsonObject(), QJsonObject{{u"verb"_s, u"DELETE"_s}}, QJsonObject{}})
            QVERIFY(!ChangeRequest::fromJson(broken));
        QJsonObject withoutBody = request.toJson();
        withoutBody.remove(u"body"_s);
        QVERIFY(!ChangeRequest::fromJson(withoutBody));
        for (const ChangeState state : changeStates)
            QCOMPARE(changeStateOf(journalWord(state)), state);
        QCOMPARE(changeStateOf(u"nonsense"_s), ChangeState::Unknown); // never Waiting: that would be sent
    }

    void onlyWhatIsCertainOrProvedMayBeRetried()
    {
        ChangeRecord change;
        const auto mayBe = [&](ChangeState state, LookUpState lookUp) {
            change.state = state;
            change.lookUp = lookUp;
            return mayBeRetried(change);
        };
        QVERIFY(mayBe(ChangeState::Refused, LookUpState::None));
        QVERIFY(mayBe(ChangeState::NotSent, LookUpState::None));
        QVERIFY(mayBe(ChangeState::Unknown, LookUpState::NotFound));
        QVERIFY(!mayBe(ChangeState::Unknown, LookUpState::StillChecking));
        QVERIFY(!mayBe(ChangeState::Unknown, LookUpState::NotPossible));
        for (const ChangeState state :
             {ChangeState::Waiting, ChangeState::Running, ChangeState::Done, ChangeState::DoneInPart})
            QVERIFY(!mayBe(state, LookUpState::None));
        change.change.request.verb = WriteVerb::Put;
        QVERIFY(mayBe(ChangeState::Unknown, LookUpState::NotPossible));
    }
};

QTEST_GUILESS_MAIN(TestChangeRules)
#include "tst_changerules.moc"
