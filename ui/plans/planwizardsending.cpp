// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard's part from the confirmation on.
#include "app/base/visibletext.h"
#include "app/plans/plancreation.h"
#include "app/plans/planimpact.h"
#include "ui/plans/plandevicemodel.h"
#include "ui/plans/planreviewpage.h"
#include "ui/plans/planwizard.h"
#include "ui/plans/planwizardpage.h"

#include <QLabel>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

/// Where a person meets what the server's error names.
std::optional<PlanField> fieldOf(const FieldError &error)
{
    const std::optional<ErrorField> about = error.about();
    if (!about)
        return std::nullopt;
    switch (*about) {
    case ErrorField::Device:
        return PlanField::Devices;
    case ErrorField::Company:
        return PlanField::Company;
    case ErrorField::Name:
        return PlanField::Name;
    case ErrorField::BackupPolicy:
    case ErrorField::BackupSet:
        return PlanField::Items;
    case ErrorField::BackupPolicySchedule:
        return PlanField::Time;
    case ErrorField::Emails:
        return PlanField::Emails;
    case ErrorField::NotificationServer:
    case ErrorField::Status:
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace

void PlanWizard::askAndCreate()
{
    if (m_replaced == 0 && m_draft.groups.isEmpty()) {
        create();
        return;
    }
    auto *question = new QMessageBox(this);
    question->setObjectName(u"planReplaceQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::Warning);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(windowTitle());
    question->setText(m_replaced > 0 ? tr("%1 devices of %2 lose their present plan for good.")
                                           .arg(locale().toString(m_replaced), m_setup.companyTitle)
                                     : tr("Devices in groups may lose their present plans for good."));
    question->setInformativeText(
        tr("“%1” takes its place. The API cannot undo this.").arg(visibleText(m_draft.name)));
    QPushButton *go = question->addButton(tr("Create and replace"), QMessageBox::AcceptRole);
    go->setObjectName(u"planReplace"_s);
    go->setAutoDefault(false);
    QPushButton *stay = question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(stay); // Enter is not yes
    question->setEscapeButton(stay);
    connect(go, &QPushButton::clicked, this, &PlanWizard::create);
    question->open();
}

void PlanWizard::create()
{
    ChangeRunner *runner = m_runner();
    const CompanyPlans *known = m_plans.of(m_setup.company);
    // exactly what was reviewed, once
    if (m_run != RunId::None || !runner || !known || !m_isReviewed || m_reviewed != m_draft)
        return;
    m_keeper->keepNow();
    const auto run = runner->start({.title = tr("New backup plan"),
                                    .target = visibleText(m_draft.name),
                                    .changes = {newPlan(m_draft, m_setup.companyTitle, known->plans())}});
    if (!run) {
        m_says->setText(run.error().what + u' ' + run.error().advice);
        return;
    }
    m_run = *run;
    connect(runner, &ChangeRunner::changeEnded, this, &PlanWizard::takeEnd, Qt::UniqueConnection);
    m_says->setText(tr("The plan is being created. It goes on when this window is closed."));
    showButtons();
}

void PlanWizard::takeEnd(const ChangeRecord &change)
{
    if (change.run != m_run || m_run == RunId::None)
        return;
    m_isAnswered = true;
    switch (change.state) {
    case ChangeState::Done:
    case ChangeState::DoneInPart:
        showCreated(change);
        break;
    case ChangeState::Refused:
    case ChangeState::NotSent:
        showRefused(change.failure.value_or(ChangeFailure()));
        break;
    default:
        m_says->setText(tr("It is not known whether the plan was created: %1.").arg(whatCameOf(change)));
        if (change.lookUp == LookUpState::NotFound)
            showRefused(change.failure.value_or(ChangeFailure()));
        break;
    }
    showButtons();
}

void PlanWizard::showCreated(const ChangeRecord &change)
{
    m_isCreated = true;
    m_keeper->remove();
    const std::optional<PlanCreated> created = createdPlan(change);
    const CompanyPlans *known = m_plans.of(m_setup.company);
    const QList<Plan> plans = known ? known->plans() : QList<Plan>();
    const PlanImpact impact = planImpact(m_draft, chosen(), plans, created ? &*created : nullptr);
    m_review->setImpact(impact, tr("As IDrive answered: %1.").arg(change.answer.sentence));
    const qsizetype got = impact.count(PlanEffectKind::Replaced) + impact.count(PlanEffectKind::First);
    m_review->showResult(got == 0 && !m_draft.devices.isEmpty()
                             ? tr("Plan created, but applied to none of its devices")
                             : tr("Plan created"));
    m_says->setText(tr("The plan is created. The table says who got it."));
    m_plans.read({m_setup.company});
}

void PlanWizard::showRefused(const ChangeFailure &failure)
{
    m_run = RunId::None;
    m_isReviewed = false;
    if (!goToErrors(failure))
        readPlans();
}

bool PlanWizard::goToErrors(const ChangeFailure &failure)
{
    m_isAnswered = true;
    m_says->setText(QStringList{failure.what, failure.advice, failure.quotation}.join(u' ').trimmed());
    const QList<FieldError> errors = failure.error ? failure.error->errors : QList<FieldError>();
    QList<PlanProblem> problems = m_problems;
    std::optional<PlanField> first;
    for (const FieldError &error : errors) {
        const std::optional<PlanField> field = fieldOf(error);
        if (!field)
            continue;
        first = first.value_or(*field);
        problems.append(
            {.field = *field,
             .sentence =
                 tr("IDrive: %1").arg(visibleText(error.message.isEmpty() ? error.type : error.message))});
    }
    if (!first)
        return false;
    showStep(stepOf(*first));
    for (PlanWizardPage *page : m_pages)
        page->showProblems(problems);
    page(stepOf(*first))->focusField(*first);
    return true;
}
