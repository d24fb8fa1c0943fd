// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/configurationid.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// The document's own sample.
constexpr auto sample =
    "eyJ0b2tlbiI6IkFUVkFXUTE3MjQyIiwiZW5jcnlwdGlvblJlcXVpcmVkIjpmYWxzZSwiZGVza3RvcEFwcFN0YXR1cyI6ZmFsc2V9"_L1;

QString encoded(const QByteArray &json, QByteArray::Base64Options options = QByteArray::Base64Encoding)
{
    return QString::fromLatin1(json.toBase64(options));
}

} // namespace

/// What a configuration ID says, and what of it cannot be said.
class TestConfigurationId : public QObject
{
    Q_OBJECT

private slots:
    void Q27_theDocumentsSampleIsRead()
    {
        const auto id = decodedConfigurationId(sample);
        QVERIFY(id.has_value());
        QCOMPARE(id->token, u"ATVAWQ17242"_s);
        QCOMPARE(id->encryptionRequired, std::optional(false));
        QCOMPARE(id->desktopAppStatus, std::optional(false));
        QVERIFY(id->otherFields.isEmpty());
    }

    void Q27_everyTokenOfTheDocument_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("token");
        QTest::newRow("Test Company")
            << u"eyJ0b2tlbiI6IkZBT0JaNDE3MjQyIiwiZW5jcnlwdGlvblJlcXVpcmVkIjpmYWxzZSwiZGVza3RvcEFwcFN0YXR1cyI6ZmFsc2V9"_s
            << u"FAOBZ417242"_s;
        QTest::newRow("MSP-1")
            << u"eyJ0b2tlbiI6Ik1ZSENKUDE3MjQyIiwiZW5jcnlwdGlvblJlcXVpcmVkIjpmYWxzZSwiZGVza3RvcEFwcFN0YXR1cyI6ZmFsc2V9"_s
            << u"MYHCJP17242"_s;
        QTest::newRow("MSP-2")
            << u"eyJ0b2tlbiI6Ik5KUEhIOTE3MjQyIiwiZW5jcnlwdGlvblJlcXVpcmVkIjpmYWxzZSwiZGVza3RvcEFwcFN0YXR1cyI6ZmFsc2V9"_s
            << u"NJPHH917242"_s;
    }

    void Q27_everyTokenOfTheDocument()
    {
        QFETCH(const QString, id);
        QTEST(decodedConfigurationId(id).value_or(ConfigurationId()).token, "token");
    }

    void Q27_bothAlphabetsWithOrWithoutPadding_data()
    {
        QTest::addColumn<QString>("text");
        const QByteArray json = R"({"token":"T?>~~?>","encryptionRequired":true})"; // + and / in base64
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            for (const auto padding : {QByteArray::KeepTrailingEquals, QByteArray::OmitTrailingEquals}) {
                const QString text = encoded(json, alphabet | padding);
                QTest::addRow("alphabet %d, padding %d", int(alphabet), int(padding)) << text;
                QTest::addRow("in a mail: alphabet %d, padding %d", int(alphabet), int(padding))
                    << u"  "_s + text.first(20) + u"\r\n "_s + text.sliced(20) + u"\n"_s;
            }
        }
    }

    void Q27_bothAlphabetsWithOrWithoutPadding()
    {
        QFETCH(const QString, text);
        const auto id = decodedConfigurationId(text);
        QVERIFY(id.has_value());
        QCOMPARE(id->token, u"T?>~~?>"_s);
        QCOMPARE(id->encryptionRequired, std::optional(true));
        QVERIFY(!id->desktopAppStatus.has_value());
    }

    void whatIsNotUnderstoodIsOpaque_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("empty") << QString();
        QTest::newRow("no base64") << u"not an id!"_s;
        QTest::newRow("a link") << u"https://api.idrive360.com/api/v1/download/setup/win/ATVAWQ17242"_s;
        QTest::newRow("one digit too many") << QString(sample) + u'A';
        QTest::newRow("a digit too few") << QString(sample).chopped(1);
        QTest::newRow("both alphabets") << u"-+_/"_s;
        QTest::newRow("padding inside") << u"eyJ0=b2tlbiI"_s;
        QTest::newRow("padding only") << u"===="_s;
        QTest::newRow("letters beyond ASCII") << u"eyJ0ü"_s;
        QTest::newRow("an array") << encoded("[1]");
        QTest::newRow("a text") << encoded("\"token\"");
        QTest::newRow("null") << encoded("null");
        QTest::newRow("cut JSON") << encoded(R"({"token":"A")");
        QTest::newRow("no UTF-8") << encoded("{\"token\":\"\xff\"}");
        QTest::newRow("deeply nested") << encoded("{\"token\":" + QByteArray(1500, '[') + '}');
        QTest::newRow("longer than 4 KB") << encoded("{\"token\":\"" + QByteArray(4000, 'x') + "\"}");
        QTest::newRow("zeros") << encoded(QByteArray(300, '\0'));
    }

    void whatIsNotUnderstoodIsOpaque()
    {
        QFETCH(const QString, text);
        QVERIFY(!decodedConfigurationId(text).has_value());
    }

    void oddFieldsAreNotGuessed()
    {
        const auto id = decodedConfigurationId(
            encoded(R"({"token":{"a":1},"encryptionRequired":"maybe","desktopAppStatus":[],"zone":1})"));
        QVERIFY(id.has_value());
        QCOMPARE(id->token, QString());
        QVERIFY(!id->encryptionRequired.has_value());
        QVERIFY(!id->desktopAppStatus.has_value());
        QCOMPARE(id->otherFields, (QList<OtherField>{{u"zone"_s, u"1"_s}}));
    }

    void everyCutAndEveryChangedByteIsReadOrOpaque()
    {
        const QString whole = sample;
        for (qsizetype size = 0; size < whole.size(); ++size)
            QVERIFY(!decodedConfigurationId(whole.first(size)).has_value());
        for (qsizetype i = 0; i < whole.size(); ++i) {
            for (const char16_t c : {u'\0', u' ', u'=', u'-', u'/', u'~', u'\xD800'}) {
                QString changed = whole;
                changed[i] = QChar(c);
                decodedConfigurationId(changed); // the sanitizers judge
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestConfigurationId)
#include "tst_configurationid.moc"
