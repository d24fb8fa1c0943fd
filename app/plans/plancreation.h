// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changesubject.h"
#include "app/plans/plan.h"
#include "app/plans/plancreated.h"
#include "app/plans/plandraft.h"

/// POST /backup_plan as a change. Right before sending, the company's plans are read again: when the devices have other plans than those
/// the person confirmed to replace, nothing is sent. A lost answer is looked up by the name, among the plans that were not there before.
/// The value of its answer is the PlanCreated.
class PlanCreation : public ChangeSubject
{
public:
    QString kind() const override;
    QString title() const override;
    Read reader() const override;
    std::unique_ptr<LookUp> lookBefore(ApiClient &client, const ChangeRecord &change,
                                       const QSet<QString> &taken) const override;
    std::unique_ptr<LookUp> lookUp(ApiClient &client, const ChangeRecord &change,
                                   const QSet<QString> &taken) const override;
    ChangeAnswer judged(ChangeAnswer answer, const ChangeRecord &change) const override;
};

/// The same call with `dry_run=true`. IDrive does not say what it does, so it is a change like the others, which cannot be looked up: whoever
/// asks for it compares the plan lists of before and after.
class PlanDryRun : public ChangeSubject
{
public:
    QString kind() const override;
    QString title() const override;
    Read reader() const override;
};

/// \a draft as a person confirmed it, with \a plans as they were shown. \a companyTitle is for the journal. planProblems() found no fault.
NewChange newPlan(const PlanDraft &draft, const QString &companyTitle, const QList<Plan> &plans);
/// \a draft as a dry run.
NewChange planDryRun(const PlanDraft &draft, const QString &companyTitle);

/// What the server said to \a change; after a restart only the plan's id. nullopt: it is none, or not done.
std::optional<PlanCreated> createdPlan(const ChangeRecord &change);
