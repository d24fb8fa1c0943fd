// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/notificationwish.h"

#include <QCoreApplication>

#include <algorithm>

namespace {

bool hasSet(const NotifiedDevice &device, const OpenWord<BackupSet> &set)
{
    return std::ranges::any_of(
        *device.sets, [&](const QString &word) { return foldedWord(word) == foldedWord(set.word()); });
}

} // namespace

std::vector<PlannedNotification> plannedNotifications(const std::vector<NotifiedDevice> &devices,
                                                      const NotificationWish &wish)
{
    std::vector<PlannedNotification> planned;
    planned.reserve(devices.size() * static_cast<size_t>(wish.sets.size()));
    for (size_t device = 0; device < devices.size(); ++device) {
        for (const OpenWord<BackupSet> &set : wish.sets) {
            PlannedNotification one{.device = device, .rule = wish.ruleFor(set)};
            if (devices[device].sets && !hasSet(devices[device], set)) {
                one.isSent = !wish.leavesOutLacking;
                one.remark = QCoreApplication::translate("NotificationWish",
                                                         "Has no such set, as far as its plans tell");
            }
            planned.push_back(std::move(one));
        }
    }
    return planned;
}

QList<OpenWord<BackupSet>> offeredSets(const std::vector<NotifiedDevice> &devices)
{
    QList<OpenWord<BackupSet>> offered;
    const auto offer = [&offered](const OpenWord<BackupSet> &set) {
        const bool isThere = std::ranges::any_of(offered, [&](const OpenWord<BackupSet> &each) {
            return foldedWord(each.word()) == foldedWord(set.word());
        });
        if (!isThere && !set.word().trimmed().isEmpty())
            offered << set;
    };
    for (const NotifiedDevice &device : devices) {
        const QStringList sets = device.sets.value_or(QStringList());
        for (const QString &word : sets)
            offer(backupSet(word));
    }
    for (const BackupSet set : allBackupSets)
        offer(backupSet(set));
    return offered;
}
