// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/importcolumns.h"

#include <QWidget>

class QCheckBox;
class QComboBox;

/// Which column of a sheet holds what, and whether its first line is one of headings. Offers what the headings say, and remembers where the
/// person knows better.
class ColumnChooser : public QWidget
{
    Q_OBJECT

public:
    ColumnChooser(QList<ImportColumn> wanted, KnownHeadings known, QWidget *parent = nullptr);

    /// A sheet that begins with \a first. \a isInOrder: without headings, its columns are those that are wanted, in their order.
    void setSheet(const CsvRow &first, bool isInOrder);
    bool hasHeading() const;
    ChosenColumns chosen() const;
    /// What is still to be chosen, in one sentence; empty: nothing.
    QString whyNot() const;
    const KnownHeadings &known() const { return m_known; }

signals:
    void changed();

private:
    void offer();
    void choose(qsizetype column);
    QString title(size_t place) const;

    const QList<ImportColumn> m_wanted;
    KnownHeadings m_known;
    CsvRow m_first;
    QCheckBox *m_hasHeading;
    QList<QComboBox *> m_columns; // by ImportColumn
    ChosenColumns m_chosen;
};
