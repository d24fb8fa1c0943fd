// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/notificationchange.h"
#include "tests/app/changes/changefixture.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <mutex>

using namespace Qt::StringLiterals;

namespace {

/// A server that keeps notifications, refuses what is so already, and does what a network does. Every request is held to the API document.
class NotificationServer
{
public:
    /// What happens to a request, by device and attempt.
    enum class Fault { None, LostAfterwards, LostBefore, CutAnswer, Unavailable, TooMany, Refused };
    using Choose = std::function<Fault(int device, int attempt)>;

    explicit NotificationServer(Choose choose)
        : m_choose(std::move(choose)),
          m_server([this](const ReceivedRequest &request) { return answerTo(request); })
    { }

    QString address() const { return m_server.address(); }
    QHash<QString, QJsonObject> kept() const
    {
        const std::lock_guard lock(m_mutex);
        return m_kept;
    }
    /// The largest number of requests that one device had.
    int mostRequests() const
    {
        const std::lock_guard lock(m_mutex);
        return m_requests.isEmpty() ? 0 : *std::ranges::max_element(m_requests);
    }

private:
    static ByteAnswer refusal(int status, const QByteArray &type, const QByteArray &field,
                              const QByteArrayList &headers = {})
    {
        return {.bytes = httpAnswer(status, "application/json",
                                    "{\"ok\":false,\"type\":\"" + type + "\",\"message\":\"\",\"code\":"
                                        + QByteArray::number(status) + ",\"errors\":[{\"type\":\"" + type
                                        + "\",\"field\":\"" + field + "\",\"message\":\"of the server\"}]}",
                                    headers)};
    }

    ByteAnswer answerTo(const ReceivedRequest &request)
    {
        const QJsonObject body = QJsonDocument::fromJson(request.body).object();
        const QString device = body["device_id"_L1].toString();
        const std::lock_guard lock(m_mutex);
        const Fault fault = m_choose(QStringView(device).mid(1).toInt(), m_requests[device]++);
        switch (fault) {
        case Fault::LostBefore:
            return {.then = ByteAnswer::Then::Reset};
        case Fault::Unavailable:
            return {.bytes = httpAnswer(503, "text/html", "<html>")};
        case Fault::TooMany:
            return refusal(429, "too_many", "", {"Retry-After: 2"});
        case Fault::Refused:
            return refusal(400, "entity_not_found", "backup_set");
        default:
            break;
        }
        if (m_kept.value(device) == body)
            return refusal(400, "same_state", "");
        m_kept[device] = body;
        const QByteArray good = jsonAnswer(R"({"ok":true,"message":"set"})");
        if (fault == Fault::LostAfterwards)
            return {.then = ByteAnswer::Then::Close};
        if (fault == Fault::CutAnswer)
            return {.bytes = good, .cutAt = good.size() - 3, .then = ByteAnswer::Then::Vanish};
        return {.bytes = good};
    }

    const Choose m_choose;
    mutable std::mutex m_mutex;
    QHash<QString, int> m_requests;
    QHash<QString, QJsonObject> m_kept;
    ByteServer m_server; // goes first: its thread calls into this
};

using Fault = NotificationServer::Fault;

const NotificationRule rule{.set = backupSet(BackupSet::Default),
                            .frequency = MailFrequency::OnFailure,
                            .emails = {u"a@b.example"_s}};

NewRun runOf(int devices)
{
    NewRun run{.title = u"E-mail notification"_s};
    for (int i = 0; i < devices; ++i) {
        run.changes.push_back(newNotification(
            {.key = {AccountId(u"a"_s), DeviceId(u"D%1"_s.arg(i))}, .name = u"PC %1"_s.arg(i)}, rule));
        run.changes.back().request.limits = roomyLimits();
    }
    return run;
}

/// What happens to an attempt at a device: each fault has its share of the devices.
Fault faultOfTheBadNetwork(int device, int attempt)
{
    if (device % 50 == 49)
        return Fault::Refused;
    if (attempt > 0)
        return device % 97 == 96 ? Fault::LostBefore : Fault::None; // lost twice
    switch (device % 7) {
    case 1:
        return Fault::LostAfterwards;
    case 2:
        return Fault::LostBefore;
    case 3:
        return Fault::CutAnswer;
    case 4:
        return Fault::Unavailable;
    case 5:
        return device % 35 == 5 ? Fault::TooMany : Fault::None;
    default:
        return Fault::None;
    }
}

} // namespace

/// Notifications through the runner, over a network that loses answers.
class TestManyNotifications : public QObject
{
    Q_OBJECT

private slots:
    void F30_sameStateAfterALostAnswerIsDone()
    {
        const NotificationServer server(
            [](int, int attempt) { return attempt == 0 ? Fault::LostAfterwards : Fault::None; });
        RunnerFixture steward(server.address(), {}, {}, {std::make_shared<NotificationChange>()});
        QVERIFY(steward.runner->start(runOf(1)));
        QTRY_VERIFY(steward.isOver());
        QCOMPARE(steward.change().state, ChangeState::Done);
        QCOMPARE(whatCameOf(steward.change()), u"was already set like this"_s);
        QCOMPARE(steward.change().attempts.size(), 2U);
        QCOMPARE(server.mostRequests(), 2);
    }

    void whatWasSetBeforeIsDoneAsWell()
    {
        const NotificationServer server([](int, int) { return Fault::None; });
        RunnerFixture steward(server.address(), {}, {}, {std::make_shared<NotificationChange>()});
        QVERIFY(steward.runner->start(runOf(1)));
        QTRY_VERIFY(steward.isOver());
        QVERIFY(steward.runner->start(runOf(1)));
        QTRY_VERIFY(steward.journal.changes().size() == 2 && steward.isOver());
        QCOMPARE(steward.change(0).answer.sentence, u"set"_s);
        QCOMPARE(steward.change(1).state, ChangeState::Done);
        QCOMPARE(steward.change(1).answer.sentence, u"was already set like this"_s);
    }

    void twoThousandDevicesOverABadNetwork()
    {
        constexpr int devices = 2000;
        const NotificationServer server(faultOfTheBadNetwork);
        RunnerFixture steward(server.address(), {}, {.mostUnknownInARow = 0},
                              {std::make_shared<NotificationChange>()});
        QVERIFY(steward.runner->start(runOf(devices)));
        QTRY_VERIFY_WITH_TIMEOUT(steward.isOver(), 100'000);
        QCOMPARE(server.mostRequests(), 2); // never a third attempt
        const QHash<QString, QJsonObject> kept = server.kept();
        for (const ChangeRecord &change : steward.journal.changes()) {
            const QString device = change.change.request.body["device_id"_L1].toString();
            const bool isKept = kept.value(device) == change.change.request.body;
            switch (change.state) {
            case ChangeState::Done:
                QVERIFY2(isKept, qPrintable(device));
                break;
            case ChangeState::Refused:
                QVERIFY2(!isKept && change.failure->error->errors.first().field == "backup_set"_L1,
                         qPrintable(device));
                break;
            case ChangeState::Unknown:
                QVERIFY2(change.attempts.size() == 2 && mayBeRetried(change), qPrintable(device));
                break;
            default:
                QFAIL(qPrintable(device + u' ' + label(change.state)));
            }
        }
        QCOMPARE(steward.count(ChangeState::Refused), devices / 50);
        QVERIFY(steward.count(ChangeState::Unknown) > 0);
        QVERIFY(steward.count(ChangeState::Done) > devices * 9 / 10);
    }
};

QTEST_GUILESS_MAIN(TestManyNotifications)
#include "tst_manynotifications.moc"
