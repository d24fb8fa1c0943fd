// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/wirerequest.h"

#include <QDirIterator>
#include <QFile>
#include <QRegularExpression>
#include <QSslConfiguration>
#include <QTest>

using namespace Qt::StringLiterals;

class TestWireRequest : public QObject
{
    Q_OBJECT

private slots:
    void I24_everyRequestIsMadeByTheSameRules();
    void I24_nobodyElseMakesRequests_data();
    void I24_nobodyElseMakesRequests();
    void I24_aBodyGoesUpOnce();
    void pathsAreAppended();
    void I18_onlyKeysThatAHeaderCanHoldAreSent_data();
    void I18_onlyKeysThatAHeaderCanHoldAreSent();
};

namespace {

Secret goodKey()
{
    return Secret(QByteArrayLiteral("0123456789"));
}

} // namespace

void TestWireRequest::I24_everyRequestIsMadeByTheSameRules()
{
    const WireCall call{
        .path = u"/company"_s, .query = {{u"name"_s, u"a+b"_s}}, .limits = Limits::smallRead()};
    const Result<QNetworkRequest> request = makeWireRequest(Endpoint::idrive(), goodKey(), call);
    QVERIFY(request);

    QCOMPARE(request->url().toEncoded(), "https://api.idrive360.com/api/msp/company?name=a%2Bb");
    QCOMPARE(request->attribute(QNetworkRequest::RedirectPolicyAttribute).toInt(),
             int(QNetworkRequest::ManualRedirectPolicy));
    QCOMPARE(request->attribute(QNetworkRequest::Http2AllowedAttribute), QVariant(false));
    QCOMPARE(request->attribute(QNetworkRequest::CookieLoadControlAttribute).toInt(),
             int(QNetworkRequest::Manual));
    QCOMPARE(request->attribute(QNetworkRequest::CookieSaveControlAttribute).toInt(),
             int(QNetworkRequest::Manual));
    QCOMPARE(request->attribute(QNetworkRequest::AuthenticationReuseAttribute).toInt(),
             int(QNetworkRequest::Manual));
    QCOMPARE(request->attribute(QNetworkRequest::CacheLoadControlAttribute).toInt(),
             int(QNetworkRequest::AlwaysNetwork));
    QCOMPARE(request->attribute(QNetworkRequest::CacheSaveControlAttribute), QVariant(false));
    QCOMPARE(request->decompressedSafetyCheckThreshold(), call.limits.bytes);
    QCOMPARE(request->transferTimeout(), 0);
    QCOMPARE(request->sslConfiguration().protocol(), QSsl::TlsV1_2OrLater);
    QCOMPARE(request->sslConfiguration().peerVerifyMode(), QSslSocket::VerifyPeer);
    QCOMPARE(request->rawHeader("Authorization"), "Bearer 0123456789");
    QCOMPARE(request->rawHeader("Accept"), "application/json");
    QVERIFY(request->rawHeader("User-Agent").startsWith("Steward/"));
}

void TestWireRequest::I24_nobodyElseMakesRequests_data()
{
    QTest::addColumn<QRegularExpression>("forbidden");
    QTest::addColumn<QStringList>("exceptIn");

    const auto row = [](const char *pattern, const QStringList &exceptIn) {
        QTest::newRow(pattern) << QRegularExpression(QString::fromLatin1(pattern)) << exceptIn;
    };
    row(R"(\bQNetworkAccessManager\b)", {u"app/net/wire.h"_s, u"app/net/wire.cpp"_s});
    row(R"(\bm_manager\.(get|post|put|head|deleteResource|sendCustomRequest)\()", {u"app/net/wire.cpp"_s});
    row(R"(\bQNetworkRequest\s+\w+[({;])", {u"app/net/wirerequest.cpp"_s});
    row(R"(\bsetRawHeader\()", {u"app/net/wirerequest.cpp"_s});
    row(R"(\bQNetworkReply\b)", {u"app/net/.*"_s});
    // a change leaves by the door alone
    row(R"(\bWritePass\b)",
        {u"app/net/writepass.h"_s, u"app/net/apiclient.h"_s, u"app/changes/writedoor.h"_s});
    row(R"(\bclass WriteDoor\b)", {u"app/net/writepass.h"_s, u"app/changes/writedoor.h"_s});
    row(R"(\b(WireCall|WireUpload|ReadOnceBody)\b)", {u"app/net/.*"_s});
    row(R"(\bsendWrite\()", {u"app/net/apiclient.h"_s, u"app/changes/writedoor.h"_s});
    row(R"(\bwaitBeforeRetry\()",
        {u"app/net/retrypolicy.*"_s, u"app/net/readretries.cpp"_s, u"app/changes/changesending.cpp"_s});
    // I2, I3: the key stands in one header, and no redirect is followed
    row(R"("Authorization")", {u"app/net/wirerequest.cpp"_s, u"app/sandbox/.*"_s});
    row(R"((NoLessSafe|SameOrigin|UserVerified)RedirectPolicy)", {});
    // I4
    row(R"(\b(SslV3|TlsV1_0|TlsV1_1|AnyProtocol|QueryPeer|AutoVerifyPeer)\b)", {});
    // I22: what a server says selects no code
    row(R"(invokeMethod\([^&;]*"|connectSlotsByName|indexOf(Method|Slot|Property)\(|QMetaType::fromName|\bnewInstance\()",
        {});
    row(R"(ignoreSslErrors|VerifyNone|setTransferTimeout|setAutoDeleteReplies\(true)", {});
}

void TestWireRequest::I24_nobodyElseMakesRequests()
{
    QFETCH(const QRegularExpression, forbidden);
    QFETCH(const QStringList, exceptIn);

    const QDir source(QStringLiteral(STEWARD_SOURCE_DIR));
    const QRegularExpression allowed(QRegularExpression::anchoredPattern(exceptIn.join(u'|')));
    int filesRead = 0;
    bool metWhereAllowed = exceptIn.isEmpty();
    for (const QString &room : {u"app"_s, u"ui"_s}) {
        QDirIterator files(source.filePath(room), {u"*.h"_s, u"*.cpp"_s}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString name = source.relativeFilePath(file.fileName());
            const bool isThere = forbidden.match(QString::fromUtf8(file.readAll())).hasMatch();
            const bool isAllowed = !exceptIn.isEmpty() && allowed.match(name).hasMatch();
            QVERIFY2(!isThere || isAllowed, qPrintable(name));
            metWhereAllowed |= isThere;
            ++filesRead;
        }
    }
    QVERIFY(filesRead > 20);
    QVERIFY2(metWhereAllowed, "the pattern finds nothing any more: it guards nothing");
}

void TestWireRequest::I24_aBodyGoesUpOnce()
{
    const WireCall call{.path = u"/company"_s,
                        .limits = Limits::write(),
                        .upload = WireUpload{.verb = WriteVerb::Post, .json = "{\"a\":1}"}};
    const Result<QNetworkRequest> request = makeWireRequest(Endpoint::idrive(), goodKey(), call);
    QVERIFY(request);
    QCOMPARE(request->attribute(QNetworkRequest::DoNotBufferUploadDataAttribute), QVariant(true));
    QCOMPARE(request->header(QNetworkRequest::ContentLengthHeader).toInt(), 7);
    QCOMPARE(request->rawHeader("Content-Type"), "application/json");

    const auto read = makeWireRequest(Endpoint::idrive(), goodKey(), {.limits = Limits::smallRead()});
    QCOMPARE(read->attribute(QNetworkRequest::DoNotBufferUploadDataAttribute), QVariant(true));
    QCOMPARE(read->header(QNetworkRequest::ContentLengthHeader).toInt(), 0);
    QVERIFY(!read->hasRawHeader("Content-Type"));
}

void TestWireRequest::pathsAreAppended()
{
    const auto urlOf = [](const char *endpoint, const QString &path) {
        const WireCall call{.path = path, .limits = Limits::smallRead()};
        return makeWireRequest(*Endpoint::parse(QString::fromLatin1(endpoint)), goodKey(), call)
            ->url()
            .toEncoded();
    };
    QCOMPARE(urlOf("https://a.example/api/msp", u"/company/name"_s),
             "https://a.example/api/msp/company/name");
    QCOMPARE(urlOf("https://a.example/api/msp/", u"/company"_s), "https://a.example/api/msp/company");
    QCOMPARE(urlOf("http://[::1]:81", u"/company"_s), "http://[::1]:81/company");
}

void TestWireRequest::I18_onlyKeysThatAHeaderCanHoldAreSent_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<bool>("isSendable");

    QTest::newRow("shortest") << QByteArray("12345678") << true;
    QTest::newRow("longest") << QByteArray(4096, 'k') << true;
    QTest::newRow("all visible characters") << QByteArray("!\"#$%&'()*+,-./09:;<=>?@AZ[\\]^_`az{|}~") << true;
    QTest::newRow("empty") << QByteArray() << false;
    QTest::newRow("too short") << QByteArray("1234567") << false;
    QTest::newRow("too long") << QByteArray(4097, 'k') << false;
    QTest::newRow("a header line") << QByteArray("12345678\r\nX-Injected: 1") << false;
    QTest::newRow("line feed") << QByteArray("12345678\n") << false;
    QTest::newRow("blank") << QByteArray("1234 5678") << false;
    QTest::newRow("NUL") << QByteArray("1234\0005678", 9) << false;
    QTest::newRow("DEL") << QByteArray("12345678\x7f") << false;
    QTest::newRow("not ASCII") << QByteArray("12345678\xc3\xa4") << false;
}

void TestWireRequest::I18_onlyKeysThatAHeaderCanHoldAreSent()
{
    QFETCH(const QByteArray, key);
    QFETCH(const bool, isSendable);

    const auto request = makeWireRequest(Endpoint::idrive(), Secret(key), {.limits = Limits::smallRead()});
    QCOMPARE(request.has_value(), isSendable);
    if (!isSendable)
        QCOMPARE(request.error().kind, ErrorKind::KeyRefused);
}

QTEST_GUILESS_MAIN(TestWireRequest)
#include "tst_wirerequest.moc"
