// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/health/health.h"
#include "app/health/healthfacts.h"
#include "app/health/healthlimits.h"

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

/// Why a device has its word. In the order of the rules of PRODUCT, Devices, Health: the first one that matches decides.
enum class HealthRule : quint8 {
    NotManaged,
    LastFailed,
    CancelledAgain,
    Never,
    NeverNew,
    Stale,
    Late,
    OfflineLong,
    Running,
    // Only where none of the above matches:
    Damaged,
    StatusNotReported,
    StatusNotUnderstood,
    ResultNotReported,
    ResultNotUnderstood,
    LastBackupNotUnderstood,
    LastBackupToCome,
    NextBackupNotUnderstood,
    // Only where none of the above matches:
    LastSucceeded,
    CancelledOnce,
};
inline constexpr size_t healthRuleCount = 19;

/// The word that each rule gives, by HealthRule.
inline constexpr std::array<Health, healthRuleCount> healthOfRule{
    Health::NotManaged, Health::Failing, Health::Failing,     Health::Never,    Health::NeverNew,
    Health::Stale,      Health::Late,    Health::OfflineLong, Health::Running,  Health::Unknown,
    Health::Unknown,    Health::Unknown, Health::Unknown,     Health::Unknown,  Health::Unknown,
    Health::Unknown,    Health::Unknown, Health::Protected,   Health::Protected};

/// A set of rules, a bit for each.
using HealthRules = quint32;

constexpr HealthRules bitOf(HealthRule rule, bool matches = true)
{
    return HealthRules(matches) << static_cast<int>(rule);
}

/// Readings in a row that have to say cancelled before it counts as failing.
inline constexpr int cancelledReadingsLimit = 2;
/// A last_backup further in the future than this is explained by no time zone (UTC+14, and ten minutes for clocks).
inline constexpr qint64 futureLimit = (14 * 60 + 10) * Q_INT64_C(60'000);

/// How old the last backup may be: the limit, or 1¼ times the longest gap between two planned runs if that is more.
constexpr qint64 staleLimit(const HealthLimits &limits, const KnownSchedule &schedule)
{
    const qint64 ofSchedule = schedule.longestGap + schedule.longestGap / 4;
    return ofSchedule > limits.stale ? ofSchedule : limits.stale;
}

/// True when a run planned for \a planned is overdue and was not made since. Never for noTime, which is before every backup.
constexpr bool isOverdue(qint64 planned, const HealthFacts &facts, const HealthLimits &limits, qint64 now)
{
    return (planned < now - limits.late) & (facts.lastBackup < planned);
}

namespace HealthRuleSets {

/// From Damaged to NextBackupNotUnderstood.
inline constexpr HealthRules unknown = bitOf(HealthRule::LastSucceeded) - bitOf(HealthRule::Damaged);

/// What the status and the result say without a time.
constexpr HealthRules ofWords(StatusMeaning status, ResultMeaning result)
{
    return bitOf(HealthRule::NotManaged, status == StatusMeaning::NotManaged)
        | bitOf(HealthRule::StatusNotReported, status == StatusMeaning::NotReported)
        | bitOf(HealthRule::StatusNotUnderstood, status == StatusMeaning::NotUnderstood)
        | bitOf(HealthRule::LastFailed, result == ResultMeaning::Failed)
        | bitOf(HealthRule::ResultNotReported, result == ResultMeaning::NotReported)
        | bitOf(HealthRule::ResultNotUnderstood, result == ResultMeaning::NotUnderstood)
        | bitOf(HealthRule::LastSucceeded, result == ResultMeaning::Success)
        | bitOf(HealthRule::CancelledOnce, result == ResultMeaning::Cancelled);
}

/// ofWords(), worked out beforehand: by status, then by result.
inline constexpr auto byWords = [] {
    std::array<std::array<HealthRules, 6>, 5> rules{};
    for (size_t status = 0; status < rules.size(); ++status) {
        for (size_t result = 0; result < rules[status].size(); ++result)
            rules[status][result] =
                ofWords(static_cast<StatusMeaning>(status), static_cast<ResultMeaning>(result));
    }
    return rules;
}();

} // namespace HealthRuleSets

/// Every rule whose own condition holds; the first one decides, but not all of the rest match: see matchingRules(). Without a branch,
/// because it is asked a million times in a row and no two devices are alike. \a now is on the clock of the facts.
constexpr HealthRules fulfilledRules(const HealthFacts &facts, const HealthLimits &limits, qint64 now)
{
    const bool isToCome = facts.lastBackup > now + futureLimit;
    const bool isNoTime = facts.lastBackup == noTime;
    const bool isAbsent = isNoTime & !facts.isLastBackupOdd & !facts.isDamaged;
    const bool isTimeGood = !isNoTime & !isToCome;
    const qint64 limit = staleLimit(limits, facts.schedule);
    const bool isOld = facts.lastBackup < now - limit;
    const qint64 known = now - facts.firstSeen;
    const bool isInProgress = facts.result == ResultMeaning::InProgress;
    const bool isRunning = isInProgress & ((isTimeGood & !isOld) | (isAbsent & (known <= limit)));
    const bool isNever = isAbsent & !isRunning;
    const bool isNew = known < limits.fresh;
    const qint64 remembered = facts.schedule.isKnown ? facts.schedule.dueRun : facts.rememberedNext;
    const qint64 next = facts.schedule.isKnown ? facts.schedule.dueRun : facts.nextBackup;
    const bool isRememberedDue = isOverdue(remembered, facts, limits, now);
    const bool isNextDue = isOverdue(next, facts, limits, now);
    const bool isLate = (isTimeGood | isAbsent) & (isRememberedDue | isNextDue);
    const bool isCancelled = facts.result == ResultMeaning::Cancelled;
    const qint64 seen = facts.lastOnline > facts.firstSeen ? facts.lastOnline : facts.firstSeen;
    const bool isOffline = facts.status == StatusMeaning::Offline;

    return HealthRuleSets::byWords[static_cast<size_t>(facts.status)][static_cast<size_t>(facts.result)]
        | bitOf(HealthRule::CancelledAgain, isCancelled & (facts.cancelledReadings >= cancelledReadingsLimit))
        | bitOf(HealthRule::Never, isNever & !isNew) | bitOf(HealthRule::NeverNew, isNever & isNew)
        | bitOf(HealthRule::Stale, isTimeGood & isOld) | bitOf(HealthRule::Late, isLate)
        | bitOf(HealthRule::OfflineLong, isOffline & (now - seen > limits.offline))
        | bitOf(HealthRule::Running, isRunning) | bitOf(HealthRule::Damaged, facts.isDamaged)
        | bitOf(HealthRule::LastBackupNotUnderstood, isNoTime & facts.isLastBackupOdd)
        | bitOf(HealthRule::LastBackupToCome, isToCome)
        | bitOf(HealthRule::NextBackupNotUnderstood, facts.isNextBackupOdd);
}

/// The rules that match, in the order of their bits.
constexpr HealthRules matchingRules(const HealthFacts &facts, const HealthLimits &limits, qint64 now)
{
    const HealthRules rules = fulfilledRules(facts, limits, now);
    const HealthRules plain = rules & (bitOf(HealthRule::Damaged) - 1);
    const HealthRules unknown = rules & HealthRuleSets::unknown;
    return plain != 0 ? plain : unknown != 0 ? unknown : rules;
}

/// The word of the first of \a rules.
constexpr Health healthOf(HealthRules rules)
{
    // no device is without a rule; should one ever be, it is not protected
    return rules == 0 ? Health::Unknown : healthOfRule[static_cast<size_t>(std::countr_zero(rules))];
}

/// When the rules may say something else by time alone: not before this. Later than \a now.
constexpr qint64 nextChange(const HealthFacts &facts, const HealthLimits &limits, qint64 now)
{
    const auto ahead = [now](qint64 time) {
        return time > now ? time : std::numeric_limits<qint64>::max();
    };
    const qint64 limit = staleLimit(limits, facts.schedule);
    const qint64 seen = std::max(facts.lastOnline, facts.firstSeen);
    const qint64 planned = facts.schedule.isKnown ? facts.schedule.nextRun : facts.nextBackup;
    const qint64 remembered = facts.schedule.isKnown ? facts.schedule.nextRun : facts.rememberedNext;
    const qint64 lastBackup = std::max(facts.lastBackup, -futureLimit); // noTime minus anything is no number
    return std::min({ahead(lastBackup - futureLimit), ahead(lastBackup + limit + 1),
                     ahead(facts.firstSeen + limit + 1), ahead(facts.firstSeen + limits.fresh),
                     ahead(planned + limits.late + 1), ahead(remembered + limits.late + 1),
                     ahead(seen + limits.offline + 1)});
}

constexpr Health healthOf(const HealthFacts &facts, const HealthLimits &limits, qint64 now)
{
    return healthOf(fulfilledRules(facts, limits, now));
}
