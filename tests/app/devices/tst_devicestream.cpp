// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicechunkbuilder.h"
#include "app/devices/devicetable.h"
#include "app/devices/slowrowreader.h"
#include "app/net/objectscanner.h"
#include "tests/app/devices/streamedrows.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace Qt::StringLiterals;

namespace {

// API document, "Fetch Device Summary", with the quote that is missing there.
const QByteArray sample = R"({
"name": "test-office",
"status": "offline",
"device_id": "wvlgllxuuaomn4bk4atfljznjyvsfhfeo5g6wgyart3osefi",
"company_id": "1111",
"custom_tag": " ",
"os": "linux",
"backup_status": "Success",
"version": "1.0.21",
"last_backup": "2025-06-11T11:12:58.000",
"next_backup": null,
"group_name": "Linux"
})";

// Rows with what is hard about them.
const QByteArray oddBody = R"([{"name":"a\"b\\","device_id":"id1","company_id":7,"x":{"y":[1,-0.5,true]}},
 {"device_id":"id2" , "os":"windows","last_backup":"2026-02-17T05:39:20.120","version":1.5,"name":"\u00fc\u0000"},
{"device_id":"id3","st\u0061tus":"online","status":"offline","group_name":"}],{\"","custom_tag":["x"]},
{"name": "test", "device_id": wvlg", "os": "linux"},
{"device_id":"id4","backup_status":"In Progress","next_backup":"2026-02-17T11:15:00Z","name":"\ud83d\ude00"}])";

// Rows as most servers write them, with the numbers that its readers must tell apart.
const QByteArray plainBody =
    R"([{"name":"srv","status":"online","device_id":"id1","company_id":7,"custom_tag":"","x":1.5,"next_backup":null},)"
    R"({"device_id":"id2","version":1.25,"os":12,"name":"a","name":null,"group_name":-0,"y":"z"},)"
    R"({"last_backup":"2026-02-17T05:39:20.120","company_id":"00012345678901234567","name":12345678901234567}])";

std::vector<qsizetype> everyByte(const QByteArray &body)
{
    std::vector<qsizetype> cuts(static_cast<size_t>(body.size()));
    std::iota(cuts.begin(), cuts.end(), 1);
    return cuts;
}

// The same rows by the slow reader alone.
std::vector<StreamedRow> readSlowly(const QByteArray &body)
{
    ObjectScanner scanner;
    std::vector<ObjectScanner::Row> found;
    if (scanner.scan(body, 0, found))
        (void)scanner.end(QByteArrayView(body).sliced(scanner.firstNeeded()), scanner.firstNeeded(), found);
    DeviceChunkBuilder builder;
    SlowRowReader reader;
    for (const ObjectScanner::Row &row : found) {
        const QByteArrayView bytes = QByteArrayView(body).sliced(row.begin, row.end - row.begin);
        if (!row.isDamaged && reader.read(bytes))
            builder.addRow(reader.values(), reader.isRepaired() ? RowMark::repaired : 0);
        else
            builder.addDamaged(row.begin, bytes);
    }
    StreamedRows rows;
    rows.add(builder.takeChunk());
    return rows.rows;
}

QByteArray listOf(const QByteArrayList &rows)
{
    return '[' + rows.join(',') + ']';
}

} // namespace

class TestDeviceStream : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldIsRead();
    void documentsOwnSampleIsKeptAsDamaged();
    void firstRowsComeAtOnce();
    void codesContinueFromChunkToChunk();
    void everyCutGivesTheSameRows();
    void everyTruncationGivesTheRowsBeforeIt();
    void whatCameIsKeptWhenTheAnswerBreaksOff();
    void fastAndSlowReaderAgreeOnEveryMutation_data();
    void fastAndSlowReaderAgreeOnEveryMutation();
    void fastAndSlowReaderAgreeOnRandomLists();
    void F33_oddJsonIsReadOrKeptAsDamaged_data();
    void F33_oddJsonIsReadOrKeptAsDamaged();
    void oneBadByteSpoilsItsOwnRowOnly();
    void longRowsAreRead();
    void damagedBytesAreLimited();
};

void TestDeviceStream::everyFieldIsRead()
{
    const Streamed all = streamed(listOf({sample}));
    QVERIFY(!all.error);
    QCOMPARE(all.rows.size(), size_t(1));
    const StreamedRow &row = all.rows.front();
    QCOMPARE(row.text(TextColumn::Id), "wvlgllxuuaomn4bk4atfljznjyvsfhfeo5g6wgyart3osefi");
    QCOMPARE(row.text(TextColumn::Name), "test-office");
    QCOMPARE(row.text(TextColumn::Tag), "");
    QCOMPARE(row.word(WordColumn::Company), "1111");
    QCOMPARE(row.word(WordColumn::Status), "offline");
    QCOMPARE(row.word(WordColumn::LastResult), "Success");
    QCOMPARE(row.word(WordColumn::Os), "linux");
    QCOMPARE(row.word(WordColumn::Version), "1.0.21");
    QCOMPARE(row.word(WordColumn::Group), "Linux");
    QCOMPARE(row.time(TimeColumn::LastSuccess), Q_INT64_C(1749640378000));
    QCOMPARE(row.time(TimeColumn::NextRun), noTime);
    QCOMPARE(row.marks, 0);
    QCOMPARE(row.idHash, deviceIdHash(row.text(TextColumn::Id)));
}

void TestDeviceStream::documentsOwnSampleIsKeptAsDamaged()
{
    QByteArray broken = sample;
    broken.replace("\"wvlg", "wvlg");
    const QByteArray body = listOf({sample, broken, sample});
    const Streamed all = streamed(body);
    QVERIFY(!all.error);
    QCOMPARE(all.rows.size(), size_t(3));
    QCOMPARE(all.rows[0], all.rows[2]);
    QCOMPARE(all.rows[0].marks, 0);
    QCOMPARE(all.rows[1].marks, RowMark::damaged | RowMark::noId);
    QCOMPARE(all.rows[1].damageOffset, body.indexOf(broken));
    QCOMPARE(all.rows[1].damageBytes, broken);
}

void TestDeviceStream::firstRowsComeAtOnce()
{
    StreamedRows rows;
    DeviceStream stream([&rows](const DeviceChunk &chunk) { rows.add(chunk); });
    stream.begin(-1);
    const QByteArray begin = "[" + sample.first(50);
    const QByteArray rest = sample.sliced(50) + ",{";
    QCOMPARE(stream.take(begin), Result<bool>(false));
    QCOMPARE(rows.rows.size(), size_t(0));
    QCOMPARE(stream.take(rest), Result<bool>(true));
    QCOMPARE(rows.rows.size(), size_t(1));
}

void TestDeviceStream::codesContinueFromChunkToChunk()
{
    QByteArrayList rows;
    for (int i = 0; i < 4000; ++i)
        rows << R"({"device_id":"%1","company_id":%2,"version":"1.%3"})"_ba
                    .replace("%1", QByteArray::number(i))
                    .replace("%2", QByteArray::number(i % 7))
                    .replace("%3", QByteArray::number(i / 3));
    const QByteArray body = listOf(rows);
    const Streamed all = streamed(body, {1000, 90'000, 100'000});
    QVERIFY(all.chunks > 1);
    QCOMPARE(all.rows.size(), size_t(4000));
    for (int i = 0; i < 4000; ++i) {
        const StreamedRow &row = all.rows[static_cast<size_t>(i)];
        QCOMPARE(row.text(TextColumn::Id), QByteArray::number(i));
        QCOMPARE(row.word(WordColumn::Company), QByteArray::number(i % 7));
        QCOMPARE(row.word(WordColumn::Version), "1." + QByteArray::number(i / 3));
    }
}

void TestDeviceStream::everyCutGivesTheSameRows()
{
    const Streamed whole = streamed(oddBody);
    QVERIFY(!whole.error);
    QCOMPARE(whole.rows.size(), size_t(5));
    QCOMPARE(whole.rows[0].text(TextColumn::Name), "a\"b\\");
    QCOMPARE(whole.rows[0].word(WordColumn::Company), "7");
    QCOMPARE(whole.rows[1].text(TextColumn::Name), QByteArrayView("\u00fc\0", 3));
    QCOMPARE(whole.rows[1].marks, RowMark::oddField);
    QCOMPARE(whole.rows[2].word(WordColumn::Status), "offline");
    QCOMPARE(whole.rows[2].word(WordColumn::Group), "}],{\"");
    QCOMPARE(whole.rows[2].marks, RowMark::oddField);
    QCOMPARE(whole.rows[3].marks, RowMark::damaged | RowMark::noId);
    QCOMPARE(whole.rows[4].text(TextColumn::Name), "\U0001F600");
    QCOMPARE(whole.rows[4].oddTime(TimeColumn::NextRun), "2026-02-17T11:15:00Z");
    for (qsizetype cut = 0; cut <= oddBody.size(); ++cut)
        QCOMPARE(streamed(oddBody, {cut}).rows, whole.rows);
    QCOMPARE(streamed(oddBody, everyByte(oddBody)).rows, whole.rows);
}

void TestDeviceStream::everyTruncationGivesTheRowsBeforeIt()
{
    const std::vector<StreamedRow> whole = streamed(oddBody).rows;
    for (qsizetype size = 0; size < oddBody.size(); ++size) {
        const Streamed part = streamed(oddBody.first(size));
        QVERIFY(part.error);
        QCOMPARE(part.error->kind, ErrorKind::Unreadable);
        QCOMPARE(part.error->position, size);
        QVERIFY(part.rows.size() <= whole.size());
        QVERIFY(std::equal(part.rows.begin(), part.rows.end(), whole.begin()));
        QVERIFY(part.rows.size() + 1 >= size_t(oddBody.first(size).count("},\n")));
    }
}

void TestDeviceStream::whatCameIsKeptWhenTheAnswerBreaksOff()
{
    StreamedRows rows;
    DeviceStream stream([&rows](const DeviceChunk &chunk) { rows.add(chunk); });
    stream.begin(-1);
    for (const QByteArray &piece : QByteArrayList{"[" + sample, "," + sample, "," + sample + ",{"})
        QVERIFY(stream.take(piece));
    stream.breakOff();
    QCOMPARE(rows.rows.size(), size_t(3));
}

void TestDeviceStream::fastAndSlowReaderAgreeOnEveryMutation_data()
{
    QTest::addColumn<QByteArray>("whole");
    QTest::newRow("odd rows") << oddBody;
    QTest::newRow("plain rows") << plainBody;
}

void TestDeviceStream::fastAndSlowReaderAgreeOnEveryMutation()
{
    constexpr QByteArrayView nasty("\0\n \"\\,:{}[]0-.e'u/\x7f\x80\xc3\xff", 22);
    QFETCH(const QByteArray, whole);
    QVERIFY(streamed(whole).rows == readSlowly(whole));
    for (qsizetype place = 0; place < whole.size(); ++place) {
        for (const char byte : nasty) {
            QByteArray body = whole;
            body[place] = byte;
            const std::vector<StreamedRow> slow = readSlowly(body);
            const std::vector<StreamedRow> fast = streamed(body).rows;
            QVERIFY2(fast == slow, body.constData());
        }
    }
}

namespace {

QJsonValue randomValue(QRandomGenerator &random, int depth = 0)
{
    static const QStringList texts{u"online"_s,
                                   u" x "_s,
                                   u"NA"_s,
                                   u""_s,
                                   u"a\"\\\n\u00e9"_s,
                                   u"\U0001F600"_s,
                                   u"12"_s,
                                   u"2026-02-17T05:39:20.120"_s,
                                   u"2026-02-17T05:39:20+05:30"_s,
                                   u"2026-02-30T00:00:00.000"_s};
    switch (random.bounded(depth > 2 ? 10 : 12)) {
    case 0:
        return QJsonValue();
    case 1:
        return true;
    case 2:
        return random.bounded(100'000);
    case 3:
        return random.generateDouble() * 1e20;
    case 10:
        return QJsonArray{randomValue(random, depth + 1), 1};
    case 11:
        return QJsonObject{{u"os"_s, randomValue(random, depth + 1)}};
    default:
        return texts[random.bounded(texts.size())];
    }
}

} // namespace

void TestDeviceStream::fastAndSlowReaderAgreeOnRandomLists()
{
    QRandomGenerator random(20260225);
    for (int round = 0; round < 2000; ++round) {
        QJsonArray list;
        for (int i = random.bounded(4); i > 0; --i) {
            QJsonObject row{{u"extra"_s, randomValue(random)}};
            for (const std::string_view name : deviceFieldNames) {
                if (random.bounded(8) != 0)
                    row.insert(QString::fromUtf8(name.data(), static_cast<qsizetype>(name.size())),
                               randomValue(random));
            }
            list.append(row);
        }
        const QByteArray body =
            QJsonDocument(list).toJson(round % 2 == 0 ? QJsonDocument::Compact : QJsonDocument::Indented);
        const Streamed fast = streamed(body, {random.bounded(body.size())});
        QVERIFY(!fast.error);
        QCOMPARE(fast.rows.size(), static_cast<size_t>(list.size()));
        QVERIFY2(fast.rows == readSlowly(body), body.constData());
    }
}

void TestDeviceStream::F33_oddJsonIsReadOrKeptAsDamaged_data()
{
    QTest::addColumn<QByteArray>("row");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("marks");

    const auto row = [](const char *title, const QByteArray &bytes, const QByteArray &name, int marks) {
        QTest::newRow(title) << bytes << name << marks;
    };
    const int damaged = RowMark::damaged | RowMark::noId;
    row("duplicate keys: the last wins", R"({"device_id":"i","name":"a","name":"b"})", "b", 0);
    row("duplicate keys: the last is odd", R"({"device_id":"i","name":"a","name":[]})", "",
        RowMark::oddField);
    row("NaN", R"({"device_id":"i","name":NaN})", "", damaged);
    row("1e400", R"({"device_id":"i","x":1e400})", "", damaged);
    row("2^63", R"({"device_id":"i","name":9223372036854775808})", "", RowMark::oddField);
    row("2^53", R"({"device_id":"i","name":9007199254740992})", "9007199254740992", 0);
    row("-0", R"({"device_id":"i","name":-0})", "0", 0);
    row("negative", R"({"device_id":"i","name":-12})", "-12", 0);
    row("leading zero", R"({"device_id":"i","name":012})", "", damaged);
    row("nested deeply", "{\"device_id\":\"i\",\"x\":" + QByteArray(200, '[') + QByteArray(200, ']') + "}",
        "", 0);
    row("nested 100,000 times",
        "{\"device_id\":\"i\",\"x\":" + QByteArray(100'000, '[') + QByteArray(100'000, ']') + "}", "",
        damaged);
    row("byte order mark", "{\"device_id\":\"i\",\"name\":\" \xEF\xBB\xBF srv\"}", "srv", 0);
    row("byte order mark, escaped", R"({"device_id":"i","name":"\ufeffsrv"})", "srv", 0);
    row("half a character", R"({"device_id":"i","name":"a\ud800b"})", "a\uFFFDb", RowMark::repaired);
    row("other half", R"({"device_id":"i","name":"\udc00"})", "\uFFFD", RowMark::repaired);
    row("escaped zero", R"({"device_id":"i","name":"a\u0000b"})", QByteArray("a\0b", 3), 0);
    row("overlong UTF-8", "{\"device_id\":\"i\",\"name\":\"a\xC0\xAF\"}", "a\uFFFD\uFFFD", RowMark::repaired);
    row("Latin-1", "{\"device_id\":\"i\",\"name\":\"M\xFCller\"}", "M\uFFFDller", RowMark::repaired);
    row("line feed in a text", "{\"device_id\":\"i\",\"name\":\"a\nb\"}", "a\nb", 0);
    row("comment", R"({"device_id":"i",/**/"name":"a"})", "", damaged);
    row("single quotes", R"({"device_id":"i",'name':"a"})", "", damaged);
    row("comma at the end", R"({"device_id":"i","name":"a",})", "", damaged);
    row("escaped key", R"({"device_id":"i","n\u0061me":"a"})", "a", 0);
    row("blank", R"({"device_id":"i","name":" \t\n"})", "", 0);
    row("NA", R"({"device_id":"i","name":" NA "})", "", 0);
    row("N/A", R"({"device_id":"i","name":"N\/A"})", "", 0);
    row("no object", "5", "", damaged);
}

void TestDeviceStream::F33_oddJsonIsReadOrKeptAsDamaged()
{
    QFETCH(const QByteArray, row);
    QFETCH(const QByteArray, name);
    QFETCH(const int, marks);
    const QByteArray good = R"({"device_id":"good","name":"good"})";
    const Streamed all = streamed("\xEF\xBB\xBF" + listOf({good, row, good}));
    QVERIFY(!all.error);
    QCOMPARE(all.rows.size(), size_t(3));
    QCOMPARE(all.rows[0].text(TextColumn::Name), "good");
    QCOMPARE(all.rows[2].text(TextColumn::Name), "good");
    QCOMPARE(all.rows[1].text(TextColumn::Name), name);
    QCOMPARE(all.rows[1].marks, marks);
    if ((marks & RowMark::damaged) != 0)
        QCOMPARE(all.rows[1].damageBytes, row.first(std::min<qsizetype>(row.size(), 4096)));
}

void TestDeviceStream::oneBadByteSpoilsItsOwnRowOnly()
{
    QByteArrayList rows;
    for (int i = 0; i < 3000; ++i)
        rows << "{\"device_id\":\"" + QByteArray::number(i) + "\",\"name\":\""
                + (i % 1000 == 500 ? "\xFF" : "ok") + "\"}";
    const Streamed all = streamed(listOf(rows));
    QCOMPARE(all.rows.size(), size_t(3000));
    for (int i = 0; i < 3000; ++i) {
        QCOMPARE(all.rows[static_cast<size_t>(i)].text(TextColumn::Id), QByteArray::number(i));
        QCOMPARE(all.rows[static_cast<size_t>(i)].marks, i % 1000 == 500 ? RowMark::repaired : 0);
    }
}

void TestDeviceStream::longRowsAreRead()
{
    const QByteArray text(3 << 20, 'x');
    const QByteArray row =
        "{\"device_id\":\"i\",\"name\":\"" + text.first(70'000) + "\",\"x\":\"" + text + "\"}";
    const Streamed all = streamed(listOf({sample, row, sample}), {100'000, 1'000'000, 2'000'000});
    QVERIFY(!all.error);
    QCOMPARE(all.rows.size(), size_t(3));
    QCOMPARE(all.rows[1].text(TextColumn::Name).size(), qsizetype(DeviceChunkBuilder::longestText));
    QCOMPARE(all.rows[1].marks, RowMark::oddField);
    QCOMPARE(all.rows[2], all.rows[0]);

    // Not within a character.
    const Streamed cut = streamed("[{\"name\":\"x" + QByteArray("\u20ac").repeated(30'000) + "\"}]");
    QCOMPARE(cut.rows[0].text(TextColumn::Name), "x" + QByteArray("\u20ac").repeated(21'845));
}

void TestDeviceStream::damagedBytesAreLimited()
{
    const QByteArray broken = ",{\"a\":x\"" + QByteArray(6000, ' ') + "}";
    const int count = int(DeviceChunkBuilder::mostDamage / DeviceChunkBuilder::longestDamage) + 100;
    const Streamed all = streamed("[{}" + broken.repeated(count) + "]");
    QVERIFY(!all.error);
    QCOMPARE(all.rows.size(), size_t(count) + 1);
    QCOMPARE(all.rows[1].damageBytes, broken.sliced(1, DeviceChunkBuilder::longestDamage));
    QCOMPARE(all.rows.back().damageBytes, "");
    QVERIFY(all.rows.back().damageOffset > 0);
}

QTEST_GUILESS_MAIN(TestDeviceStream)
#include "tst_devicestream.moc"
