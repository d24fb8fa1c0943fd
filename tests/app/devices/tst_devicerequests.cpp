// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicerequests.h"
#include "tests/support/wrongvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const DeviceId asked(u"wvlgllxuuaomn4bk4atfljznjyvsfhfeo5g6wgyart3osefi"_s);

QJsonObject sample()
{
    return {{u"name"_s, u"test-office"_s},
            {u"status"_s, u"offline"_s},
            {u"device_id"_s, asked.text()},
            {u"company_id"_s, u"1111"_s},
            {u"custom_tag"_s, u" "_s},
            {u"os"_s, u"linux"_s},
            {u"backup_status"_s, u"Success"_s},
            {u"version"_s, u"1.0.21"_s},
            {u"last_backup"_s, u"2025-06-11T11:12:58.000"_s},
            {u"next_backup"_s, QJsonValue::Null},
            {u"group_name"_s, u"Linux"_s}};
}

QList<RawDevice> read(const QJsonDocument &answer)
{
    return rawDevice(asked, {}).read(answer).value_or(QList<RawDevice>());
}

} // namespace

/// One device's own row, as the server says it.
class TestDeviceRequests : public QObject
{
    Q_OBJECT

private slots:
    void bothIdsAreSent()
    {
        const auto request = rawDevice(DeviceId(u"a+b"_s), CompanyId(u"1111"_s));
        QCOMPARE(request.path, u"/device/summary"_s);
        QCOMPARE(request.query.size(), 2);
        QCOMPARE(request.query[0].name + u'=' + request.query[0].value, u"company_id=1111"_s);
        QCOMPARE(request.query[1].name + u'=' + request.query[1].value, u"device_id=a+b"_s);
    }

    void Q33_whichRowItIs_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("name"); // empty: the device is not known
        const QByteArray id = asked.text().toLatin1();
        const QByteArray other = R"({"device_id":"other","name":"other"})";
        const QByteArray right = "{\"device_id\":\"" + id + "\",\"name\":\"right\"}";
        QTest::newRow("one") << '[' + right + ']' << u"right"_s;
        QTest::newRow("object") << right << u"right"_s;
        QTest::newRow("among others") << '[' + other + ',' + right + ',' + other + ']' << u"right"_s;
        QTest::newRow("blanks around the id")
            << "[{\"device_id\":\" " + id + " \",\"name\":\"right\"}]" << u"right"_s;
        QTest::newRow("alone and nameless") << R"([{"name":"right"}])"_ba << u"right"_s;
        QTest::newRow("no row") << "[]"_ba << QString();
        QTest::newRow("empty object") << "{}"_ba << QString();
        QTest::newRow("null") << "null"_ba << QString();
        QTest::newRow("another only") << '[' + other + ']' << QString();
        QTest::newRow("two nameless") << R"([{"name":"a"},{"name":"b"}])"_ba << QString();
        QTest::newRow("case differs") << '[' + right.toUpper() + ']' << QString();
    }

    void Q33_whichRowItIs()
    {
        QFETCH(const QByteArray, answer);
        const auto row = rawDeviceIn(read(QJsonDocument::fromJson(answer)), asked);
        const QJsonObject shown = QJsonDocument::fromJson(row.value_or(RawDevice()).json.toUtf8()).object();
        QTEST(shown["name"_L1].toString(), "name");
        QCOMPARE(row.has_value(), !shown.isEmpty());
    }

    void theJsonIsIndentedAndWhole()
    {
        const auto row = rawDeviceIn(read(QJsonDocument(QJsonArray{sample()})), asked);
        QVERIFY(row.has_value());
        QVERIFY(row->json.startsWith("{\n    \"backup_status\": \"Success\",\n"_L1));
        QVERIFY(row->json.endsWith(u'}'));
        QCOMPARE(QJsonDocument::fromJson(row->json.toUtf8()).object(), sample());
    }

    void F34_everyWrongValueIsShownAsItCame()
    {
        for (const auto &answers : {withWrongValues(sample(), 1 << 20), withUnknownFields(sample())}) {
            for (const ChangedAnswer &changed : answers) {
                const QList<RawDevice> rows = read(QJsonDocument(QJsonArray{changed.answer}));
                QCOMPARE(rows.size(), 1);
                QCOMPARE(QJsonDocument::fromJson(rows[0].json.toUtf8()).object(), changed.answer.toObject());
                QVERIFY(changed.path == "device_id"_L1 || rawDeviceIn(rows, asked).has_value());
            }
        }
    }

    void whatIsNoObjectIsShownToo()
    {
        const QList<RawDevice> rows = read(QJsonDocument::fromJson(R"([17, "x", null])"));
        QCOMPARE(rows.size(), 3);
        QVERIFY(rows[0].json.contains("17"_L1));
        QVERIFY(!rawDeviceIn(rows, asked));
    }
};

QTEST_GUILESS_MAIN(TestDeviceRequests)
#include "tst_devicerequests.moc"
