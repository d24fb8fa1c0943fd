// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/endpoint.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestEndpoint : public QObject
{
    Q_OBJECT

private slots:
    void I5_F54_onlyHttpsLeavesThisComputer_data();
    void I5_F54_onlyHttpsLeavesThisComputer();
    void eachRefusalIsASentenceOfItsOwn();
    void isShownAsHostAndPort_data();
    void isShownAsHostAndPort();
    void equalAddressesAreEqual();
    void idriveIsKnown();
};

/// Addresses to which no request may go, each for its own reason.
static QStringList refusedAddresses()
{
    return {u""_s,
            u"   "_s,
            u"api.idrive360.com/api/msp"_s,
            u"https://"_s,
            u"https:///x"_s,
            u"http://api.idrive360.com/api/msp"_s,
            u"http://128.0.0.1/"_s,
            u"http://10.0.0.1/"_s,
            u"http://0.0.0.0/"_s,
            u"http://[::]/"_s,
            u"http://[fe80::1]/"_s,
            u"http://localhost.example.com/"_s,
            u"http://127.0.0.1.example.com/"_s,
            u"http://localhost@example.com/"_s,
            u"http://127.0.0.1@example.com/"_s,
            u"https://user@a.example/"_s,
            u"https://user:pw@a.example/"_s,
            u"https://a.example/?x=1"_s,
            u"https://a.example/#x"_s,
            u"ftp://127.0.0.1/"_s,
            u"file:///etc/passwd"_s,
            u"javascript:alert(1)"_s,
            u"https://a b/"_s,
            u"https://a.example:99999/"_s,
            u"https://a.example:0/"_s,
            u"https://a.example\r\nHost: b/"_s};
}

void TestEndpoint::I5_F54_onlyHttpsLeavesThisComputer_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address"); // empty: refused

    QTest::newRow("idrive") << u"https://api.idrive360.com/api/msp"_s
                            << u"https://api.idrive360.com/api/msp"_s;
    QTest::newRow("slash at the end")
        << u"https://api.idrive360.com/api/msp/"_s << u"https://api.idrive360.com/api/msp"_s;
    QTest::newRow("blanks around") << u"  https://a.example/x \n"_s << u"https://a.example/x"_s;
    QTest::newRow("host alone") << u"https://a.example"_s << u"https://a.example"_s;
    QTest::newRow("host and slash") << u"https://a.example/"_s << u"https://a.example"_s;
    QTest::newRow("standard port") << u"https://a.example:443/x"_s << u"https://a.example/x"_s;
    QTest::newRow("other port") << u"https://a.example:8443/x"_s << u"https://a.example:8443/x"_s;
    QTest::newRow("upper case") << u"HTTPS://A.Example/X"_s << u"https://a.example/X"_s;
    QTest::newRow("http 127.0.0.1") << u"http://127.0.0.1:8080/api/msp"_s
                                    << u"http://127.0.0.1:8080/api/msp"_s;
    QTest::newRow("http 127.8.9.1") << u"http://127.8.9.1/x"_s << u"http://127.8.9.1/x"_s;
    QTest::newRow("http ::1") << u"http://[::1]:8080/x"_s << u"http://[::1]:8080/x"_s;
    QTest::newRow("http localhost") << u"http://localhost:1234"_s << u"http://localhost:1234"_s;

    for (const QString &refused : refusedAddresses())
        QTest::newRow(qPrintable(u"refused: "_s + refused)) << refused << QString();
}

void TestEndpoint::I5_F54_onlyHttpsLeavesThisComputer()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, address);

    const auto endpoint = Endpoint::parse(typed);
    if (address.isEmpty()) {
        QVERIFY2(!endpoint, qPrintable(endpoint ? endpoint->url().toString() : QString()));
        QVERIFY(!endpoint.error().isEmpty());
    } else {
        QVERIFY2(endpoint, qPrintable(endpoint ? QString() : endpoint.error()));
        QCOMPARE(endpoint->url().toString(), address);
    }
}

void TestEndpoint::eachRefusalIsASentenceOfItsOwn()
{
    const QStringList refusals{
        Endpoint::parse(u"nonsense"_s).error(), Endpoint::parse(u"ftp://a.example"_s).error(),
        Endpoint::parse(u"http://a.example"_s).error(), Endpoint::parse(u"https://u@a.example"_s).error(),
        Endpoint::parse(u"https://a.example?x=1"_s).error()};
    QCOMPARE(QSet<QString>(refusals.begin(), refusals.end()).size(), refusals.size());
    QVERIFY(refusals.at(2).contains(u"https://"_s));
}

void TestEndpoint::isShownAsHostAndPort_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("shown");

    QTest::newRow("host") << u"https://a.example/x"_s << u"a.example"_s;
    QTest::newRow("port") << u"https://a.example:8443/x"_s << u"a.example:8443"_s;
    QTest::newRow("IPv6") << u"http://[::1]:8080/x"_s << u"[::1]:8080"_s;
}

void TestEndpoint::isShownAsHostAndPort()
{
    QFETCH(const QString, address);
    QTEST(Endpoint::parse(address)->hostText(), "shown");
}

void TestEndpoint::equalAddressesAreEqual()
{
    QCOMPARE(*Endpoint::parse(u"https://api.idrive360.com:443/api/msp/"_s), Endpoint::idrive());
    QVERIFY(*Endpoint::parse(u"https://api.idrive360.com/api"_s) != Endpoint::idrive());
}

void TestEndpoint::idriveIsKnown()
{
    QVERIFY(Endpoint::idrive().isIdrive());
    QVERIFY(Endpoint::idrive().isEncrypted());
    QVERIFY(!Endpoint::parse(u"https://api.idrive360.com.example/api/msp"_s)->isIdrive());
    QVERIFY(!Endpoint::parse(u"https://api.idrive360.com:444/api/msp"_s)->isIdrive());
    QVERIFY(!Endpoint::parse(u"http://127.0.0.1:1/api/msp"_s)->isEncrypted());
}

QTEST_GUILESS_MAIN(TestEndpoint)
#include "tst_endpoint.moc"
