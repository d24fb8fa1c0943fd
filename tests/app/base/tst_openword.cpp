// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/openword.h"

#include <QTest>

using namespace Qt::StringLiterals;

class TestOpenWord : public QObject
{
    Q_OBJECT

private slots:
    void spellingsFoldToOneWord_data();
    void spellingsFoldToOneWord();
    void theServersWordIsKept();
};

void TestOpenWord::spellingsFoldToOneWord_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("folded");

    QTest::newRow("blank") << u"In Progress"_s << u"inprogress"_s;
    QTest::newRow("underscore") << u"in_progress"_s << u"inprogress"_s;
    QTest::newRow("hyphen") << u"IN-PROGRESS"_s << u"inprogress"_s;
    QTest::newRow("blanks around") << u" Failed\t"_s << u"failed"_s;
    QTest::newRow("no-break space") << u"In\u00a0Progress"_s << u"inprogress"_s;
    QTest::newRow("umlaut") << u"ÄÖ"_s << u"äö"_s;
    QTest::newRow("empty") << QString() << QString();
    // in no language of the computer may "OFFLINE" become a dotless i
    QTest::newRow("capital i") << u"OFFLINE"_s << u"offline"_s;
}

void TestOpenWord::spellingsFoldToOneWord()
{
    QFETCH(const QString, word);
    QTEST(foldedWord(word), "folded");
}

void TestOpenWord::theServersWordIsKept()
{
    enum class Result { Failed };
    const OpenWord<Result> known(u"Failure"_s, Result::Failed);
    QCOMPARE(known.word(), u"Failure"_s);
    QCOMPARE(known.known(), std::optional(Result::Failed));

    const OpenWord<Result> unknown(u"Sulking"_s, std::nullopt);
    QCOMPARE(unknown.word(), u"Sulking"_s);
    QVERIFY(!unknown.known());
    QVERIFY(known != unknown);
    QVERIFY(OpenWord<Result>().word().isEmpty());
}

QTEST_GUILESS_MAIN(TestOpenWord)
#include "tst_openword.moc"
