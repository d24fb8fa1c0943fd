// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/net/jsonfields.h"
#include "app/net/writerequest.h"
#include "app/notifications/notificationrule.h"

/// What the server says to a notification that was set.
struct NotificationAnswer
{
    QString message{}; ///< Its own words, for quotation. May be empty.
    int unreadableFields = 0;
    QList<OtherField> otherFields{};

    friend bool operator==(const NotificationAnswer &, const NotificationAnswer &) = default;
};

/// Sets who gets mail about one backup set of a device. All four fields are always sent; for NEVER the addresses are an empty list.
/// ruleFaults() has passed \a rule. Whether the addresses replace those of before is not stated. The API names no company here.
///
/// `ok: false` is an error whatever the status. An `ok` that is neither true nor false leaves the outcome unknown (Unreadable).
/// Source: API document, "Update Email Notification for a Device".
WriteRequest<NotificationAnswer> setNotification(const DeviceId &device, const NotificationRule &rule);

/// True when \a error says that everything is already as it was asked for (same_state, and nothing else). After an attempt whose answer
/// was lost this means that the lost one had worked.
/// Source: API document, "Error Types".
bool isAlreadySo(const ApiError &error);
