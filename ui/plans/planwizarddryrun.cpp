// SPDX-License-Identifier: GPL-3.0-or-later
// The wizard's part in dry runs: when one is sent, and what the review says of it.
#include "app/plans/planimpact.h"
#include "ui/plans/dryrunconsent.h"
#include "ui/plans/plandevicemodel.h"
#include "ui/plans/planreviewpage.h"
#include "ui/plans/planwizard.h"

#include <QLocale>
#include <QPushButton>
#include <QSet>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

void PlanWizard::followDryRuns()
{
    if (m_run != RunId::None || m_stack->currentIndex() != static_cast<int>(PlanStep::Review))
        return;
    reckon();
    showButtons();
}

QList<ChosenDevice> PlanWizard::touched(const PlanCreated *said) const
{
    QList<ChosenDevice> devices = chosen();
    if (!said)
        return devices;
    QSet<DeviceId> known(m_draft.devices.cbegin(), m_draft.devices.cend());
    for (const DeviceId &device : namedDevices(*said)) {
        if (known.contains(device))
            continue;
        known.insert(device);
        devices.append(m_devices->device(device));
    }
    return devices;
}

const PlanCreated *PlanWizard::dryRunSaid(const DryRunAnswer *answer, const QList<Plan> &plans) const
{
    const bool counts = answer && answer->namesDevices()
        && m_setup.verdict.verdict() == DryRunVerdict::Harmless
        && answer->situation == planSituation(m_draft, plans);
    return counts ? &*answer->said : nullptr;
}

/// What is said while one is under way, or may be tried.
DryRunNote PlanWizard::tryNote() const
{
    switch (m_dryRuns->step()) {
    case PlanDryRuns::Step::ReadingBefore:
        return {.says = tr(
                    "Dry run: the plans are read before it is sent. It goes on when this window is closed.")};
    case PlanDryRuns::Step::Asking:
        return {.says = tr("Dry run: IDrive is asked. It goes on when this window is closed.")};
    case PlanDryRuns::Step::ReadingAfter:
        return {.says = tr(
                    "Dry run: the plans are read again, to see whether it changed any. It goes on when this "
                    "window is closed.")};
    case PlanDryRuns::Step::Idle:
        break;
    }
    const DryRunVerdict verdict = m_setup.verdict.verdict();
    QStringList sentences{sentence(verdict)};
    if (!m_dryRuns->trouble().isEmpty())
        sentences.prepend(tr("The last one came to nothing: %1").arg(m_dryRuns->trouble()));
    if (verdict != DryRunVerdict::Unknown) {
        const QString seen = QLocale().toString(m_setup.verdict.seenAt().toLocalTime(), QLocale::ShortFormat);
        sentences << tr("That was seen %1. The table is Steward’s own reckoning alone.").arg(seen);
    }
    DryRunNote note{.says = sentences.join(u' '), .isBad = verdict == DryRunVerdict::Acts};
    const bool isPossible = m_dryRuns->maySend() && mayBeSent(m_problems) && verdict != DryRunVerdict::Acts
        && DryRunConsent::isPossible(m_review->impact());
    if (isPossible)
        note.button = verdict == DryRunVerdict::Unknown ? tr("Try a dry run with one device…")
                                                        : tr("Try it once more with one device…");
    return note;
}

DryRunNote PlanWizard::dryRunNote(const DryRunAnswer *answer, const PlanCreated *said) const
{
    if (m_dryRuns->isUnderWay() || m_setup.verdict.verdict() != DryRunVerdict::Harmless)
        return tryNote();
    if (!answer)
        return {.says = mayBeSent(m_problems)
                    ? QString()
                    : tr("The dry run is sent when nothing above is wrong any more.")};
    if (said)
        return {};
    const QString again = tr("Send the dry run again");
    if (answer->failure)
        return {.says = tr("The dry run brought nothing: %1 The table is Steward’s own reckoning.")
                            .arg(answer->failure->what),
                .button = again,
                .isBad = answer->isRefused};
    if (answer->namesDevices())
        return {.says = tr("The plans are others than when the dry run was answered. The table is Steward’s "
                           "own reckoning."),
                .button = again};
    return {.says = tr("IDrive answered the dry run without a word about devices. The table is Steward’s own "
                       "reckoning.")};
}

void PlanWizard::offerDryRun()
{
    if (m_setup.verdict.verdict() == DryRunVerdict::Harmless) {
        m_dryRuns->ask(m_draft);
        return;
    }
    auto *consent = new DryRunConsent(m_review->impact(), m_draft.name, m_setup.companyTitle, m_theme, this);
    connect(consent, &DryRunConsent::agreed, this,
            [this](const DeviceId &device) { m_dryRuns->tryWith(m_draft, device); });
    consent->open();
}

void PlanWizard::showRefusedDryRun(const ChangeFailure &failure)
{
    const bool isAtReview = m_stack->currentIndex() == static_cast<int>(PlanStep::Review);
    if (m_run == RunId::None && isAtReview)
        goToErrors(failure);
    showButtons();
}
