// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/windowfixture.h"
#include "ui/window/banner.h"

#include <QAbstractButton>
#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// F58: the window says when this computer's clock is far from the server's, and stops when it is not any more.
class TestClockNotice : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(*m_theme);
        m_fixture->server.set("/device/summary", listJson({deviceJson("d1", "1")}));
    }
    void cleanup() { m_fixture.reset(); }

    void F58_clocksThatDifferAreSaid_data()
    {
        QTest::addColumn<int>("ahead"); // seconds
        QTest::addColumn<QString>("said");
        QTest::newRow("a year behind") << -365 * 86'400 << u"differ by 365 days."_s;
        QTest::newRow("a year ahead") << 366 * 86'400 << u"differ by 36"_s;
        QTest::newRow("three hours") << -3 * 3'600 - 60 << u"differ by 3 hours."_s;
        QTest::newRow("ten minutes") << -11 * 60 << u"differ by 11 minutes."_s;
        QTest::newRow("a minute") << 60 << QString();
    }

    void F58_clocksThatDifferAreSaid()
    {
        QFETCH(const int, ahead);
        QFETCH(const QString, said);
        answerAt(std::chrono::seconds(ahead));
        QVERIFY(m_fixture->open(1));
        QCOMPARE(banner()->isVisible(), !said.isEmpty());
        if (said.isEmpty())
            return;
        QVERIFY2(banner()->text().what.contains(said), qPrintable(banner()->text().what));
        QVERIFY(banner()->text().what.contains(u"127.0.0.1"_s));
        const QString year = QString::number(QDate::currentDate().addDays(ahead / 86'400).year() % 100);
        QVERIFY2(banner()->text().rest.contains(year), qPrintable(banner()->text().rest));
        answerAt(0s);
        QVERIFY(readWhole(m_fixture->steward.fleet()));
        QVERIFY(!banner()->isVisible());
    }

    void F58_whatWasDismissedIsNotSaidAgain()
    {
        answerAt(-24h * 30);
        QVERIFY(m_fixture->open(1));
        QVERIFY(banner()->isVisible());
        QTest::mouseClick(m_fixture->window.findChild<QAbstractButton *>(u"bannerClose"_s), Qt::LeftButton);
        QVERIFY(!banner()->isVisible());
        QVERIFY(readWhole(m_fixture->steward.fleet()));
        QVERIFY(!banner()->isVisible());
    }

    void F58_theNoticeGoesWithItsAccount()
    {
        answerAt(-24h * 30);
        QVERIFY(m_fixture->open(1));
        QVERIFY(banner()->isVisible());
        m_fixture->steward.close(AccountId(u"a"_s));
        QVERIFY(!banner()->isVisible());
    }

private:
    Banner *banner() const { return m_fixture->window.banner(); }
    void answerAt(std::chrono::seconds ahead)
    {
        const QDateTime time = QDateTime::currentDateTimeUtc().addSecs(ahead.count());
        m_fixture->server.setAnswer(
            "/company",
            {.bytes = httpAnswer(
                 200, "application/json", companyJson("1", "Northwind", {}, true),
                 {"Date: " + QLocale::c().toString(time, u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s).toLatin1()})});
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestClockNotice)
#include "tst_clocknotice.moc"
