// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/querycompletion.h"

#include <QListView>

#include <vector>

class QStandardItemModel;
class Theme;

/// The list under the query box: what the line would complete, and at the right how many rows it would leave. Never takes the focus.
class QueryList : public QListView
{
    Q_OBJECT

public:
    /// \a theme outlives the list.
    explicit QueryList(const Theme &theme, QWidget *parent = nullptr);

    void setLines(std::vector<QueryCompletion> lines);
    const std::vector<QueryCompletion> &lines() const { return m_lines; }
    /// -1: none is chosen.
    int chosen() const { return currentIndex().row(); }
    /// Goes on by \a by lines, round at the ends.
    void step(int by);
    int heightOfLines() const;

private:
    QStandardItemModel *m_model;
    std::vector<QueryCompletion> m_lines;
};
