// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrolment/kitview.h"

#include "ui/enrolment/kitdelegate.h"
#include "ui/window/icons.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int cellHeight = 32;
constexpr int companyWidth = 150;
constexpr int idWidth = 114;
constexpr int flagsWidth = 126;
constexpr int systemWidth = 88;

} // namespace

KitView::KitView(KitModel &model, const Theme &theme, QWidget *parent)
    : QTableView(parent), m_copyCell(new QAction(glyphIcon(theme, Glyph::Copy), tr("&Copy this cell"), this)),
      m_copyColumn(new QAction(tr("Copy this co&lumn"), this))
{
    setObjectName(u"kitMatrix"_s);
    setAccessibleName(tr("Setup links by company and system"));
    setModel(&model);
    setItemDelegate(new KitDelegate(theme, this));
    setFrameShape(NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    setSelectionMode(ExtendedSelection);
    setSelectionBehavior(SelectItems);
    setHorizontalScrollMode(ScrollPerPixel);
    verticalHeader()->hide();
    verticalHeader()->setDefaultSectionSize(cellHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    header->resizeSection(KitModel::NameColumn, companyWidth);
    header->resizeSection(KitModel::IdColumn, idWidth);
    header->resizeSection(KitModel::FlagsColumn, flagsWidth);
    for (int column = KitModel::FirstSystem; column < KitModel::columns; ++column)
        header->resizeSection(column, systemWidth);
    m_copyCell->setObjectName(u"copyKitCell"_s);
    m_copyCell->setShortcut(QKeySequence::Copy);
    m_copyColumn->setObjectName(u"copyKitColumn"_s);
    for (QAction *action : {m_copyCell, m_copyColumn}) {
        action->setShortcutContext(Qt::WidgetShortcut);
        addAction(action);
    }
    connect(m_copyCell, &QAction::triggered, this, [this] { emit copyRequested(currentIndex()); });
    connect(m_copyColumn, &QAction::triggered, this,
            [this] { emit columnCopyRequested(currentIndex().column()); });
    connect(&model, &QAbstractItemModel::dataChanged, this, &KitView::enableActions);
    connect(&model, &QAbstractItemModel::modelReset, this, &KitView::enableActions);
    enableActions();
}

QList<int> KitView::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows << row;
    }
    std::ranges::sort(rows);
    rows.erase(std::ranges::unique(rows).begin(), rows.end());
    return rows;
}

void KitView::enableActions()
{
    const QModelIndex current = currentIndex();
    m_copyCell->setEnabled(current.isValid() && !current.data(KitModel::ValueRole).toString().isEmpty());
    m_copyColumn->setEnabled(current.isValid() && current.column() != KitModel::FlagsColumn);
}

void KitView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    enableActions();
    emit currentCellChanged();
}

void KitView::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QModelIndex cell = indexAt(event->position().toPoint());
    const bool isCopied = event->button() == Qt::LeftButton && cell.isValid() && cell == currentIndex()
        && cell.column() != KitModel::NameColumn && m_copyCell->isEnabled()
        && KitDelegate::copyButton(visualRect(cell), layoutDirection()).contains(event->position().toPoint());
    if (isCopied)
        m_copyCell->trigger();
}

void KitView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        m_copyCell->trigger();
    else
        QTableView::keyPressEvent(event);
}

void KitView::contextMenuEvent(QContextMenuEvent *event)
{
    if (!indexAt(viewport()->mapFromGlobal(event->globalPos())).isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(u"kitMenu"_s);
    menu->addActions(actions());
    menu->popup(event->globalPos());
}
