// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicecounts.h"
#include "ui/query/querytext.h"

#include <QElapsedTimer>
#include <QTimer>

#include <memory>

class DeviceGridModel;

/// What the query box does to the grid of devices.
///
/// Filtering and counting go on in steps between the window's events: a text that comes meanwhile takes the place of the one before.
class DeviceQuery : public QueryText
{
    Q_OBJECT

public:
    /// \a model outlives this.
    explicit DeviceQuery(DeviceGridModel &model, QObject *parent = nullptr);

    /// False while the grid does not show what is in force yet.
    bool isSettled() const { return !m_isFiltering; }
    const DeviceQueryFields &fields() const { return m_filter.fields(); }

    const QueryFields &queryFields() const override { return fields().fields(); }

    const std::vector<QueryFieldCounts> &counts() const override { return m_counts; }
    std::vector<QueryFieldCounts> countsUnder(const QString &text, int field) override;
    /// How many rows in scope would meet \a query: some milliseconds for a million.
    qsizetype matching(const Query &query);
    /// The rows of the whole table that meet \a query, rising.
    std::vector<DeviceRow> rowsOf(const Query &query);

    /// Call it before the model takes \a change.
    void take(const DeviceChange &change);
    /// The health of \a rows became another one. Before the model hears of it.
    void takeHealth(const std::vector<DeviceRow> &rows);
    /// Other rows are in scope, or time went on.
    void lookAgain();

protected:
    void begin() override;

private:
    QueryFieldCounts coverageUnder(const Query &query, int field);
    void countSoon();
    void countWhenRested();
    void work();
    void count(const QElapsedTimer &clock);

    DeviceGridModel &m_model;
    DeviceFilter m_filter;
    bool m_isFiltering = false;
    std::unique_ptr<DeviceCounts> m_counting;
    std::vector<QueryFieldCounts> m_counts;
    qint64 m_countingMs = 0; // of the last time
    QTimer m_step;
    QTimer m_countSoon;
};
