// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/filename.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;

class TestFileName : public QObject
{
    Q_OBJECT

private slots:
    void aTextBecomesAName_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("plain") << u"Devices of Castell Logistics"_s << u"Devices of Castell Logistics"_s;
        QTest::newRow("letters of any script") << u"Büro 東京 (2)"_s << u"Büro 東京 (2)"_s;
        QTest::newRow("beyond 16 bits") << u"\U00020000\U0001F600x"_s << u"\U00020000-x"_s;
        QTest::newRow("half of a pair") << QString(u"a"_s + QChar(0xD800) + u'b') << u"a-b"_s;
        QTest::newRow("path") << u"../../etc/passwd"_s << u"etc-passwd"_s;
        QTest::newRow("path of Windows") << u"C:\\x\\y"_s << u"C-x-y"_s;
        QTest::newRow("hidden") << u".profile"_s << u"profile"_s;
        QTest::newRow("shell") << u"a; rm -rf $(x) `y` | z"_s << u"a- rm -rf -(x) -y- - z"_s;
        QTest::newRow("controls") << QString(u"a\nb\tc"_s + QChar(0)) << u"a-b-c"_s;
        QTest::newRow("direction") << u"gpj.\u202Eexe"_s << u"gpj.-exe"_s;
        QTest::newRow("end") << u"Castell Inc. . "_s << u"Castell Inc"_s;
        QTest::newRow("device") << u"CON"_s << u"_CON"_s;
        QTest::newRow("device with a suffix") << u"lpt1.old"_s << u"_lpt1.old"_s;
        QTest::newRow("no device") << u"console"_s << u"console"_s;
        QTest::newRow("nothing") << QString() << u"export"_s;
        QTest::newRow("no word") << u"../"_s << u"export"_s;
        QTest::newRow("long") << QString(500, u'x') << QString(80, u'x');
    }

    void aTextBecomesAName()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        QCOMPARE(safeFileName(text), name);
        QCOMPARE(safeFileName(name), name);
        // in whatever folder, it stays there
        QCOMPARE(QDir::cleanPath(u"/folder/"_s + safeFileName(text)).section(u'/', 0, -2), u"/folder"_s);
    }
};

QTEST_GUILESS_MAIN(TestFileName)
#include "tst_filename.moc"
