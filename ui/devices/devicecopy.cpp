// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicecopy.h"

#include "app/base/visibletext.h"
#include "ui/devices/devicecolumntable.h"

namespace {

// From believable fleets; only a hint for memory.
constexpr qsizetype lettersPerValue = 14;

} // namespace

QString rowsAsText(const DeviceSource &source, std::span<const DeviceRow> devices,
                   std::span<const DeviceColumn> columns, const Moment &moment)
{
    QString text;
    text.reserve(static_cast<qsizetype>((devices.size() + 1) * columns.size()) * lettersPerValue);
    const auto endLine = [&text] {
        text.chop(1);
        text += u'\n';
    };
    for (const DeviceColumn column : columns)
        text += columnHeader(column) + u'\t';
    endLine();
    for (const DeviceRow device : devices) {
        for (const DeviceColumn column : columns)
            text += cellText(source, column, device, moment) + u'\t';
        endLine();
    }
    return text;
}

QString idsAsText(const DeviceTable &table, std::span<const DeviceRow> devices)
{
    QString text;
    for (const DeviceRow device : devices) {
        const QByteArrayView id = table.text(TextColumn::Id, device);
        if (!id.isEmpty())
            text += visibleText(id) + u'\n';
    }
    return text;
}
