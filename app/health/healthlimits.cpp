// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/healthlimits.h"

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 day = 24 * hour;

qint64 defaultStale(MachineKind kind)
{
    switch (kind) {
    case MachineKind::Workstation:
        return 7 * day;
    case MachineKind::Server:
    case MachineKind::Linux:
        return 2 * day;
    case MachineKind::Unsure:
        break;
    }
    return 3 * day;
}

} // namespace

HealthLimits defaultLimits(MachineKind kind)
{
    return {.stale = defaultStale(kind), .late = 6 * hour, .offline = 7 * day, .fresh = day};
}

bool LimitBook::isEmpty() const
{
    return accounts.isEmpty() && systems.isEmpty() && groups.isEmpty() && companies.isEmpty();
}

SourcedLimit LimitBook::limit(LimitKind kind, const LimitSubject &subject) const
{
    const size_t place = static_cast<size_t>(kind);
    if (const auto set = companies.value(subject.company)[place])
        return {*set, LimitSource::Company};
    if (const auto set = groups.value(groupKey(subject.group))[place])
        return {*set, LimitSource::Group};
    if (const auto set = systems.value(subject.kind)[place])
        return {*set, LimitSource::System};
    if (const auto set = accounts.value(subject.company.account)[place])
        return {*set, LimitSource::Account};
    return {defaultLimits(subject.kind).of(kind), LimitSource::Default};
}

HealthLimits LimitBook::limits(const LimitSubject &subject) const
{
    HealthLimits limits;
    for (size_t place = 0; place < limitKindCount; ++place) {
        const LimitKind kind = static_cast<LimitKind>(place);
        limits.of(kind) = limit(kind, subject).value;
    }
    return limits;
}
