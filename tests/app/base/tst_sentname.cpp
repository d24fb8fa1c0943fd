// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/sentname.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestSentName : public QObject
{
    Q_OBJECT

private slots:
    void Q96_blanksGoAndLettersAreComposed()
    {
        QCOMPARE(sentName(u" \tMu\u0308ller GmbH\u00A0\n"_s), u"M\u00FCller GmbH"_s);
        QCOMPARE(sentName(u" \r\n "_s), QString());
    }

    void Q96_whatNoNameMayHold_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("character");
        QTest::newRow("plain") << u"Müller & Söhne <b> 😀 עברית ن\u200Cن"_s << QString();
        QTest::newRow("line feed") << u"a\nb"_s << u"U+000A"_s;
        QTest::newRow("NUL") << QString(u"a\0b"_s) << u"U+0000"_s;
        QTest::newRow("delete") << u"a\u007F"_s << u"U+007F"_s;
        QTest::newRow("C1") << u"a\u0085b"_s << u"U+0085"_s;
        QTest::newRow("override") << u"exe\u202Egpj"_s << u"U+202E"_s;
        QTest::newRow("isolate") << u"a\u2066b"_s << u"U+2066"_s;
        QTest::newRow("right-to-left mark") << u"a\u200F"_s << u"U+200F"_s;
        QTest::newRow("line separator") << u"a\u2028b"_s << u"U+2028"_s;
        QTest::newRow("byte order mark") << u"\uFEFFa"_s << u"U+FEFF"_s;
        QTest::newRow("half a pair at the end") << QString(u"a"_s + QChar(0xD83D)) << u"U+D83D"_s;
        QTest::newRow("half a pair before a letter") << QString(QChar(0xDE00)) + u'a' << u"U+DE00"_s;
        QTest::newRow("no character") << u"a\uFFFE"_s << u"U+FFFE"_s;
    }

    void Q96_whatNoNameMayHold()
    {
        QFETCH(const QString, name);
        const std::optional<char32_t> character = unsendableCharacter(name);
        QTEST(character ? codePointName(*character) : QString(), "character");
    }
};

QTEST_GUILESS_MAIN(TestSentName)
#include "tst_sentname.moc"
