// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicecounts.h"
#include "app/query/queryproblem.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

class DeviceGridModel;

/// The text of the query box and what it does to the grid. Box, chips and filters all read and change this one text.
///
/// Filtering and counting go on in steps between the window's events: a text that comes meanwhile takes the place of the one before.
/// While a text cannot be read, the last one that could be stays in force.
class DeviceQuery : public QObject
{
    Q_OBJECT

public:
    /// \a model outlives this.
    explicit DeviceQuery(DeviceGridModel &model, QObject *parent = nullptr);

    const QString &text() const { return m_text; }
    void setText(const QString &text);
    /// Why text() cannot be read.
    const std::optional<QueryProblem> &problem() const { return m_problem; }
    /// What is in force: of text(), or of an earlier one if that cannot be read.
    const Query &query() const { return m_query; }
    const QString &queryText() const { return m_queryText; }
    /// False while the grid does not show what is in force yet.
    bool isSettled() const { return !m_isFiltering; }
    const DeviceQueryFields &fields() const { return m_filter.fields(); }

    /// Edits the text that is in force.
    void removePart(const QueryPart &part);
    void toggle(int field, const QueryValue &value);

    /// Of the rows in scope, by value, under what is in force; empty until they were counted once.
    const std::vector<QueryFieldCounts> &counts() const { return m_counts; }
    /// Of the values of \a field alone, under \a text instead of what is in force: what a completion would leave.
    std::vector<QueryFieldCounts> countsUnder(const QString &text, int field);
    /// How many rows in scope would meet \a query: some milliseconds for a million.
    qsizetype matching(const Query &query);

    /// Call it before the model takes \a change.
    void take(const DeviceChange &change);
    /// The health of \a rows became another one. Before the model hears of it.
    void takeHealth(const std::vector<DeviceRow> &rows);
    /// Other rows are in scope, or time went on.
    void lookAgain();

signals:
    void textChanged(const QString &text);
    void problemChanged();
    void queryChanged();
    void counted();

private:
    void read();
    void begin();
    void countSoon();
    void work();

    DeviceGridModel &m_model;
    DeviceFilter m_filter;
    QString m_text;
    std::optional<QueryProblem> m_problem;
    Query m_query;
    QString m_queryText;
    bool m_isFiltering = false;
    std::unique_ptr<DeviceCounts> m_counting;
    std::vector<QueryFieldCounts> m_counts;
    QTimer m_step;
    QTimer m_countSoon;
};
