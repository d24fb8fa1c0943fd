// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

/// A group that a plan is for. The API has no list of groups and shows no sample of an id: it goes back in the JSON type in which it
/// came (API.md, row 11).
struct PlanGroup
{
    QJsonValue id{}; ///< A number or a text; null when only a name came.
    QString name{}; ///< Empty: not known.

    /// The id for the person.
    QString idText() const;

    friend bool operator==(const PlanGroup &, const PlanGroup &) = default;
};

/// A group whose id a person typed: a number where it is one.
PlanGroup typedGroup(const QString &id);
