// SPDX-License-Identifier: GPL-3.0-or-later
// The stream with its two readers makes the same rows as the slow reader alone, wherever the pieces of an answer are cut.
#include "app/devices/devicechunkbuilder.h"
#include "app/devices/slowrowreader.h"
#include "app/net/objectscanner.h"
#include "tests/app/devices/streamedrows.h"
#include "tests/fuzz/target.h"

namespace {

std::vector<StreamedRow> readSlowly(QByteArrayView body)
{
    ObjectScanner scanner;
    std::vector<ObjectScanner::Row> found;
    if (scanner.scan(body, 0, found))
        (void)scanner.end(body.sliced(scanner.firstNeeded()), scanner.firstNeeded(), found);
    DeviceChunkBuilder builder;
    SlowRowReader reader;
    for (const ObjectScanner::Row &row : found) {
        const QByteArrayView bytes = body.sliced(row.begin, row.end - row.begin);
        if (!row.isDamaged && reader.read(bytes))
            builder.addRow(reader.values(), reader.isRepaired() ? RowMark::repaired : 0);
        else
            builder.addDamaged(row.begin, bytes);
    }
    StreamedRows rows;
    rows.add(builder.takeChunk());
    return rows.rows;
}

} // namespace

QByteArrayList seeds()
{
    const QByteArray usual =
        R"({"name":"srv","status":"online","device_id":"id1","company_id":"1111","custom_tag":" ","os":"linux",)"
        R"("backup_status":"Success","version":"1.0","last_backup":"2026-02-17T05:39:20.120","next_backup":null,)"
        R"("group_name":"Linux"})";
    return {
        '[' + usual + ',' + usual + ']',
        R"([{"name":"a\"b\\","device_id":"id1","company_id":7,"x":{"y":[1,-0.5,true]}}])",
        R"([{"device_id":"id3","st\u0061tus":"online","status":"off","group_name":"}],{\"","custom_tag":["x"]}])",
        R"([{"name": "test", "device_id": wvlg},{"device_id":"id4","next_backup":"2026-02-17T11:15:00Z"}])",
        "[{\"device_id\":\"\xC3\x28\",\"name\":\"line\nfeed\",\"version\":1e400,\"os\":9223372036854775808}]",
        "[{\"device_id\":\"\xEF\xBB\xBF id\",\"name\":\" \xEF\xBB\xBF\xEF\xBB\xBFsrv\"}]",
        usual};
}

void tryBytes(QByteArrayView bytes)
{
    const QByteArray body = bytes.toByteArray();
    const Streamed all = streamed(body);
    mustHold(all.rows == readSlowly(body), "both readers agree");
    if (body.isEmpty())
        return;
    const qsizetype cut = static_cast<unsigned char>(body.back()) * body.size() / 256;
    const Streamed pieces = streamed(body, {cut / 2, cut});
    mustHold(pieces.rows == all.rows, "a cut changes no row");
    mustHold(pieces.error.has_value() == all.error.has_value(), "a cut changes no end");
}
