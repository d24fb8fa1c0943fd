// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/channel.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <memory>
#include <optional>
#include <thread>

class TestChannel : public QObject
{
    Q_OBJECT

private slots:
    void whatIsPushedArrivesInOrderOnTheReceiversThread();
    void manySendersLoseNothing();
    void wakesOnceForManyPushes();
    void pushingFromTheReceiverWakesItAgain();
    void aReceiverThatIsGoneIsToldNothing();
    void whatWasNotTakenIsDroppedWithTheReceiver();
    void theReceiverMayGoWhileOthersPush();
    void theChannelMayGoBeforeItsReceiver();
    void theReceiverMayDieInItsOwnCall();
    void aReceiverMayMoveToAnotherThread();
    void aSenderWaitsForRoom();
    void aSenderThatWaitedLongEnoughPushesAllTheSame();
    void aSenderThatWaitsIsLetGoWithTheReceiver();
};

void TestChannel::whatIsPushedArrivesInOrderOnTheReceiversThread()
{
    QObject receiver;
    std::vector<int> got;
    std::shared_ptr<Channel<int>> channel;
    channel = Channel<int>::create(&receiver, [&] {
        QCOMPARE(QThread::currentThread(), receiver.thread());
        for (const int item : channel->takeAll())
            got.push_back(item);
    });
    std::thread sender([&] {
        for (int i = 0; i < 1000; ++i)
            channel->push(i);
    });
    QTRY_COMPARE(got.size(), size_t(1000));
    sender.join();
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(got.at(static_cast<size_t>(i)), i);
}

void TestChannel::manySendersLoseNothing()
{
    QObject receiver;
    qint64 sum = 0;
    int count = 0;
    std::shared_ptr<Channel<int>> channel;
    channel = Channel<int>::create(&receiver, [&] {
        for (const int item : channel->takeAll()) {
            sum += item;
            ++count;
        }
    });
    constexpr int senders = 8;
    constexpr int each = 5000;
    std::vector<std::thread> threads;
    for (int s = 0; s < senders; ++s)
        threads.emplace_back([&] {
            for (int i = 1; i <= each; ++i)
                channel->push(i);
        });
    QTRY_COMPARE(count, senders * each);
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(sum, qint64(senders) * each * (each + 1) / 2);
}

void TestChannel::wakesOnceForManyPushes()
{
    QObject receiver;
    int woken = 0;
    size_t taken = 0;
    std::shared_ptr<Channel<int>> channel;
    channel = Channel<int>::create(&receiver, [&] {
        ++woken;
        taken += channel->takeAll().size();
    });
    for (int i = 0; i < 100; ++i)
        channel->push(i);
    QTRY_COMPARE(taken, size_t(100));
    QCOMPARE(woken, 1);
}

void TestChannel::pushingFromTheReceiverWakesItAgain()
{
    QObject receiver;
    int rounds = 0;
    std::shared_ptr<Channel<int>> channel;
    channel = Channel<int>::create(&receiver, [&] {
        channel->takeAll();
        if (++rounds < 10)
            channel->push(rounds);
    });
    channel->push(0);
    QTRY_COMPARE(rounds, 10);
}

void TestChannel::aReceiverThatIsGoneIsToldNothing()
{
    bool wasTold = false;
    std::shared_ptr<Channel<int>> channel;
    {
        QObject receiver;
        channel = Channel<int>::create(&receiver, [&] { wasTold = true; });
        QVERIFY(channel->push(1));
        QVERIFY(!channel->isClosed());
    }
    QVERIFY(channel->isClosed());
    QVERIFY(!channel->push(2));
    QVERIFY(channel->takeAll().empty());
    QCoreApplication::sendPostedEvents();
    QVERIFY(!wasTold);
}

void TestChannel::whatWasNotTakenIsDroppedWithTheReceiver()
{
    std::shared_ptr<Channel<std::shared_ptr<int>>> channel;
    const auto item = std::make_shared<int>(7);
    {
        QObject receiver;
        channel = Channel<std::shared_ptr<int>>::create(&receiver, [] { });
        channel->push(item);
        QCOMPARE(item.use_count(), 2);
    }
    QCOMPARE(item.use_count(), 1);
}

void TestChannel::theReceiverMayGoWhileOthersPush()
{
    for (int round = 0; round < 200; ++round) {
        auto receiver = std::make_unique<QObject>();
        std::weak_ptr<Channel<int>> weak;
        const auto channel = Channel<int>::create(receiver.get(), [&weak] {
            if (const auto alive = weak.lock())
                alive->takeAll();
        });
        weak = channel;
        std::atomic<bool> isPushing = false;
        std::thread sender([&] {
            for (int i = 0; channel->push(i); ++i)
                isPushing = true;
        });
        while (!isPushing)
            std::this_thread::yield();
        QCoreApplication::sendPostedEvents();
        receiver.reset();
        sender.join();
        QVERIFY(channel->isClosed());
    }
}

void TestChannel::theChannelMayGoBeforeItsReceiver()
{
    QObject receiver;
    bool wasTold = false;
    auto channel = Channel<int>::create(&receiver, [&] { wasTold = true; });
    channel->push(1);
    channel.reset();
    QCoreApplication::sendPostedEvents();
    QVERIFY(!wasTold);
}

void TestChannel::theReceiverMayDieInItsOwnCall()
{
    auto *receiver = new QObject;
    const auto channel = Channel<int>::create(receiver, [&receiver] {
        delete receiver;
        receiver = nullptr;
    });
    channel->push(1);
    QTRY_VERIFY(!receiver);
    QVERIFY(!channel->push(2));
}

void TestChannel::aReceiverMayMoveToAnotherThread()
{
    QThread thread;
    auto *receiver = new QObject;
    std::atomic<int> got = 0;
    std::atomic<bool> wasThere = true;
    std::weak_ptr<Channel<int>> weak;
    const auto channel = Channel<int>::create(receiver, [&] {
        wasThere = wasThere && QThread::currentThread() == &thread;
        got += static_cast<int>(weak.lock()->takeAll().size());
    });
    weak = channel;
    receiver->moveToThread(&thread);
    connect(&thread, &QThread::finished, receiver, &QObject::deleteLater);
    thread.start();
    for (int i = 0; i < 100; ++i)
        channel->push(i);
    QTRY_COMPARE(got.load(), 100);
    QVERIFY(wasThere);
    thread.quit();
    QVERIFY(thread.wait());
    QVERIFY(channel->isClosed());
}

void TestChannel::aSenderWaitsForRoom()
{
    QObject receiver;
    size_t most = 0;
    int count = 0;
    std::shared_ptr<Channel<int>> channel;
    channel = Channel<int>::create(&receiver, [&] {
        const std::vector<int> items = channel->takeAll();
        most = std::max(most, items.size());
        for (const int item : items)
            QCOMPARE(item, count++);
    });
    std::thread sender([&] {
        for (int i = 0; i < 1000; ++i)
            channel->pushWhenRoom(i, 4, std::chrono::minutes(1));
    });
    QTRY_COMPARE(count, 1000);
    sender.join();
    QVERIFY(most <= 4);
}

void TestChannel::aSenderThatWaitedLongEnoughPushesAllTheSame()
{
    QObject receiver;
    const auto channel = Channel<int>::create(&receiver, [] { });
    for (int i = 0; i < 5; ++i)
        QVERIFY(channel->pushWhenRoom(i, 1, std::chrono::milliseconds(1)));
    QCOMPARE(channel->takeAll(), (std::vector{0, 1, 2, 3, 4}));
}

void TestChannel::aSenderThatWaitsIsLetGoWithTheReceiver()
{
    auto receiver = std::make_unique<QObject>();
    const auto channel = Channel<int>::create(receiver.get(), [] { });
    QVERIFY(channel->push(1));
    std::atomic_bool isKept = true;
    std::thread sender([&] { isKept = channel->pushWhenRoom(2, 1, std::chrono::hours(1)); });
    QTest::qWait(5); // it may be waiting by now; the outcome is the same if it is not
    receiver.reset();
    sender.join();
    QVERIFY(!isKept);
}

QTEST_GUILESS_MAIN(TestChannel)
#include "tst_channel.moc"
