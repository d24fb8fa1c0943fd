// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/healthlimits.h"

#include <algorithm>
#include <chrono>

namespace {

constexpr qint64 hours(int count)
{
    return std::chrono::milliseconds(std::chrono::hours(count)).count();
}

constexpr qint64 days(int count)
{
    return hours(24 * count);
}

qint64 defaultStale(MachineKind kind)
{
    switch (kind) {
    case MachineKind::Workstation:
        return days(7);
    case MachineKind::Server:
    case MachineKind::Linux:
        return days(2);
    case MachineKind::Unsure:
        break;
    }
    return days(3);
}

// Where a book has the limits of places of one kind, and under which key.
template <typename Book>
auto &setsLike(Book &book, MachineKind)
{
    return book.systems;
}
template <typename Book>
auto &setsLike(Book &book, const AccountId &)
{
    return book.accounts;
}
template <typename Book>
auto &setsLike(Book &book, const LimitGroup &)
{
    return book.groups;
}
template <typename Book>
auto &setsLike(Book &book, const CompanyKey &)
{
    return book.companies;
}

template <typename Key>
Key keyIn(const Key &key)
{
    return key;
}
QString keyIn(const LimitGroup &group)
{
    return LimitBook::groupKey(group.name);
}

} // namespace

HealthLimits defaultLimits(MachineKind kind)
{
    return {.stale = defaultStale(kind), .late = hours(6), .offline = days(7), .fresh = days(1)};
}

QList<LimitPlace> LimitBook::places() const
{
    QList<LimitPlace> places;
    const auto add = [&places](auto keys, auto place) {
        std::ranges::sort(keys);
        for (const auto &key : std::as_const(keys))
            places.append(place(key));
    };
    const auto same = [](const auto &key) {
        return LimitPlace(key);
    };
    add(systems.keys(), same);
    add(accounts.keys(), same);
    add(groups.keys(), [](const QString &group) { return LimitPlace(LimitGroup{group}); });
    add(companies.keys(), same);
    return places;
}

LimitSet LimitBook::set(const LimitPlace &place) const
{
    return std::visit([this](const auto &key) { return setsLike(*this, key).value(keyIn(key)); }, place);
}

void LimitBook::setSet(const LimitPlace &place, const LimitSet &set)
{
    const bool isAny = std::ranges::any_of(set, [](const auto &limit) { return limit.has_value(); });
    std::visit(
        [&](const auto &key) {
            if (isAny)
                setsLike(*this, key).insert(keyIn(key), set);
            else
                setsLike(*this, key).remove(keyIn(key));
        },
        place);
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
