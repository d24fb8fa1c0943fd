// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/fakeretryclock.h"
#include "tests/support/fault.h"
#include "tests/ui/window/windowfixture.h"
#include "ui/window/banner.h"

using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(ByteAnswer)

/// Two accounts in one fleet, and the server of one of them ends while both are read: the banner comes, what was loaded stays, and the
/// other account goes on.
class TestJoinedTrouble : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_dying = serverOf("1", "Northwind", devices("n", "1", 1000));
        m_fixture = std::make_unique<WindowFixture>(*m_theme, FakeRetries().retries);
        m_fixture->server.set("/company", companyJson("7", "Contoso", {}, true));
        m_fixture->server.set("/device/summary", devices("c", "7", 2));
        QVERIFY(m_fixture->open(2));
    }

    void cleanup()
    {
        m_fixture.reset();
        m_dying.reset();
    }

    void aServerThatEndsIsSaidAndTheOtherGoesOn_data()
    {
        QTest::addColumn<ByteAnswer>("answer");
        QTest::addColumn<bool>("listensAfter");
        const QByteArray whole = jsonAnswer(devices("n", "1", 1001));
        const QByteArray large = jsonAnswer(devices("n", "1", 12'000)); // more than the client takes at once
        for (const auto &[name, how] :
             {std::pair{"end", ByteAnswer::Then::Close}, std::pair{"reset", ByteAnswer::Then::Reset}}) {
            QTest::addRow("%s before the first byte", name) << Fault::noAnswer(how) << true;
            QTest::addRow("%s in the head", name) << Fault::cut(whole, 20, how) << true;
            QTest::addRow("%s in the list", name) << Fault::cut(whole, whole.size() / 2, how) << true;
            QTest::addRow("%s in a large list", name) << Fault::cut(large, large.size() / 2, how) << true;
        }
        QTest::addRow("in chunks") << Fault::unfinishedChunks(devices("n", "1", 500).chopped(1)) << true;
        for (const qsizetype at : {qsizetype(0), qsizetype(20), whole.size() / 2}) {
            QTest::addRow("gone for good at byte %lld", qlonglong(at))
                << ByteAnswer{.bytes = whole, .gate = "never", .gateAt = at} << false;
        }
        QTest::addRow("gone for good in a large list")
            << ByteAnswer{.bytes = large, .gate = "never", .gateAt = large.size() / 2} << false;
    }

    void aServerThatEndsIsSaidAndTheOtherGoesOn()
    {
        QFETCH(const ByteAnswer, answer);
        QFETCH(const bool, listensAfter);
        joinTheOther();

        m_dying->setAnswer("/device/summary", answer);
        m_fixture->server.set("/device/summary", devices("c", "7", 3));
        QSignalSpy ended(&fleet(), &Fleet::readingEnded);
        fleet().refresh();
        if (!listensAfter) {
            QTRY_COMPARE(m_dying->count("/device/summary"), 2);
            m_dying.reset();
        }
        QTRY_VERIFY(m_fixture->window.banner()->isVisible());
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(m_fixture->window.banner()->isVisible());
        QVERIFY(m_fixture->window.banner()->text().rest.contains(u"list of all devices"_s));
        QVERIFY(m_fixture->window.banner()->text().rest.contains(u"Northwind"_s)); // whose it is
        // nothing was taken away, and the other account has its new device
        QTRY_COMPARE(m_fixture->names().filter(u"c"_s).size(), 3);
        QVERIFY(m_fixture->names().filter(u"n"_s).size() >= 1000);
    }

    void aServerThatIsGoneBeforeTheReadingIsSaid()
    {
        joinTheOther();
        m_dying.reset();
        m_fixture->server.set("/device/summary", devices("c", "7", 3));
        QSignalSpy ended(&fleet(), &Fleet::readingEnded);
        fleet().refresh();
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(m_fixture->window.banner()->isVisible());
        QVERIFY(m_fixture->window.banner()->text().what.contains(u"No connection"_s));
        QTRY_COMPARE(m_fixture->names().filter(u"c"_s).size(), 3);
        QCOMPARE(m_fixture->names().filter(u"n"_s).size(), 1000);
    }

    void aServerThatEndsInTheFirstReadingOfAllIsSaid()
    {
        const QByteArray whole = jsonAnswer(devices("n", "1", 1000));
        m_dying->setAnswer("/device/summary", {.bytes = whole, .gate = "never", .gateAt = whole.size() / 2});
        QSignalSpy ended(&fleet(), &Fleet::readingEnded);
        m_fixture->steward.join(WindowFixture::account(*m_dying, u"b"_s), WindowFixture::key());
        QTRY_VERIFY(m_fixture->names().filter(u"n"_s).size() > 100);
        m_dying.reset();
        QTRY_VERIFY(m_fixture->window.banner()->isVisible());
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(m_fixture->window.banner()->isVisible());
        QVERIFY(m_fixture->names().filter(u"n"_s).size() > 100);
        QCOMPARE(m_fixture->names().filter(u"c"_s).size(), 2);
    }

private:
    static QByteArray devices(const QByteArray &letter, const QByteArray &company, int count)
    {
        QByteArrayList devices;
        for (int i = 0; i < count; ++i)
            devices << deviceJson(letter + QByteArray::number(i), company, letter + QByteArray::number(i));
        return listJson(devices);
    }
    static std::unique_ptr<PretendServer> serverOf(const QByteArray &id, const QByteArray &name,
                                                   const QByteArray &list)
    {
        auto server = std::make_unique<PretendServer>();
        server->set("/company", companyJson(id, name, {}, true));
        server->set("/device/summary", list);
        return server;
    }

    Fleet &fleet() const { return m_fixture->steward.fleet(); }
    void joinTheOther()
    {
        m_fixture->steward.join(WindowFixture::account(*m_dying, u"b"_s), WindowFixture::key());
        QTRY_COMPARE(m_fixture->grid()->model()->rowCount(), 1002);
        QTRY_VERIFY(!fleet().isReading());
        QVERIFY(!m_fixture->window.banner()->isVisible());
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PretendServer> m_dying;
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestJoinedTrouble)
#include "tst_joinedtrouble.moc"
