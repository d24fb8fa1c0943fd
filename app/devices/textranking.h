// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/channel.h"
#include "app/devices/textcopy.h"
#include "app/devices/textranks.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>
#include <span>
#include <thread>
#include <utility>
#include <vector>

/// Ranks a column of texts without holding up the window: the texts are copied a few milliseconds at a time, and sorted on a thread of
/// their own. A million names take some tenth of a second of the window's thread, in pieces, and as long again beside it.
class TextRanking : public QObject
{
    Q_OBJECT

public:
    /// \a table must outlive the ranking.
    explicit TextRanking(const DeviceTable &table, QObject *parent = nullptr);
    ~TextRanking() override;

    /// The column that is being ranked.
    std::optional<TextColumn> column() const { return m_column; }
    /// Ranks all rows by \a column. One at a time: not while column() is set.
    void start(TextColumn column);
    /// These came, changed or went meanwhile: nothing will be known about them.
    void forget(std::span<const DeviceRow> rows);
    /// What was ranked, once.
    TextRanks takeRanks() { return std::move(m_ranks); }

signals:
    void ranked(TextColumn column);

private:
    void copySome();
    void sortCopy();
    void end();

    const DeviceTable &m_table;
    std::optional<TextColumn> m_column;
    std::vector<DeviceRow> m_rows;
    std::vector<DeviceRow> m_forgotten;
    TextCopy m_copy;
    size_t m_copied = 0;
    QTimer m_turn;
    std::shared_ptr<Channel<TextRanks>> m_channel;
    std::thread m_sorter;
    TextRanks m_ranks;
};
