// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/readrequest.h"
#include "app/net/writerequest.h"
#include "app/plans/plan.h"
#include "app/plans/plancreated.h"
#include "app/plans/plandraft.h"

/// Every plan of a company; its answer goes to a PlanStream. Whether that includes plans of sub companies is not stated.
/// Source: API document, "Fetch Backup Plan".
ListRequest planList(const CompanyId &company);

/// One plan. The answer is a list all the same: choose by planIn(). An unknown plan is an empty list or NotFound: the API document does
/// not say which.
ReadRequest<QList<Plan>> planById(const CompanyId &company, const PlanId &plan);

/// The plan \a id among \a plans. A name is never looked at: names are not stated to be unique.
std::optional<Plan> planIn(const QList<Plan> &plans, const PlanId &id);

enum class DryRun { No, Yes };

/// Creates the plan that \a draft describes, in its company. It replaces the plan that a target has in the same backup set; it cannot be
/// changed or deleted through the API, and the call is not safe to repeat. plancheck has passed \a draft.
///
/// A dry run is the same call with `dry_run=true`; what it answers is not stated, so any JSON is taken, and one that brings a plan id
/// is suspicious. Otherwise an answer without a plan id is Unreadable: it is not known whether the plan was created. A `status` of an
/// error in the body counts although HTTP said 201.
/// Source: API document, "Create Backup Plan".
WriteRequest<PlanCreated> createPlan(const PlanDraft &draft, DryRun dryRun);
