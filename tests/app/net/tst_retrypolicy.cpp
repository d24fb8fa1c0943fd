// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/readoncebody.h"
#include "app/net/retryafter.h"
#include "app/net/retrybudget.h"
#include "app/net/retrypolicy.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

Q_DECLARE_METATYPE(ErrorKind)

namespace {

constexpr int kinds = static_cast<int>(ErrorKind::ProxyFailed) + 1;

// How often a failure that lasts is tried.
int triesOf(const ApiError &error)
{
    int tries = 1;
    while (waitBeforeRetry(error, tries, 0.5) && tries < 100)
        ++tries;
    return tries;
}

} // namespace

/// When a read is asked again, and how a body is kept from being sent again. Nothing here waits.
class TestRetryPolicy : public QObject
{
    Q_OBJECT

private slots:
    void triesOfEachKind_data()
    {
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("tries");

        const auto row = [](const char *name, ErrorKind kind, int status, int tries) {
            QTest::newRow(name) << kind << status << tries;
        };
        row("refused", ErrorKind::NotConnected, 0, 3);
        row("a proxy wants a password", ErrorKind::ProxyRefused, 407, 1);
        row("a proxy is not there", ErrorKind::ProxyFailed, 0, 3);
        row("DNS", ErrorKind::HostNotFound, 0, 3);
        row("TLS", ErrorKind::TlsRefused, 0, 3);
        row("cut", ErrorKind::CutShort, 200, 3);
        row("too slow", ErrorKind::TimedOut, 0, 3);
        row("408", ErrorKind::TimedOut, 408, 3);
        row("429", ErrorKind::TooManyRequests, 429, 3);
        row("429 dependency", ErrorKind::ServiceBehind, 429, 3);
        row("503", ErrorKind::Unavailable, 503, 3);
        row("500 internal_error", ErrorKind::ServerFailed, 500, 2);
        row("500 entity_creation_failed", ErrorKind::NotCreated, 500, 2);
        row("204", ErrorKind::ServerFailed, 204, 1);
        row("999", ErrorKind::ServerFailed, 999, 1);
        row("500 processing_fault", ErrorKind::NotUnderstood, 500, 1);
        row("web page", ErrorKind::NotTheApi, 200, 1);
        row("3xx", ErrorKind::Redirected, 302, 1);
        row("bad JSON", ErrorKind::Unreadable, 200, 1);
        row("too large", ErrorKind::TooLarge, 200, 1);
        row("key refused", ErrorKind::KeyRefused, 401, 1);
        row("no right", ErrorKind::NotAllowed, 401, 1);
        row("inactive", ErrorKind::AccountInactive, 400, 1);
        row("restricted", ErrorKind::AccessRestricted, 400, 1);
        row("not found", ErrorKind::NotFound, 404, 1);
        row("wrong value", ErrorKind::WrongValue, 400, 1);
        row("same state", ErrorKind::WasSoAlready, 400, 1);
        row("refused request", ErrorKind::Refused, 403, 1);
    }
    void triesOfEachKind()
    {
        QFETCH(const ErrorKind, kind);
        QFETCH(const int, status);
        QTEST(triesOf({.kind = kind, .httpStatus = status}), "tries");
    }

    void noKindIsTriedWithoutEnd()
    {
        for (int kind = 0; kind < kinds; ++kind) {
            for (const int status : {0, 200, 400, 500, 503})
                QVERIFY(triesOf({.kind = static_cast<ErrorKind>(kind), .httpStatus = status}) <= 3);
        }
    }

    void G11_theWaitIsAnywhereInAWindowThatGrows()
    {
        const ApiError error{.kind = ErrorKind::Unavailable, .httpStatus = 503};
        QCOMPARE(waitBeforeRetry(error, 1, 0.0), 0ms);
        QCOMPARE(waitBeforeRetry(error, 1, 0.5), 250ms);
        QCOMPARE(waitBeforeRetry(error, 1, 0.999), 499ms);
        QCOMPARE(waitBeforeRetry(error, 2, 0.5), 500ms);
        QCOMPARE(waitBeforeRetry(error, 2, 0.999), 999ms);
        QCOMPARE(waitBeforeRetry(error, 3, 0.5), std::nullopt);
    }

    void G11_theServersWaitComesOnTop()
    {
        const ApiError error{.kind = ErrorKind::TooManyRequests, .httpStatus = 429, .retryAfter = 2s};
        QCOMPARE(waitBeforeRetry(error, 1, 0.0), 2000ms);
        QCOMPARE(waitBeforeRetry(error, 1, 0.5), 2250ms);
    }

    void G11_noMoreThanTenInAnyMinute()
    {
        RetryBudget budget;
        QList<std::chrono::milliseconds> granted;
        for (std::chrono::milliseconds now = 0ms; now < 10min; now += 700ms) {
            const std::chrono::milliseconds at = now + (now.count() % 3) * 4s; // some wait longer than others
            if (budget.take(now, at))
                granted.append(at);
        }
        QVERIFY(granted.size() > 80); // it is no strangling either
        for (const std::chrono::milliseconds from : std::as_const(granted)) {
            QVERIFY(
                std::ranges::count_if(
                    granted, [from](std::chrono::milliseconds at) { return at >= from && at < from + 60s; })
                <= 10);
        }
    }

    void F25_retryAfter_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("date");
        QTest::addColumn<int>("seconds"); // -1: ignored

        const auto row = [](const char *header, int seconds, const char *date = "") {
            QTest::addRow("'%s' at '%s'", header, date) << QByteArray(header) << QByteArray(date) << seconds;
        };
        row("2", 2);
        row(" 7 ", 7);
        row("0", 0);
        row("120", 120);
        row("99999999", 120);
        row("99999999999999999999999999", 120);
        row("-5", -1);
        row("+5", -1);
        row("1.5", -1);
        row("5 s", -1);
        row("soon", -1);
        row("", -1);
        row("\xd9\xa2", -1);
        row("Wed, 25 Nov 2026 10:00:30 GMT", 30);
        row("Wed, 25 Nov 2026 09:00:00 GMT", 0);
        row("Thu, 26 Nov 2026 10:00:00 GMT", 120);
        row("Wed, 25 Nov 2026 10:00:30", -1);
        row("2026-11-25T10:00:30Z", -1);
        // the server's clock counts, not this computer's
        row("Wed, 21 Oct 2015 07:28:10 GMT", 10, "Wed, 21 Oct 2015 07:28:00 GMT");
        row("Wed, 25 Nov 2026 10:00:30 GMT", 30, "no date");
    }
    void F25_retryAfter()
    {
        QFETCH(const QByteArray, header);
        QFETCH(const QByteArray, date);
        QFETCH(const int, seconds);
        const QDateTime now(QDate(2026, 11, 25), QTime(10, 0), QTimeZone::utc());
        const auto wait = readRetryAfter(header, date, now);
        QCOMPARE(wait ? static_cast<int>(wait->count()) : -1, seconds);
    }

    void aBodyCanBeReadOnceAndNeverAgain()
    {
        ReadOnceBody body("0123456789");
        QVERIFY(body.isSequential());
        QCOMPARE(body.bytesAvailable(), 10);
        QCOMPARE(body.read(4), "0123");
        QCOMPARE(body.handedOver(), 4);
        QVERIFY(!body.isSpent());
        QVERIFY(!body.reset());
        QCOMPARE(body.read(100), "456789");
        QVERIFY(body.isSpent());
        QVERIFY(body.atEnd());
        QVERIFY(!body.reset());
        QCOMPARE(body.read(1), "");
        char byte = 0;
        QCOMPARE(body.read(&byte, 1), -1);
        QVERIFY(ReadOnceBody(QByteArray()).isSpent());
    }
};

QTEST_GUILESS_MAIN(TestRetryPolicy)
#include "tst_retrypolicy.moc"
