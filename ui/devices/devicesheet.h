// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicecolumns.h"
#include "app/devices/rowbits.h"
#include "app/sheets/sheetsource.h"
#include "ui/devices/devicesource.h"

#include <QObject>

#include <array>
#include <vector>

class DeviceGridModel;

/// Devices as a sheet: the rows and columns that are told at the start, in their order. Health, status, last result and system are the
/// words that the grid shows; times are times (UTC) or the server's own text where that is none; all else is the server's text,
/// unaltered. What the server did not give is nothing.
class DeviceSheet : public SheetSource
{
public:
    /// What \a source refers to outlives the sheet.
    DeviceSheet(const DeviceSource &source, std::vector<DeviceRow> devices,
                std::vector<DeviceColumn> columns);

    /// From now on leaves out what \a model says is gone: the number of such a row may be another device's when it is its turn.
    void follow(const DeviceGridModel &model);

    QList<SheetColumn> columns() const override;
    qsizetype expectedRows() const override { return std::ssize(m_devices); }
    bool addNextRow(SheetRows &rows) override;

private:
    /// What a word of a column is in the sheet.
    struct Word
    {
        bool isKnown = false;
        QByteArray utf8;
    };

    void addCell(DeviceColumn column, DeviceRow device, SheetRows &rows);
    void addWord(WordColumn words, DeviceColumn column, DeviceRow device, SheetRows &rows);
    void addTime(TimeColumn column, DeviceRow device, SheetRows &rows) const;
    QString wordOf(WordColumn words, DeviceColumn column, quint32 code) const;

    const DeviceSource m_source;
    const std::vector<DeviceRow> m_devices;
    const std::vector<DeviceColumn> m_columns;
    size_t m_next = 0;
    RowBits m_gone;
    std::array<std::vector<Word>, deviceColumnCount> m_words; // made once for each word, not for each row
    QObject m_following; // ends the connection
};
