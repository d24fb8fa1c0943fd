// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicesheet.h"

#include "app/devices/devicewords.h"
#include "app/fleet/healthcolumn.h"
#include "ui/devices/devicecolumntable.h"
#include "ui/devices/devicegridmodel.h"

#include <utility>

namespace {

void addKnown(QByteArrayView utf8, SheetRows &rows)
{
    if (utf8.isEmpty())
        rows.addNothing();
    else
        rows.addText(utf8);
}

} // namespace

DeviceSheet::DeviceSheet(const DeviceSource &source, std::vector<DeviceRow> devices,
                         std::vector<DeviceColumn> columns)
    : m_source(source), m_devices(std::move(devices)), m_columns(std::move(columns))
{ }

void DeviceSheet::follow(const DeviceGridModel &model)
{
    QObject::connect(&model, &DeviceGridModel::devicesRemoved, &m_following,
                     [this](const std::vector<DeviceRow> &gone) {
                         for (const DeviceRow device : gone)
                             m_gone.insert(device);
                     });
}

QList<SheetColumn> DeviceSheet::columns() const
{
    QList<SheetColumn> columns;
    for (const DeviceColumn column : m_columns) {
        const bool isTime = column == DeviceColumn::LastSuccess || column == DeviceColumn::NextRun;
        columns.append({.header = columnHeader(column), .kind = isTime ? CellKind::Time : CellKind::Text});
    }
    return columns;
}

bool DeviceSheet::addNextRow(SheetRows &rows)
{
    while (m_next < m_devices.size() && m_gone.contains(m_devices[m_next]))
        ++m_next;
    if (m_next == m_devices.size())
        return false;
    const DeviceRow device = m_devices[m_next++];
    for (const DeviceColumn column : m_columns)
        addCell(column, device, rows);
    return true;
}

void DeviceSheet::addCell(DeviceColumn column, DeviceRow device, SheetRows &rows)
{
    switch (column) {
    case DeviceColumn::HealthWord: {
        const std::optional<Health> health = m_source.health ? m_source.health->health(device) : std::nullopt;
        if (health)
            rows.addText(label(*health));
        else
            rows.addNothing();
        return;
    }
    case DeviceColumn::Name:
        if (m_source.table.damage(device)) // its place in the answer is all that it has
            rows.addText(columnRow(column).text(m_source, device, Moment()));
        else
            addKnown(m_source.table.text(TextColumn::Name, device), rows);
        return;
    case DeviceColumn::Company:
    case DeviceColumn::IdOfCompany:
        return addWord(WordColumn::Company, column, device, rows);
    case DeviceColumn::Account:
        return addWord(WordColumn::Account, column, device, rows);
    case DeviceColumn::Status:
        return addWord(WordColumn::Status, column, device, rows);
    case DeviceColumn::LastResult:
        return addWord(WordColumn::LastResult, column, device, rows);
    case DeviceColumn::Os:
        return addWord(WordColumn::Os, column, device, rows);
    case DeviceColumn::Version:
        return addWord(WordColumn::Version, column, device, rows);
    case DeviceColumn::Group:
        return addWord(WordColumn::Group, column, device, rows);
    case DeviceColumn::LastSuccess:
        return addTime(TimeColumn::LastSuccess, device, rows);
    case DeviceColumn::NextRun:
        return addTime(TimeColumn::NextRun, device, rows);
    case DeviceColumn::Tag:
        return addKnown(m_source.table.text(TextColumn::Tag, device), rows);
    case DeviceColumn::Id:
        return addKnown(m_source.table.text(TextColumn::Id, device), rows);
    }
    Q_UNREACHABLE();
}

void DeviceSheet::addWord(WordColumn words, DeviceColumn column, DeviceRow device, SheetRows &rows)
{
    const quint32 code = m_source.table.code(words, device);
    std::vector<Word> &known = m_words[static_cast<size_t>(column)];
    if (code >= known.size())
        known.resize(m_source.table.wordCount(words));
    Word &word = known[code];
    if (!word.isKnown)
        word = {.isKnown = true, .utf8 = wordOf(words, column, code).toUtf8()};
    addKnown(word.utf8, rows);
}

QString DeviceSheet::wordOf(WordColumn words, DeviceColumn column, quint32 code) const
{
    switch (column) {
    case DeviceColumn::Company:
    case DeviceColumn::Account:
        return m_source.table.nameOf(words, code);
    case DeviceColumn::Status:
        return label(deviceStatus(m_source.table.word(words, code)));
    case DeviceColumn::LastResult:
        return label(lastResult(m_source.table.word(words, code)));
    case DeviceColumn::Os:
        return label(deviceOs(m_source.table.word(words, code)));
    default:
        return m_source.table.word(words, code);
    }
}

void DeviceSheet::addTime(TimeColumn column, DeviceRow device, SheetRows &rows) const
{
    const qint64 time = m_source.table.time(column, device);
    if (time != noTime) {
        rows.addTime(time);
        return;
    }
    const QString text = m_source.table.timeText(column, device);
    if (text.isEmpty())
        rows.addNothing();
    else
        rows.addText(text);
}
