// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planrequests.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto path = "/backup_plan"_L1;

Result<QList<Plan>> readPlans(const QJsonDocument &answer)
{
    // one object where an array is due is an array of one
    const QJsonArray rows =
        answer.isObject() && !answer.object().isEmpty() ? QJsonArray{answer.object()} : answer.array();
    QList<Plan> plans;
    for (const auto &row : rows) {
        if (!row.isObject())
            return tl::unexpected(ApiError{.kind = ErrorKind::Unreadable});
        plans.append(readPlan(row.toObject()));
    }
    return plans;
}

} // namespace

ListRequest planList(const CompanyId &company)
{
    return {.path = path, .query = {{u"company_id"_s, company.text()}}};
}

ReadRequest<QList<Plan>> planById(const CompanyId &company, const PlanId &plan)
{
    return {.path = path,
            .query = {{u"company_id"_s, company.text()}, {u"backup_id"_s, plan.text()}},
            .read = readPlans};
}

std::optional<Plan> planIn(const QList<Plan> &plans, const PlanId &id)
{
    const auto found = std::ranges::find(plans, id, &Plan::id);
    return found == plans.end() ? std::nullopt : std::optional(*found);
}

WriteRequest<PlanCreated> createPlan(const PlanDraft &draft, DryRun dryRun)
{
    WriteRequest<PlanCreated> request{.verb = WriteVerb::Post, .path = path, .body = planBody(draft)};
    if (dryRun == DryRun::Yes)
        request.query = {{u"dry_run"_s, true}};
    request.read = dryRun == DryRun::Yes ? readPlanDryRun : readPlanCreated;
    return request;
}
