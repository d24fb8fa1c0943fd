// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planrollout.h"

#include "app/plans/plancheck.h"
#include "app/plans/plancreation.h"

#include <QLocale>

#include <algorithm>
#include <utility>

PlanRollOut::PlanRollOut(Setup setup, PlanList &plans, QObject *parent)
    : QObject(parent), m_setup(std::move(setup)), m_plans(plans)
{
    connect(&m_plans, &PlanList::companyChanged, this, &PlanRollOut::takePlans);
}

void PlanRollOut::setStep(Step step)
{
    m_step = step;
    emit changed();
}

qsizetype PlanRollOut::companyCount() const
{
    return std::ranges::count_if(m_rows, [](const RollOutRow &row) {
        return row.state != RollOutState::LeftOut && row.state != RollOutState::Reading;
    });
}

qsizetype PlanRollOut::count(PlanEffectKind kind) const
{
    qsizetype sum = 0;
    for (const RollOutRow &row : m_rows)
        sum += row.state == RollOutState::LeftOut ? 0 : row.impact.count(kind);
    return sum;
}

void PlanRollOut::reset()
{
    m_rows.clear();
    m_rowOf.clear();
    m_asking.clear();
    m_underWay.clear();
    m_runs.clear();
    m_trouble.clear();
    setStep(Step::Idle);
}

void PlanRollOut::prepare(const PlanDraft &plan, const QList<RollOutTarget> &targets)
{
    reset();
    m_step = Step::Reading;
    m_readingSince = QDateTime::currentDateTimeUtc();
    m_toRead = 0;
    QList<CompanyKey> toRead;
    for (const RollOutTarget &target : targets) {
        RollOutRow row{.target = target, .draft = plan};
        row.draft.company = target.company.company;
        row.draft.groups.clear();
        row.draft.devices.clear();
        for (const ChosenDevice &device : target.devices)
            row.draft.devices.append(device.id);
        if (target.devices.isEmpty()) {
            row.state = RollOutState::LeftOut;
            row.why = tr("No device fits the query.");
        } else {
            m_rowOf[target.company] = m_rows.size();
            toRead.append(target.company);
        }
        m_rows.push_back(std::move(row));
    }
    m_toRead = static_cast<size_t>(toRead.size());
    emit changed();
    m_plans.read(toRead);
    if (m_toRead == 0)
        beginAsking();
}

void PlanRollOut::takePlans(const CompanyKey &company)
{
    const auto found = m_rowOf.find(company);
    if (m_step != Step::Reading || found == m_rowOf.end() || m_plans.isReading(company))
        return;
    const size_t row = found->second;
    if (m_rows[row].state != RollOutState::Reading)
        return;
    const CompanyPlans *known = m_plans.of(company);
    if (known && !known->error() && known->readAt() >= m_readingSince)
        reckon(row, *known);
    else
        leaveOut(row, known && known->error() ? known->error()->what() : tr("Its plans were not read."));
    --m_toRead;
    emit rowChanged(static_cast<int>(row));
    if (m_toRead == 0)
        beginAsking();
}

void PlanRollOut::leaveOut(size_t row, const QString &why)
{
    m_rows[row].state = RollOutState::LeftOut;
    m_rows[row].why = why;
}

void PlanRollOut::reckon(size_t row, const CompanyPlans &known)
{
    RollOutRow &company = m_rows[row];
    PlanSurroundings around{.systems = systemsOf(company.target.devices)};
    for (const Plan &plan : known.plans())
        around.planNames.append(plan.name);
    const QList<PlanProblem> problems = planProblems(company.draft, around);
    const auto fault = std::ranges::find(problems, PlanProblem::Weight::Fault, &PlanProblem::weight);
    company.plans = known.plans();
    company.impact = planImpact(company.draft, company.target.devices, company.plans);
    if (fault != problems.end())
        leaveOut(row, wholeSentence(*fault, company.draft));
    else
        company.state = RollOutState::Reckoned;
}

void PlanRollOut::beginAsking()
{
    m_step = Step::Asking;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        const AccountId &account = m_rows[row].target.company.account;
        const ChangeRunner *runner = m_setup.runner(account);
        const bool mayAsk =
            runner && !runner->isReadOnly() && m_setup.verdict(account).verdict() == DryRunVerdict::Harmless;
        if (mayAsk && m_rows[row].state == RollOutState::Reckoned)
            m_asking[account].rows.push_back(row);
    }
    std::vector<AccountId> accounts;
    for (const auto &[account, asking] : m_asking)
        accounts.push_back(account);
    for (const AccountId &account : accounts)
        askFirst(account);
    endAskingIfDone();
}

void PlanRollOut::askFirst(const AccountId &account)
{
    Asking &asking = m_asking.at(account);
    if (asking.rows.empty()) {
        m_asking.erase(account);
        return;
    }
    asking.firstRow = asking.rows.front();
    asking.rows.erase(asking.rows.begin());
    const RollOutRow &row = m_rows[asking.firstRow];
    asking.first = std::make_unique<PlanDryRuns>(PlanDryRuns::Setup{.company = row.target.company,
                                                                    .companyTitle = row.target.title,
                                                                    .verdict = m_setup.verdict(account),
                                                                    .runner =
                                                                        [runner = m_setup.runner, account] {
                                                                            return runner(account);
                                                                        }},
                                                 m_plans);
    connect(asking.first.get(), &PlanDryRuns::changed, this, [this, account] { takeFirst(account); });
    asking.first->ask(row.draft, PlanDryRuns::Compare::Yes);
}

/// The first dry run of an account has ended, and the plan list was looked at.
void PlanRollOut::takeFirst(const AccountId &account)
{
    const auto found = m_asking.find(account);
    if (found == m_asking.end() || !found->second.first || found->second.first->isUnderWay())
        return;
    Asking &asking = found->second;
    PlanDryRuns *first = asking.first.release();
    first->deleteLater(); // it is still on the stack
    const size_t row = asking.firstRow;
    const DryRunAnswer *answer = first->answerTo(m_rows[row].draft);
    const DryRunVerdict verdict = m_setup.verdict(account).verdict();
    if (verdict != DryRunVerdict::Harmless) {
        m_trouble = sentence(verdict);
        m_asking.erase(account);
    } else if (answer && answer->said) {
        takeAnswer(row, *answer->said);
        askRest(account);
    } else {
        if (answer && answer->isRefused)
            leaveOut(row, answer->failure.value_or(ChangeFailure()).what);
        emit rowChanged(static_cast<int>(row));
        askFirst(account); // nothing was compared yet
    }
    endAskingIfDone();
}

void PlanRollOut::askRest(const AccountId &account)
{
    const std::vector<size_t> rows = m_asking.at(account).rows;
    m_asking.erase(account);
    std::vector<NewChange> changes;
    for (const size_t row : rows)
        changes.push_back(planDryRun(m_rows[row].draft, m_rows[row].target.title));
    if (!rows.empty())
        start(account, tr("Dry run of a plan for many companies"), rows, std::move(changes));
}

void PlanRollOut::takeAnswer(size_t row, const PlanCreated &said)
{
    RollOutRow &company = m_rows[row];
    if (DryRunAnswer{.said = said}.namesDevices()) {
        company.impact = planImpact(company.draft, company.target.devices, company.plans, &said);
        company.isAsked = true;
    }
    emit rowChanged(static_cast<int>(row));
}

void PlanRollOut::endAskingIfDone()
{
    if (m_step == Step::Asking && m_asking.empty() && m_underWay.empty())
        setStep(Step::Ready);
}

bool PlanRollOut::start(const AccountId &account, const QString &title, const std::vector<size_t> &rows,
                        std::vector<NewChange> changes)
{
    ChangeRunner *runner = m_setup.runner(account);
    if (!runner) {
        m_trouble = tr("An account is not open any more: nothing was sent for its companies.");
        return false;
    }
    const QString target =
        rows.size() == 1 ? tr("1 company") : tr("%1 companies").arg(QLocale().toString(std::ssize(rows)));
    const auto run = runner->start({.title = title, .target = target, .changes = std::move(changes)});
    if (!run) {
        m_trouble = run.error().what + QLatin1Char(' ') + run.error().advice;
        return false;
    }
    m_runs.push_back(*run);
    const std::vector<ChangeId> ids = runner->journal().changesOf(*run);
    for (size_t i = 0; i < rows.size() && i < ids.size(); ++i)
        m_underWay[ids[i]] = rows[i];
    connect(runner, &ChangeRunner::changeEnded, this, &PlanRollOut::takeEnd, Qt::UniqueConnection);
    emit changed();
    return true;
}

void PlanRollOut::takeEnd(const ChangeRecord &change)
{
    const auto found = m_underWay.find(change.id);
    if (found == m_underWay.end())
        return;
    const size_t row = found->second;
    if (m_step == Step::Asking) {
        m_underWay.erase(found);
        takeDryRunEnd(row, change);
        endAskingIfDone();
        return;
    }
    takeCreationEnd(row, change); // it may end once more: found, or sent again
    const bool isAnySent = std::ranges::any_of(
        m_rows, [](const RollOutRow &company) { return company.state == RollOutState::Sent; });
    if (!isAnySent && m_step == Step::Sending)
        setStep(Step::Over);
}

void PlanRollOut::takeDryRunEnd(size_t row, const ChangeRecord &change)
{
    const std::optional<PlanCreated> said = createdPlan(change);
    if (said && !said->id.isEmpty()) { // as if it had made the plan: no further one
        m_setup.verdict(change.account).remember(DryRunVerdict::CannotTell);
        m_trouble = sentence(DryRunVerdict::CannotTell);
        m_setup.runner(change.account)->cancelRest(change.run);
    } else if (said) {
        takeAnswer(row, *said);
    } else if (change.state == ChangeState::Refused) {
        leaveOut(row, whatCameOf(change));
    }
    emit rowChanged(static_cast<int>(row));
}

void PlanRollOut::apply()
{
    if (m_step != Step::Ready)
        return;
    std::map<AccountId, std::vector<size_t>> byAccount;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        if (m_rows[row].state == RollOutState::Reckoned)
            byAccount[m_rows[row].target.company.account].push_back(row);
    }
    m_step = Step::Sending;
    m_trouble.clear();
    for (const auto &[account, rows] : byAccount) {
        std::vector<NewChange> changes;
        for (const size_t row : rows)
            changes.push_back(newPlan(m_rows[row].draft, m_rows[row].target.title, m_rows[row].plans));
        const bool isStarted = start(account, tr("Plan for many companies"), rows, std::move(changes));
        for (const size_t row : rows) {
            if (isStarted)
                m_rows[row].state = RollOutState::Sent;
            else
                leaveOut(row, m_trouble);
            emit rowChanged(static_cast<int>(row));
        }
    }
    setStep(m_underWay.empty() ? Step::Over : Step::Sending);
}

void PlanRollOut::takeCreationEnd(size_t row, const ChangeRecord &change)
{
    RollOutRow &company = m_rows[row];
    company.state = RollOutState::Ended;
    company.change = change.state;
    company.why = whatCameOf(change);
    if (const std::optional<PlanCreated> said = createdPlan(change))
        takeAnswer(row, *said);
    emit rowChanged(static_cast<int>(row));
}
