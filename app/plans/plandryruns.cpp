// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plandryruns.h"

#include "app/plans/plancreation.h"
#include "app/plans/planimpact.h"

#include <QJsonDocument>

#include <utility>

namespace {

/// An answer came, and there was nothing in it: it is not lost.
bool isEmptyAnswer(const ChangeRecord &change)
{
    const std::optional<ApiError> error = change.failure ? change.failure->error : std::nullopt;
    return error && error->kind == ErrorKind::Unreadable && error->httpStatus / 100 == 2;
}

} // namespace

PlanDryRuns::PlanDryRuns(Setup setup, PlanList &plans, QObject *parent)
    : QObject(parent), m_setup(std::move(setup)), m_plans(plans)
{
    connect(&m_plans, &PlanList::companyChanged, this, &PlanDryRuns::takePlans);
}

bool PlanDryRuns::maySend() const
{
    const ChangeRunner *runner = m_setup.runner();
    return runner && !runner->isReadOnly();
}

// Thousands of devices are a long text, and the same draft is asked about again and again.
const QByteArray &PlanDryRuns::requestOf(const PlanDraft &draft) const
{
    if (m_request.isEmpty() || m_requestDraft != draft) {
        m_request = QJsonDocument(planBody(draft)).toJson(QJsonDocument::Compact);
        m_requestDraft = draft;
    }
    return m_request;
}

const DryRunAnswer *PlanDryRuns::answerTo(const PlanDraft &draft) const
{
    const auto found = m_answers.constFind(requestOf(draft));
    return found == m_answers.cend() ? nullptr : &*found;
}

void PlanDryRuns::tryWith(PlanDraft draft, const DeviceId &device)
{
    if (isUnderWay() || !maySend() || m_setup.verdict.verdict() == DryRunVerdict::Acts)
        return;
    draft.devices = {device};
    draft.groups.clear();
    m_isCompared = true;
    begin(draft);
    readPlans(Step::ReadingBefore);
}

bool PlanDryRuns::mayAsk() const
{
    return !isUnderWay() && maySend() && m_plans.of(m_setup.company)
        && m_setup.verdict.verdict() == DryRunVerdict::Harmless;
}

void PlanDryRuns::ask(const PlanDraft &draft, Compare compare)
{
    if (!mayAsk())
        return;
    m_isCompared = compare == Compare::Yes;
    begin(draft);
    m_before = m_plans.of(m_setup.company)->plans();
    send();
}

void PlanDryRuns::goOnIn(QObject *owner)
{
    setParent(owner);
    connect(this, &PlanDryRuns::changed, this, [this] {
        if (!isUnderWay())
            deleteLater();
    });
}

void PlanDryRuns::begin(const PlanDraft &draft)
{
    m_draft = draft;
    m_trouble.clear();
}

void PlanDryRuns::readPlans(Step step)
{
    m_step = step;
    m_readingSince = QDateTime::currentDateTimeUtc();
    m_readsAgain = step == Step::ReadingAfter && m_plans.isReading(m_setup.company);
    m_plans.read({m_setup.company});
    emit changed();
}

void PlanDryRuns::takePlans(const CompanyKey &company)
{
    const bool isReading = m_step == Step::ReadingBefore || m_step == Step::ReadingAfter;
    if (company != m_setup.company || !isReading || m_plans.isReading(company))
        return;
    if (std::exchange(m_readsAgain, false)) {
        readPlans(m_step);
        return;
    }
    if (m_step == Step::ReadingAfter) {
        judge();
        return;
    }
    const CompanyPlans *known = freshPlans();
    if (!known) {
        end(tr("The plans could not be read beforehand, so nothing was sent."));
        return;
    }
    m_before = known->plans();
    send();
}

const CompanyPlans *PlanDryRuns::freshPlans() const
{
    const CompanyPlans *known = m_plans.of(m_setup.company);
    return known && !known->error() && known->readAt() >= m_readingSince ? known : nullptr;
}

void PlanDryRuns::send()
{
    ChangeRunner *runner = m_setup.runner();
    if (!runner) {
        end(tr("The account is not open any more. Nothing was sent."));
        return;
    }
    const NewChange change = planDryRun(m_draft, m_setup.companyTitle);
    const auto run =
        runner->start({.title = PlanDryRun().title(), .target = change.target, .changes = {change}});
    if (!run) {
        const ChangeFailure failure{.what = run.error().what, .advice = run.error().advice};
        m_answers.insert(requestOf(m_draft), {.at = QDateTime::currentDateTimeUtc(), .failure = failure});
        end(failure.what + u' ' + failure.advice);
        return;
    }
    m_run = *run;
    m_step = Step::Asking;
    connect(runner, &ChangeRunner::changeEnded, this, &PlanDryRuns::takeEnd, Qt::UniqueConnection);
    emit changed();
}

void PlanDryRuns::takeEnd(const ChangeRecord &change)
{
    if (m_step != Step::Asking || change.run != m_run)
        return;
    m_run = RunId::None;
    takeAnswer(change);
}

void PlanDryRuns::takeAnswer(const ChangeRecord &change)
{
    DryRunAnswer answer{.at = QDateTime::currentDateTimeUtc(),
                        .situation = planSituation(m_draft, m_before),
                        .said = createdPlan(change),
                        .failure = change.failure};
    answer.isRefused = change.state == ChangeState::Refused;
    const bool wasNotDone = answer.isRefused || change.state == ChangeState::NotSent;
    m_answers.insert(requestOf(m_draft), answer);
    if (wasNotDone) {
        const ChangeFailure failure = change.failure.value_or(ChangeFailure());
        end(failure.what);
        emit refused(failure);
        return;
    }
    m_end = answer.said || isEmptyAnswer(change) ? DryRunEnd::Answered : DryRunEnd::Lost;
    const bool namesAPlan = answer.said && !answer.said->id.isEmpty();
    if (m_isCompared || namesAPlan)
        readPlans(Step::ReadingAfter);
    else
        end();
}

void PlanDryRuns::judge()
{
    const CompanyPlans *known = freshPlans();
    const DryRunAnswer *answer = answerTo(m_draft);
    const PlanCreated *said = answer && answer->said ? &*answer->said : nullptr;
    m_setup.verdict.remember(known ? judgedDryRun(m_draft, m_before, known->plans(), m_end, said)
                                   : DryRunVerdict::CannotTell);
    end();
}

void PlanDryRuns::end(const QString &trouble)
{
    m_step = Step::Idle;
    m_trouble = trouble;
    emit changed();
}
