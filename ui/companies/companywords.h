// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/companies/companyrows.h"

#include <QString>

struct CompanyLook;

// The words of the company tree.

QString companyGroupTitle(CompanyGroup group);
/// What the group is and how a company comes into it, in a few sentences.
QString companyGroupMeaning(CompanyGroup group);

/// Instead of a number that is not known.
QString notReadText(bool isReading);

CompanyLook companyLook(const CompanyRow &row);
/// The whole row for those who hear it: "Alder & Pine Legal, 86 devices".
QString companyAccessibleText(const CompanyLook &look);
/// Name, ID, status, number of devices, their health and as of when; or why they could not be read. Plain text in lines.
QString companyToolTip(const CompanyEntry &entry, std::optional<qsizetype> devices,
                       const HealthCounts &health);
