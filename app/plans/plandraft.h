// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/notifications/mailfrequency.h"
#include "app/plans/plangroup.h"
#include "app/plans/planwords.h"
#include "app/plans/schedulewords.h"

#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QTime>

#include <optional>

/// When the plan is to run. Only what belongs to the chosen frequency counts; the rest stays as a person left it.
struct ScheduleDraft
{
    ScheduleFrequency frequency = ScheduleFrequency::Daily;
    QTime time{
        20,
        0}; ///< Sent as it is, for every frequency: the API demands it. Whose clock it follows is not stated.
    Months months = allMonths(); ///< MONTHLY.
    MonthDates dates{}; ///< MONTHLY.
    WeekDays days{}; ///< WEEKLY.
    DailyMode dailyMode = DailyMode::AllDays; ///< DAILY.
    std::optional<QTime> cutOff{};
    bool isDisabled = false;
    bool startMissedBackup = false;
    MailFrequency mailFrequency = MailFrequency::Never;
    QStringList emails{}; ///< Count unless the frequency is NEVER.

    friend bool operator==(const ScheduleDraft &, const ScheduleDraft &) = default;
};

/// A plan that a person is making: every field of the request, whether or not it belongs to the present choices.
/// Source: API document, "Create Backup Plan".
struct PlanDraft
{
    CompanyId company{};
    QList<DeviceId> devices{};
    QList<PlanGroup> groups{};
    QString name{};

    WhatToBackup what = WhatToBackup::FileFolder;
    WhereToBackup where = WhereToBackup::Cloud;
    QStringList items{}; ///< Paths and policy rules, exactly as typed. FILE_FOLDER.
    QString localPath{}; ///< LOCAL; empty: the default location.

    ScheduleDraft schedule{};

    // FILE_FOLDER; the API ignores them for an entire machine.
    bool excludeHidden = false;
    bool excludeSystem = false;
    bool enableCdp = false;
    CdpFrequency cdpFrequency = CdpFrequency::TenMinutes; ///< With enableCdp.
    QStringList excludePartial{}; ///< Patterns without commas: the API joins them by commas.

    friend bool operator==(const PlanDraft &, const PlanDraft &) = default;
};

/// The part of it that says when: `scheduler`.
QJsonObject scheduleBody(const ScheduleDraft &draft);
/// The body of the request: exactly the fields that belong to the choices of \a draft, by the names of the request.
QJsonObject planBody(const PlanDraft &draft);
