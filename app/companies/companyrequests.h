// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/companies/company.h"
#include "app/net/readrequest.h"

/// How a name is searched for: the API's own two switches.
struct NameMatch
{
    bool exact = false;
    bool caseSensitive = false;

    friend bool operator==(const NameMatch &, const NameMatch &) = default;
};

/// The key's own company and its sub companies.
/// Source: API document, "Fetch Company Summary".
ReadRequest<CompanySummary> companySummary();

/// One company; \a id may lie at any depth that the key can see.
ReadRequest<CompanySummary> companySummary(const CompanyId &id);

/// Companies whose name matches, anywhere in the hierarchy that the key can see. \a text is never empty. No match is an empty list,
/// not an error. Both switches are always sent.
/// Source: API document, "Fetch Company by Name".
ReadRequest<QList<Company>> companiesByName(const QString &text, NameMatch match);
