// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrolment/setupkit.h"

#include <QStringList>

/// Whether the parts of a setup kit agree with each other and with what was asked.
struct KitCheck
{
    /// In words, without the token: what differs, and what it means. Empty: nothing differs.
    QStringList disagreements{};
    /// False when something could not be compared, because it is missing or the configuration ID is opaque.
    bool isComplete = true;

    friend bool operator==(const KitCheck &, const KitCheck &) = default;
};

/// Compares \a kit with the company and the options it was asked for, and its configuration ID with its link.
/// Source: API.md, row 27.
KitCheck checkedKit(const SetupKit &kit, const CompanyId &askedCompany, SetupOptions asked);

/// The same for a configuration ID and a link that a person pasted: whether the two belong together.
KitCheck checkedPair(const QString &configurationId, const QString &setupLink);
