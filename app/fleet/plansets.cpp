// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/plansets.h"

#include "app/fleet/planclock.h"

#include <algorithm>
#include <limits>

namespace {

constexpr qint64 msPerDay = 86'400'000;

bool isReached(const DevicePlan &plan)
{
    return plan.state == PlanDeviceState::Applied || plan.state == PlanDeviceState::Listed;
}

} // namespace

PlanSets::PlanSets() : m_sets(1) { }

quint32 PlanSets::addPlan(const CompanyKey &company, const Plan &plan)
{
    KnownPlan known{.company = company,
                    .id = plan.id,
                    .name = plan.name,
                    .set = plan.set,
                    .where = plan.where,
                    .isOn = plan.isEnabled.value_or(true)};
    if (plan.schedule) {
        known.isScheduleOn = !plan.schedule->isDisabled.value_or(false);
        known.pattern = runPattern(*plan.schedule);
    }
    if (known.pattern) {
        known.longestGap = longestGapInDays(*known.pattern).value_or(0) * msPerDay;
        known.clockAhead = planClockAhead(plan, *known.pattern);
    }
    m_plans.push_back(std::move(known));
    m_runs.emplace_back();
    return planCount() - 1;
}

quint32 PlanSets::with(quint32 set, quint32 plan, PlanDeviceState state)
{
    const quint64 key = quint64(set) << 32 | quint64(plan) << 2 | quint64(state);
    const auto found = m_next.constFind(key);
    if (found != m_next.cend())
        return *found;
    std::vector<DevicePlan> plans = m_sets[set].plans;
    plans.push_back({plan, state});
    m_sets.push_back(setOf(std::move(plans)));
    m_next.insert(key, setCount() - 1);
    return setCount() - 1;
}

PlanSets::Set PlanSets::setOf(std::vector<DevicePlan> plans) const
{
    Set set{.coverage = coverageOf(plans)};
    for (const DevicePlan &plan : plans) {
        const KnownPlan &known = m_plans[plan.plan];
        if (known.isOn && known.isScheduleOn && isReached(plan))
            set.inForce.push_back(plan.plan);
    }
    set.plans = std::move(plans);
    if (set.inForce.empty())
        return set;
    // the schedule that runs most often decides how long nothing may come; one that is not known may run more often still
    set.longestGap = std::numeric_limits<qint64>::max();
    set.areRunsKnown = true;
    for (const quint32 plan : set.inForce) {
        set.longestGap = std::min(set.longestGap, m_plans[plan].longestGap);
        set.areRunsKnown = set.areRunsKnown && m_plans[plan].longestGap > 0 && m_plans[plan].clockAhead;
    }
    return set;
}

CoverageWords PlanSets::coverageOf(const std::vector<DevicePlan> &plans) const
{
    const auto is = [&plans](auto condition) {
        return std::ranges::any_of(plans, condition);
    };
    const auto all = [&plans](auto condition) {
        return std::ranges::all_of(plans, condition);
    };
    const auto isOn = [this](const DevicePlan &plan) {
        return m_plans[plan.plan].isOn;
    };
    return static_cast<CoverageWords>(
        bitOf(CoverageWord::Covered, is([&](const DevicePlan &p) { return isReached(p) && isOn(p); }))
        | bitOf(CoverageWord::OnlyLocal, all([this](const DevicePlan &p) {
                    return m_plans[p.plan].where.known() == WhereToBackup::Local;
                }))
        | bitOf(CoverageWord::PlanOff, !is(isOn))
        | bitOf(CoverageWord::ScheduleOff, is(isOn) && all([&](const DevicePlan &p) {
                                               return !isOn(p) || !m_plans[p.plan].isScheduleOn;
                                           }))
        | bitOf(CoverageWord::Pending,
                is([](const DevicePlan &p) { return p.state == PlanDeviceState::Pending; }))
        | bitOf(CoverageWord::Failed,
                is([](const DevicePlan &p) { return p.state == PlanDeviceState::Failed; })));
}

// Rows are asked for by the million, at one moment: a plan's runs are reckoned again when the moment has left them.
PlanSets::Runs PlanSets::runsAround(quint32 plan, qint64 moment) const
{
    Runs &runs = m_runs[plan];
    if (runs.latest <= moment && moment < runs.next)
        return runs;
    const KnownPlan &known = m_plans[plan];
    const qint64 ahead = known.clockAhead.value_or(0);
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(moment + ahead, Qt::UTC);
    const QTimeZone zone =
        QTimeZone::utc(); // the wall clock of the schedule is taken for UTC, so that no day is odd
    const std::optional<PlannedRun> latest = latestRun(*known.pattern, zone, wall);
    const PlannedRuns next = nextRuns(*known.pattern, zone, wall, 1);
    const qint64 never = std::numeric_limits<qint64>::max();
    runs.latest = latest ? latest->start.toMSecsSinceEpoch() - ahead : noTime;
    runs.next = next.runs.isEmpty() ? never : next.runs.first().start.toMSecsSinceEpoch() - ahead;
    return runs;
}

KnownSchedule PlanSets::schedule(quint32 set, qint64 late, qint64 now) const
{
    const Set &of = m_sets[set];
    KnownSchedule schedule{.longestGap = of.longestGap, .isKnown = of.areRunsKnown};
    if (!of.areRunsKnown)
        return schedule;
    schedule.nextRun = std::numeric_limits<qint64>::max();
    for (const quint32 plan : of.inForce) {
        const Runs runs = runsAround(plan, now - late);
        schedule.dueRun = std::max(schedule.dueRun, runs.latest);
        schedule.nextRun = std::min(schedule.nextRun, runs.next);
    }
    if (schedule.dueRun != noTime)
        schedule.dueRun -= scheduleTolerance;
    if (schedule.nextRun == std::numeric_limits<qint64>::max())
        schedule.nextRun = noTime;
    return schedule;
}

std::optional<quint32> PlanSets::decidingPlan(quint32 set, qint64 late, qint64 now) const
{
    const Set &of = m_sets[set];
    std::optional<quint32> deciding;
    qint64 best = 0;
    for (const quint32 plan : of.inForce) {
        const qint64 value =
            of.areRunsKnown ? runsAround(plan, now - late).latest : -m_plans[plan].longestGap;
        if (!deciding || value > best) {
            deciding = plan;
            best = value;
        }
    }
    return deciding;
}
