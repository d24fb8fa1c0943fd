// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicefiltertests.h"
#include "app/devices/rowbits.h"

/// Which rows of a device table a query lets pass. Belongs to the window's thread, and never keeps it long: advance() does as much as it
/// is told. A million rows are some milliseconds for one word, so most queries need one step.
class DeviceFilter
{
public:
    /// The table must outlive the filter.
    explicit DeviceFilter(const DeviceTable &table);
    Q_DISABLE_COPY_MOVE(DeviceFilter)

    /// What to read queries by. A query that was read before setSources() offered other fields is to be read again.
    const DeviceQueryFields &fields() const { return m_fields; }
    /// The health must stay where it is until the next call.
    void setSources(DeviceFilterSources sources);
    /// The same health, where it stands now.
    void setHealth(std::span<const quint8> health) { m_sources.health = health; }

    /// Begins to look for the rows that meet \a query. \a now: milliseconds of the server's zoneless clock, for ages.
    void begin(const Query &query, qint64 now);
    /// Looks at \a rows more, rounded up to RowBlock::rows. True when all were looked at.
    bool advance(qsizetype rows = std::numeric_limits<qsizetype>::max());
    bool isFinished() const;
    /// Of the rows that were looked at, those that pass: for DeviceOrder::setFilter().
    const RowBits &passing() const { return m_passing; }
    /// Looks again at rows that were added, changed or removed: call it for each DeviceChange, and then DeviceOrder::refilter().
    /// True when a company has another name since begin(): then begin() again.
    bool refresh(std::span<const DeviceRow> rows);

    /// For DeviceCounts.
    DeviceFilterTests testsOf(const Query &query, qint64 now);
    const DeviceTable &table() const { return m_table; }
    const DeviceFilterSources &sources() const { return m_sources; }

private:
    void lookAtAll(quint32 first, quint32 count);
    void lookAt(RowBlock block);

    const DeviceTable &m_table;
    DeviceFilterSources m_sources;
    DeviceQueryFields m_fields;
    DeviceSearchWords m_words;
    std::optional<DeviceFilterTests> m_tests;
    RowBits m_passing;
    quint32 m_nextBlock = 0;
};
