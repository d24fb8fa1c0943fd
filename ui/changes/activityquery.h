// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changequery.h"

#include <QLineEdit>

class QLabel;
class Theme;

/// The query box of the journal: what is typed filters at once; what cannot be read turns it red and is said below it.
class ActivityQuery : public QLineEdit
{
    Q_OBJECT

public:
    explicit ActivityQuery(const Theme &theme, QWidget *parent = nullptr);

    /// Of the last text that could be read.
    ChangeFilter filter() const;

signals:
    void filterChanged();
    /// Enter, or Esc in an empty box: on to the grid.
    void left();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void moveEvent(QMoveEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void read();
    void placeProblem();

    const QueryFields m_fields;
    Query m_query;
    QLabel *m_problem;
};
