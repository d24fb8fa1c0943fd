// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plandraft.h"

#include "app/base/sentname.h"
#include "app/net/jsonid.h"
#include "app/notifications/notificationrule.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace {

QString wireTime(QTime time)
{
    return time.toString(u"HH:mm:ss"_s);
}

// Each once; nothing inside is trimmed, because a path may begin or end with a blank.
QJsonArray eachOnce(QStringList texts)
{
    texts.removeAll(QString());
    texts.removeDuplicates();
    return QJsonArray::fromStringList(texts);
}

QString joinedPatterns(const QStringList &patterns)
{
    QStringList words;
    for (const QString &pattern : patterns) {
        const QString word = pattern.trimmed();
        if (!word.isEmpty() && !words.contains(word))
            words.append(word);
    }
    return words.join(u',');
}

// Only the fields of the chosen frequency: what is "Required" in the document's table is so for one of them each.
void addDays(QJsonObject &scheduler, const ScheduleDraft &draft)
{
    switch (draft.frequency) {
    case ScheduleFrequency::Monthly:
        scheduler["months"_L1] = QJsonArray::fromStringList(wireWords(draft.months));
        scheduler["dates"_L1] = QJsonArray::fromStringList(wireWords(draft.dates));
        break;
    case ScheduleFrequency::Weekly:
        scheduler["days"_L1] = QJsonArray::fromStringList(wireWords(draft.days));
        break;
    case ScheduleFrequency::Daily:
        scheduler["daily_mode"_L1] = wireWord(draft.dailyMode);
        break;
    case ScheduleFrequency::Hourly:
    case ScheduleFrequency::Immediate:
        break;
    }
}

QJsonObject detailsBody(const PlanDraft &draft)
{
    QJsonObject details{{u"what_to_backup"_s, wireWord(draft.what)},
                        {u"where_to_backup"_s, wireWord(draft.where)}};
    if (draft.what == WhatToBackup::FileFolder)
        details["items_to_backup"_L1] = eachOnce(draft.items);
    if (draft.where == WhereToBackup::Local && !draft.localPath.isEmpty())
        details["local_dest_path"_L1] = draft.localPath;
    return details;
}

void addFileOptions(QJsonObject &body, const PlanDraft &draft)
{
    body["exclude_hidden"_L1] = draft.excludeHidden;
    body["exclude_system"_L1] = draft.excludeSystem;
    body["enable_cdp"_L1] = draft.enableCdp;
    if (draft.enableCdp)
        body["cdp_frequency"_L1] = wireWord(draft.cdpFrequency);
    const QString patterns = joinedPatterns(draft.excludePartial);
    if (!patterns.isEmpty())
        body["exclude_partial"_L1] = patterns;
}

} // namespace

QJsonObject scheduleBody(const ScheduleDraft &draft)
{
    QJsonObject scheduler{{u"disable_schedule"_s, draft.isDisabled},
                          {u"start_missed_backup"_s, draft.startMissedBackup},
                          {u"frequency_type"_s, wireWord(draft.frequency)},
                          {u"time"_s, wireTime(draft.time)},
                          {u"send_email_notification"_s, wireWord(draft.mailFrequency)}};
    addDays(scheduler, draft);
    if (draft.cutOff)
        scheduler["cutoff_time"_L1] = wireTime(*draft.cutOff);
    const QStringList emails = emailsToSend(draft.mailFrequency, draft.emails);
    if (!emails.isEmpty())
        scheduler["email"_L1] = QJsonArray::fromStringList(emails);
    return scheduler;
}

QJsonObject planBody(const PlanDraft &draft)
{
    QStringList devices;
    for (const DeviceId &device : draft.devices)
        devices.append(device.text());
    QJsonArray groups;
    for (const PlanGroup &group : draft.groups) {
        if (!group.id.isNull() && !groups.contains(group.id))
            groups.append(group.id);
    }
    QJsonObject body{{u"company_id"_s, jsonNumberId(draft.company.text())},
                     {u"name"_s, sentName(draft.name)},
                     {u"backup_details"_s, detailsBody(draft)},
                     {u"scheduler"_s, scheduleBody(draft.schedule)}};
    if (!devices.isEmpty())
        body["device_ids"_L1] = eachOnce(devices);
    if (!groups.isEmpty())
        body["group_ids"_L1] = groups;
    if (draft.what == WhatToBackup::FileFolder)
        addFileOptions(body, draft);
    return body;
}
