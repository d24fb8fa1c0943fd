// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/deviceexport.h"

#include "app/fleet/fleet.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/devicequery.h"
#include "ui/devices/devicesheet.h"

#include <QLocale>
#include <QStringList>

#include <utility>

DeviceExport::DeviceExport(const DeviceGrid &grid, const DeviceQuery &query, const Fleet &fleet,
                           QString scope)
    : m_grid(grid), m_query(query), m_fleet(fleet), m_scope(std::move(scope))
{
    const DeviceGridModel &model = grid.deviceModel();
    connect(&model, &QAbstractItemModel::rowsInserted, this, &ExportSubject::changed);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &ExportSubject::changed);
    connect(&model, &QAbstractItemModel::modelReset, this, &ExportSubject::changed);
    connect(&grid, &DeviceGrid::selectedDevicesChanged, this, &ExportSubject::changed);
}

void DeviceExport::setScope(const QString &scope)
{
    m_scope = scope;
    emit changed();
}

QString DeviceExport::title() const
{
    return m_scope.isEmpty() ? tr("Devices") : tr("Devices, %1", "a company's name").arg(m_scope);
}

QString DeviceExport::note() const
{
    const QLocale locale;
    QStringList sentences;
    if (const QDateTime asOf = m_fleet.asOf(); asOf.isValid())
        //: %1 is a date and a time
        sentences << tr("As of %1.").arg(locale.toString(asOf.toLocalTime(), QLocale::ShortFormat));
    if (m_fleet.isReading())
        sentences << tr("The list was still being read.");
    else if (m_fleet.trouble())
        sentences << tr("Not everything could be read, first %1.").arg(m_fleet.trouble()->subject);
    if (const QString query = m_query.queryText().trimmed(); !query.isEmpty())
        sentences << tr("Query: %1.").arg(query);
    sentences << tr("Times are UTC.");
    return sentences.join(u' ');
}

qsizetype DeviceExport::count(ExportRows rows) const
{
    return rows == ExportRows::Shown ? m_grid.deviceModel().rowCount()
                                     : m_grid.selection().count() - m_grid.hiddenSelectedCount();
}

QString DeviceExport::remark(ExportRows rows) const
{
    const qsizetype hidden = rows == ExportRows::Selected ? m_grid.hiddenSelectedCount() : 0;
    if (hidden == 0)
        return {};
    return hidden == 1
        ? tr("1 more is selected and not shown; it is left out.")
        : tr("%1 more are selected and not shown; they are left out.").arg(QLocale().toString(hidden));
}

std::unique_ptr<SheetSource> DeviceExport::source(ExportRows rows) const
{
    const DeviceGridModel &model = m_grid.deviceModel();
    const std::span<const DeviceRow> shown = model.order().rows();
    auto sheet = std::make_unique<DeviceSheet>(model.source(),
                                               rows == ExportRows::Shown
                                                   ? std::vector<DeviceRow>(shown.begin(), shown.end())
                                                   : m_grid.selectedShownDevices(),
                                               m_grid.shownColumns());
    sheet->follow(model);
    return sheet;
}
