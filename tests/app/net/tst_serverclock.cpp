// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/serverclock.h"
#include "tests/app/net/netfixture.h"
#include "tests/support/byteserver.h"

#include <QLocale>
#include <QSignalSpy>
#include <QTimeZone>

#include <mutex>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QByteArray headerAt(std::chrono::seconds ahead)
{
    const QDateTime time = QDateTime::currentDateTimeUtc().addSecs(ahead.count());
    return QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1();
}

} // namespace

/// F58: what the Date header of the answers says about the two clocks.
class TestServerClock : public QObject
{
    Q_OBJECT

private slots:
    void F58_theHeaderIsRead_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<bool>("isRead");
        QTest::addColumn<int>("ahead");
        QTest::newRow("the same") << "Wed, 25 Nov 2026 10:00:00 GMT"_ba << true << 0;
        QTest::newRow("ahead") << "Wed, 25 Nov 2026 10:00:30 GMT"_ba << true << 30;
        QTest::newRow("a year behind") << "Tue, 25 Nov 2025 10:00:00 GMT"_ba << true << -365 * 86'400;
        QTest::newRow("the epoch") << "Thu, 01 Jan 1970 00:00:00 GMT"_ba << true << -1'795'600'800;
        QTest::newRow("nothing") << ""_ba << false << 0;
        QTest::newRow("text") << "yesterday"_ba << false << 0;
        QTest::newRow("another form") << "2026-11-25T10:00:00Z"_ba << false << 0;
        QTest::newRow("another zone") << "Wed, 25 Nov 2026 10:00:00 +0100"_ba << false << 0;
        QTest::newRow("no day of any month") << "Wed, 31 Feb 2026 10:00:00 GMT"_ba << false << 0;
    }

    void F58_theHeaderIsRead()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const bool, isRead);
        QFETCH(const int, ahead);
        const QDateTime now(QDate(2026, 11, 25), QTime(10, 0), QTimeZone::utc());
        const auto read = serverClockAhead(header, now);
        QCOMPARE(read.has_value(), isRead);
        QCOMPARE(read.value_or(0s).count(), ahead);
    }

    void F58_theClientSaysWhenTheClocksPart()
    {
        ByteServer server([this](const ReceivedRequest &) {
            const std::lock_guard lock(m_mutex);
            return ByteAnswer{.bytes = m_answer};
        });
        ApiClient client(endpointAt(server.address()), testKey());
        QSignalSpy changed(&client, &ApiClient::clockAheadChanged);
        const auto ask = [&](const QByteArray &answer) {
            {
                const std::lock_guard lock(m_mutex);
                m_answer = answer;
            }
            QVERIFY(answerTo(client, anything()));
        };
        const auto good = [](std::chrono::seconds ahead) {
            return httpAnswer(200, "application/json", "{}", {"Date: " + headerAt(ahead)});
        };
        ask(good(2min)); // such a difference is nothing
        ask(jsonAnswer("{}"));
        QCOMPARE(client.clockAhead(), 0s);
        QVERIFY(changed.isEmpty());
        ask(good(-24h * 365));
        ask(good(-24h * 365)); // told once
        QCOMPARE(changed.size(), 1);
        QVERIFY(std::chrono::abs(client.clockAhead() + 24h * 365) < 1min);
        // neither who is not the API nor a cache knows what time it is
        ask(httpAnswer(200, "text/html", "<html>", {"Date: " + headerAt(0s)}));
        ask(httpAnswer(200, "application/json", "{}", {"Date: " + headerAt(0s), "Age: 20"}));
        QCOMPARE(changed.size(), 1);
        ask(good(0s));
        QCOMPARE(client.clockAhead(), 0s);
        QCOMPARE(changed.size(), 2);
    }

private:
    std::mutex m_mutex;
    QByteArray m_answer;
};

QTEST_GUILESS_MAIN(TestServerClock)
#include "tst_serverclock.moc"
