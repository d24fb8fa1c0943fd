// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planlike.h"

#include "app/base/visibletext.h"

#include <QCoreApplication>

namespace {

struct PlanLikeWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanLike)
};

/// Takes \a told, or says that it was not.
template <typename T>
void take(const std::optional<T> &told, T &into, const QString &gap, QStringList &gaps)
{
    if (told)
        into = *told;
    else
        gaps.append(gap);
}

void takeTargets(const Plan &plan, PlanDraft &draft)
{
    const QList<PlanTarget> targets = planTargets(plan);
    for (const PlanTarget &target : targets)
        draft.devices.append(target.device);
    const QList<PlanGroup> groups = plan.groups.value_or(QList<PlanGroup>());
    for (const PlanGroup &group : groups) {
        if (!group.id.isNull())
            draft.groups.append(group);
    }
}

void takeFiles(const Plan &plan, PlanDraft &draft, QStringList &gaps)
{
    take(plan.items, draft.items, PlanLikeWords::tr("Which files and folders it backs up was not reported."),
         gaps);
    take(plan.excludeHidden, draft.excludeHidden,
         PlanLikeWords::tr("Whether it leaves out hidden files was not reported."), gaps);
    take(plan.excludeSystem, draft.excludeSystem,
         PlanLikeWords::tr("Whether it leaves out system files was not reported."), gaps);
    take(plan.excludePartial, draft.excludePartial,
         PlanLikeWords::tr("Which patterns it leaves out was not reported."), gaps);
    take(plan.isCdpEnabled, draft.enableCdp,
         PlanLikeWords::tr("Whether continuous protection is on was not reported."), gaps);
    if (draft.enableCdp)
        take(plan.cdpFrequency.known(), draft.cdpFrequency,
             PlanLikeWords::tr("How often continuous protection backs up was not reported."), gaps);
}

/// DAILY on other days than all or Monday to Friday cannot be sent: it is a weekly plan.
void takeDailyDays(const Schedule &schedule, ScheduleDraft &draft, QStringList &gaps)
{
    const std::optional<WeekDays> days = runDays(schedule);
    if (!days)
        gaps.append(PlanLikeWords::tr("On which days it runs was not reported."));
    else if (*days == mondayToFriday())
        draft.dailyMode = DailyMode::Weekdays;
    else if (*days == allWeekDays())
        draft.dailyMode = DailyMode::AllDays;
    else {
        draft.frequency = ScheduleFrequency::Weekly;
        draft.days = *days;
        gaps.append(PlanLikeWords::tr("It is reported as daily, but not on all days: taken as weekly."));
    }
}

void takeDays(const Schedule &schedule, ScheduleDraft &draft, QStringList &gaps)
{
    switch (draft.frequency) {
    case ScheduleFrequency::Daily:
        takeDailyDays(schedule, draft, gaps);
        break;
    case ScheduleFrequency::Weekly:
        take(schedule.days, draft.days, PlanLikeWords::tr("On which days it runs was not reported."), gaps);
        break;
    case ScheduleFrequency::Monthly:
        take(schedule.months, draft.months, PlanLikeWords::tr("In which months it runs was not reported."),
             gaps);
        take(schedule.dates, draft.dates,
             PlanLikeWords::tr("On which days of the month it runs was not reported."), gaps);
        break;
    case ScheduleFrequency::Hourly:
    case ScheduleFrequency::Immediate:
        break;
    }
}

void takeSchedule(const Schedule &schedule, ScheduleDraft &draft, QStringList &gaps)
{
    take(schedule.frequency.known(), draft.frequency,
         PlanLikeWords::tr("How often it runs was not reported."), gaps);
    if (schedule.frequency.known())
        takeDays(schedule, draft, gaps);
    if (!schedule.unknownWords.isEmpty())
        gaps.append(PlanLikeWords::tr("Its schedule has words that Steward does not know: %1.")
                        .arg(visibleText(schedule.unknownWords.join(QLatin1StringView(", ")))));
    if (schedule.time.time.isValid())
        draft.time = schedule.time.time;
    else
        gaps.append(PlanLikeWords::tr("At what time it runs was not reported."));
    if (schedule.cutOff.time.isValid())
        draft.cutOff = schedule.cutOff.time;
    take(schedule.isDisabled, draft.isDisabled,
         PlanLikeWords::tr("Whether its schedule is on was not reported."), gaps);
    take(schedule.startMissedBackup, draft.startMissedBackup,
         PlanLikeWords::tr("Whether it starts missed backups was not reported."), gaps);
    take(schedule.mailFrequency.known(), draft.mailFrequency,
         PlanLikeWords::tr("When it sends mails was not reported."), gaps);
    draft.emails = schedule.emails.value_or(QStringList());
}

} // namespace

PlanLike planLike(const Plan &plan)
{
    PlanLike like;
    PlanDraft &draft = like.draft;
    draft.name = PlanLikeWords::tr("Copy of %1").arg(plan.name.isEmpty() ? plan.id.text() : plan.name);
    takeTargets(plan, draft);
    take(plan.what.known(), draft.what,
         PlanLikeWords::tr("Whether it backs up files or entire machines was not reported."), like.gaps);
    take(plan.where.known(), draft.where, PlanLikeWords::tr("Where it backs up to was not reported."),
         like.gaps);
    draft.localPath = plan.localPath;
    if (draft.where == WhereToBackup::Local && draft.localPath.isEmpty())
        like.gaps.append(PlanLikeWords::tr("No local path was reported: the default location is taken."));
    if (draft.what == WhatToBackup::FileFolder)
        takeFiles(plan, draft, like.gaps);
    if (plan.schedule)
        takeSchedule(*plan.schedule, draft.schedule, like.gaps);
    else
        like.gaps.append(PlanLikeWords::tr("Its schedule was not reported."));
    return like;
}
