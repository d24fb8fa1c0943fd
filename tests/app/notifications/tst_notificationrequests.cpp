// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/errorenvelope.h"
#include "app/notifications/notificationrequests.h"
#include "tests/support/wrongvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray written(const QJsonObject &body)
{
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

Result<NotificationAnswer> read(const QJsonDocument &answer)
{
    return setNotification({}, {}).read(answer);
}

QJsonObject sample()
{
    return {{u"ok"_s, true}, {u"message"_s, u"Email notification settings updated successfully"_s}};
}

} // namespace

/// PUT /device/backup_plan/email_notification.
class TestNotificationRequests : public QObject
{
    Q_OBJECT

private slots:
    void Q6_Q40_theRequestIsTheDocumentsSample()
    {
        const auto request =
            setNotification(DeviceId(u"wtrp2zjidqr4hlsfz9vmebvtmudrpdfkayaskeunmq4civffo9"_s),
                            {.set = backupSet(BackupSet::Default),
                             .frequency = MailFrequency::Always,
                             .emails = {u"test@idrive.com"_s, u" support@idrive.com "_s}});
        QVERIFY(request.verb == WriteVerb::Put);
        QCOMPARE(request.path, u"/device/backup_plan/email_notification"_s);
        QVERIFY(request.query.isEmpty());
        QCOMPARE(
            written(request.body),
            R"({"backup_set":"DEFAULT","device_id":"wtrp2zjidqr4hlsfz9vmebvtmudrpdfkayaskeunmq4civffo9",)"
            R"("emails":["test@idrive.com","support@idrive.com"],"type":"ALWAYS"})"_ba);
    }

    void Q40_neverSendsNoAddress()
    {
        const auto request = setNotification(DeviceId(u"d"_s),
                                             {.set = backupSet(u"SOME_SET"_s),
                                              .frequency = MailFrequency::Never,
                                              .emails = {u"left@example.com"_s}});
        QCOMPARE(written(request.body),
                 R"({"backup_set":"SOME_SET","device_id":"d","emails":[],"type":"NEVER"})"_ba);
    }

    void theDocumentsAnswerIsRead()
    {
        const auto answer = read(QJsonDocument(sample()));
        QVERIFY(answer.has_value());
        QCOMPARE(answer->message, u"Email notification settings updated successfully"_s);
    }

    void Q43_Q89_okDecides_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("outcome");
        QTest::newRow("true") << R"({"ok":true})"_ba << u"good"_s;
        QTest::newRow("absent") << R"({"message":"done"})"_ba << u"good"_s;
        QTest::newRow("null") << R"({"ok":null})"_ba << u"good"_s;
        QTest::newRow("text true") << R"({"ok":"true"})"_ba << u"good"_s;
        QTest::newRow("false") << R"({"ok":false,"message":"no"})"_ba << u"refused: no"_s;
        QTest::newRow("text false") << R"({"ok":"false"})"_ba << u"refused: "_s;
        QTest::newRow("zero") << R"({"ok":0})"_ba << u"refused: "_s;
        QTest::newRow("maybe") << R"({"ok":"maybe"})"_ba << u"unknown"_s;
        QTest::newRow("array") << R"({"ok":[]})"_ba << u"unknown"_s;
        QTest::newRow("empty array") << "[]"_ba << u"unknown"_s;
        QTest::newRow("null document") << "null"_ba << u"unknown"_s;
    }

    void Q43_Q89_okDecides()
    {
        QFETCH(const QByteArray, answer);
        const auto result = read(QJsonDocument::fromJson(answer));
        QString outcome = u"good"_s;
        if (!result)
            outcome = result.error().kind == ErrorKind::Refused
                ? u"refused: "_s + result.error().serverMessage
                : u"unknown"_s;
        QTEST(outcome, "outcome");
        QVERIFY(result || !result.error().what().isEmpty());
    }

    void F34_F35_aWrongValueIsReadOrRefused()
    {
        for (const ChangedAnswer &changed : withWrongValues(sample(), 1 << 20)) {
            const auto answer = read(QJsonDocument(changed.answer.toObject()));
            if (changed.path == "message"_L1)
                QVERIFY2(answer.has_value(), changed.change.constData());
            else if (answer)
                QCOMPARE(answer->message, sample()["message"_L1].toString());
            else
                QVERIFY(!answer.error().what().isEmpty());
        }
        for (const ChangedAnswer &changed : withUnknownFields(sample())) {
            const auto answer = read(QJsonDocument(changed.answer.toObject()));
            QVERIFY(answer.has_value());
            QCOMPARE(answer->otherFields.size(), 1);
        }
    }

    void Q42_alreadySo_data()
    {
        QTest::addColumn<QByteArray>("envelope");
        QTest::addColumn<bool>("isAlreadySo");
        QTest::newRow("base type alone") << R"({"ok":false,"type":"same_state","code":400})"_ba << true;
        QTest::newRow("inner type")
            << R"({"ok":false,"type":"same_state","code":400,"errors":[{"type":"same_state"}]})"_ba << true;
        QTest::newRow("inner type under another base")
            << R"({"ok":false,"type":"invalid_request","code":400,"errors":[{"type":"same_state"}]})"_ba
            << true;
        QTest::newRow("with another fault")
            << R"({"ok":false,"type":"same_state","code":400,"errors":[{"type":"same_state"},{"type":"invalid_parameter","field":"emails"}]})"_ba
            << false;
        QTest::newRow("another fault") << R"({"ok":false,"type":"entity_not_found","code":400})"_ba << false;
        QTest::newRow("in the message only")
            << R"({"ok":false,"type":"invalid_request","message":"same_state","code":400})"_ba << false;
    }

    void Q42_alreadySo()
    {
        QFETCH(const QByteArray, envelope);
        QTEST(isAlreadySo(errorFromAnswer(400, "application/json", envelope)), "isAlreadySo");
    }
};

QTEST_GUILESS_MAIN(TestNotificationRequests)
#include "tst_notificationrequests.moc"
