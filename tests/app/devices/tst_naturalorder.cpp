// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/naturalorder.h"

#include <QTest>

#include <random>
#include <string>

/// Natural order in the plainest words, to compare with.
static int plainCompare(const QString &a, const QString &b)
{
    const QList<uint> ofA = a.toUcs4();
    const QList<uint> ofB = b.toUcs4();
    const auto isDigit = [](uint c) {
        return c >= '0' && c <= '9';
    };
    const auto takeNumber = [&](const QList<uint> &text, qsizetype &at, qsizetype &zeros) {
        QString number;
        for (; at < text.size() && isDigit(text[at]); ++at)
            number.append(QChar(text[at]));
        while (number.startsWith(u'0')) {
            number.remove(0, 1);
            ++zeros;
        }
        return number;
    };
    const auto sign = [](qsizetype x) {
        return x < 0 ? -1 : x > 0 ? 1 : 0;
    };
    qsizetype atA = 0;
    qsizetype atB = 0;
    qsizetype zerosOfA = 0;
    qsizetype zerosOfB = 0;
    while (atA < ofA.size() && atB < ofB.size()) {
        const uint cOfA = ofA[atA];
        const uint cOfB = ofB[atB];
        if (isDigit(cOfA) && isDigit(cOfB)) {
            const QString numberOfA = takeNumber(ofA, atA, zerosOfA);
            const QString numberOfB = takeNumber(ofB, atB, zerosOfB);
            if (numberOfA.size() != numberOfB.size())
                return sign(numberOfA.size() - numberOfB.size());
            if (numberOfA != numberOfB)
                return numberOfA < numberOfB ? -1 : 1;
            continue;
        }
        const char32_t foldedA = isDigit(cOfA) ? U'0' : QChar::toCaseFolded(char32_t(cOfA));
        const char32_t foldedB = isDigit(cOfB) ? U'0' : QChar::toCaseFolded(char32_t(cOfB));
        if (foldedA != foldedB)
            return foldedA < foldedB ? -1 : 1;
        ++atA;
        ++atB;
    }
    if (atA < ofA.size() || atB < ofB.size())
        return atA < ofA.size() ? 1 : -1;
    return sign(zerosOfA - zerosOfB);
}

class NaturalOrderTest : public QObject
{
    Q_OBJECT

private slots:
    void namesComeInTheOrderThatAPersonExpects_data();
    void namesComeInTheOrderThatAPersonExpects();
    void caseDoesNotCount();
    void numbersOfAnyLengthAreCompared();
    void brokenUtf8IsOrderedAndEnds();
    void randomTextsAreOrderedAsInPlainWords();
};

void NaturalOrderTest::namesComeInTheOrderThatAPersonExpects_data()
{
    QTest::addColumn<QByteArray>("first");
    QTest::addColumn<QByteArray>("second");
    QTest::newRow("number") << QByteArray("srv-9") << QByteArray("srv-10");
    QTest::newRow("nothing first") << QByteArray("") << QByteArray("a");
    QTest::newRow("shorter first") << QByteArray("srv") << QByteArray("srv-1");
    QTest::newRow("version") << QByteArray("6.8.2.11") << QByteArray("6.8.10.2");
    QTest::newRow("version with fewer parts") << QByteArray("6.8.2") << QByteArray("6.8.2.11");
    QTest::newRow("number before letter") << QByteArray("srv9") << QByteArray("srva");
    QTest::newRow("dash before number") << QByteArray("srv-1") << QByteArray("srv1");
    QTest::newRow("number in the middle") << QByteArray("a2b9") << QByteArray("a10b1");
    QTest::newRow("fewer zeros first") << QByteArray("srv1") << QByteArray("srv01");
    QTest::newRow("zeros count last") << QByteArray("srv01a") << QByteArray("srv1b");
    QTest::newRow("zero before one") << QByteArray("srv0") << QByteArray("srv1");
    QTest::newRow("not ASCII") << QByteArray("Ärger 9") << QByteArray("ärger 10");
    QTest::newRow("beyond 16 bits") << QByteArray("\xf0\x9f\x98\x80") << QByteArray("\xf0\x9f\x98\x81");
}

void NaturalOrderTest::namesComeInTheOrderThatAPersonExpects()
{
    QFETCH(const QByteArray, first);
    QFETCH(const QByteArray, second);
    QCOMPARE(naturalCompare(first, second), -1);
    QCOMPARE(naturalCompare(second, first), 1);
    QCOMPARE(naturalCompare(first, first), 0);
}

void NaturalOrderTest::caseDoesNotCount()
{
    QCOMPARE(naturalCompare("SQL-01", "sql-01"), 0);
    QCOMPARE(naturalCompare("BÜRO Ω", "büro ω"), 0);
}

void NaturalOrderTest::numbersOfAnyLengthAreCompared()
{
    const auto compare = [](const QByteArray &a, const QByteArray &b) {
        return naturalCompare(a, b);
    };
    // Lengths of numbers are written in one byte up to 8 digits, then in bytes of 254 each.
    for (const qsizetype digits : {1, 7, 8, 9, 10, 261, 262, 263, 264, 517, 70000}) {
        const QByteArray number = QByteArray(digits, '9');
        const QByteArray next = "1" + QByteArray(digits, '0');
        QCOMPARE(compare("n" + number, "n" + next), -1);
        QCOMPARE(compare("n" + next, "n" + number), 1);
        QCOMPARE(compare("n" + number + "a", "n000" + number + "b"), -1);
        QCOMPARE(compare("n" + number, "n" + number), 0);
    }
}

void NaturalOrderTest::brokenUtf8IsOrderedAndEnds()
{
    QCOMPARE(naturalCompare("a\xff", "a\xff"), 0);
    QCOMPARE(naturalCompare("a\xc3", "b"), -1);
    QCOMPARE(naturalCompare(QByteArrayView("\0a", 2), QByteArrayView("\0b", 2)), -1);
    QCOMPARE(naturalCompare(QByteArrayView("a\0", 2), QByteArrayView("a", 1)), 1);
}

void NaturalOrderTest::randomTextsAreOrderedAsInPlainWords()
{
    std::mt19937 random(36); // the same texts in every run
    const QString alphabet = QStringLiteral("aAbB-. 0001299äÄßéЯя漢");
    const auto randomText = [&] {
        QString text;
        for (size_t length = random() % 30; text.size() < qsizetype(length);)
            text.append(alphabet[qsizetype(random() % size_t(alphabet.size()))]);
        return text;
    };
    for (int i = 0; i < 50000; ++i) {
        const QString a = randomText();
        QString b = randomText();
        if (i % 2 == 0) // texts that begin alike
            b = a.left(qsizetype(random() % size_t(a.size() + 1))) + b.left(3);
        const int expected = plainCompare(a, b);
        if (naturalCompare(a.toUtf8(), b.toUtf8()) != expected)
            QFAIL(qPrintable(QStringLiteral("'%1' and '%2': expected %3").arg(a, b).arg(expected)));
    }
}

QTEST_APPLESS_MAIN(NaturalOrderTest)
#include "tst_naturalorder.moc"
