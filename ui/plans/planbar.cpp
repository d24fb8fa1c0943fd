// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planbar.h"

#include "ui/widgets/elidedlabel.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/progressline.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 40;
constexpr int progressWidth = 96;

QToolButton *makeButton(QAction *action, const QString &name, const QString &accessibleName, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAccessibleName(accessibleName);
    return button;
}

QString timeText(const QDateTime &utc)
{
    const QDateTime local = utc.toLocalTime();
    const bool isToday = local.date() == QDate::currentDate();
    return isToday ? QLocale().toString(local.time(), QLocale::ShortFormat)
                   : QLocale().toString(local, QLocale::ShortFormat);
}

} // namespace

PlanBar::PlanBar(QAction *exportAction, QAction *detailsAction, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_title(new ElidedLabel(this)), m_count(new QLabel(this)),
      m_state(new ElidedLabel(this)), m_progress(new ProgressLine(theme, this)),
      m_read(new QPushButton(this)), m_stop(new QPushButton(tr("Stop"), this)), m_row(new QHBoxLayout(this))
{
    setMinimumHeight(barHeight);
    m_title->setObjectName(u"planScopeTitle"_s);
    m_title->setFont(theme.font(TextStyle::Strong));
    m_count->setObjectName(u"planCount"_s);
    m_count->setTextFormat(Qt::PlainText);
    m_state->setObjectName(u"planState"_s);
    setInk(m_state, Ink::Text2);
    m_progress->setObjectName(u"planProgress"_s);
    m_progress->setAccessibleName(tr("Reading of the plans"));
    m_progress->setFixedWidth(progressWidth);
    m_read->setObjectName(u"readPlans"_s);
    setSmall(m_read);
    setLeadingIcon(m_read, glyphIcon(theme, Glyph::Refresh));
    m_stop->setObjectName(u"stopPlans"_s);
    m_stop->setAccessibleName(tr("Stop reading plans"));
    setSmall(m_stop);
    setLeadingIcon(m_stop, glyphIcon(theme, Glyph::Stop));

    m_row->setContentsMargins(16, 0, 8, 0);
    m_row->setSpacing(8);
    m_row->addWidget(m_title);
    m_row->addWidget(m_count);
    m_row->addStretch(1);
    m_row->addWidget(m_state);
    m_row->addWidget(m_progress);
    m_row->addWidget(m_read);
    m_row->addWidget(m_stop);
    m_row->addWidget(makeButton(exportAction, u"exportPlansButton"_s, tr("Export plans"), this));
    m_row->addWidget(makeButton(detailsAction, u"togglePlanDetails"_s, tr("Details"), this));
    connect(m_read, &QPushButton::clicked, this, &PlanBar::readRequested);
    connect(m_stop, &QPushButton::clicked, this, &PlanBar::stopRequested);
}

void PlanBar::setTitle(const QString &title)
{
    m_title->setText(title);
}

void PlanBar::setChips(QWidget *chips)
{
    m_row->insertWidget(2, chips, 1);
}

void PlanBar::setCount(qsizetype shown, qsizetype all)
{
    const QString number = QLocale().toString(shown);
    m_count->setText(shown < all      ? tr("%1 of %2 plans").arg(number, QLocale().toString(all))
                         : shown == 1 ? tr("1 plan")
                                      : tr("%1 plans").arg(number));
}

QString PlanBar::stateText(const PlanReadingState &state) const
{
    const QLocale locale;
    if (state.progress)
        return tr("Reading, %1 of %2 companies")
            .arg(locale.toString(state.progress->done), locale.toString(state.progress->total));
    if (state.read == 0 && state.failed == 0)
        return tr("Not read yet");
    QString text = state.companies == 1
        ? QString()
        : tr("%1 of %2 companies read").arg(locale.toString(state.read), locale.toString(state.companies));
    if (state.failed > 0)
        text += (text.isEmpty() ? QString() : u", "_s) + tr("%1 failed").arg(locale.toString(state.failed));
    if (state.oldest.isValid())
        text += (text.isEmpty() ? QString() : u", "_s) + tr("as of %1").arg(timeText(state.oldest));
    return text;
}

void PlanBar::setState(const PlanReadingState &state)
{
    const bool isReading = state.progress.has_value();
    m_state->setText(stateText(state));
    m_progress->setVisible(isReading);
    if (isReading)
        m_progress->setPercent(state.progress->total > 0 ? 100 * state.progress->done / state.progress->total
                                                         : -1);
    m_read->setVisible(!isReading);
    m_stop->setVisible(isReading);
    m_read->setEnabled(state.companies > 0);
    m_read->setText(state.read + state.failed > 0 ? tr("Read again") : tr("Read the plans"));
    m_read->setAccessibleName(state.companies == 1
                                  ? tr("Read the plans of this company")
                                  : tr("Read the plans of %n companies", nullptr, state.companies));
}
