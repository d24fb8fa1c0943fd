// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changesubject.h"
#include "app/companies/company.h"

/// POST /company as a change: looks for the same name right before sending, and looks it up by that name when the answer was lost.
/// The value of its answer is the Company, with setup link and configuration ID where the server gave them.
class CompanyCreation : public ChangeSubject
{
public:
    QString kind() const override;
    QString title() const override;
    Read reader() const override;
    /// Present when the name is there under an id that the person did not know: a colleague was quicker.
    std::unique_ptr<LookUp> lookBefore(ApiClient &client, const ChangeRecord &change,
                                       const QSet<QString> &taken) const override;
    /// Present when the name is there under an id that was not known before.
    std::unique_ptr<LookUp> lookUp(ApiClient &client, const ChangeRecord &change,
                                   const QSet<QString> &taken) const override;
};

/// A new company called \a name below \a parent, as a person confirmed it. \a parentTitle is for the journal; \a sameName are the
/// companies of that name which the person was shown. companyNameFault() has passed \a name.
NewChange newCompany(const QString &name, const CompanyId &parent, const QString &parentTitle,
                     const QList<Company> &sameName);

/// The company that \a change made: whole while Steward runs, after a restart with id and name alone. nullopt: it is none, or not done.
std::optional<Company> createdCompany(const ChangeRecord &change);
/// The parent that \a change names.
CompanyId parentOf(const ChangeRecord &change);
