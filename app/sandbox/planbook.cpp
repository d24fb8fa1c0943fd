// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/planbook.h"

#include "app/sandbox/seededplans.h"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace {

auto placeOf(const NewPlanOfDevice &device)
{
    return std::tuple(device.index, device.plan->set);
}

bool standsBefore(const NewPlanOfDevice &one, const NewPlanOfDevice &other)
{
    return placeOf(one) < placeOf(other);
}

} // namespace

const NewPlanOfDevice *PlanChanges::find(std::uint32_t device, BackupSet set) const
{
    const auto found = std::ranges::lower_bound(devices, std::tuple(device, set), {}, placeOf);
    return found != devices.end() && placeOf(*found) == std::tuple(device, set) ? &*found : nullptr;
}

PlanBook::PlanBook(const PretendFleet &fleet)
{
    std::vector<std::vector<PretendPlan>> seeded;
    seeded.reserve(fleet.companies().size());
    for (const PretendCompany &company : fleet.companies())
        seeded.push_back(seededPlans(fleet.seed(), company, static_cast<std::uint32_t>(seeded.size())));
    m_seeded = std::make_shared<const std::vector<std::vector<PretendPlan>>>(std::move(seeded));
}

const PlanChanges *PlanBook::changes(std::size_t position) const
{
    const auto found = m_changes.find(position);
    return found != m_changes.end() ? found->second.get() : nullptr;
}

std::vector<const PretendPlan *> PlanBook::plans(std::size_t position) const
{
    std::vector<const PretendPlan *> plans;
    for (const PretendPlan &plan : seeded(position))
        plans.push_back(&plan);
    if (const PlanChanges *changed = changes(position)) {
        for (const std::shared_ptr<const PretendPlan> &plan : changed->plans)
            plans.push_back(plan.get());
    }
    return plans;
}

PlanBook PlanBook::with(std::size_t position, std::shared_ptr<const PretendPlan> plan,
                        std::vector<NewPlanOfDevice> devices) const
{
    const PlanChanges none;
    const PlanChanges &before = changes(position) ? *changes(position) : none;
    auto after = std::make_shared<PlanChanges>();
    after->plans = before.plans;
    after->plans.push_back(std::move(plan));
    // Of two with the same device and set the first range's stands: the new one.
    std::ranges::set_union(devices, before.devices, std::back_inserter(after->devices), standsBefore);
    PlanBook book(*this);
    book.m_changes[position] = std::move(after);
    return book;
}
