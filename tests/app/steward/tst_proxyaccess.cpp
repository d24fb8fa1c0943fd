// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/proxyaddress.h"
#include "app/steward/proxyaccess.h"
#include "app/steward/steward.h"
#include "tests/support/connectproxy.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/pretendserver.h"
#include "tests/support/proxiedfleet.h"
#include "tests/support/testauthority.h"

#include <QNetworkProxyFactory>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

namespace {

QByteArray key()
{
    return "canary-0123456789abcdef";
}

Secret secret(const char *text)
{
    return Secret(QByteArray(text));
}

} // namespace

/// F55: the way through a proxy: with a login and without, refused, asked for at most twice, and a proxy that is not there.
class TestProxyAccess : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_authority.trustInThisProcess(); }

    void init()
    {
        m_server = makeProxiedFleet(m_authority);
        m_proxy = std::make_unique<ConnectProxy>(m_server->port());
        m_steward = std::make_unique<Steward>(nullptr, nullptr);
        m_keyring = std::make_unique<FakeSecretStore>();
        m_access = std::make_unique<ProxyAccess>(*m_steward, *m_keyring);
        m_wanted = std::make_unique<QSignalSpy>(m_access.get(), &ProxyAccess::loginWanted);
        m_access->setOwn(ProxyAddress{.host = u"127.0.0.1"_s, .port = m_proxy->port()});
    }

    void cleanup()
    {
        m_wanted.reset();
        m_access.reset();
        m_steward.reset();
        m_keyring.reset();
        m_proxy.reset();
        m_server.reset();
        QNetworkProxyFactory::setApplicationProxyFactory(nullptr);
    }

    void F55_theProxySeesTheHostAndNothingElse()
    {
        open();
        QTRY_COMPARE(m_steward->fleet().devices().liveCount(), 1);
        QVERIFY(m_proxy->tunnels() > 0);
        for (const QByteArray &head : m_proxy->heads()) {
            QVERIFY2(head.startsWith("CONNECT elsewhere.invalid:443 HTTP/1.1\r\n"), head.constData());
            QVERIFY(!head.contains(key()) && !head.contains("\r\nAuthorization:"));
        }
        QVERIFY(!m_server->requests().isEmpty());
        QCOMPARE(m_server->requests().constFirst().headers("Authorization"),
                 QByteArrayList{"Bearer " + key()});
    }

    void F55_atMostTwoQuestions()
    {
        m_proxy->setLogin("clerk", "right");
        open();
        QTRY_COMPARE(m_wanted->size(), 1);
        QCOMPARE(m_wanted->at(0).at(0).toBool(), false);
        QCOMPARE(m_steward->fleet().trouble()->error.kind, ErrorKind::ProxyRefused);
        QCOMPARE(m_steward->fleet().trouble()->error.fate, Fate::NotSent);
        m_access->signIn(u"clerk"_s, secret("wrong"));
        QTRY_COMPARE(m_wanted->size(), 2);
        QCOMPARE(m_wanted->at(1).at(0).toBool(), true);
        m_access->signIn(u"clerk"_s, secret("wrong again"));
        QTRY_VERIFY(m_steward->fleet().trouble());
        QTRY_VERIFY(!m_steward->fleet().isReading());
        m_steward->fleet().refresh();
        QTRY_VERIFY(!m_steward->fleet().isReading());
        QCOMPARE(m_wanted->size(), ProxyAccess::mostQuestions);
        QVERIFY(m_server->requests().isEmpty());
        // by the person's own wish at any time
        m_access->signIn(u"clerk"_s, secret("right"));
        QTRY_COMPARE(m_steward->fleet().devices().liveCount(), 1);
        QVERIFY(!m_steward->fleet().trouble());
    }

    void F55_cancelEndsTheQuestions()
    {
        m_proxy->setLogin("clerk", "right");
        open();
        QTRY_COMPARE(m_wanted->size(), 1);
        m_access->giveUp();
        QTRY_VERIFY(!m_steward->fleet().isReading());
        m_steward->fleet().refresh();
        QTRY_VERIFY(!m_steward->fleet().isReading());
        QCOMPARE(m_wanted->size(), 1);
        // another proxy may ask again
        ConnectProxy other(m_server->port());
        other.setLogin("clerk", "right");
        m_access->setOwn(ProxyAddress{.host = u"127.0.0.1"_s, .port = other.port()});
        m_steward->fleet().refresh();
        QTRY_COMPARE(m_wanted->size(), 2);
    }

    void F55_theLoginIsKeptInTheKeyringAndTakenFromThere()
    {
        m_proxy->setLogin("clerk", "right");
        open();
        QTRY_COMPARE(m_wanted->size(), 1);
        m_access->signIn(u"clerk"_s, secret("right"));
        QTRY_COMPARE(m_steward->fleet().devices().liveCount(), 1);
        QTRY_COMPARE(m_keyring->secrets.size(), 1U);

        Steward next(nullptr, nullptr);
        ProxyAccess access(next, *m_keyring);
        const QSignalSpy wanted(&access, &ProxyAccess::loginWanted);
        access.setOwn(ProxyAddress{.host = u"127.0.0.1"_s, .port = m_proxy->port()});
        open(next);
        QTRY_COMPARE(next.fleet().devices().liveCount(), 1);
        QCOMPARE(wanted.size(), 0);
        QCOMPARE(access.name(), u"clerk"_s);
        access.signOut();
        QTRY_VERIFY(m_keyring->secrets.empty());
        QVERIFY(access.name().isEmpty());
    }

    void F55_withoutAKeyringTheLoginHoldsForTheSession()
    {
        m_proxy->setLogin("clerk", "right");
        m_keyring->trouble = SecretTrouble{.kind = SecretTroubleKind::NoKeyring};
        const QSignalSpy failed(m_access.get(), &ProxyAccess::keyringFailed);
        open();
        QTRY_COMPARE(m_wanted->size(), 1);
        m_access->signIn(u"clerk"_s, secret("right"));
        QTRY_COMPARE(m_steward->fleet().devices().liveCount(), 1);
        QTRY_COMPARE(failed.size(), 1);
    }

    void F55_aProxyThatIsNotThereIsSaid()
    {
        m_proxy->close();
        open();
        QTRY_VERIFY(m_steward->fleet().trouble());
        const ApiError error = m_steward->fleet().trouble()->error;
        QCOMPARE(error.kind, ErrorKind::ProxyFailed);
        QCOMPARE(error.fate, Fate::NotSent);
        QVERIFY(error.what().contains(u"proxy"_s));
        QVERIFY(m_wanted->isEmpty());
    }

    void whatIsWrittenAsAProxyIsReadOrTold_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("port");
        QTest::addColumn<QString>("address"); // empty: a fault
        QTest::newRow("plain") << u"proxy.example"_s << u"3128"_s << u"proxy.example:3128"_s;
        QTest::newRow("blanks") << u" proxy.example "_s << u" 3128 "_s << u"proxy.example:3128"_s;
        QTest::newRow("pasted") << u"http://proxy.example:8080/"_s << QString() << u"proxy.example:8080"_s;
        QTest::newRow("with its port") << u"proxy.example:8080"_s << QString() << u"proxy.example:8080"_s;
        QTest::newRow("IPv6") << u"http://[::1]:8080"_s << QString() << u"[::1]:8080"_s;
        QTest::newRow("no host") << QString() << u"3128"_s << QString();
        QTest::newRow("no port") << u"proxy.example"_s << QString() << QString();
        QTest::newRow("port 0") << u"proxy.example"_s << u"0"_s << QString();
        QTest::newRow("port too high") << u"proxy.example"_s << u"65536"_s << QString();
        QTest::newRow("password in it") << u"http://a:b@proxy.example:8080"_s << QString() << QString();
        QTest::newRow("socks") << u"socks5://proxy.example:1080"_s << QString() << QString();
        QTest::newRow("a line feed") << u"proxy.example\nX: y"_s << u"1"_s << QString();
        QTest::newRow("markup") << u"<b>proxy"_s << u"1"_s << QString();
    }

    void whatIsWrittenAsAProxyIsReadOrTold()
    {
        QFETCH(const QString, host);
        QFETCH(const QString, port);
        const ProxyReading reading = readProxyAddress(host, port);
        QTEST(reading.address ? proxyText(*reading.address) : QString(), "address");
        QCOMPARE(reading.address.has_value(), reading.hostFault.isEmpty() && reading.portFault.isEmpty());
        QCOMPARE(proxyFromJson(proxyToJson(reading.address)), reading.address);
    }

private:
    void open() { open(*m_steward); }
    static void open(Steward &steward)
    {
        steward.open({.id = AccountId(u"a"_s),
                      .name = {},
                      .endpoint = Endpoint::parse(u"https://elsewhere.invalid/api/msp"_s).value()},
                     Secret(key()));
    }

    TestAuthority m_authority;
    std::unique_ptr<ByteServer> m_server;
    std::unique_ptr<ConnectProxy> m_proxy;
    std::unique_ptr<Steward> m_steward;
    std::unique_ptr<FakeSecretStore> m_keyring;
    std::unique_ptr<ProxyAccess> m_access;
    std::unique_ptr<QSignalSpy> m_wanted;
};

QTEST_MAIN(TestProxyAccess)
#include "tst_proxyaccess.moc"
