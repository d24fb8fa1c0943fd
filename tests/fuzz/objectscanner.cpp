// SPDX-License-Identifier: GPL-3.0-or-later
// Wherever the pieces of an answer are cut, and however fast they are read, the same rows are found.
#include "app/net/objectscanner.h"

#include "tests/fuzz/target.h"

#include <algorithm>

namespace {

struct Scanned
{
    std::vector<ObjectScanner::Row> rows;
    bool isWhole = false;

    friend bool operator==(const Scanned &, const Scanned &) = default;
};

Scanned scanned(QByteArrayView answer, qsizetype pieceSize, RowStructure::Reading reading)
{
    ObjectScanner scanner(reading);
    Scanned all;
    for (qsizetype arrived = 0; arrived < answer.size();) {
        arrived = std::min(arrived + pieceSize, answer.size());
        const qint64 begin = scanner.firstNeeded();
        if (!scanner.scan(answer.first(arrived).sliced(begin), begin, all.rows))
            return all;
    }
    const qint64 begin = scanner.firstNeeded();
    all.isWhole = scanner.end(answer.sliced(begin), begin, all.rows).has_value();
    return all;
}

} // namespace

QByteArrayList seeds()
{
    return {R"([{"a":1},{"b":"}],{"},{}])",
            R"([{"name": "test", "device_id": wvlg, "os": "linux"},{"device_id":"x"}])",
            R"({"one":{"alone":[1,2,"\"\\"]}})",
            R"([1,"text",null,{"a":[{}]},,{"b":2}])",
            "\xEF\xBB\xBF [ ] \n",
            "null",
            "\"\"",
            '[' + QByteArray(70, ' ') + R"({"long":")" + QByteArray(130, '\\') + R"("}])"};
}

void tryBytes(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return;
    const qsizetype pieceSize = static_cast<unsigned char>(bytes.front()) % 67 + 1;
    const Scanned all = scanned(bytes, bytes.size(), RowStructure::Reading::Fastest);
    mustHold(all == scanned(bytes, pieceSize, RowStructure::Reading::Fastest), "a cut changes no row");
    mustHold(all == scanned(bytes, bytes.size(), RowStructure::Reading::Portable),
             "both readings find the same");
    qint64 end = 0;
    for (const ObjectScanner::Row &row : all.rows) {
        mustHold(row.begin >= end && row.end >= row.begin, "rows stand one behind the other");
        mustHold(row.end <= bytes.size(), "rows stand in the answer");
        end = row.end;
    }
}
