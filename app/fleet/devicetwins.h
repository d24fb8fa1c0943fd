// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"
#include "app/devices/rowbits.h"
#include "app/devices/twinsearch.h"
#include "app/query/query.h"

#include <QHash>
#include <QObject>
#include <QTimer>

#include <optional>
#include <vector>

/// Which devices are twins: rows of one company with one name and one system, and different IDs. Follows the table by itself: it looks
/// again a moment after the last change, in slices between two frames.
class DeviceTwins : public QObject
{
    Q_OBJECT

public:
    /// \a table outlives this.
    explicit DeviceTwins(const DeviceTable &table, QObject *parent = nullptr);

    bool hasTwin(DeviceRow row) const { return m_groupOf.contains(row); }
    /// It has a twin that was backed up later.
    bool isOlder(DeviceRow row) const;
    /// \a row and its twins, the newest first; empty: it has none.
    const TwinSearch::Group &groupOf(DeviceRow row) const;

    /// The rows that are what \a value says: "older" or "newest"; of QueryMatch::None those that have a twin. See DeviceFilterSources.
    RowBits rows(const QueryValue &value) const;

    /// What the table has just told. Twins that are gone are forgotten at once.
    void take(const DeviceChange &change);
    /// A reading begins or is over: nothing is looked for while rows arrive.
    void setReading(bool isReading);

signals:
    /// These rows are twins now, or no longer.
    void changed(const std::vector<DeviceRow> &rows);

private:
    void forget(DeviceRow row);
    void lookSoon();
    void look();
    void put(std::vector<TwinSearch::Group> groups);

    const DeviceTable &m_table;
    std::vector<TwinSearch::Group> m_groups;
    QHash<DeviceRow, quint32> m_groupOf; // a place in m_groups
    std::optional<TwinSearch> m_search;
    bool m_isReading = false;
    bool m_isStale = false;
    QTimer m_soon;
    QTimer m_slice;
};
