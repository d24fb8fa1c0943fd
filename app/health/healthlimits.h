// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/health/machinekind.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QtGlobal>

#include <array>
#include <optional>
#include <variant>

/// What can be set.
enum class LimitKind : quint8 {
    Stale, ///< How old the last backup may be.
    Late, ///< Grace for a planned run.
    Offline, ///< How long a device may be offline.
    Fresh, ///< How long a device is new.
};
inline constexpr size_t limitKindCount = 4;

/// The limits that hold for one device, in milliseconds.
struct HealthLimits
{
    qint64 stale = 0;
    qint64 late = 0;
    qint64 offline = 0;
    qint64 fresh = 0;

    constexpr qint64 &of(LimitKind kind) { return this->*members[static_cast<size_t>(kind)]; }
    constexpr qint64 of(LimitKind kind) const { return this->*members[static_cast<size_t>(kind)]; }
    friend bool operator==(const HealthLimits &, const HealthLimits &) = default;

    static const std::array<qint64 HealthLimits::*, limitKindCount> members; ///< By LimitKind.
};
inline constexpr std::array<qint64 HealthLimits::*, limitKindCount> HealthLimits::members{
    &HealthLimits::stale, &HealthLimits::late, &HealthLimits::offline, &HealthLimits::fresh};

/// Source: PRODUCT, Devices, Health, column "default".
HealthLimits defaultLimits(MachineKind kind);

/// What a person set in one place: milliseconds by LimitKind; none: as the next place says.
using LimitSet = std::array<std::optional<qint64>, limitKindCount>;

/// No limit is longer.
inline constexpr qint64 longestLimit = qint64(10) * 366 * 24 * 3'600'000;

/// Whose limit it is, from the least to the most specific.
enum class LimitSource : quint8 { Default, Account, System, Group, Company };

/// Which device is asked for.
struct LimitSubject
{
    CompanyKey company;
    QString group;
    MachineKind kind = MachineKind::Unsure;
};

struct SourcedLimit
{
    qint64 value = 0; ///< Milliseconds.
    LimitSource source = LimitSource::Default;

    friend bool operator==(const SourcedLimit &, const SourcedLimit &) = default;
};

/// A group of devices by its name, in any case and in all accounts.
struct LimitGroup
{
    QString name; ///< As the server or the person writes it.

    friend bool operator==(const LimitGroup &a, const LimitGroup &b)
    {
        return a.name.trimmed().compare(b.name.trimmed(), Qt::CaseInsensitive) == 0;
    }
};

/// What a person can set limits for.
using LimitPlace = std::variant<MachineKind, AccountId, LimitGroup, CompanyKey>;

/// Every limit that a person set. Each limit by itself comes from the most specific place that sets it: company, then group, then
/// kind of system, then account, then the default. Groups go by their name, in any case, in all accounts.
struct LimitBook
{
    QHash<AccountId, LimitSet> accounts;
    QHash<MachineKind, LimitSet> systems;
    QHash<QString, LimitSet> groups; ///< By groupKey().
    QHash<CompanyKey, LimitSet> companies;

    /// The name of a group as a key of groups.
    static QString groupKey(const QString &group) { return group.trimmed().toCaseFolded(); }
    bool isEmpty() const;

    /// Where anything is set: kinds of system first, then accounts, groups and companies, each in a steady order.
    QList<LimitPlace> places() const;
    /// What is set for \a place alone.
    LimitSet set(const LimitPlace &place) const;
    /// In place of what was set for it; nothing at all: as if it had never been.
    void setSet(const LimitPlace &place, const LimitSet &set);

    SourcedLimit limit(LimitKind kind, const LimitSubject &subject) const;
    HealthLimits limits(const LimitSubject &subject) const;

    friend bool operator==(const LimitBook &, const LimitBook &) = default;
};
