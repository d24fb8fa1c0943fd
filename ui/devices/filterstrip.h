// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/querycompletion.h"

#include <QSet>
#include <QWidget>

#include <vector>

class DeviceQuery;
class FilterRail;
class QListView;
class QModelIndex;
class QStandardItem;
class QStandardItemModel;
class QToolButton;
class Theme;

/// A line of the filters.
struct FilterLine
{
    enum class Kind { Section, Value, Rest };

    Kind kind = Kind::Section;
    int field = anyField;
    QueryValueCount value = {}; ///< Of a Rest: its rows are the number of values that are not shown.
    bool isAsked = false;

    /// The same place in the list, whatever is counted there.
    bool isSameLine(const FilterLine &other) const
    {
        return kind == other.kind && field == other.field && value.value == other.value.value;
    }
};

/// The values of the filter fields with their counts beside the grid: a click or Space puts one into the query or takes it away.
/// Closed it is a rail that says how many are active.
class FilterStrip : public QWidget
{
    Q_OBJECT

public:
    /// \a query and \a theme outlive the strip.
    FilterStrip(DeviceQuery &query, const Theme &theme, QWidget *parent = nullptr);

    /// Counts of rows that are still arriving are named "so far".
    void setReading(bool isReading);
    bool isOpen() const { return m_isOpen; }
    void setOpen(bool isOpen);

private:
    void setUpList(const Theme &theme);
    void layOut(const Theme &theme);
    void follow();
    void showCounts();
    void showActive();
    std::vector<FilterLine> lines() const;
    void addLines(const QueryFieldCounts &counts, std::vector<FilterLine> &lines) const;
    void show(const FilterLine &line, QStandardItem &item) const;
    void openSection(const QModelIndex &index);

    DeviceQuery &m_query;
    QStandardItemModel *m_model;
    std::vector<FilterLine> m_lines; // of the model
    QListView *m_list;
    QWidget *m_open;
    FilterRail *m_rail;
    QToolButton *m_close;
    bool m_isOpen = false;
    bool m_isFilling = false;
    QSet<int> m_whole; // fields all of whose values are shown
};
