// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/fleet/coverage.h"
#include "app/health/healthfacts.h"
#include "app/plans/plan.h"
#include "app/plans/planruns.h"

#include <QHash>

#include <vector>

/// What is kept of a plan that was read.
struct KnownPlan
{
    CompanyKey company;
    PlanId id;
    QString name;
    OpenWord<BackupSet> set;
    OpenWord<WhereToBackup> where;
    bool isOn = true; ///< Not reported: on.
    bool isScheduleOn = true; ///< The same.
    std::optional<RunPattern> pattern;
    qint64 longestGap = 0; ///< Milliseconds; 0: not known.
    /// What the clock of the schedule is ahead of the server's times, in milliseconds, as the next runs of its devices tell; nullopt: they do
    /// not, or not with one voice.
    std::optional<qint64> clockAhead;
};

/// A plan that a device is in: a place in PlanSets::plan().
struct DevicePlan
{
    quint32 plan = 0;
    PlanDeviceState state = PlanDeviceState::Listed;

    friend bool operator==(const DevicePlan &, const DevicePlan &) = default;
};

/// The plans that were read, and every set of them that some device is in. A device needs the number of its set alone; what follows from a
/// set is worked out once. Set 0 is the empty one.
class PlanSets
{
public:
    PlanSets();

    /// Its number.
    quint32 addPlan(const CompanyKey &company, const Plan &plan);
    /// \a set and \a plan too.
    quint32 with(quint32 set, quint32 plan, PlanDeviceState state);

    quint32 planCount() const { return static_cast<quint32>(m_plans.size()); }
    const KnownPlan &plan(quint32 number) const { return m_plans[number]; }
    quint32 setCount() const { return static_cast<quint32>(m_sets.size()); }
    const std::vector<DevicePlan> &plans(quint32 set) const { return m_sets[set].plans; }
    /// True when \a set is of \a plan as the last one.
    bool endsWith(quint32 set, quint32 plan) const
    {
        return set != 0 && m_sets[set].plans.back().plan == plan;
    }

    /// Without Uncovered and Unread, which the set alone does not tell.
    CoverageWords coverage(quint32 set) const { return m_sets[set].coverage; }
    /// What \a set says of the runs of its devices; see DevicePlans::schedule().
    KnownSchedule schedule(quint32 set, qint64 late, qint64 now) const;
    /// The plan whose planned run is the latest that is due, and, where none is, the one whose gap counts. nullopt: there is none.
    std::optional<quint32> decidingPlan(quint32 set, qint64 late, qint64 now) const;

private:
    /// Planned runs of a plan around a moment, on the server's clock.
    struct Runs
    {
        qint64 latest = 1; // none is known while latest > next
        qint64 next = 0;
    };
    struct Set
    {
        std::vector<DevicePlan> plans;
        std::vector<quint32> inForce; // plans that are on, with their schedule, and have reached the device
        CoverageWords coverage = 0;
        qint64 longestGap = 0;
        bool areRunsKnown = false; // of all that are in force
    };

    Set setOf(std::vector<DevicePlan> plans) const;
    CoverageWords coverageOf(const std::vector<DevicePlan> &plans) const;
    Runs runsAround(quint32 plan, qint64 moment) const;

    std::vector<KnownPlan> m_plans;
    std::vector<Set> m_sets;
    QHash<quint64, quint32> m_next; // a set and a plan with its state, to the set with it
    mutable std::vector<Runs> m_runs; // by plan, of the moment that was asked for last
};
