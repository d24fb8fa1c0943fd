// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/notificationrequests.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto sameState = "same_state"_L1;

Result<NotificationAnswer> readChanged(const QJsonDocument &answer)
{
    const ApiError unreadable{.kind = ErrorKind::Unreadable, .position = 0};
    const QJsonObject object = answer.isArray() ? answer.array().first().toObject() : answer.object();
    if (!answer.isObject() && object.isEmpty())
        return tl::unexpected(unreadable);
    JsonFields fields(object);
    const std::optional<bool> ok = fields.flag("ok"_L1);
    if (fields.unreadable() > 0)
        return tl::unexpected(unreadable);
    NotificationAnswer read{.message = fields.text("message"_L1)};
    if (ok == false)
        return tl::unexpected(
            ApiError{.kind = ErrorKind::Refused, .httpStatus = 200, .serverMessage = read.message});
    read.unreadableFields = fields.unreadable();
    read.otherFields = fields.others();
    return read;
}

} // namespace

WriteRequest<NotificationAnswer> setNotification(const DeviceId &device, const NotificationRule &rule)
{
    const QStringList emails = emailsToSend(rule.frequency, rule.emails);
    return {.verb = WriteVerb::Put,
            .path = u"/device/backup_plan/email_notification"_s,
            .body = {{u"device_id"_s, device.text()},
                     {u"backup_set"_s, rule.set.word()},
                     {u"type"_s, wireWord(rule.frequency)},
                     {u"emails"_s, QJsonArray::fromStringList(emails)}},
            .read = readChanged};
}

bool isAlreadySo(const ApiError &error)
{
    if (error.errors.isEmpty())
        return error.serverType == sameState;
    return std::ranges::all_of(error.errors, [](const FieldError &inner) { return inner.type == sameState; });
}
