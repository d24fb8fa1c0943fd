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

QStringList columnWords(const SavedView &view)
{
    QStringList words;
    for (const ViewColumn &column : view.columns)
        words.append(column.column);
    return words;
}

void showColumns(const QList<ViewColumn> &columns, DeviceGrid &grid)
{
    QHeaderView &header = *grid.horizontalHeader();
    for (int section = 0; section < header.count(); ++section)
        header.setSectionHidden(section, section != static_cast<int>(DeviceColumn::Name));
    int place = 0;
    for (const ViewColumn &wanted : columns) {
        const std::optional<DeviceColumn> column = columnOfWord(wanted.column);
        if (!column)
            continue;
        const int section = static_cast<int>(*column);
        header.setSectionHidden(section, false);
        header.moveSection(header.visualIndex(section), place++);
        if (wanted.width > 0)
            header.resizeSection(section, std::max(wanted.width, header.minimumSectionSize()));
    }
}

} // namespace

SavedView viewOf(const DeviceGrid &grid, const DeviceQuery &query)
{
    SavedView view;
    view.query = query.queryText();
    for (const DeviceColumn column : grid.shownColumns())
        view.columns.append({wordOf(column), grid.columnWidth(static_cast<int>(column))});
    const QHeaderView &header = *grid.horizontalHeader();
    view.sortColumn = wordOf(static_cast<DeviceColumn>(header.sortIndicatorSection()));
    view.sortOrder = header.sortIndicatorOrder();
    return view;
}

void showView(const SavedView &view, DeviceGrid &grid, DeviceQuery &query)
{
    query.setText(view.query); // first: fewer rows are sorted sooner
    if (!view.columns.isEmpty())
        showColumns(view.columns, grid);
    if (const std::optional<DeviceColumn> sort = columnOfWord(view.sortColumn))
        grid.sortByColumn(static_cast<int>(*sort), view.sortOrder);
}

bool looksLike(const SavedView &shown, const SavedView &view)
{
    const bool hasSort = view.sortColumn.isEmpty()
        || (shown.sortColumn == view.sortColumn && shown.sortOrder == view.sortOrder);
    const bool hasColumns = view.columns.isEmpty() || columnWords(shown) == columnWords(view);
    return shown.query.trimmed() == view.query.trimmed() && hasSort && hasColumns;
}
