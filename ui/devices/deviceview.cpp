// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/deviceview.h"

#include "ui/devices/devicecolumntable.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicequery.h"

#include <QHeaderView>

#include <algorithm>

namespace {

QString wordOf(DeviceColumn column)
{
    return QString::fromLatin1(columnRow(column).word);
}

bool isListed(const SavedView &view, const QString &word)
{
    return std::ranges::find(view.columns, word, &ViewColumn::column) != view.columns.end();
}

/// Whether \a view decides about the column. One that does not say what it hides knows all columns but that of the accounts, which one
/// account alone does not show.
bool decides(const SavedView &view, const QString &word)
{
    return isListed(view, word)
        || (view.hidden ? view.hidden->contains(word) : word != wordOf(DeviceColumn::Account));
}

/// The columns of \a shown about which \a view decides, in their order.
QStringList columnWords(const SavedView &shown, const SavedView &view)
{
    QStringList words;
    for (const ViewColumn &column : shown.columns) {
        if (decides(view, column.column))
            words.append(column.column);
    }
    return words;
}

void hideColumn(DeviceGrid &grid, DeviceColumn column, bool isHidden)
{
    if (column == DeviceColumn::Account)
        grid.setWantsAccountColumn(!isHidden); // it is shown while several are joined
    else
        grid.setColumnHidden(static_cast<int>(column), isHidden && column != DeviceColumn::Name);
}

void showColumns(const SavedView &view, DeviceGrid &grid)
{
    for (const DeviceColumnRow &row : deviceColumnTable) {
        const QString word = wordOf(row.column);
        hideColumn(grid, row.column, decides(view, word) ? !isListed(view, word) : row.isHiddenAtFirst);
    }
    QHeaderView &header = *grid.horizontalHeader();
    int place = 0;
    for (const ViewColumn &wanted : view.columns) {
        const std::optional<DeviceColumn> column = columnOfWord(wanted.column);
        if (!column)
            continue;
        const int section = static_cast<int>(*column);
        header.moveSection(header.visualIndex(section), place++);
        if (wanted.width > 0)
            header.resizeSection(section, std::max(wanted.width, header.minimumSectionSize()));
    }
}

/// Whether \a column is shown, or would be if several accounts were joined.
bool isWanted(const DeviceGrid &grid, DeviceColumn column)
{
    return column == DeviceColumn::Account ? grid.wantsAccountColumn()
                                           : !grid.isColumnHidden(static_cast<int>(column));
}

} // namespace

SavedView viewOf(const DeviceGrid &grid, const DeviceQuery &query)
{
    SavedView view;
    view.query = query.queryText();
    view.hidden.emplace();
    const QHeaderView &header = *grid.horizontalHeader();
    for (int visual = 0; visual < header.count(); ++visual) {
        const auto column = static_cast<DeviceColumn>(header.logicalIndex(visual));
        if (isWanted(grid, column))
            view.columns.append(
                {wordOf(column), grid.columnWidth(static_cast<int>(column))}); // 0: not shown just now
        else
            view.hidden->append(wordOf(column));
    }
    view.sortColumn = wordOf(static_cast<DeviceColumn>(header.sortIndicatorSection()));
    view.sortOrder = header.sortIndicatorOrder();
    return view;
}

void showView(const SavedView &view, DeviceGrid &grid, DeviceQuery &query)
{
    query.setText(view.query); // first: fewer rows are sorted sooner
    if (!view.columns.isEmpty())
        showColumns(view, grid);
    if (const std::optional<DeviceColumn> sort = columnOfWord(view.sortColumn))
        grid.sortByColumn(static_cast<int>(*sort), view.sortOrder);
}

bool looksLike(const SavedView &shown, const SavedView &view)
{
    const bool hasSort = view.sortColumn.isEmpty()
        || (shown.sortColumn == view.sortColumn && shown.sortOrder == view.sortOrder);
    const bool hasColumns = view.columns.isEmpty() || columnWords(shown, view) == columnWords(view, view);
    return shown.query.trimmed() == view.query.trimmed() && hasSort && hasColumns;
}
