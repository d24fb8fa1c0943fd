// SPDX-License-Identifier: GPL-3.0-or-later
// The editor's part after the confirmation: what is sent, and what came of it.
#include "ui/notifications/notificationeditor.h"
#include "ui/notifications/notificationform.h"
#include "ui/notifications/notificationmodel.h"
#include "ui/notifications/notificationsheet.h"
#include "ui/sheets/exportdialog.h"
#include "ui/widgets/note.h"
#include "ui/window/progressline.h"

#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

void NotificationEditor::start()
{
    m_isAsking = false;
    m_set->setEnabled(false);
    QList<AccountId> accounts;
    for (const NotifiedDevice &device : m_setup.devices) {
        if (!accounts.contains(device.key.account))
            accounts << device.key.account;
    }
    QStringList troubles;
    for (const AccountId &account : std::as_const(accounts)) {
        auto [changes, rows] = m_model->changesFor(account);
        if (changes.empty())
            continue;
        ChangeRunner *runner = m_setup.runner(account);
        if (!runner) {
            troubles << tr("The account is not open: nothing was sent for its devices.");
            continue;
        }
        const auto run = runner->start({.title = tr("E-mail notification"),
                                        .target = targetText(account),
                                        .changes = std::move(changes)});
        if (!run) {
            troubles << run.error().what + u' ' + run.error().advice;
            continue;
        }
        m_runs.emplace_back(account, *run);
        m_model->setChanges(runner->journal(), rows, runner->journal().changesOf(*run));
        followRunner(*runner);
    }
    m_trouble->setTexts({}, troubles.join(u'\n'));
    m_trouble->setVisible(!troubles.isEmpty());
    m_form->setEnabled(m_runs.empty());
    m_set->setEnabled(m_runs.empty());
    if (!m_runs.empty())
        showRun();
}

void NotificationEditor::followRunner(ChangeRunner &runner)
{
    const auto soon = [this] {
        if (!m_runSoon.isActive())
            m_runSoon.start();
    };
    connect(&runner, &ChangeRunner::runChanged, this, soon);
    connect(&runner, &ChangeRunner::changeEnded, this, soon);
    connect(&runner, &ChangeRunner::stopped, this, [this](const ChangeTrouble &trouble) {
        m_trouble->setTexts({}, trouble.what + u' ' + trouble.advice);
        m_trouble->show();
    });
    connect(&runner, &QObject::destroyed, this, soon);
}

QString NotificationEditor::targetText(const AccountId &account) const
{
    const auto count = std::ranges::count_if(
        m_setup.devices, [&](const NotifiedDevice &device) { return device.key.account == account; });
    if (count > 1)
        return tr("%1 devices").arg(QLocale().toString(qlonglong(count)));
    const auto one = std::ranges::find_if(
        m_setup.devices, [&](const NotifiedDevice &device) { return device.key.account == account; });
    return one->name;
}

RunCounts NotificationEditor::counts() const
{
    RunCounts all;
    for (const auto &[account, id] : m_runs) {
        const ChangeRunner *runner = m_setup.runner(account);
        const ChangeRun *run = runner ? runner->journal().find(id) : nullptr;
        for (const ChangeState state : changeStates)
            all.of(state) += run ? run->counts.of(state) : 0;
    }
    return all;
}

bool NotificationEditor::isUnderWay() const
{
    return std::ranges::any_of(m_runs, [this](const auto &run) {
        const ChangeRunner *runner = m_setup.runner(run.first);
        return runner && runner->isUnderWay(run.second);
    });
}

void NotificationEditor::showRun()
{
    const QLocale locale;
    const RunCounts sum = counts();
    const bool isGoing = isUnderWay();
    QStringList parts;
    for (const ChangeState state : changeStates) {
        if (sum.of(state) > 0)
            parts << tr("%1 %2", "a number and a state: 183 done")
                         .arg(locale.toString(sum.of(state)), label(state).toLower());
    }
    m_summary->setText(isGoing ? tr("Being sent: %1").arg(parts.join(u", "_s))
                               : tr("Sent: %1. All of it stands in the journal.").arg(parts.join(u", "_s)));
    m_progress->setVisible(isGoing);
    if (sum.total() > 0)
        m_progress->setPercent(static_cast<int>(100 * sum.ended() / sum.total()));
    m_cancelRest->setVisible(isGoing);
    m_export->setVisible(true);
    m_form->setEnabled(!isGoing);
    qsizetype again = 0;
    for (size_t run = 0; run < m_runs.size() && !isGoing; ++run)
        again += std::ssize(failed(run));
    m_set->setVisible(again > 0);
    m_set->setEnabled(again > 0);
    m_set->setText(again == 1 ? tr("Send again what failed: 1")
                              : tr("Send again what failed: %1").arg(locale.toString(again)));
    if (!isGoing)
        emit statusMessage(tr("E-mail notification: %1").arg(parts.join(u", "_s)));
}

/// What may be sent once more, of the run at the place \a run.
std::vector<ChangeId> NotificationEditor::failed(size_t run) const
{
    std::vector<ChangeId> ids;
    const ChangeRunner *runner = m_setup.runner(m_runs[run].first);
    if (!runner)
        return ids;
    for (const ChangeId id : runner->journal().changesOf(m_runs[run].second)) {
        if (const ChangeRecord *change = runner->journal().find(id); change && mayBeRetried(*change))
            ids.push_back(id);
    }
    return ids;
}

void NotificationEditor::retry()
{
    for (size_t run = 0; run < m_runs.size(); ++run) {
        ChangeRunner *runner = m_setup.runner(m_runs[run].first);
        const JournalResult written = runner ? runner->retry(failed(run)) : JournalResult();
        if (!written) {
            m_trouble->setTexts({}, written.error().what() + u' ' + written.error().advice());
            m_trouble->show();
        }
    }
    showRun();
}

void NotificationEditor::cancelRest()
{
    for (const auto &[account, run] : m_runs) {
        if (ChangeRunner *runner = m_setup.runner(account)) {
            if (const JournalResult written = runner->cancelRest(run); !written) {
                m_trouble->setTexts({}, written.error().what() + u' ' + written.error().advice());
                m_trouble->show();
            }
        }
    }
}

void NotificationEditor::exportResult()
{
    if (m_dialog && m_dialog->isVisible()) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    m_dialog = new ExportDialog(std::make_unique<NotificationExport>(*m_model), {}, m_theme, this);
    m_dialog->show();
}

void NotificationEditor::reject()
{
    if (m_isAsking) { // a step back: nothing is sent
        showWish();
        return;
    }
    QDialog::reject();
    deleteLater();
}
