// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicerequests.h"
#include "tests/app/devices/streamedrows.h"
#include "tests/app/faults/faultfixture.h"
#include "tests/support/fault.h"
#include "tests/support/peakmemory.h"

#include <QJsonArray>
#include <QJsonObject>

#include <mutex>
#include <random>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

using Then = ByteAnswer::Then;

namespace {

QByteArray rowOf(int number)
{
    return R"({"name":"srv-)" + QByteArray::number(number) + R"(","status":"online","device_id":"id)"
        + QByteArray::number(number)
        + R"(","company_id":"1111","custom_tag":"t","os":"linux","backup_status":"Success","version":"1.0",)"
          R"("last_backup":"2026-02-17T05:39:20.120","next_backup":null,"group_name":"Linux"})";
}

QByteArray rowsOf(int count)
{
    QByteArrayList rows;
    for (int i = 0; i < count; ++i)
        rows << rowOf(i);
    return rows.join(',');
}

// What came of a device list.
struct SeenList
{
    std::vector<StreamedRow> rows;
    std::optional<ApiError> error;
    bool isWhole = false;
};

SeenList listAt(const QString &address, const Limits &limits = roomyLimits(), bool keepRows = true)
{
    StreamedRows rows; // taken on the client's thread, read here after it has gone
    SeenList seen;
    {
        ApiClient client(endpointAt(address), testKey());
        ListRequest request = deviceList();
        request.limits = limits;
        const auto sink = std::make_shared<DeviceStream>([&](const DeviceChunk &chunk) {
            if (keepRows)
                rows.add(chunk);
        });
        QObject context;
        Waiting waiting;
        const RequestHandle handle = client.send(request, sink, &context, [&](const Result<ListEnd> &end) {
            seen.isWhole = end.has_value();
            if (!end)
                seen.error = end.error();
            waiting.over();
        });
        waiting.wait();
    }
    seen.rows = std::move(rows.rows);
    return seen;
}

SeenList listFrom(const ByteAnswer &answer, const Limits &limits = roomyLimits())
{
    const ByteServer server([&](const ReceivedRequest &) { return answer; });
    return listAt(server.address(), limits);
}

QByteArrayList fieldNames()
{
    return {"name",    "status",        "device_id",   "company_id",  "custom_tag", "os",
            "version", "backup_status", "last_backup", "next_backup", "group_name"};
}

} // namespace

/// The device list from a bad server, through the real client and reader: rows that came are kept, damage is kept with its place, and
/// only a whole answer counts as whole.
class TestListFaults : public QObject
{
    Q_OBJECT

private slots:
    void F12_F13_aBrokenListKeepsItsRows_data();
    void F12_F13_aBrokenListKeepsItsRows();
    void F14_whatIsBeyondTheLengthIsNoRow();
    void F15_I10_anEndlessListStopsAtTheCap();
    void F15_I10_aRowWithoutEndStops();
    void F16_I10_aBombIsRefused();
    void F17_F18_packedListsAreRead_data();
    void F17_F18_packedListsAreRead();
    void F33_damageIsKeptWithItsPlace_data();
    void F33_damageIsKeptWithItsPlace();
    void F34_F35_anyFieldMayBeAnythingOrMissing();
    void F36_unknownWordsAreKeptAsTheyCame();
    void F64_randomListsNeverLoseARow();
};

void TestListFaults::F12_F13_aBrokenListKeepsItsRows_data()
{
    QTest::addColumn<ByteAnswer>("answer");
    QTest::addColumn<int>("kind");
    const QByteArray begun = '[' + rowsOf(3) + ",{\"name\":\"half";
    const auto row = [](const char *name, const ByteAnswer &answer, ErrorKind kind) {
        QTest::newRow(name) << answer << static_cast<int>(kind);
    };
    row("F12 too short", Fault::wrongLength(begun, 100), ErrorKind::CutShort);
    row("F12 too short, but a whole list", Fault::wrongLength('[' + rowsOf(3) + ']', 100),
        ErrorKind::CutShort);
    row("F13 chunks without end", Fault::unfinishedChunks(begun), ErrorKind::CutShort);
    row("reset", Fault::cut(jsonAnswer(begun + rowsOf(9)), jsonAnswer(begun).size(), Then::Reset),
        ErrorKind::CutShort);
    row("not closed", {.bytes = jsonAnswer('[' + rowsOf(3))}, ErrorKind::Unreadable);
    row("stalled", Fault::stalled(jsonAnswer(begun + rowsOf(9)), jsonAnswer(begun).size()),
        ErrorKind::TimedOut);
}

void TestListFaults::F12_F13_aBrokenListKeepsItsRows()
{
    QFETCH(const ByteAnswer, answer);
    QFETCH(const int, kind);
    const SeenList seen = listFrom(answer, idleWithin(1s));
    QVERIFY(!seen.isWhole);
    QVERIFY(seen.error);
    // without a length the library cannot always tell a cut from an end; then the list itself tells that it is not whole
    const bool isDeclared = answer.bytes.contains("Content-Length");
    if (isDeclared || seen.error->kind != ErrorKind::Unreadable)
        QCOMPARE(static_cast<int>(seen.error->kind), kind);
    QVERIFY(seen.rows.size() >= 3);
    for (size_t i = 0; i < 3; ++i) {
        QCOMPARE(seen.rows[i].text(TextColumn::Name), "srv-" + QByteArray::number(i));
        QCOMPARE(seen.rows[i].marks, 0);
    }
}

void TestListFaults::F14_whatIsBeyondTheLengthIsNoRow()
{
    const SeenList seen = listFrom({.bytes = jsonAnswer('[' + rowsOf(2) + ']') + ',' + rowOf(9) + ']'});
    QVERIFY(seen.isWhole);
    QCOMPARE(seen.rows.size(), size_t(2));
}

void TestListFaults::F15_I10_anEndlessListStopsAtTheCap()
{
    const ByteServer server(
        [](const ReceivedRequest &) { return Fault::endlessBody("[" + rowOf(0), ',' + rowsOf(300)); });
    const PeakMemory memory;
    Limits limits = Limits::list();
    limits.bytes = 16 << 20;
    const SeenList seen = listAt(server.address(), limits, false);
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::TooLarge);
    QVERIFY2(memory.growth() < 100 << 20, qPrintable(QString::number(memory.growth())));
}

void TestListFaults::F15_I10_aRowWithoutEndStops()
{
    const ByteServer server([](const ReceivedRequest &) {
        return Fault::endlessBody('[' + rowOf(0) + ",{\"name\":\"", QByteArray(256 << 10, 'x'));
    });
    const PeakMemory memory;
    const SeenList seen = listAt(server.address(), Limits::list());
    QVERIFY(seen.error);
    QCOMPARE(seen.error->kind, ErrorKind::TooLarge);
    QVERIFY(!seen.rows.empty());
    QCOMPARE(seen.rows.front().text(TextColumn::Name), "srv-0");
    QVERIFY2(memory.growth() < 400 << 20, qPrintable(QString::number(memory.growth())));
}

void TestListFaults::F16_I10_aBombIsRefused()
{
    const ByteServer server([](const ReceivedRequest &) { return Fault::gzipBomb(512); });
    const PeakMemory memory;
    const SeenList seen = listAt(server.address(), Limits::list());
    QVERIFY(seen.error);
    QVERIFY(seen.error->kind == ErrorKind::TooLarge || seen.error->kind == ErrorKind::Unreadable);
    QVERIFY(seen.rows.empty());
    QVERIFY2(memory.growth() < 400 << 20, qPrintable(QString::number(memory.growth())));
}

void TestListFaults::F17_F18_packedListsAreRead_data()
{
    QTest::addColumn<QByteArray>("coding");
    QTest::addColumn<int>("rows");
    QTest::newRow("F17 gzip, 11 MB") << QByteArray("gzip") << 45'000;
    QTest::newRow("F18 deflate") << QByteArray("deflate") << 1000;
    QTest::newRow("F18 br") << QByteArray("br") << 100;
    QTest::newRow("F18 zstd") << QByteArray("zstd") << 0;
}

void TestListFaults::F17_F18_packedListsAreRead()
{
    QFETCH(const QByteArray, coding);
    QFETCH(const int, rows);
    const SeenList seen = listFrom(Fault::coded(coding, '[' + rowsOf(rows) + ']'), Limits::list());
    QVERIFY2(seen.isWhole, seen.error ? qPrintable(seen.error->quotation()) : "");
    QCOMPARE(seen.rows.size(), static_cast<size_t>(rows));
    if (rows > 0)
        QCOMPARE(seen.rows.back().text(TextColumn::Name), "srv-" + QByteArray::number(rows - 1));
}

void TestListFaults::F33_damageIsKeptWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::newRow("the document's own sample")
        << QByteArray(R"({"name":"x","device_id": wvlg,"os":"linux"})");
    QTest::newRow("NaN") << QByteArray(R"({"device_id":"a","company_id":NaN})");
    QTest::newRow("1e400") << QByteArray(R"({"device_id":"a","company_id":1e400})");
    QTest::newRow("a number") << QByteArray("17");
    QTest::newRow("nested 100,000 deep")
        << R"({"device_id":)" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + '}';
    QTest::newRow("no colon") << QByteArray(R"({"device_id" "a"})");
}

void TestListFaults::F33_damageIsKeptWithItsPlace()
{
    QFETCH(const QByteArray, bad);
    const QByteArray body = '[' + rowOf(0) + ',' + bad + ',' + rowOf(1) + ']';
    const SeenList seen = listFrom({.bytes = jsonAnswer(body)});
    QVERIFY2(seen.isWhole, seen.error ? qPrintable(seen.error->what()) : "");
    QCOMPARE(seen.rows.size(), size_t(3));
    QCOMPARE(seen.rows[0].text(TextColumn::Name), "srv-0");
    QCOMPARE(seen.rows[2].text(TextColumn::Name), "srv-1");
    QVERIFY(seen.rows[1].marks & RowMark::damaged);
    QCOMPARE(seen.rows[1].damageOffset, rowOf(0).size() + 2);
    QCOMPARE(seen.rows[1].damageBytes, bad.left(4096));
}

// G7: each field takes each wrong value, and each is left out once; then all of them.
void TestListFaults::F34_F35_anyFieldMayBeAnythingOrMissing()
{
    const QByteArray large = '"' + QByteArray(1'000'000, 'x') + '"';
    const QByteArrayList wrong{"null", "\"\"", "0", "[]", "{}", "true", "1e308", "-0", "9223372036854775808",
                               large};
    QByteArrayList rows;
    const QByteArrayList fields = fieldNames();
    for (const QByteArray &field : fields) {
        const QByteArray before = '"' + field + "\":";
        for (const QByteArray &value : wrong) {
            QByteArray row = rowOf(0);
            const qsizetype begin = row.indexOf(before) + before.size();
            const qsizetype end = row.indexOf(field == "group_name" ? '}' : ',', begin);
            rows << row.replace(begin, end - begin, value);
        }
        rows << rowOf(0).replace(before, "\"gone\":");
    }
    rows << "{}";
    const SeenList seen = listFrom({.bytes = jsonAnswer('[' + rows.join(',') + ']')});
    QVERIFY2(seen.isWhole, seen.error ? qPrintable(seen.error->what()) : "");
    QCOMPARE(seen.rows.size(), static_cast<size_t>(rows.size()));
    for (size_t i = 0; i < seen.rows.size(); ++i) {
        const QByteArray &sent = rows.at(static_cast<qsizetype>(i));
        QVERIFY2(!(seen.rows[i].marks & RowMark::damaged), sent.left(200).constData());
        if (sent.contains(R"("name":"srv-0")"))
            QCOMPARE(seen.rows[i].text(TextColumn::Name),
                     "srv-0"); // the other fields of the row are as they were
    }
}

void TestListFaults::F36_unknownWordsAreKeptAsTheyCame()
{
    const QByteArrayList words{"Failure",      "FAILED",      "failed",
                               "gone fishing", "In Progress", "\xC3\xA9t\xC3\xA9"};
    QByteArrayList rows;
    for (const QByteArray &word : words)
        rows << rowOf(0).replace("Success", word).replace("online", word);
    const SeenList seen = listFrom({.bytes = jsonAnswer('[' + rows.join(',') + ']')});
    QVERIFY(seen.isWhole);
    QCOMPARE(seen.rows.size(), static_cast<size_t>(words.size()));
    for (size_t i = 0; i < seen.rows.size(); ++i) {
        QCOMPARE(seen.rows[i].word(WordColumn::LastResult), words.at(static_cast<qsizetype>(i)));
        QCOMPARE(seen.rows[i].word(WordColumn::Status), words.at(static_cast<qsizetype>(i)));
        QVERIFY(!(seen.rows[i].marks & RowMark::damaged));
    }
}

void TestListFaults::F64_randomListsNeverLoseARow()
{
    std::mt19937 random(64);
    const auto below = [&random](size_t end) {
        return std::uniform_int_distribution<size_t>(0, end - 1)(random);
    };
    const QByteArrayList fields = fieldNames();
    const QByteArrayList values{"null",       "true",       "-1.5e3", "\"text\"", "\"\\u00fc\\ud800\"",
                                "[1,[2,{}]]", "{\"a\":[]}", "\"\""};
    QByteArrayList rows;
    for (int i = 0; i < 5'000; ++i) {
        QByteArrayList members;
        for (size_t count = below(14); count > 0; --count)
            members << '"'
                    + (below(4) == 0 ? QByteArray("other") : fields.at(static_cast<qsizetype>(below(11))))
                    + "\":" + values.at(static_cast<qsizetype>(below(8)));
        rows << '{' + members.join(below(2) == 0 ? "," : " ,\n") + '}';
    }
    const SeenList seen = listFrom({.bytes = jsonAnswer('[' + rows.join(',') + ']'), .pieceSize = 7919});
    QVERIFY2(seen.isWhole, seen.error ? qPrintable(seen.error->what()) : "");
    QCOMPARE(seen.rows.size(), static_cast<size_t>(rows.size()));
}

QTEST_GUILESS_MAIN(TestListFaults)
#include "tst_listfaults.moc"
