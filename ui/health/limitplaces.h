// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/health/healthlimits.h"

#include <QList>
#include <QString>

class Fleet;

/// What kinds of place there are to set limits for, in the order in which they are offered.
enum class LimitPlaceKind { System, Account, Group, Company };
inline constexpr int limitPlaceKindCount = 4;
LimitPlaceKind kindOf(const LimitPlace &place);
/// "Kind of system", translated.
QString label(LimitPlaceKind kind);

/// A place together with what it is called.
struct NamedLimitPlace
{
    LimitPlace place;
    QString title; ///< Plain text, in one line.
};

/// The places that the fleet knows, and what places are called. Places of accounts that are not open keep their limits.
class LimitPlaces
{
public:
    /// \a fleet outlives this.
    explicit LimitPlaces(const Fleet &fleet) : m_fleet(fleet) { }

    /// Every place of \a kind that is known now, by name.
    QList<NamedLimitPlace> all(LimitPlaceKind kind) const;
    QString title(const LimitPlace &place) const;

private:
    QString accountTitle(const AccountId &account) const;
    QString companyTitle(const CompanyKey &company) const;
    QString groupTitle(const LimitGroup &group) const;
    bool areSeveral() const;

    const Fleet &m_fleet;
};
