// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicechunk.h"
#include "app/devices/devicewords.h"

#include <QtGlobal>

/// What a device's `status` means for its health.
enum class StatusMeaning : quint8 {
    NotReported,
    NotUnderstood, ///< Also "not active" and "not configured": IDrive does not say what they mean for a backup.
    Online,
    Offline,
    NotManaged, ///< Blocked, archived, cancelled.
};

/// What a device's `backup_status` means for its health.
enum class ResultMeaning : quint8 { NotReported, NotUnderstood, Success, Failed, InProgress, Cancelled };

StatusMeaning statusMeaning(const OpenWord<DeviceStatus> &status);
ResultMeaning resultMeaning(const OpenWord<LastResult> &result);

/// Where the clock of a schedule is only known by what the server told of one day, it may be an hour off on another: by so much is a planned run
/// taken for earlier before a backup counts as older.
inline constexpr qint64 scheduleTolerance = Q_INT64_C(3'600'000);

/// What the plans of a device say about its runs. Milliseconds, as all times here.
struct KnownSchedule
{
    qint64 longestGap = 0; ///< Between two planned runs. 0: not known.
    qint64 dueRun =
        noTime; ///< The latest planned run that lies further back than the grace, less scheduleTolerance; noTime: none.
    qint64 nextRun = noTime; ///< The planned run that dueRun will be next.
    bool isKnown = false; ///< Then dueRun counts, and the server's next_backup does not.
};

/// What is known of one device. Times are milliseconds on the clock of DeviceTable's times; noTime: none.
struct HealthFacts
{
    StatusMeaning status = StatusMeaning::NotReported;
    ResultMeaning result = ResultMeaning::NotReported;
    quint8 cancelledReadings = 0; ///< How many readings in a row said cancelled, the last one included.
    bool isDamaged = false; ///< The row could not be read at all.
    bool isLastBackupOdd = false; ///< Something came that is no time.
    bool isNextBackupOdd = false;
    qint64 lastBackup = noTime;
    qint64 nextBackup = noTime;
    qint64 rememberedNext = noTime; ///< A next_backup of an earlier reading.
    qint64 firstSeen = noTime; ///< By Steward.
    qint64 lastOnline = noTime; ///< When Steward last saw it online; noTime: never yet.
    KnownSchedule schedule;
};
