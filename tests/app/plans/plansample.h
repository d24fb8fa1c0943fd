// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonDocument>
#include <QJsonObject>

/// The answer's row of the API document ("Fetch Backup Plan"), its print fault `falsev` mended.
inline QByteArray documentedPlan()
{
    return R"({
"backup_id": "679251",
"name": "testingplan",
"backup_set": "ENTIRE_MACHINE",
"is_backup_enabled": true,
"backup_pending_on": "hflafghwiv33fwbycnzfgnpbaocbrorndnakn6uqhmbbpsbua6",
"exclude_system": true,
"exclude_hidden": true,
"backup_details": {"what_to_backup": "ENTIRE_MACHINE", "where_to_backup": "CLOUD"},
"cdp_enabled": false,
"schedule_info": {
"email": "mark@idrive.com",
"start_missed_backup": false,
"days": ["MON", "TUE", "WED", "THU", "FRI"],
"frequency_type": "DAILY",
"time": "16:45:00",
"cutoff_time": "09:00:00",
"send_email_notification": "NEVER",
"scheduler_disabled": false
},
"devices": [{
"os": "windows",
"version": "6.8.2.11",
"name": "MARK-DAV1",
"status": "online",
"device_id": "hflafghwiv33fwbycnzfgnpbaocbrorndnakn6uqhmbbpsbua6",
"company_id": "51324",
"custom_tag": "Mark",
"backup_status": "Failure",
"last_backup": "2026-02-17T05:39:20.120",
"next_backup": "2026-02-17T11:15:00.000",
"backup_failure_reason": "NA",
"next_scheduled_backupset_name": "DEFAULT",
"user_backup_sets": {
"DEFAULT": {"backup_id": "814757", "backup_name": "CDPSIXTYMINUTESWithWIN"},
"LOCAL": {"backup_id": "367507", "backup_name": "LOCALPLAN"},
"ENTIRE_MACHINE": {"backup_id": "679251", "backup_name": "ENTIREPLAN"}
}
}]
})";
}

/// A plan with a good value in every field that may come.
inline QByteArray wholePlan()
{
    return R"({
"backup_id": "1", "company_id": 51324, "name": "files", "backup_set": "DEFAULT",
"is_backup_enabled": true, "cdp_enabled": true, "cdp_frequency": "TEN_MINUTES",
"exclude_system": true, "exclude_hidden": false, "exclude_partial": "*.dll,*.wab~",
"backup_applied_on": "dev-a, dev-b", "backup_pending_on": "dev-c", "backup_failed_on": "dev-d",
"backup_details": {"what_to_backup": "FILE_FOLDER", "where_to_backup": "LOCAL",
"items_to_backup": ["[All Profiles Folder]", "C:\\Data\\Finance\\"], "local_dest_path": "D:\\Backups"},
"schedule_info": {"frequency_type": "MONTHLY", "time": "17:40:30", "cutoff_time": "07:00:00",
"months": ["JANUARY", "FEBRUARY"], "dates": ["23", "25"], "days": ["SUN", "MON"], "daily_mode": "WEEKDAYS",
"scheduler_disabled": false, "start_missed_backup": true,
"email": ["mark@idrive.com"], "send_email_notification": "ALWAYS"},
"devices": [{"device_id": "dev-a", "company_id": "51324", "name": "PC", "status": "online", "os": "windows",
"version": "6.8.2.11", "custom_tag": "Mark", "group_name": "Office", "backup_status": "Success",
"last_backup": "2026-02-17T05:39:20.120", "next_backup": "2026-02-17T11:15:00.000",
"backup_failure_reason": "disk full", "next_scheduled_backupset_name": "DEFAULT",
"user_backup_sets": {"DEFAULT": {"backup_id": "1", "backup_name": "files"}}}],
"groups": [{"group_id": 77, "group_name": "Office"}]
})";
}

inline QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}
