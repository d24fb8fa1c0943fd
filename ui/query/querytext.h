// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/querycompletion.h"
#include "app/query/queryproblem.h"

#include <QObject>

#include <optional>
#include <vector>

/// The text of a query box and what it asks of a table. Box, chips and filters all read and change this one text.
///
/// While a text cannot be read, the last one that could be stays in force.
class QueryText : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    const QString &text() const { return m_text; }
    void setText(const QString &text);
    /// Why text() cannot be read.
    const std::optional<QueryProblem> &problem() const { return m_problem; }
    /// What is in force: of text(), or of an earlier one if that cannot be read.
    const Query &query() const { return m_query; }
    const QString &queryText() const { return m_queryText; }

    virtual const QueryFields &queryFields() const = 0;
    /// Of the rows in scope, by value, under what is in force; empty until they were counted once.
    virtual const std::vector<QueryFieldCounts> &counts() const = 0;
    /// Of the values of \a field alone, under \a text instead of what is in force: what a completion would leave.
    virtual std::vector<QueryFieldCounts> countsUnder(const QString &text, int field) = 0;

    /// Edits the text that is in force.
    void removePart(const QueryPart &part);
    void toggle(int field, const QueryValue &value);

signals:
    void textChanged(const QString &text);
    void problemChanged();
    void queryChanged();
    void counted();

protected:
    /// query() asks for something else than before.
    virtual void begin() = 0;

private:
    void read();

    QString m_text;
    std::optional<QueryProblem> m_problem;
    Query m_query;
    QString m_queryText;
};
