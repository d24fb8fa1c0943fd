// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/net/jsonfields.h"

#include <QList>
#include <QString>

#include <optional>

/// A client company as the API tells it.
/// Source: API document, "Fetch Company Summary".
struct Company
{
    CompanyId id;
    QString name;
    QString status; ///< "Active", or "Status 3 (not documented)" where only a number came.
    QString
        configurationId; ///< Enrols devices: shown and copied where devices are set up, never logged or exported.
    QString setupLink; ///< As above. For Windows; other systems are asked for one by one.
    int unreadableFields = 0; ///< Fields whose type or shape was not understood.
    QList<OtherField> otherFields{}; ///< What Steward does not know. May enrol devices too: as the two above.

    friend bool operator==(const Company &, const Company &) = default;
};

/// The answer of GET /company.
struct CompanySummary
{
    Company company;
    /// Absent for every company but the key's own; then nothing is known about sub companies, which is not "none".
    std::optional<QList<Company>> subCompanies;
    int unreadable = 0; ///< Entries of the list that are no company (without an id).
};
