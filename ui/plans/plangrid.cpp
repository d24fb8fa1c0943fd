// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/plangrid.h"

#include "ui/plans/planmodel.h"
#include "ui/window/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int lineHeight = 28;
/// By PlanColumn, at first.
constexpr std::array<int, planColumnCount> widths{200, 160, 130, 80, 300, 72,  72,
                                                  72,  120, 72,  96, 120, 130, 90};

} // namespace

PlanGrid::PlanGrid(PlanModel &model, const Theme &theme, QWidget *parent) : QTableView(parent), m_model(model)
{
    setObjectName(u"planGrid"_s);
    setAccessibleName(tr("Backup plans"));
    setProperty("kind", u"plain"_s);
    setModel(&model);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    setFont(theme.font(TextStyle::Base));
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(std::max(lineHeight, fontMetrics().height() + 8));
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSectionsMovable(true);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    for (size_t column = 0; column < widths.size(); ++column)
        header->resizeSection(static_cast<int>(column), widths.at(column));
    header->setSortIndicator(static_cast<int>(PlanColumn::Name), Qt::AscendingOrder);
    setSortingEnabled(true);
    connect(this, &QTableView::doubleClicked, this, &PlanGrid::detailsRequested);
}

std::vector<PlanRow> PlanGrid::selectedPlans() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(row);
    }
    std::ranges::sort(rows);
    const auto rest = std::ranges::unique(rows);
    rows.erase(rest.begin(), rest.end());
    std::vector<PlanRow> plans;
    for (const int row : rows)
        plans.push_back(m_model.planAt(row));
    return plans;
}

std::optional<PlanRow> PlanGrid::selectedPlan() const
{
    const std::vector<PlanRow> plans = selectedPlans();
    return plans.size() == 1 ? std::optional(plans.front()) : std::nullopt;
}

bool PlanGrid::showPlan(const PlanKey &plan)
{
    const std::optional<PlanRow> known = m_model.table().find(plan);
    const int row = known ? m_model.rowOf(*known) : -1;
    if (row < 0)
        return false;
    const QModelIndex index = m_model.index(row, 0);
    setCurrentIndex(index);
    selectRow(row);
    scrollTo(index);
    return true;
}

void PlanGrid::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        emit detailsRequested();
    else if (event->matches(QKeySequence::Copy))
        event->ignore(); // the page's action copies rows, not a cell
    else
        QTableView::keyPressEvent(event);
}

void PlanGrid::selectionChanged(const QItemSelection &selected, const QItemSelection &deselected)
{
    QTableView::selectionChanged(selected, deselected);
    emit selectedPlansChanged();
}
