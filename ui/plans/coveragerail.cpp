// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/coveragerail.h"

#include "app/fleet/fleet.h"
#include "ui/plans/planreading.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QToolButton>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int railWidth = 196;
/// A million devices are some milliseconds: not for every row that arrives.
constexpr auto countPace = 250ms;

/// What asks for something comes first, what is well and what is not known last.
constexpr std::array shownWords{CoverageWord::Uncovered,   CoverageWord::OnlyLocal, CoverageWord::PlanOff,
                                CoverageWord::ScheduleOff, CoverageWord::Pending,   CoverageWord::Failed,
                                CoverageWord::Covered,     CoverageWord::Unread};

QString queryFor(CoverageWord word)
{
    return u"coverage:"_s + queryWord(word) + u" -status:blocked,archived,cancelled,canceled"_s;
}

} // namespace

CoverageRail::CoverageRail(const Fleet &fleet, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_fleet(fleet), m_note(new QLabel(this))
{
    setObjectName(u"coverageRail"_s);
    setAccessibleName(tr("Coverage"));
    setFixedWidth(railWidth);
    setAutoFillBackground(true);
    auto *heading = new QLabel(tr("Coverage"), this);
    heading->setTextFormat(Qt::PlainText);
    heading->setFont(theme.font(TextStyle::Strong));
    setInk(heading, Ink::Text2);
    m_note->setObjectName(u"coverageNote"_s);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    setInk(m_note, Ink::Text3);

    auto *grid = new QGridLayout;
    grid->setSpacing(0);
    grid->setColumnStretch(0, 1);
    int line = 0;
    for (const CoverageWord word : shownWords) {
        auto *number = new QLabel(this);
        number->setObjectName(u"coverageCount_"_s + queryWord(word));
        number->setTextFormat(Qt::PlainText);
        number->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        setInk(number, Ink::Text2);
        m_numbers[static_cast<size_t>(word)] = number;
        m_lines[static_cast<size_t>(word)] = makeLine(word);
        grid->addWidget(m_lines[static_cast<size_t>(word)], line, 0, Qt::AlignLeft);
        grid->addWidget(number, line++, 1);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->setSpacing(6);
    column->addWidget(heading);
    column->addLayout(grid);
    column->addWidget(m_note);
    column->addStretch(1);

    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(countPace);
    connect(&m_countSoon, &QTimer::timeout, this, &CoverageRail::count);
    connect(&fleet.devicePlans(), &DevicePlans::changed, this, &CoverageRail::countSoon);
    connect(&fleet.health(), &HealthColumn::countsChanged, this, &CoverageRail::countSoon);
    connect(&fleet, &Fleet::companiesChanged, this, &CoverageRail::countSoon);
    count();
}

QToolButton *CoverageRail::makeLine(CoverageWord word)
{
    auto *line = new QToolButton(this);
    line->setObjectName(u"coverage_"_s + queryWord(word));
    line->setText(label(word));
    line->setToolButtonStyle(Qt::ToolButtonTextOnly);
    setKind(line, ButtonKind::Link);
    connect(line, &QToolButton::clicked, this, [this, word] { emit devicesRequested(queryFor(word)); });
    return line;
}

void CoverageRail::setScope(const PlanScope &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    count();
}

void CoverageRail::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    count();
}

void CoverageRail::countSoon()
{
    if (!m_countSoon.isActive() && isVisible())
        m_countSoon.start();
}

void CoverageRail::count()
{
    const DeviceTable &devices = m_fleet.devices();
    const std::optional<quint32> company =
        m_scope.company ? std::optional(devices.companyCode(*m_scope.company)) : std::nullopt;
    m_counts = m_fleet.devicePlans().coverage(company, m_fleet.health());
    const QLocale locale;
    for (const CoverageWord word : shownWords) {
        const auto place = static_cast<size_t>(word);
        const QString number = locale.toString(m_counts.of(word));
        m_numbers.at(place)->setText(number);
        m_lines.at(place)->setEnabled(m_counts.of(word) > 0);
        m_lines.at(place)->setAccessibleName(
            tr("%1: %2 devices", "a word of coverage and a number").arg(label(word), number));
        m_lines.at(place)->setToolTip(plainToolTip(sentence(word)));
    }
    const PlanReadingState state = planReading(m_fleet, m_scope);
    m_note->setText(tr("Of %1 devices that are managed. The plans of %2 of %3 companies were read.")
                        .arg(locale.toString(m_counts.all), locale.toString(state.read),
                             locale.toString(state.companies)));
}
