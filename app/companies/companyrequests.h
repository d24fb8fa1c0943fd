// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/companies/company.h"
#include "app/net/readrequest.h"
#include "app/net/writerequest.h"

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

/// Creates a company below \a parent, which is always sent: without it a lost field would create the company in another place. The name
/// goes out by sentName(); companyNameFault() has passed it. The answer is the new company. It cannot be renamed or deleted through the
/// API, and the call is not safe to repeat: two equal names may become two companies.
/// Errors: Unreadable for an answer without an id; then it is not known whether the company was created.
/// Source: API document, "Create Company".
WriteRequest<Company> createCompany(const QString &name, const CompanyId &parent);
