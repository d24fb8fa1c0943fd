// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicevalues.h"
#include "tests/app/devices/streamedrows.h"

#include <QTest>

namespace {

QByteArray nameOf(size_t field)
{
    return QByteArray(deviceFieldNames[field].data(), static_cast<qsizetype>(deviceFieldNames[field].size()));
}

// A device with a good value in every field, but \a value in \a changed; an empty value leaves the field out.
QByteArray device(size_t changed, const QByteArray &value)
{
    QByteArrayList fields;
    for (size_t field = 0; field < deviceFieldCount; ++field) {
        const bool isTime = nameOf(field).endsWith("_backup");
        QByteArray written =
            isTime ? QByteArray("\"2026-02-17T05:39:20.120\"") : '"' + nameOf(field) + "-1\"";
        if (field == changed)
            written = value;
        if (!written.isEmpty())
            fields << '"' + nameOf(field) + "\":" + written;
    }
    return '{' + fields.join(',') + '}';
}

// What the row says in \a field, as text.
QByteArray valueIn(const StreamedRow &row, DeviceField field)
{
    const auto time = [&row](TimeColumn column) {
        return row.time(column) == noTime ? QByteArray() : QByteArray::number(row.time(column));
    };
    switch (field) {
    case DeviceField::Name:
        return row.text(TextColumn::Name);
    case DeviceField::Status:
        return row.word(WordColumn::Status);
    case DeviceField::DeviceId:
        return row.text(TextColumn::Id);
    case DeviceField::CompanyId:
        return row.word(WordColumn::Company);
    case DeviceField::CustomTag:
        return row.text(TextColumn::Tag);
    case DeviceField::Os:
        return row.word(WordColumn::Os);
    case DeviceField::BackupStatus:
        return row.word(WordColumn::LastResult);
    case DeviceField::Version:
        return row.word(WordColumn::Version);
    case DeviceField::LastBackup:
        return time(TimeColumn::LastSuccess);
    case DeviceField::NextBackup:
        return time(TimeColumn::NextRun);
    case DeviceField::GroupName:
        return row.word(WordColumn::Group);
    }
    return {};
}

} // namespace

class TestDeviceFields : public QObject
{
    Q_OBJECT

private slots:
    void F34_wrongTypesCostTheirFieldOnly_data();
    void F34_wrongTypesCostTheirFieldOnly();
    void F35_missingFieldsAreNone();
    void F35_rowWithoutAnyFieldIsKept();
    void wholeNumbersStandForTheirDigits();
    void timesThatAreNotCanonicalKeepTheirText();
};

void TestDeviceFields::F34_wrongTypesCostTheirFieldOnly_data()
{
    QTest::addColumn<int>("field");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("isOdd");
    const std::vector<std::pair<QByteArray, bool>> values{
        {"null", false}, {"\"\"", false}, {"\"NA\"", false},
        {"[]", true},    {"{}", true},    {"[{\"os\":\"x\"},1]", true},
        {"true", true},  {"1.5", true},   {"1e308", true}};
    for (size_t field = 0; field < deviceFieldCount; ++field) {
        for (const auto &[value, isOdd] : values)
            QTest::addRow("%s %s", nameOf(field).constData(), value.constData())
                << int(field) << value << isOdd;
    }
}

void TestDeviceFields::F34_wrongTypesCostTheirFieldOnly()
{
    QFETCH(const int, field);
    QFETCH(const QByteArray, value);
    QFETCH(const bool, isOdd);
    const Streamed all =
        streamed('[' + device(deviceFieldCount, {}) + ',' + device(size_t(field), value) + ']');
    QVERIFY(!all.error);
    QCOMPARE(all.rows.size(), size_t(2));
    const StreamedRow &good = all.rows[0];
    const StreamedRow &row = all.rows[1];
    for (int i = 0; i < int(deviceFieldCount); ++i) {
        const auto each = static_cast<DeviceField>(i);
        QVERIFY(!valueIn(good, each).isEmpty());
        if (i != field)
            QCOMPARE(valueIn(row, each), valueIn(good, each));
        else
            QCOMPARE(valueIn(row, each), "");
    }
    const bool isId = static_cast<DeviceField>(field) == DeviceField::DeviceId;
    QCOMPARE(row.marks, (isOdd ? RowMark::oddField : 0) | (isId ? RowMark::noId : 0));
}

void TestDeviceFields::F35_missingFieldsAreNone()
{
    for (size_t field = 0; field < deviceFieldCount; ++field) {
        const Streamed all = streamed('[' + device(field, {}) + ']');
        QCOMPARE(all.rows.size(), size_t(1));
        QCOMPARE(valueIn(all.rows[0], static_cast<DeviceField>(field)), "");
        QCOMPARE(all.rows[0].marks,
                 static_cast<DeviceField>(field) == DeviceField::DeviceId ? RowMark::noId : 0);
    }
}

void TestDeviceFields::F35_rowWithoutAnyFieldIsKept()
{
    const Streamed all = streamed("[{},{\"unknown\":[1,{\"name\":\"x\"}]}]");
    QVERIFY(!all.error);
    QCOMPARE(all.rows.size(), size_t(2));
    QCOMPARE(all.rows[0].marks, RowMark::noId);
    QCOMPARE(all.rows[1], all.rows[0]);
}

void TestDeviceFields::wholeNumbersStandForTheirDigits()
{
    for (size_t field = 0; field < deviceFieldCount; ++field) {
        const Streamed all = streamed('[' + device(field, "4711") + ']');
        const auto each = static_cast<DeviceField>(field);
        QCOMPARE(valueIn(all.rows[0], each), takesNumbers(each) ? "4711" : "");
        QCOMPARE(all.rows[0].marks, takesNumbers(each) ? 0 : RowMark::oddField);
    }
}

void TestDeviceFields::timesThatAreNotCanonicalKeepTheirText()
{
    const auto at = size_t(DeviceField::LastBackup);
    const Streamed all = streamed('[' + device(at, "\"2026-02-17T05:39:20.120Z\"") + ','
                                  + device(at, "\" last week \"") + ']');
    QCOMPARE(all.rows[0].time(TimeColumn::LastSuccess), all.rows[0].time(TimeColumn::NextRun));
    QCOMPARE(all.rows[0].oddTime(TimeColumn::LastSuccess), "2026-02-17T05:39:20.120Z");
    QCOMPARE(all.rows[0].marks, RowMark::oddTime);
    QCOMPARE(all.rows[1].time(TimeColumn::LastSuccess), noTime);
    QCOMPARE(all.rows[1].oddTime(TimeColumn::LastSuccess), "last week");
    QCOMPARE(all.rows[1].oddTime(TimeColumn::NextRun), "");
    QCOMPARE(all.rows[1].marks, RowMark::oddTime);
}

QTEST_GUILESS_MAIN(TestDeviceFields)
#include "tst_devicefields.moc"
