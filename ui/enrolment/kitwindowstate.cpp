// SPDX-License-Identifier: GPL-3.0-or-later
// The kit window's part that says how far it is: counts, progress, age, warnings.
#include "ui/enrolment/kitmodel.h"
#include "ui/enrolment/kitwindow.h"
#include "ui/widgets/note.h"
#include "ui/window/progressline.h"

#include <QCheckBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

void KitWindow::showState()
{
    const QLocale locale;
    const KitCounts counts = m_matrix->counts(options());
    const qsizetype companies = m_matrix->companyCount();
    m_count->setText(companies == 1 ? tr("1 company, 6 systems")
                                    : tr("%1 companies, 6 systems").arg(locale.toString(companies)));
    const qsizetype minutes =
        counts.oldest.isValid() ? counts.oldest.secsTo(QDateTime::currentDateTimeUtc()) / 60 : 0;
    m_asOf->setText(!counts.oldest.isValid() ? tr("nothing read yet")
                        : minutes < 1        ? tr("read just now")
                                             : tr("oldest read %1 min ago").arg(locale.toString(minutes)));
    showButtons(counts);
    showProgress(counts);
    showNote();
}

void KitWindow::showButtons(const KitCounts &counts)
{
    const QLocale locale;
    const qsizetype open = counts.total - counts.ready;
    m_ask->setText(open == 1      ? tr("Get 1 link")
                       : open > 0 ? tr("Get %1 links").arg(locale.toString(open))
                                  : tr("Read again"));
    const bool canAsk = counts.total > 0 && !m_matrix->isAsking();
    m_ask->setEnabled(canAsk);
    m_askAll->setEnabled(canAsk);
    m_askAll->setToolTip(tr("Asks for the four combinations of the two options: %1 links at most.")
                             .arg(locale.toString(counts.total * qsizetype(allSetupOptions.size()))));
    m_copyAll->setEnabled(counts.ready > 0);
    m_export->setEnabled(counts.total > 0);
}

void KitWindow::showProgress(const KitCounts &counts)
{
    const QLocale locale;
    const bool isAsking = m_matrix->isAsking();
    m_progress->setVisible(isAsking);
    m_cancel->setVisible(isAsking);
    if (isAsking)
        m_progress->setPercent(
            static_cast<int>(100 * m_matrix->answered() / std::max<qsizetype>(1, m_matrix->questions())));
    QString text = isAsking
        ? tr("%1 of %2 answers")
              .arg(locale.toString(m_matrix->answered()), locale.toString(m_matrix->questions()))
        : tr("%1 of %2 links").arg(locale.toString(counts.ready), locale.toString(counts.total));
    if (counts.refused > 0)
        text += tr(", %1 refused").arg(locale.toString(counts.refused));
    if (counts.disagreeing > 0)
        text += tr(", %1 disagree").arg(locale.toString(counts.disagreeing));
    m_progressText->setText(counts.total > 0 ? text : tr("Check companies on the left"));
}

void KitWindow::showNote()
{
    QStringList sentences;
    if (const std::optional<ApiError> &trouble = m_matrix->trouble())
        sentences << tr("Not everything was asked for. %1 %2").arg(trouble->what(), trouble->advice());
    if (m_private->isChecked())
        sentences << tr(
            "Private encryption: IDrive does not keep that key. If the client loses it, its backups "
            "cannot be read by anyone. Its prompt also stops an unattended install.");
    m_note->setTexts({}, sentences.join(u'\n'));
    m_note->setVisible(!sentences.isEmpty());
}
