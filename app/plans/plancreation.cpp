// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plancreation.h"

#include "app/base/sentname.h"
#include "app/base/visibletext.h"
#include "app/plans/companyplans.h"
#include "app/plans/planimpact.h"
#include "app/plans/planrequests.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

struct PlanCreationWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanCreation)
};

constexpr QLatin1StringView knownPlans("known_plans");
constexpr QLatin1StringView situation("situation");

QString planKind()
{
    return u"plan"_s;
}

QString dryRunKind()
{
    return u"plan_dry_run"_s;
}

QJsonArray idsOf(const QList<Plan> &plans)
{
    QJsonArray ids;
    for (const Plan &plan : plans)
        ids.append(plan.id.text());
    return ids;
}

/// As much of the draft as the look before sending needs, out of the request.
PlanDraft draftOf(const ChangeRecord &change)
{
    const QJsonObject &body = change.change.request.body;
    const QJsonObject details = body.value("backup_details"_L1).toObject();
    PlanDraft draft{.name = body.value("name"_L1).toString()};
    draft.company = CompanyId(change.change.facts.value("company"_L1).toString());
    draft.what = whatToBackup(details.value("what_to_backup"_L1).toString()).known().value_or(draft.what);
    draft.where = whereToBackup(details.value("where_to_backup"_L1).toString()).known().value_or(draft.where);
    const QJsonArray devices = body.value("device_ids"_L1).toArray();
    for (const auto &device : devices)
        draft.devices.append(DeviceId(device.toString()));
    const QJsonArray groups = body.value("group_ids"_L1).toArray();
    for (const auto &group : groups)
        draft.groups.append({group, {}});
    return draft;
}

/// Reads a company's plans, and what they mean.
class PlanLookUp : public LookUp
{
public:
    using Judge = std::function<Sighting(const QList<Plan> &)>;

    PlanLookUp(ApiClient &client, const CompanyId &company, Judge judge) : m_judge(std::move(judge))
    {
        m_plans.setCompany(&client, company);
        m_plans.read();
        connect(&m_plans, &CompanyPlans::changed, this, &PlanLookUp::take);
    }

private:
    void take()
    {
        if (m_plans.isReading() || m_isOver)
            return;
        m_isOver = true;
        emit ended(m_plans.error() ? Sighting{.kind = Sighting::Kind::Failed, .error = m_plans.error()}
                                   : m_judge(m_plans.plans()));
    }

    Judge m_judge;
    CompanyPlans m_plans;
    bool m_isOver = false;
};

Sighting judgedBefore(const QList<Plan> &plans, const ChangeRecord &change)
{
    const QString confirmed = change.change.facts.value(situation).toString();
    if (planSituation(draftOf(change), plans) == confirmed)
        return {.kind = Sighting::Kind::Absent, .facts = {{knownPlans, idsOf(plans)}}};
    return {.kind = Sighting::Kind::Present,
            .sentence = PlanCreationWords::tr(
                "The plans of these devices are others than you confirmed. Look at the review again.")};
}

Sighting judgedAfter(const QList<Plan> &plans, const ChangeRecord &change, const QSet<QString> &taken)
{
    const QJsonArray known = change.change.facts.value(knownPlans).toArray();
    const QString name = change.change.request.body.value("name"_L1).toString();
    for (const Plan &plan : plans) {
        const QString &id = plan.id.text();
        if (id.isEmpty() || known.contains(id) || taken.contains(id) || sentName(plan.name) != name)
            continue;
        return {.kind = Sighting::Kind::Present,
                .answer = {.sentence =
                               PlanCreationWords::tr("plan ID %1, found in the list; who got it is not known")
                                   .arg(visibleText(id)),
                           .key = id,
                           .facts = {{u"backup_id"_s, id}},
                           .value = PlanCreated{.id = plan.id}}};
    }
    return {.kind = Sighting::Kind::Absent};
}

ChangeAnswer answerOf(const PlanCreated &created, const QString &sentence)
{
    return {.sentence = sentence,
            .key = created.id.text(),
            .facts = {{u"backup_id"_s, created.id.text()}},
            .value = created};
}

Result<ChangeAnswer> readAnswer(const QJsonDocument &answer)
{
    return readPlanCreated(answer).map([](const PlanCreated &created) {
        return answerOf(created, PlanCreationWords::tr("plan ID %1").arg(visibleText(created.id.text())));
    });
}

Result<ChangeAnswer> readDryRunAnswer(const QJsonDocument &answer)
{
    return readPlanDryRun(answer).map([](const PlanCreated &created) {
        return answerOf(created,
                        created.id.isEmpty()
                            ? PlanCreationWords::tr("answered")
                            : PlanCreationWords::tr("IDrive answered with plan ID %1, as if it had made it")
                                  .arg(visibleText(created.id.text())));
    });
}

NewChange changeOf(const PlanDraft &draft, const QString &companyTitle, DryRun dryRun)
{
    const WriteRequest<PlanCreated> request = createPlan(draft, dryRun);
    return {.kind = dryRun == DryRun::Yes ? dryRunKind() : planKind(),
            .target = request.body.value("name"_L1).toString(),
            .place = PlanCreationWords::tr("for %1", "a company").arg(companyTitle),
            .request = ChangeRequest::of(request),
            .facts = {{u"company"_s, draft.company.text()}}};
}

} // namespace

QString PlanCreation::kind() const
{
    return planKind();
}

QString PlanCreation::title() const
{
    return PlanCreationWords::tr("New backup plan");
}

ChangeSubject::Read PlanCreation::reader() const
{
    return readAnswer;
}

std::unique_ptr<LookUp> PlanCreation::lookBefore(ApiClient &client, const ChangeRecord &change,
                                                 const QSet<QString> & /*taken*/) const
{
    return std::make_unique<PlanLookUp>(client, draftOf(change).company, [change](const QList<Plan> &plans) {
        return judgedBefore(plans, change);
    });
}

std::unique_ptr<LookUp> PlanCreation::lookUp(ApiClient &client, const ChangeRecord &change,
                                             const QSet<QString> &taken) const
{
    return std::make_unique<PlanLookUp>(
        client, draftOf(change).company,
        [change, taken](const QList<Plan> &plans) { return judgedAfter(plans, change, taken); });
}

ChangeAnswer PlanCreation::judged(ChangeAnswer answer, const ChangeRecord &change) const
{
    const auto *created = std::any_cast<PlanCreated>(&answer.value);
    if (!created || (!created->applied && !created->notApplied))
        return answer;
    const qsizetype asked = draftOf(change).devices.size();
    const qsizetype left = created->notApplied.value_or(QList<DeviceId>()).size();
    if (left > 0) {
        answer.isWhole = false;
        answer.sentence = PlanCreationWords::tr("%1, not applied to %2 of %3 devices")
                              .arg(answer.sentence)
                              .arg(left)
                              .arg(asked);
    }
    return answer;
}

QString PlanDryRun::kind() const
{
    return dryRunKind();
}

QString PlanDryRun::title() const
{
    return PlanCreationWords::tr("Dry run of a backup plan");
}

ChangeSubject::Read PlanDryRun::reader() const
{
    return readDryRunAnswer;
}

NewChange newPlan(const PlanDraft &draft, const QString &companyTitle, const QList<Plan> &plans)
{
    NewChange change = changeOf(draft, companyTitle, DryRun::No);
    change.facts[knownPlans] = idsOf(plans);
    change.facts[situation] = planSituation(draft, plans);
    return change;
}

NewChange planDryRun(const PlanDraft &draft, const QString &companyTitle)
{
    return changeOf(draft, companyTitle, DryRun::Yes);
}

std::optional<PlanCreated> createdPlan(const ChangeRecord &change)
{
    const bool isDone = change.state == ChangeState::Done || change.state == ChangeState::DoneInPart;
    if (!isDone || (change.change.kind != planKind() && change.change.kind != dryRunKind()))
        return std::nullopt;
    if (const auto *created = std::any_cast<PlanCreated>(&change.answer.value))
        return *created;
    return PlanCreated{.id = PlanId(change.answer.key)};
}
