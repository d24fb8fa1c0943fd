// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notifications/notificationchange.h"

#include <vector>

/// What a person wants to be set for any number of devices.
struct NotificationWish
{
    QList<OpenWord<BackupSet>> sets{};
    MailFrequency frequency = MailFrequency::OnFailure;
    QStringList emails{};
    bool leavesOutLacking = true; ///< Devices that are known not to have a set are left out of it.

    NotificationRule ruleFor(const OpenWord<BackupSet> &set) const
    {
        return {.set = set, .frequency = frequency, .emails = emails};
    }
};

/// One line of the preview: a device and a set.
struct PlannedNotification
{
    size_t device = 0; ///< Its place in the list.
    NotificationRule rule{};
    bool isSent = true;
    QString remark{}; ///< Why it is left out, or what speaks against it. May be empty.

    friend bool operator==(const PlannedNotification &, const PlannedNotification &) = default;
};

/// What \a wish sends to whom: each device with each set, in the order of \a devices.
std::vector<PlannedNotification> plannedNotifications(const std::vector<NotifiedDevice> &devices,
                                                      const NotificationWish &wish);

/// The sets to offer: those that \a devices are known to have first, then the others that the API knows.
QList<OpenWord<BackupSet>> offeredSets(const std::vector<NotifiedDevice> &devices);
