// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/apikey.h"

#include <QTest>

using namespace Qt::StringLiterals;

/// What people paste, and what may be sent. Names I18 and F52 are those of the reliability plan.
class TestApiKey : public QObject
{
    Q_OBJECT

private slots:
    void I18_keysAreCleaned_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("wasCleaned");
        QTest::newRow("plain") << "abcd-1234.XYZ"_ba << "abcd-1234.XYZ"_ba << false;
        QTest::newRow("a file's last line break") << "abcd1234\n"_ba << "abcd1234"_ba << false;
        QTest::newRow("a Windows file's last line break") << "abcd1234\r\n"_ba << "abcd1234"_ba << false;
        QTest::newRow("blanks around") << "  abcd1234\t "_ba << "abcd1234"_ba << true;
        QTest::newRow("double quotes") << "\"abcd1234\""_ba << "abcd1234"_ba << true;
        QTest::newRow("single quotes") << "'abcd1234'"_ba << "abcd1234"_ba << true;
        QTest::newRow("angle brackets") << "<abcd1234>"_ba << "abcd1234"_ba << true;
        QTest::newRow("Bearer") << "Bearer abcd1234"_ba << "abcd1234"_ba << true;
        QTest::newRow("bearer, quoted inside") << "bearer 'abcd1234'"_ba << "abcd1234"_ba << true;
        QTest::newRow("all of it") << " \"Bearer  <abcd1234>\" \n"_ba << "abcd1234"_ba << true;
        QTest::newRow("a key that begins with the word") << "bearer1234"_ba << "bearer1234"_ba << false;
        QTest::newRow("quotes inside stay") << "ab\"cd'1234"_ba << "ab\"cd'1234"_ba << false;
        QTest::newRow("longest") << QByteArray(4096, 'k') << QByteArray(4096, 'k') << false;
    }

    void I18_keysAreCleaned()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QByteArray, key);
        const auto cleaned = cleanApiKey(std::move(typed));
        QVERIFY2(cleaned.has_value(), cleaned ? "" : qPrintable(cleaned.error()));
        QCOMPARE(cleaned->key.reveal().toByteArray(), key);
        QTEST(cleaned->wasCleaned, "wasCleaned");
    }

    void F52_whatNoHeaderMayHoldIsRefused_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<QString>("reason");
        QTest::newRow("nothing") << ""_ba << u"no API key"_s;
        QTest::newRow("only blanks") << " \r\n "_ba << u"no API key"_s;
        QTest::newRow("only quotes") << "\"\""_ba << u"no API key"_s;
        QTest::newRow("line break inside") << "abcd\r\nX-Evil: 1"_ba << u"line break"_s;
        QTest::newRow("blank inside") << "abcd 1234"_ba << u"blank"_s;
        QTest::newRow("umlaut") << "abcd\xc3\xbc"
                                   "1234"_ba
                                << u"no key holds"_s;
        QTest::newRow("NUL") << QByteArray("abcd\0efgh", 9) << u"no key holds"_s;
        QTest::newRow("DEL") << "abcd\x7f"
                                "1234"_ba
                             << u"no key holds"_s;
        QTest::newRow("too short") << "abcd123"_ba << u"too short"_s;
        QTest::newRow("too long") << QByteArray(4097, 'k') << u"too long"_s;
        QTest::newRow("a megabyte") << QByteArray(1 << 20, 'k') << u"too long"_s;
    }

    void F52_whatNoHeaderMayHoldIsRefused()
    {
        QFETCH(QByteArray, typed);
        QFETCH(QString, reason);
        const QByteArray copy = typed;
        const auto cleaned = cleanApiKey(std::move(typed));
        QVERIFY(!cleaned.has_value());
        QVERIFY2(cleaned.error().contains(reason), qPrintable(cleaned.error()));
        // the sentence goes to a person, perhaps into a picture of the screen: it quotes nothing of the key
        QVERIFY(copy.size() < 4 || !cleaned.error().contains(QString::fromLatin1(copy)));
    }
};

QTEST_GUILESS_MAIN(TestApiKey)
#include "tst_apikey.moc"
