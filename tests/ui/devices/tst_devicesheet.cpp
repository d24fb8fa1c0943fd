// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/healthcolumn.h"
#include "app/sheets/cellguard.h"
#include "app/sheets/sheetwriter.h"
#include "tests/app/sheets/strictcsv.h"
#include "tests/ui/devices/gridfixture.h"
#include "ui/devices/devicesheet.h"

#include <random>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 tenPastEleven = 1'771'326'600'000; // 2026-02-17T11:10:00Z

std::vector<DeviceRow> shownRows(const GridFixture &fixture)
{
    const auto rows = fixture.model.order().rows();
    return {rows.begin(), rows.end()};
}

QByteArray written(SheetSource &sheet, SheetFormat format)
{
    return wholeSheet(sheet, {.format = format, .csv = {.hasByteOrderMark = false}});
}

/// One letter of those that make trouble at the beginning of a cell, or of others.
QString oddLetter(std::mt19937 &random)
{
    static const QString odd =
        u"=+-@\t\r\n ＝＋－＠'\"\u00A0\u00AD\u200B\u200F\u202E\u2066\u3000\uFEFF\u0001\u007F,;|aé1"_s;
    return odd.mid(static_cast<qsizetype>(below(random, static_cast<size_t>(odd.size()))), 1);
}

/// Whether a spreadsheet could take \a cell for a formula: the first letter that is seen begins one. Written without a look at the
/// guard.
bool couldBeFormula(const QString &cell)
{
    for (const QChar letter : cell) {
        if (u"=+-@\t\r＝＋－＠"_s.contains(letter))
            return true;
        const bool isSeen = !letter.isSpace() && letter.isPrint() && letter.category() != QChar::Other_Format;
        if (isSeen)
            return false;
    }
    return false;
}

} // namespace

class TestDeviceSheet : public QObject
{
    Q_OBJECT

private slots:
    void rowsAndColumnsAreThoseOfTheGrid()
    {
        GridFixture f;
        TestDevice one = testDevice("id-1", "7", "CAS-DC02");
        one.word(WordColumn::Status) = "ONLINE";
        one.word(WordColumn::LastResult) = "FAILURE";
        one.word(WordColumn::Os) = "windows";
        one.word(WordColumn::Version) = "7.0.0";
        one.word(WordColumn::Group) = "Servers";
        one.tag() = "rack 4";
        one.times = {tenPastEleven, noTime};
        one.oddTimes[static_cast<size_t>(TimeColumn::NextRun)] = "tomorrow";
        f.read({one, testDevice("id-2", "7", "b\nc")});
        f.table.setCompanyName({AccountId(u"a"_s), CompanyId(u"7"_s)}, u"Castell, Ltd"_s);
        f.table.setAccountName(AccountId(u"a"_s), u"Castell IT"_s);
        HealthColumn health(f.table, nullptr, [] { return tenPastEleven; });
        health.take({.added = shownRows(f), .changed = {}, .removed = {}});
        std::vector<DeviceColumn> all;
        for (int column = 0; column < deviceColumnCount; ++column)
            all.push_back(static_cast<DeviceColumn>(column));
        DeviceSheet sheet({f.table, &health}, {f.device(u"id-2"_s), f.device(u"id-1"_s)}, all);
        QCOMPARE(sheet.expectedRows(), 2);
        QCOMPARE(sheet.columns().at(int(DeviceColumn::LastSuccess)).kind, CellKind::Time);
        QCOMPARE(written(sheet, SheetFormat::Json),
                 QByteArray("[\n"
                            "{\"Health\":\"Never, new\",\"Name\":\"b\\nc\",\"Company\":\"Castell, Ltd\","
                            "\"Account\":\"Castell IT\",\"Status\":null,\"Last result\":null,\"Last "
                            "success\":null,\"Next run\":null,"
                            "\"OS\":null,\"Version\":null,\"Group\":null,\"Tag\":null,"
                            "\"Device ID\":\"id-2\",\"Company ID\":\"7\"},\n"
                            "{\"Health\":\"Failing\",\"Name\":\"CAS-DC02\",\"Company\":\"Castell, Ltd\","
                            "\"Account\":\"Castell IT\",\"Status\":\"Online\",\"Last result\":\"Failed\","
                            "\"Last success\":\"2026-02-17T11:10:00Z\",\"Next run\":\"tomorrow\","
                            "\"OS\":\"Windows\",\"Version\":\"7.0.0\",\"Group\":\"Servers\","
                            "\"Tag\":\"rack 4\",\"Device ID\":\"id-1\",\"Company ID\":\"7\"}\n]\n"));
    }

    void columnsStandAsTheyWereTold()
    {
        GridFixture f;
        f.read(numberedDevices(2));
        DeviceSheet sheet(f.table, shownRows(f), {DeviceColumn::Id, DeviceColumn::Name});
        QCOMPARE(written(sheet, SheetFormat::Csv),
                 QByteArray("\"Device ID\",\"Name\"\r\nd1,pc-1\r\nd2,pc-2\r\n"));
    }

    void aDamagedRowSaysWhereItWas()
    {
        GridFixture f;
        TestDevice damaged = testDevice("", "", "");
        damaged.marks = RowMark::damaged;
        f.read({damaged});
        DeviceSheet sheet(f.table, shownRows(f), {DeviceColumn::Name, DeviceColumn::Id});
        QCOMPARE(written(sheet, SheetFormat::Json),
                 QByteArray("[\n{\"Name\":\"Damaged row (byte 4,711)\",\"Device ID\":null}\n]\n"));
    }

    void aRowThatWentIsLeftOut_thoughAnotherDeviceHasItsNumber()
    {
        GridFixture f;
        f.read(numberedDevices(5));
        DeviceSheet sheet(f.table, shownRows(f), {DeviceColumn::Id});
        sheet.follow(f.model);
        SheetRows rows;
        QVERIFY(sheet.addNextRow(rows));
        const DeviceRow number = f.device(u"d3"_s);
        std::vector<TestDevice> left = numberedDevices(5);
        left.erase(left.begin() + 2);
        f.read(left);
        left.push_back(testDevice("new"));
        f.read(left);
        QCOMPARE(f.device(u"new"_s), number);
        QStringList ids{QString::fromStdString(std::string(rows.text(0)))};
        rows.clear();
        while (sheet.addNextRow(rows)) {
            ids << QString::fromStdString(std::string(rows.text(0)));
            rows.clear();
        }
        QCOMPARE(ids, (QStringList{u"d1"_s, u"d2"_s, u"d4"_s, u"d5"_s}));
    }

    void wordsThatAreNewMeanwhileAreTakenToo()
    {
        GridFixture f;
        f.read(numberedDevices(2));
        DeviceSheet sheet(f.table, shownRows(f), {DeviceColumn::Group});
        SheetRows rows;
        QVERIFY(sheet.addNextRow(rows));
        std::vector<TestDevice> next = numberedDevices(2);
        next[1].word(WordColumn::Group) = "new group";
        f.read(next);
        rows.clear();
        QVERIFY(sheet.addNextRow(rows));
        QCOMPARE(rows.text(0), "new group");
    }

    void I15_noCellCanStartAFormula()
    {
        std::mt19937 random(20261125);
        constexpr int count = 10'000;
        std::vector<TestDevice> devices;
        QStringList names;
        for (int i = 0; i < count; ++i) {
            QString text;
            const size_t letters = 1 + below(random, 6);
            for (size_t letter = 0; letter < letters; ++letter)
                text += oddLetter(random);
            names << text;
            TestDevice device =
                testDevice(numbered("=id-", static_cast<size_t>(i)), "@1", text.toStdString());
            device.tag() = device.name();
            for (const WordColumn column : {WordColumn::Status, WordColumn::LastResult, WordColumn::Os,
                                            WordColumn::Version, WordColumn::Group})
                device.word(column) = device.name();
            device.oddTimes[0] = device.name();
            devices.push_back(device);
        }
        GridFixture f;
        f.read(devices);
        std::vector<DeviceRow> rows;
        for (int i = 0; i < count; ++i)
            rows.push_back(f.device(u"=id-%1"_s.arg(i)));
        std::vector<DeviceColumn> columns{
            DeviceColumn::Name,        DeviceColumn::Company, DeviceColumn::Status,  DeviceColumn::LastResult,
            DeviceColumn::LastSuccess, DeviceColumn::Os,      DeviceColumn::Version, DeviceColumn::Group,
            DeviceColumn::Tag,         DeviceColumn::Id};
        DeviceSheet sheet(f.table, rows, columns);
        const auto lines = strictCsv(written(sheet, SheetFormat::Csv));
        QVERIFY(lines);
        QCOMPARE(lines->size(), count + 1);
        qsizetype guarded = 0;
        for (int i = 0; i < count; ++i) {
            const QList<QByteArray> &cells = lines->at(i + 1);
            for (const QByteArray &cell : cells)
                QVERIFY2(!couldBeFormula(QString::fromUtf8(cell)), cell.toPercentEncoding().constData());
            const std::string_view name(cells.first().data(), static_cast<size_t>(cells.first().size()));
            QCOMPARE(std::string(withoutGuard(name)), names[i].toStdString());
            guarded += withoutGuard(name) != name ? 1 : 0;
        }
        QVERIFY(guarded > count / 4);
        QVERIFY(guarded < count);
    }
};

QTEST_MAIN(TestDeviceSheet)
#include "tst_devicesheet.moc"
