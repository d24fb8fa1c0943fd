// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/autorefresh.h"
#include "tests/support/pretendserver.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// When the fleet is read without anybody asking. The clocks are the test's.
class TestAutoRefresh : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_steady = 1'000s;
        m_wall = 50'000s;
        m_chance = 0;
        m_server = std::make_unique<PretendServer>();
        m_server->set("/company", companyJson("1", "Own", {}, true));
        m_server->set("/device/summary", listJson({deviceJson("d1", "1")}));
        m_session = m_server->session();
        m_fleet = std::make_unique<Fleet>();
        m_fleet->addSession(m_session.get());
        m_refresh = std::make_unique<AutoRefresh>(*m_fleet,
                                                  AutoRefresh::Setup{.steady = [this] { return m_steady; },
                                                                     .wall = [this] { return m_wall; },
                                                                     .chance = [this] { return m_chance; },
                                                                     .step = 0ms});
    }

    void cleanup()
    {
        m_refresh.reset();
        m_fleet.reset();
        m_session.reset();
        m_server.reset();
    }

    void offUntilTold() { QCOMPARE(readingsAfter(10h), 0); }

    void afterTheIntervalAndNeverBelowAMinute()
    {
        m_refresh->setInterval(1s);
        QCOMPARE(readingsAfter(59s), 0);
        QCOMPARE(readingsAfter(1s), 1);
        QCOMPARE(readingsAfter(59s), 0);
        QCOMPARE(readingsAfter(1s), 1);
    }

    void withSomeChance()
    {
        m_chance = 1;
        m_refresh->setInterval(100s);
        QCOMPARE(readingsAfter(109s), 0);
        QCOMPARE(readingsAfter(1s), 1);
    }

    void slowerInTheBackground()
    {
        m_refresh->setInterval(100s);
        m_refresh->setInBackground(true);
        QCOMPARE(readingsAfter(399s), 0);
        QCOMPARE(readingsAfter(1s), 1);
    }

    void aReadingByHandBeginsTheIntervalAgain()
    {
        m_refresh->setInterval(100s);
        QCOMPARE(readingsAfter(90s), 0);
        QCOMPARE(readWhole(*m_fleet), true);
        QCOMPARE(readingsAfter(99s), 0);
        QCOMPARE(readingsAfter(1s), 1);
    }

    // F57: asleep for eight hours, and awake with the network back: one reading, at some moment of the next ten seconds
    void F57_wakingUpIsOneReading()
    {
        m_refresh->setInterval(1h);
        m_chance = 0.5;
        m_refresh->noteNetwork(false);
        m_wall += 8h;
        m_refresh->look();
        m_refresh->noteNetwork(true);
        QCOMPARE(readingsAfter(4s), 0);
        QCOMPARE(readingsAfter(1s), 1);
        QCOMPARE(readingsAfter(30min), 0);
    }

    // F57: the clock is set: nothing is late by it
    void F57_aClockThatIsSetBackIsNoReason()
    {
        m_refresh->setInterval(100s);
        m_wall -= 24h * 365; // F58: a year wrong
        QCOMPARE(readingsAfter(99s), 0);
        QCOMPARE(readingsAfter(1s), 1);
    }

    void F57_withoutANetworkNothingIsAsked()
    {
        m_refresh->setInterval(100s);
        m_refresh->noteNetwork(false);
        QCOMPARE(readingsAfter(1h), 0);
        m_refresh->noteNetwork(true);
        QCOMPARE(readingsAfter(0s), 1);
    }

    // F27: hammering with a refused key may lock the account
    void F27_stoppedByARefusedKeyUntilItIsReplaced()
    {
        m_server->setAnswer("/company", {.bytes = httpAnswer(401, "application/json", "{}")});
        m_server->setAnswer("/device/summary", {.bytes = httpAnswer(401, "application/json", "{}")});
        m_refresh->setInterval(100s);
        QCOMPARE(readingsAfter(100s), 1);
        const qsizetype asked = m_server->targets().size();
        for (int i = 0; i < 20; ++i)
            QCOMPARE(readingsAfter(100s), 0);
        QCOMPARE(m_server->targets().size(), asked);
        m_session->client().setKey(Secret(QByteArrayLiteral("another-key-0123456789")));
        QCOMPARE(readingsAfter(100s), 1);
    }

private:
    /// How many readings begin when \a time passes, all of which have ended then.
    int readingsAfter(std::chrono::milliseconds time)
    {
        QSignalSpy started(m_fleet.get(), &Fleet::readingStarted);
        m_steady += time;
        m_wall += time;
        m_refresh->look();
        if (!QTest::qWaitFor([this] { return !m_fleet->isReading(); }, 15'000))
            qWarning("a reading does not end");
        return static_cast<int>(started.size());
    }

    std::chrono::milliseconds m_steady{0};
    std::chrono::milliseconds m_wall{0};
    double m_chance = 0;
    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<AutoRefresh> m_refresh;
};

QTEST_GUILESS_MAIN(TestAutoRefresh)
#include "tst_autorefresh.moc"
