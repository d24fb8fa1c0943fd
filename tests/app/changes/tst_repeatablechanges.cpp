// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/changes/changefixture.h"

#include <QJsonDocument>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A setting: sent by PUT, and nothing in the API tells what holds.
class SettingChange : public ChangeSubject
{
public:
    QString kind() const override { return u"setting"_s; }
    QString title() const override { return u"Setting"_s; }
    Read reader() const override
    {
        return [](const QJsonDocument &) -> Result<ChangeAnswer> {
            return ChangeAnswer{.sentence = u"set"_s};
        };
    }
    std::optional<ChangeAnswer> doneBy(const ApiError &refusal, const ChangeRecord &) const override
    {
        if (refusal.kind != ErrorKind::WasSoAlready)
            return std::nullopt;
        return ChangeAnswer{.sentence = u"was already set like this"_s};
    }
    ChangeAnswer judged(ChangeAnswer answer, const ChangeRecord &change) const override
    {
        answer.isWhole = change.change.target != "half"_L1;
        return answer;
    }
};

NewRun runOf(const QString &target = u"PC-1"_s)
{
    NewRun run{.title = u"Settings"_s};
    run.changes.push_back({.kind = u"setting"_s,
                           .target = target,
                           .request = {.verb = WriteVerb::Put, .path = u"/x"_s, .limits = roomyLimits()}});
    return run;
}

ByteAnswer lost()
{
    return {.then = ByteAnswer::Then::Close};
}

ByteAnswer status(int code, const QByteArray &type = "internal_error", const QByteArrayList &headers = {})
{
    return {.bytes = httpAnswer(code, "application/json",
                                R"({"ok":false,"type":")" + type + R"(","message":"","code":)"
                                    + QByteArray::number(code) + R"(,"errors":[{"type":")" + type + R"("}]})",
                                headers)};
}

ByteAnswer good()
{
    return {.bytes = jsonAnswer(R"({"ok":true})")};
}

/// The change of this test is none of the API's.
const ByteServer::Setup noApi{.isApi = false};

} // namespace

Q_DECLARE_METATYPE(ByteAnswer)

/// Changes that may be made twice without harm: two attempts in one confirmation, each of them once on the wire.
class TestRepeatableChanges : public QObject
{
    Q_OBJECT

private slots:
    void F8_F30_aPutHasTwoAttemptsAtMost_data()
    {
        QTest::addColumn<QList<ByteAnswer>>("answers");
        QTest::addColumn<ChangeState>("state");
        QTest::addColumn<QString>("came");
        const auto row = [](const char *name, const QList<ByteAnswer> &answers, ChangeState state,
                            const QString &came = {}) {
            QTest::newRow(name) << answers << state << came;
        };
        row("good", {good()}, ChangeState::Done, u"set"_s);
        row("F8 lost, good", {lost(), good()}, ChangeState::Done, u"set"_s);
        row("F30 lost, same_state", {lost(), status(400, "same_state")}, ChangeState::Done,
            u"was already set like this"_s);
        row("same_state", {status(400, "same_state")}, ChangeState::Done, u"was already set like this"_s);
        row("lost twice", {lost(), lost()}, ChangeState::Unknown);
        row("503, good", {status(503), good()}, ChangeState::Done, u"set"_s);
        row("500 twice", {status(500), status(500)}, ChangeState::Unknown);
        row("500 processing_fault", {status(500, "processing_fault")}, ChangeState::Refused);
        row("400", {status(400, "invalid_parameter")}, ChangeState::Refused);
        row("429, good", {status(429, "x", {"Retry-After: 9"}), good()}, ChangeState::Done, u"set"_s);
        row("bad JSON", {{.bytes = jsonAnswer("{")}}, ChangeState::Unknown);
        row("page", {{.bytes = httpAnswer(200, "text/html", "<html>")}}, ChangeState::Unknown);
    }
    void F8_F30_aPutHasTwoAttemptsAtMost()
    {
        QFETCH(const QList<ByteAnswer>, answers);
        const ByteServer server(
            [&](const ReceivedRequest &request) { return request.verb() == "PUT" ? next(answers) : good(); },
            noApi);
        const QTemporaryDir profile;
        RunnerFixture steward(server.address(), profile.path(), {}, {std::make_shared<SettingChange>()});
        m_next = 0;
        QVERIFY(steward.runner->start(runOf()));
        QTRY_VERIFY(steward.isOver());
        QTEST(steward.change().state, "state");
        QCOMPARE(server.requests().size(), answers.size());
        QCOMPARE(steward.change().attempts.size(), static_cast<size_t>(answers.size()));
        if (steward.change().state == ChangeState::Done)
            QTEST(whatCameOf(steward.change()), "came");
        if (steward.change().state == ChangeState::Unknown) {
            QCOMPARE(steward.change().lookUp, LookUpState::NotPossible);
            QVERIFY(mayBeRetried(steward.change()));
        }
        if (QByteArray(QTest::currentDataTag()) == "429, good")
            QVERIFY(std::ranges::any_of(steward.clock->waits, [](auto wait) { return wait >= 9s; }));
    }

    void F1_aConnectionThatIsNotMadeIsTriedTwiceAndStopsTheRun()
    {
        const QTemporaryDir profile;
        RunnerFixture steward(u"http://127.0.0.1:1"_s, profile.path(), {},
                              {std::make_shared<SettingChange>()});
        NewRun run = runOf();
        run.changes.push_back(run.changes.front());
        const auto id = steward.runner->start(run);
        QTRY_VERIFY(steward.runner->isPaused(*id));
        QTRY_COMPARE(steward.change(0).state, ChangeState::NotSent);
        QCOMPARE(steward.change(0).attempts.size(), 2U);
        QCOMPARE(steward.change(1).state, ChangeState::Waiting);
    }

    void whatIsDoneInPartSaysSo()
    {
        const ByteServer server([](const ReceivedRequest &) { return good(); }, noApi);
        const QTemporaryDir profile;
        RunnerFixture steward(server.address(), profile.path(), {}, {std::make_shared<SettingChange>()});
        QVERIFY(steward.runner->start(runOf(u"half"_s)));
        QTRY_VERIFY(steward.isOver());
        QCOMPARE(steward.change().state, ChangeState::DoneInPart);
    }

    void anUnknownKindIsNeverSent()
    {
        const ByteServer server([](const ReceivedRequest &) { return good(); }, noApi);
        const QTemporaryDir profile;
        RunnerFixture steward(server.address(), profile.path());
        QVERIFY(steward.runner->start(runOf()));
        QTRY_COMPARE(steward.change().state, ChangeState::NotSent);
        QCOMPARE(server.requests().size(), 0);
    }

private:
    ByteAnswer next(const QList<ByteAnswer> &answers)
    {
        return answers.at(std::min<qsizetype>(m_next++, answers.size() - 1));
    }

    std::atomic<qsizetype> m_next = 0;
};

QTEST_GUILESS_MAIN(TestRepeatableChanges)
#include "tst_repeatablechanges.moc"
