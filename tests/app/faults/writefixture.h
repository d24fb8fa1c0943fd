// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/writedoor.h"
#include "tests/app/faults/faultfixture.h"

#include <QJsonArray>
#include <QJsonObject>

Q_DECLARE_METATYPE(WriteEnd)
Q_DECLARE_METATYPE(WriteVerb)

/// For QCOMPARE.
inline char *toString(const std::optional<WriteEnd> &end)
{
    static constexpr std::array names{"Done", "Refused", "NotSent", "Unknown"};
    return qstrdup(end ? names[static_cast<size_t>(*end)] : "no end");
}

/// What the tests write: the shape of a new company, or the far longer one of a backup plan.
enum class Written { Company, Plan };

/// The bodies that they have. A notification names a device, and all others a name.
inline QJsonObject companyNamed(const QString &name)
{
    return {{QStringLiteral("name"), name}};
}
inline QJsonObject planNamed(const QString &name)
{
    using namespace Qt::StringLiterals;
    QJsonArray devices;
    for (int i = 0; i < 40; ++i)
        devices.append(u"wvlgllxuuaomn4bk4atfljznjyvsfhfeo5g6wgyart3os%1"_s.arg(1000 + i));
    return {{u"name"_s, name},
            {u"device_ids"_s, devices},
            {u"backup_details"_s,
             QJsonObject{{u"what_to_backup"_s, u"FILE_FOLDER"_s},
                         {u"where_to_backup"_s, u"CLOUD"_s},
                         {u"items_to_backup"_s, QJsonArray{u"C:\\Users"_s, u"D:\\Büro"_s}}}},
            {u"scheduler"_s,
             QJsonObject{{u"frequency_type"_s, u"DAILY"_s},
                         {u"daily_mode"_s, u"ALL_DAYS"_s},
                         {u"time"_s, u"20:00:00"_s}}}};
}
inline QJsonObject notificationOf(const QString &device)
{
    using namespace Qt::StringLiterals;
    return {{u"device_id"_s, device},
            {u"backup_set"_s, u"DEFAULT"_s},
            {u"type"_s, u"ALWAYS"_s},
            {u"emails"_s, QJsonArray{u"mark@idrive.com"_s}}};
}
/// What \a body was given as its name.
inline QString nameIn(const QJsonObject &body)
{
    using namespace Qt::StringLiterals;
    return body.value(body.contains("name"_L1) ? "name"_L1 : "device_id"_L1).toString();
}

/// A change that names \a name in its body and reads the "id" of the answer; an answer without one cannot be read. A PUT is always
/// the notification of a device: the API has no other.
inline WriteRequest<qint64> change(const QString &name, WriteVerb verb = WriteVerb::Post,
                                   Written written = Written::Company, Limits limits = roomyLimits())
{
    using namespace Qt::StringLiterals;
    const bool isPlan = written == Written::Plan;
    const bool isPut = verb == WriteVerb::Put;
    return {.verb = verb,
            .path = isPut ? u"/device/backup_plan/email_notification"_s
                : isPlan  ? u"/backup_plan"_s
                          : u"/company"_s,
            .body = isPut ? notificationOf(name)
                : isPlan  ? planNamed(name)
                          : companyNamed(name),
            .limits = limits,
            .read = [](const QJsonDocument &answer) -> Result<qint64> {
                if (const QJsonValue id = answer.object().value("id"_L1); id.isDouble())
                    return id.toInteger();
                return tl::make_unexpected(ApiError{.kind = ErrorKind::Unreadable, .position = 0});
            }};
}

/// One change, seen by who asked for it.
struct SeenWrite
{
    int calls = 0; ///< How often the handler was called.
    std::optional<WriteOutcome<qint64>> outcome;

    std::optional<WriteEnd> end() const { return outcome ? std::optional(outcome->end()) : std::nullopt; }
};

/// Sends \a request and waits for its end.
inline SeenWrite writeBy(ApiClient &client, const WriteRequest<qint64> &request)
{
    SeenWrite seen;
    QObject context;
    Waiting waiting;
    WriteDoor(client).send(request, &context, [&](WriteOutcome<qint64> came) {
        ++seen.calls;
        seen.outcome = std::move(came);
        waiting.over();
    });
    waiting.wait();
    return seen;
}

inline ByteAnswer created()
{
    return {.bytes = httpAnswer(201, "application/json", R"({"id":7})")};
}

/// Answers every read with an empty object and every change as \a answer says.
inline ByteServer::Script changesAnsweredBy(ByteAnswer answer)
{
    return [answer = std::move(answer)](const ReceivedRequest &request) {
        return request.verb() == "GET" ? ByteAnswer{.bytes = jsonAnswer("{}")} : answer;
    };
}

/// The changes that came in whole.
inline QList<ReceivedRequest> changesAt(const ByteServer &server)
{
    QList<ReceivedRequest> changes = server.requests();
    changes.removeIf([](const ReceivedRequest &request) { return request.verb() == "GET"; });
    return changes;
}

/// How often a change began to come in, whole or not.
inline qsizetype begunChangesAt(const ByteServer &server)
{
    const QByteArray all = server.received().join();
    return all.count("POST /api/msp/") + all.count("PUT /api/msp/");
}
