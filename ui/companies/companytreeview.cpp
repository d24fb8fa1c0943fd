// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companytreeview.h"

#include "ui/companies/companydelegate.h"
#include "ui/companies/companytreemodel.h"
#include "ui/companies/companywords.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QTimerEvent>

namespace {

// One turn in 2 s, 10 pictures a second.
constexpr int ringIntervalMs = 100;
constexpr int ringStep = 18;
constexpr int chevronWidth = 28;

} // namespace

CompanyTreeView::CompanyTreeView(CompanyTreeModel &model, CompanyGroup group, const Theme &theme,
                                 QWidget *parent)
    : QTreeView(parent), m_model(model), m_group(group), m_delegate(new CompanyDelegate(model, theme, this))
{
    setAccessibleName(companyGroupTitle(group));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setFrameShape(QFrame::NoFrame);
    setBackgroundRole(QPalette::AlternateBase);
    viewport()->setBackgroundRole(QPalette::AlternateBase);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(SingleSelection);
    setExpandsOnDoubleClick(false);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setIndentation(chevronWidth);
    setItemDelegate(m_delegate);
    setModel(&model);
    setRootIsDecorated(group == CompanyGroup::Tree);
    showGroup();
    connect(&model, &QAbstractItemModel::modelReset, this, &CompanyTreeView::showGroup);
    connect(&model, &CompanyTreeModel::updated, this, &CompanyTreeView::turnRingWhileSeen);
}

/// A reset forgets what is hidden, open, and the root.
void CompanyTreeView::showGroup()
{
    if (m_group != CompanyGroup::Tree) {
        setRootIndex(m_model.top(m_group));
        return;
    }
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QModelIndex top = m_model.index(row, 0);
        setRowHidden(row, {}, !m_model.isOf(m_group, top));
        expand(top);
    }
}

bool CompanyTreeView::shows(const QModelIndex &index) const
{
    const bool isTop = !index.parent().isValid();
    return m_model.isOf(m_group, index) && (!isTop || m_group == CompanyGroup::Tree);
}

int CompanyTreeView::heightOfRows() const
{
    return m_model.rowCount(rootIndex()) * m_delegate->sizeHint({}, {}).height();
}

bool CompanyTreeView::takeFocusAt(Qt::Edge edge)
{
    QModelIndex row = m_group == CompanyGroup::Tree ? m_model.top(m_group) : m_model.index(0, 0, rootIndex());
    while (edge == Qt::BottomEdge && indexBelow(row).isValid())
        row = indexBelow(row);
    if (!row.isValid())
        return false;
    setFocus();
    setCurrentIndex(row);
    return true;
}

/// The whole row, since all of it is painted; Qt's would begin after the indentation.
QRect CompanyTreeView::visualRect(const QModelIndex &index) const
{
    QRect place = QTreeView::visualRect(index);
    if (place.isValid()) {
        place.setLeft(0);
        place.setRight(viewport()->width() - 1);
    }
    return place;
}

void CompanyTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &options,
                              const QModelIndex &index) const
{
    QStyleOptionViewItem row = options;
    row.rect.setLeft(0);
    row.rect.setWidth(viewport()->width());
    row.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
    row.state.setFlag(QStyle::State_Open, isExpanded(index));
    row.state.setFlag(QStyle::State_Active, hasFocus() && isActiveWindow());
    row.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
    const QPoint pointer = viewport()->mapFromGlobal(QCursor::pos());
    row.state.setFlag(QStyle::State_MouseOver, viewport()->underMouse() && row.rect.contains(pointer));
    m_delegate->paint(painter, row, index);
}

/// Nothing: the delegate paints the chevron with its row.
void CompanyTreeView::drawBranches(QPainter *painter, const QRect &rect, const QModelIndex &index) const
{
    Q_UNUSED(painter)
    Q_UNUSED(rect)
    Q_UNUSED(index)
}

void CompanyTreeView::keyPressEvent(QKeyEvent *event)
{
    const bool isPlain = event->modifiers() == Qt::NoModifier;
    if (isPlain && event->key() == Qt::Key_Up && !indexAbove(currentIndex()).isValid()) {
        emit leftAbove();
        return;
    }
    if (isPlain && event->key() == Qt::Key_Down && currentIndex().isValid()
        && !indexBelow(currentIndex()).isValid()) {
        emit leftBelow();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void CompanyTreeView::showEvent(QShowEvent *event)
{
    QTreeView::showEvent(event);
    turnRingWhileSeen();
}

void CompanyTreeView::hideEvent(QHideEvent *event)
{
    QTreeView::hideEvent(event);
    turnRingWhileSeen();
}

void CompanyTreeView::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_ringTimer.timerId()) {
        QTreeView::timerEvent(event);
        return;
    }
    m_ringAngle = (m_ringAngle + ringStep) % 360;
    m_delegate->setRingAngle(m_ringAngle);
    viewport()->update(QStyle::visualRect(layoutDirection(), viewport()->rect(),
                                          QRect(0, 0, chevronWidth, viewport()->height())));
}

void CompanyTreeView::turnRingWhileSeen()
{
    if (!isVisible() || !m_model.isAnyReading())
        m_ringTimer.stop();
    else if (!m_ringTimer.isActive())
        m_ringTimer.start(ringIntervalMs, this);
}
