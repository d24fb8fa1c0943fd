// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changesubject.h"
#include "app/notifications/notificationrule.h"

/// The setting of a device's e-mail notification, for the runner. It may be sent twice (a PUT), so that it needs no look-up: the API has
/// none, the present setting cannot be read. "Already so" is done.
class NotificationChange : public ChangeSubject
{
public:
    QString kind() const override;
    QString title() const override;
    Read reader() const override;
    std::optional<ChangeAnswer> doneBy(const ApiError &refusal, const ChangeRecord &change) const override;
};

/// A device whose notification is set.
struct NotifiedDevice
{
    DeviceKey key{};
    QString name{};
    QString company{};
    /// Its backup sets, as far as the plans that were read tell; nullopt: nobody knows.
    std::optional<QStringList> sets{};

    friend bool operator==(const NotifiedDevice &, const NotifiedDevice &) = default;
};

/// \a rule for \a device, as a person confirmed it. ruleFaults() has passed the rule.
NewChange newNotification(const NotifiedDevice &device, const NotificationRule &rule);

/// What a change of this kind is to set, in one line: "Cloud (default): when a backup fails, to a@b.example".
QString notificationText(const NotificationRule &rule);
