// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/changes/changefixture.h"
#include "tests/app/faults/faultfixture.h"

#include <random>

using namespace Qt::StringLiterals;

using Then = ByteAnswer::Then;

/// G2: whatever is cut, and wherever, no company is made twice, none is lost, and what is told of each is true.
class TestLostCompanies : public QObject
{
    Q_OBJECT

private slots:
    void G2_I11_noDoubleAndNoneLost_data()
    {
        QTest::addColumn<Over>("over");
        QTest::addColumn<unsigned>("seed");
        QTest::newRow("plain") << Over::Tcp << 20260217U;
        QTest::newRow("TLS") << Over::Tls << 20260218U;
    }
    void G2_I11_noDoubleAndNoneLost();
};

/// What becomes of one POST: the request cut, the answer cut, or, one time of eight, nothing.
static PostFault randomFault(std::mt19937 &random)
{
    const auto below = [&random](qsizetype end) {
        return std::uniform_int_distribution<qsizetype>(0, end - 1)(random);
    };
    PostFault fault{.how = std::array{Then::Close, Then::Vanish, Then::Reset}[static_cast<size_t>(below(3))]};
    const qsizetype kind = below(8);
    if (kind < 3)
        fault.requestCutAt = below(400) + 1; // the server goes before it has all, or just then
    else if (kind < 7)
        fault.answerCutAt = below(330); // it is made, and the answer is cut
    else
        fault = {}; // all is well, and the connection is kept
    return fault;
}

void TestLostCompanies::G2_I11_noDoubleAndNoneLost()
{
    QFETCH(const Over, over);
    QFETCH(const unsigned, seed);
    constexpr int count = STEWARD_CHANGES;
    std::mt19937 random(seed);
    CompanyBook book(reachedOver(over));
    for (int post = 0; post < 2 * count; ++post)
        book.failPost(post, randomFault(random));

    const QTemporaryDir profile;
    RunnerFixture steward(book.address(), profile.path());
    const auto run = steward.runner->start(RunnerFixture::companies(RunnerFixture::names(count), true));
    QVERIFY(run);
    // what is not sent for want of a connection stops a run: the person goes on
    connect(steward.runner.get(), &ChangeRunner::stopped, this, [&] { steward.runner->goOn(*run); });
    QTRY_VERIFY_WITH_TIMEOUT(steward.isOver(), 250'000);

    QMap<ChangeState, int> ends;
    size_t attempts = 0;
    std::vector<ChangeId> notDone;
    for (const ChangeRecord &change : steward.journal.changes()) {
        const int times = book.made().value(change.change.target);
        const bool isDone = change.state == ChangeState::Done;
        QVERIFY2(times <= 1, qPrintable(change.change.target));
        QVERIFY2(isDone == (times == 1), qPrintable(change.change.target)); // looked up, or known
        QVERIFY2(isDone || mayBeRetried(change), qPrintable(change.change.target));
        ++ends[change.state];
        attempts += change.attempts.size();
        if (!isDone)
            notDone.push_back(change.id);
    }
    QVERIFY(book.posts() <= static_cast<int>(attempts)); // a line for each time on the wire
    // the test would prove nothing if nothing had been lost
    QVERIFY(static_cast<int>(attempts) > count);
    QVERIFY(ends[ChangeState::Done] > count / 2);

    for (int post = 0; post < 4 * count; ++post)
        book.failPost(post, {});
    QVERIFY(steward.runner->retry(notDone));
    QTRY_VERIFY_WITH_TIMEOUT(steward.isOver(), 60'000);
    QCOMPARE(steward.count(ChangeState::Done), count);
    QCOMPARE(book.made().values(), QList<int>(count, 1));
    qInfo("%d companies: %zu attempts, %zu had to be confirmed again", count, attempts, notDone.size());
}

QTEST_GUILESS_MAIN(TestLostCompanies)
#include "tst_lostcompanies.moc"
