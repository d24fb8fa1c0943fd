// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicegrid.h"

#include "ui/devices/devicecolumntable.h"
#include "ui/devices/devicegridaccessible.h"
#include "ui/devices/devicegridheader.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/window/theme.h"

#include <QHelpEvent>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int accountSection = static_cast<int>(DeviceColumn::Account);

} // namespace

DeviceGrid::DeviceGrid(DeviceGridModel &model, const Theme &theme, QWidget *parent)
    : UniformRowsView(new DeviceGridHeader(theme), parent), m_model(model), m_theme(theme),
      m_selecting(model.order()), m_painter(model, theme)
{
    installDeviceGridAccessibility();
    setObjectName(u"deviceGrid"_s);
    setAccessibleName(tr("Devices"));
    setFrameShape(QFrame::NoFrame);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    setModel(&model);
    for (const DeviceColumnRow &column : deviceColumnTable) {
        setColumnWidth(static_cast<int>(column.column), column.width);
        setColumnHidden(static_cast<int>(column.column), column.isHiddenAtFirst);
    }
    setColumnHidden(accountSection, true);
    horizontalHeader()->setSortIndicator(static_cast<int>(model.order().sortColumn()),
                                         model.order().sortDirection());
    horizontalHeader()->setSortIndicatorShown(true);
    connect(horizontalHeader(), &QHeaderView::sectionHandleDoubleClicked, this, &DeviceGrid::fitColumn);
    setRowHeight(compactRow);
    followModel();
    connect(&theme, &Theme::changed, this, &DeviceGrid::forgetLooks);
}

DeviceGrid::~DeviceGrid() = default;

/// As wide as what is on the screen needs.
void DeviceGrid::fitColumn(int column)
{
    int width = horizontalHeader()->sectionSizeHint(column);
    for (int row = std::max(0, rowAt(0));
         row < m_model.rowCount() && rowViewportPosition(row) < viewport()->height(); ++row)
        width =
            std::max(width, m_painter.wholeWidth(m_model.deviceAt(row), static_cast<DeviceColumn>(column)));
    setColumnWidth(column, std::min(width, viewport()->width()));
}

void DeviceGrid::followModel()
{
    connect(&m_model, &QAbstractItemModel::layoutAboutToBeChanged, this,
            [this](const QList<QPersistentModelIndex> &, QAbstractItemModel::LayoutChangeHint hint) {
                keepAnchor(hint == QAbstractItemModel::VerticalSortHint);
            });
    connect(&m_model, &QAbstractItemModel::layoutChanged, this, &DeviceGrid::restoreAnchor);
    connect(&m_model, &QAbstractItemModel::modelAboutToBeReset, this, [this] { keepAnchor(false); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        if (m_currentDevice && m_model.rowOf(*m_currentDevice) >= 0)
            setCurrentRow(m_model.rowOf(*m_currentDevice));
        restoreAnchor();
        showSelectionChange(); // others are hidden now
    });
    connect(&m_model, &DeviceGridModel::devicesRemoved, this, [this](const std::vector<DeviceRow> &rows) {
        const qsizetype before = selection().count();
        m_selecting.forget(rows);
        if (selection().count() != before)
            showSelectionChange();
    });
}

void DeviceGrid::keepAnchor(bool isSorting)
{
    m_anchor = {};
    m_currentDevice = currentDevice();
    m_currentBefore = currentIndex().row();
    const int y = m_currentBefore < 0 ? -1 : rowViewportPosition(m_currentBefore);
    const bool isSeen = y >= 0 && y + rowHeight() <= viewport()->height();
    // a current row that was only taken by the focus is nobody's choice
    if (isSeen && selection().contains(*m_currentDevice)) {
        m_anchor = {.device = m_currentDevice, .y = y};
    } else if (!isSorting && verticalScrollBar()->value() > 0) {
        const int top = rowAt(0);
        if (top >= 0)
            m_anchor = {.device = m_model.deviceAt(top), .y = rowViewportPosition(top)};
    }
}

void DeviceGrid::restoreAnchor()
{
    const Anchor anchor = std::exchange(m_anchor, {});
    executeDelayedItemsLayout();
    const int position = anchor.device ? m_model.rowOf(*anchor.device) : -1;
    if (position >= 0)
        verticalScrollBar()->setValue(position * rowHeight() - anchor.y);
    viewport()->update();
}

void DeviceGrid::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    // rows that go were moved to the end; the current row's neighbour takes its place
    if (currentIndex().row() >= start) {
        const int next = std::min(m_currentBefore, start - 1);
        selectionModel()->setCurrentIndex(m_model.index(next, currentIndex().column()),
                                          QItemSelectionModel::NoUpdate);
    }
    UniformRowsView::rowsAboutToBeRemoved(parent, start, end);
}

void DeviceGrid::setJoined(bool isJoined)
{
    if (isJoined == m_isJoined)
        return;
    m_wantsAccountColumn = wantsAccountColumn();
    m_isJoined = isJoined;
    setColumnHidden(accountSection, !isJoined || !m_wantsAccountColumn);
}

bool DeviceGrid::wantsAccountColumn() const
{
    return m_isJoined ? !isColumnHidden(accountSection) : m_wantsAccountColumn;
}

void DeviceGrid::setWantsAccountColumn(bool wants)
{
    m_wantsAccountColumn = wants;
    setColumnHidden(accountSection, !m_isJoined || !wants);
}

qsizetype DeviceGrid::hiddenSelectedCount() const
{
    return selection().isEmpty() ? 0 : selection().count() - selection().countOf(m_model.order().rows());
}

std::vector<DeviceRow> DeviceGrid::selectedShownDevices() const
{
    std::vector<DeviceRow> devices;
    devices.reserve(static_cast<size_t>(selection().count()));
    std::ranges::copy_if(m_model.order().rows(), std::back_inserter(devices),
                         [this](DeviceRow device) { return selection().contains(device); });
    return devices;
}

std::optional<DeviceRow> DeviceGrid::currentDevice() const
{
    const QModelIndex current = currentIndex();
    return current.isValid() ? std::optional(m_model.deviceAt(current.row())) : std::nullopt;
}

std::vector<DeviceColumn> DeviceGrid::shownColumns() const
{
    std::vector<DeviceColumn> columns;
    for (int visual = 0; visual < horizontalHeader()->count(); ++visual) {
        const int logical = horizontalHeader()->logicalIndex(visual);
        if (!isColumnHidden(logical))
            columns.push_back(static_cast<DeviceColumn>(logical));
    }
    return columns;
}

std::vector<ColumnSpan> DeviceGrid::columnSpans(const QRect &area) const
{
    std::vector<ColumnSpan> spans;
    for (const DeviceColumn column : shownColumns()) {
        const int logical = static_cast<int>(column);
        const ColumnSpan span{
            .column = column, .left = columnViewportPosition(logical), .width = columnWidth(logical)};
        if (span.left <= area.right() && span.left + span.width > area.left())
            spans.push_back(span);
    }
    return spans;
}

RowLook DeviceGrid::lookOf(int position) const
{
    const bool isCurrent = position == currentIndex().row();
    return {.isSelected = selection().contains(m_model.deviceAt(position)),
            .isActive = hasFocus(),
            .isHovered = position == m_hovered,
            .isCurrent = isCurrent,
            .currentColumn = isCurrent ? currentIndex().column() : -1};
}

void DeviceGrid::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QRect area = event->rect();
    const std::vector<ColumnSpan> columns = columnSpans(area);
    const int rows = m_model.rowCount();
    const int width = viewport()->width();
    int position = std::max(0, (area.top() + verticalOffset()) / rowHeight());
    int y = position * rowHeight() - verticalOffset();
    for (; position < rows && y <= area.bottom(); ++position, y += rowHeight()) {
        const QRect row(0, y, width, rowHeight());
        if (event->region().intersects(row))
            m_painter.paintRow(painter, row, m_model.deviceAt(position), lookOf(position), columns);
    }
    if (y <= area.bottom())
        painter.fillRect(QRect(area.left(), y, area.width(), area.bottom() - y + 1),
                         m_theme.color(Token::Base));
}

bool DeviceGrid::viewportEvent(QEvent *event)
{
    switch (event->type()) {
    case QEvent::ToolTip:
        showToolTip(*static_cast<QHelpEvent *>(event));
        return true;
    case QEvent::Leave:
        setHovered(-1);
        break;
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
    case QEvent::DevicePixelRatioChange:
        m_painter.forget();
        break;
#endif
    default:
        break;
    }
    return UniformRowsView::viewportEvent(event);
}

void DeviceGrid::showToolTip(const QHelpEvent &event)
{
    const QModelIndex index = indexAt(event.pos());
    if (!index.isValid()) {
        QToolTip::hideText();
        return;
    }
    const DeviceRow device = m_model.deviceAt(index.row());
    const DeviceColumn column = static_cast<DeviceColumn>(index.column());
    QString text = columnRow(column).toolTip(m_model.source(), device, m_model.moment());
    if (m_painter.isCut(device, column, columnWidth(index.column()))) {
        const QString whole = cellText(m_model.source(), column, device, m_model.moment());
        text = text.isEmpty() ? whole : whole + u'\n' + text;
    }
    QToolTip::showText(event.globalPos(), plainToolTip(text), viewport(), visualRect(index));
}

void DeviceGrid::forgetLooks()
{
    m_painter.forget();
    viewport()->update();
    horizontalHeader()->viewport()->update();
}

void DeviceGrid::changeEvent(QEvent *event)
{
    UniformRowsView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        forgetLooks();
    else if (event->type() == QEvent::ActivationChange)
        viewport()->update();
}

void DeviceGrid::setHovered(int position)
{
    if (position == m_hovered)
        return;
    updateRow(std::exchange(m_hovered, position));
    updateRow(position);
}

void DeviceGrid::updateRow(int position)
{
    if (position >= 0)
        viewport()->update(0, position * rowHeight() - verticalOffset(), viewport()->width(), rowHeight());
}

void DeviceGrid::scrollContentsBy(int dx, int dy)
{
    UniformRowsView::scrollContentsBy(dx, dy);
    if (m_hovered < 0)
        return;
    const QPoint mouse = viewport()->mapFromGlobal(QCursor::pos());
    setHovered(viewport()->rect().contains(mouse) ? rowAt(mouse.y()) : -1);
}
