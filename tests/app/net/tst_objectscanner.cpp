// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/objectscanner.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <numeric>
#include <optional>

using namespace Qt::StringLiterals;
using Row = ObjectScanner::Row;
using Reading = RowStructure::Reading;

namespace {

struct Scan
{
    std::vector<Row> rows;
    std::optional<ApiError> error;

    friend bool operator==(const Scan &, const Scan &) = default;
};

// Scans \a body as if it came in pieces that end at \a cuts; the scanner sees no byte that it does not need any more.
Scan scanned(const QByteArray &body, const std::vector<qsizetype> &cuts = {},
             Reading reading = Reading::Fastest)
{
    ObjectScanner scanner(reading);
    Scan scan;
    Result<void> result;
    for (const qsizetype cut : cuts) {
        const qint64 from = scanner.firstNeeded();
        result = scanner.scan(QByteArrayView(body).sliced(from, cut - from), from, scan.rows);
        if (!result)
            break;
    }
    const qint64 from = scanner.firstNeeded();
    if (result)
        result = scanner.end(QByteArrayView(body).sliced(from), from, scan.rows);
    if (!result)
        scan.error = result.error();
    return scan;
}

// What was found, readable: rows as they are, damaged ones between exclamation marks.
QByteArray shown(const QByteArray &body, const Scan &scan)
{
    QByteArrayList parts;
    for (const Row &row : scan.rows) {
        const QByteArray text = body.sliced(row.begin, row.end - row.begin);
        parts << (row.isDamaged ? '!' + text + '!' : text);
    }
    return parts.join(' ')
        + (scan.error ? "error at " + QByteArray::number(scan.error->position) : QByteArray());
}

QByteArray shown(const QByteArray &body)
{
    return shown(body, scanned(body));
}

std::vector<qsizetype> everyByte(const QByteArray &body)
{
    std::vector<qsizetype> cuts(static_cast<size_t>(body.size()));
    std::iota(cuts.begin(), cuts.end(), 1);
    return cuts;
}

// Rows with what is hard about them: nested ones, brackets and commas in texts, escapes, blanks, and two that are damaged.
const QByteArray oddBody =
    "\xEF\xBB\xBF [ {\"a\": \"x\\\\\", \"b\" :\"}],{\\\"\" ,\"c\":[{\"d\":[]},{\"e\":null}]},\n"
    "{\"a\":\"\\\\\\\"\",\"b\":1e3},{\"id\": wvlg\",\"x\":\"y\"}, {\"name\":\"good\"},7,"
    "{\"long\":\"0123456789012345678901234567890123456789012345678901234567890123456789,{\"}\r\n]\n";

} // namespace

class TestObjectScanner : public QObject
{
    Q_OBJECT

private slots:
    void listsAreCutIntoRows_data();
    void listsAreCutIntoRows();
    void whatIsNoListIsRefused_data();
    void whatIsNoListIsRefused();
    void damagedRowsLeaveTheOthersGood_data();
    void damagedRowsLeaveTheOthersGood();
    void documentsOwnSampleDamagesItsRowOnly();
    void escapesAreNoticed();
    void everyCutFindsTheSame();
    void everyTruncationIsAnError();
    void everyMutationIsFoundAlikeByBothReadings();
    void nestingHasALimit();
    void rowWithoutEndIsTooLarge();
    void answerMadeToBeReadAgainAndAgainIsGivenUp();
    void validListsAreCutAsQtReadsThem();
};

void TestObjectScanner::listsAreCutIntoRows_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("rows");

    const auto row = [](const char *name, const char *body, const char *rows) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(rows);
    };
    row("one", "[{\"a\":1}]", "{\"a\":1}");
    row("two", "[{\"a\":1},{}]", "{\"a\":1} {}");
    row("white space", " \r\n\t[ {\"a\" : 1 }\n,\n{ } ]\n ", "{\"a\" : 1 } { }");
    row("byte order mark", "\xEF\xBB\xBF[{}]", "{}");
    row("brackets in texts", "[{\"a\":\"}{][\"},{\"],[\":\"\"}]", "{\"a\":\"}{][\"} {\"],[\":\"\"}");
    row("escaped quotes", R"([{"a":"\""},{"a":"\\"},{"a":"\\\"}"}])",
        R"({"a":"\""} {"a":"\\"} {"a":"\\\"}"})");
    row("nested", R"([{"a":{"b":[{},{"c":[1,[2]]}]}}])", R"({"a":{"b":[{},{"c":[1,[2]]}]}})");
    row("line feed in a text", "[{\"a\":\"1\n2\"}]", "{\"a\":\"1\n2\"}");
    row("empty", "[]", "");
    row("empty with blanks", " [ \n] ", "");
    row("null", "null", "");
    row("null with blanks", "\n null \n", "");
    row("empty text", "\"\"", "");
    row("no object", "{}", "");
    row("no object with blanks", " { \n} ", "");
    row("one object", " {\"a\":[{\"b\":1}]} ", "{\"a\":[{\"b\":1}]}");
}

void TestObjectScanner::listsAreCutIntoRows()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, rows);
    QCOMPARE(shown(body), rows);
    QVERIFY(!scanned(body).error);
}

void TestObjectScanner::whatIsNoListIsRefused_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("position");

    const auto row = [](const char *name, const QByteArray &body, int position) {
        QTest::newRow(name) << body << position;
    };
    row("nothing", "", 0);
    row("blanks", "  ", 2);
    row("web page", "<html>", 0);
    row("word", "true", 0);
    row("half a word", "nul", 3);
    row("long word", "nulls", 4);
    row("text", "\"x\"", 1);
    row("number", " 5", 1);
    row("half a byte order mark", "\xEF\xBB[]", 2);
    row("byte order mark twice", "\xEF\xBB\xBF\xEF\xBB\xBF[]", 3);
    row("open list", "[", 1);
    row("open list with a row", "[{\"a\":1}", 8);
    row("open row", "[{\"a\":1", 7);
    row("open after the comma", "[{},", 4);
    row("bytes behind the list", "[{}] x", 5);
    row("second list", "[][]", 2);
    row("bytes behind the object", "{\"a\":1},", 7);
    row("UTF-16", QByteArray(reinterpret_cast<const char *>(u"[{}"), 6), 6);
}

void TestObjectScanner::whatIsNoListIsRefused()
{
    QFETCH(const QByteArray, body);
    QFETCH(const int, position);
    const Scan scan = scanned(body);
    QVERIFY(scan.error);
    QCOMPARE(scan.error->kind, ErrorKind::Unreadable);
    QCOMPARE(scan.error->position, position);
}

void TestObjectScanner::damagedRowsLeaveTheOthersGood_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QByteArray>("rows");

    const auto row = [](const char *name, const char *body, const char *rows) {
        QTest::newRow(name) << QByteArray(body) << QByteArray(rows);
    };
    row("missing opening quote", R"([{"a":1},{"id":xyz","b":"c"},{"d":2}])",
        R"({"a":1} !{"id":xyz","b":"c"}! {"d":2})");
    row("missing closing quote", R"([{"a":"x},{"b":2},{"c":3}])", R"(!{"a":"x}! {"b":2} {"c":3})");
    row("missing quote of a name", R"([{a":1,"b":2},{"c":3}])", R"(!{a":1,"b":2}! {"c":3})");
    row("missing closing bracket", R"([{"a":1,{"b":2}])", R"(!{"a":1! {"b":2})");
    row("wrong closing bracket", R"([{"a":1],{"b":2}])", R"(!{"a":1]! {"b":2})");
    row("damaged last row", R"([{"a":1},{"b":x"}])", R"({"a":1} !{"b":x"}!)");
    row("damaged last row without its bracket", R"([{"a":1},{"b":[1} ] )", R"({"a":1} !{"b":[1}!)");
    row("missing opening bracket", R"(["a":1},{"b":2}])", R"(!"a":1}! {"b":2})");
    row("missing comma", R"([{"a":1}{"b":2}])", R"({"a":1} !! {"b":2})");
    row("comma too many", R"([{"a":1},,{"b":2}])", R"({"a":1} !! {"b":2})");
    row("comma at the end", R"([{"a":1},])", R"({"a":1} !!)");
    row("comma at the begin", R"([,{"a":1}])", R"(!! {"a":1})");
    row("stray byte for the comma", R"([{"a":1}"{"b":2}])", R"({"a":1} !"! {"b":2})");
    row("stray bytes behind a row", R"([{"a":1}"x":2},{"b":2}])", R"({"a":1} !"x":2}! {"b":2})");
    row("no objects", R"([1,null,-2.5e3 ,{"a":1}])", R"(!1! !null! !-2.5e3! {"a":1})");
    row("text among objects", R"([{"a":1},"x",{"b":1}])", R"({"a":1} !"x"! {"b":1})");
    row("list among objects", R"([{"a":1},[2],{"b":1}])", R"({"a":1} ![2]! {"b":1})");
    row("only a number", "[5]", "!5!");
    row("damaged single object", R"({"a":x","b":1,{"c":2})", R"(!{"a":x","b":1,{"c":2}!)");
}

void TestObjectScanner::damagedRowsLeaveTheOthersGood()
{
    QFETCH(const QByteArray, body);
    QFETCH(const QByteArray, rows);
    QCOMPARE(shown(body), rows);
    const Scan whole = scanned(body);
    QVERIFY(!whole.error);
    QCOMPARE(scanned(body, everyByte(body)), whole);
    QCOMPARE(scanned(body, everyByte(body), Reading::Portable), whole);
}

// API document, "Fetch Device Summary": its device_id has no quotes around it; with one of them missing every text of the
// row is taken for what stands between texts.
void TestObjectScanner::documentsOwnSampleDamagesItsRowOnly()
{
    const QByteArray sample = R"({
"name": "test-office",
"status": "offline",
"device_id": wvlgllxuuaomn4bk4atfljznjyvsfhfeo5g6wgyart3osefi",
"company_id": "1111",
"custom_tag": " ",
"last_backup": "2025-06-11T11:12:58.000",
"next_backup": null
})";
    const QByteArray good = R"({
"name": "good"
})";
    QCOMPARE(shown("[\n" + good + ",\n" + sample + ",\n" + good + "\n]"), good + " !" + sample + "! " + good);
}

void TestObjectScanner::escapesAreNoticed()
{
    const QByteArray body =
        R"([{"a":1},{"b":"\n"},{"c":3},{"d\u0041":"456789012345678901234567890123456789"},{"e":"x"}])";
    const Scan scan = scanned(body);
    QCOMPARE(scan.rows.size(), size_t(5));
    for (const Row &row : scan.rows)
        QCOMPARE(row.hasEscapes, body.sliced(row.begin, row.end - row.begin).contains('\\'));
}

void TestObjectScanner::everyCutFindsTheSame()
{
    const Scan whole = scanned(oddBody);
    QVERIFY(!whole.error);
    QCOMPARE(whole.rows.size(), size_t(6));
    QCOMPARE(std::ranges::count(whole.rows, true, &Row::isDamaged), 2);
    for (const Reading reading : {Reading::Fastest, Reading::Portable}) {
        for (qsizetype cut = 0; cut <= oddBody.size(); ++cut)
            QCOMPARE(scanned(oddBody, {cut}, reading), whole);
        QCOMPARE(scanned(oddBody, everyByte(oddBody), reading), whole);
    }
}

void TestObjectScanner::everyTruncationIsAnError()
{
    const Scan whole = scanned(oddBody);
    const qsizetype closed = oddBody.lastIndexOf(']');
    for (qsizetype size = 0; size <= closed; ++size) {
        const Scan scan = scanned(oddBody.first(size));
        QVERIFY2(scan.error, qPrintable(QString::number(size)));
        QCOMPARE(scan.error->position, size);
        for (size_t i = 0; i < scan.rows.size(); ++i)
            QCOMPARE(scan.rows[i], whole.rows[i]);
        const auto before = std::ranges::count_if(
            whole.rows, [size](const Row &row) { return row.end <= size && !row.isDamaged; });
        QCOMPARE(std::ranges::count(scan.rows, false, &Row::isDamaged), before);
    }
}

void TestObjectScanner::everyMutationIsFoundAlikeByBothReadings()
{
    constexpr QByteArrayView nasty("\0\x01\t\n \"\\,:{}[]0-e'u/\x7f\x80\xc3\xed\xff", 24);
    QRandomGenerator random(20260223);
    for (qsizetype place = 0; place < oddBody.size(); ++place) {
        for (const char byte : nasty) {
            QByteArray body = oddBody;
            body[place] = byte;
            const qsizetype cut = random.bounded(body.size());
            const Scan whole = scanned(body);
            QCOMPARE(scanned(body, {cut}), whole);
            QCOMPARE(scanned(body, {cut}, Reading::Portable), whole);
            if (place % 8 == 0)
                QCOMPARE(scanned(body, everyByte(body)), whole);
        }
    }
}

void TestObjectScanner::nestingHasALimit()
{
    const auto nested = [](int levels) -> QByteArray {
        return "{\"a\":" + QByteArray(levels - 1, '[') + QByteArray(levels - 1, ']') + '}';
    };
    const QByteArray deepest = nested(RowStructure::deepestNesting);
    const QByteArray tooDeep = nested(RowStructure::deepestNesting + 1);
    QCOMPARE(shown("[{\"b\":1}," + deepest + ",{\"c\":2}]"), "{\"b\":1} " + deepest + " {\"c\":2}");
    QCOMPARE(shown("[{\"b\":1}," + tooDeep + ",{\"c\":2}]"), "{\"b\":1} !" + tooDeep + "! {\"c\":2}");
    QVERIFY(scanned(QByteArray(100'000, '[')).error);
    QVERIFY(scanned("[" + QByteArray("{\"a\":").repeated(100'000)).error);
}

void TestObjectScanner::rowWithoutEndIsTooLarge()
{
    QByteArray body = "[{\"a\":\"";
    body.append(ObjectScanner::longestRow + 64, 'x');
    const Scan scan = scanned(body);
    QVERIFY(scan.error);
    QCOMPARE(scan.error->kind, ErrorKind::TooLarge);
}

// Every eighth byte looks like the begin of a row that is found to be damaged only after the deepest nesting.
void TestObjectScanner::answerMadeToBeReadAgainAndAgainIsGivenUp()
{
    const QByteArray body = "[" + QByteArray("{\"a\":[1,").repeated(1 << 17) + "]";
    const Scan scan = scanned(body);
    QVERIFY(scan.error);
    QCOMPARE(scan.error->kind, ErrorKind::Unreadable);
    QVERIFY(scan.error->position < body.size());
}

namespace {

QString randomText(QRandomGenerator &random)
{
    static const QString letters = u"ab \"\\{}[],:\n\t\u00e9\u20ac\U0001F600/"_s;
    QString text;
    for (int i = random.bounded(12); i > 0; --i)
        text += letters[random.bounded(letters.size())];
    return text.isValidUtf16() ? text : QString();
}

QJsonValue randomValue(QRandomGenerator &random, int depth)
{
    QJsonArray array;
    QJsonObject object;
    switch (random.bounded(depth > 3 ? 5 : 7)) {
    case 0:
        return QJsonValue();
    case 1:
        return random.bounded(2) == 0;
    case 2:
        return random.bounded(1000000) / 64.0;
    case 3:
    case 4:
        return randomText(random);
    case 5:
        for (int i = random.bounded(4); i > 0; --i)
            array.append(randomValue(random, depth + 1));
        return array;
    default:
        for (int i = random.bounded(5); i > 0; --i)
            object.insert(randomText(random), randomValue(random, depth + 1));
        return object;
    }
}

} // namespace

void TestObjectScanner::validListsAreCutAsQtReadsThem()
{
    QRandomGenerator random(20260224);
    for (int round = 0; round < 3000; ++round) {
        QJsonArray list;
        for (int i = random.bounded(6); i > 0; --i) {
            QJsonObject row;
            for (int field = random.bounded(6); field > 0; --field)
                row.insert(randomText(random), randomValue(random, 1));
            list.append(row);
        }
        const QByteArray body =
            QJsonDocument(list).toJson(round % 2 == 0 ? QJsonDocument::Compact : QJsonDocument::Indented);
        const qsizetype cut = random.bounded(body.size());
        const Scan scan = scanned(body, {cut}, round % 3 == 0 ? Reading::Portable : Reading::Fastest);
        QVERIFY2(!scan.error, body.constData());
        QCOMPARE(scan.rows.size(), static_cast<size_t>(list.size()));
        for (qsizetype i = 0; i < list.size(); ++i) {
            const Row &row = scan.rows[static_cast<size_t>(i)];
            QVERIFY(!row.isDamaged);
            QCOMPARE(QJsonDocument::fromJson(body.sliced(row.begin, row.end - row.begin)).object(),
                     list[i].toObject());
        }
    }
}

QTEST_GUILESS_MAIN(TestObjectScanner)
#include "tst_objectscanner.moc"
