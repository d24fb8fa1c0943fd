// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicecolumns.h"
#include "app/devices/devicesort.h"
#include "app/devices/devicetable.h"
#include "app/devices/rowbits.h"

#include <Qt>
#include <QtGlobal>

#include <optional>
#include <span>
#include <vector>

/// Which rows are shown: all, or those of some companies (codes of WordColumn::Company).
struct DeviceScope
{
    bool all = true;
    std::vector<quint32> companies;

    friend bool operator==(const DeviceScope &, const DeviceScope &) = default;
};

/// The rows that are shown: of those in scope, those that a filter lets pass. One permutation of table rows, replaced in one step.
///
/// Sorting is stable, so that "by name, then by company" gives names in order within each company. Rows without a value come
/// last in both directions. Texts are compared in natural order ("srv-9" before "srv-10") with the case folded. The column that was
/// sorted by before the present one decides between rows that the present one finds equal, also for rows that come later.
class DeviceOrder
{
public:
    /// Shows everything that \a table has, by name. The table and \a health must outlive the order; nullptr: no row has a health. A row
    /// whose health became another one has changed.
    explicit DeviceOrder(const DeviceTable &table, const RowStates *health = nullptr);

    qsizetype size() const { return static_cast<qsizetype>(m_rows.size()); }
    DeviceRow at(qsizetype position) const { return m_rows[static_cast<size_t>(position)]; }
    bool contains(DeviceRow row) const { return m_shown.contains(row); }
    /// -1 when the row is not shown; that is known at once, else O(size).
    qsizetype positionOf(DeviceRow row) const;
    std::span<const DeviceRow> rows() const { return m_rows; }

    /// The rows in scope, whether the filter lets them pass or not: those that are counted.
    const RowBits &rowsInScope() const { return m_filter ? m_inScope : m_shown; }

    const DeviceScope &scope() const { return m_scope; }
    DeviceColumn sortColumn() const { return m_sort.column(); }
    Qt::SortOrder sortDirection() const { return m_sort.direction(); }

    bool isFiltered() const { return m_filter.has_value(); }

    /// Chooses the rows anew and sorts them: one counting pass over the company codes. The filter stays.
    void setScope(DeviceScope scope);
    /// Sorts what is shown.
    void setSort(DeviceColumn column, Qt::SortOrder direction);
    /// Sorts everything again, e.g. after names of companies changed.
    void resort();

    /// Shows those in scope that are in \a passing; without it, all of them. One pass: the order of all rows in scope is kept for as long as
    /// there is a filter. What append() put at the end must have been merged.
    void setFilter(std::optional<RowBits> passing);
    /// Says which of \a rows, those of a DeviceChange, pass the filter now. Before anything else is done about the change; without a
    /// filter it does nothing.
    void refilter(std::span<const DeviceRow> rows, const RowBits &passing);

    /// True when \a row is in scope and passes the filter.
    bool takesIn(DeviceRow row) const;
    /// Puts the rows of \a added that takesIn() takes and that are not shown yet at the end, unsorted. Returns how many there are.
    qsizetype append(std::span<const DeviceRow> added);
    /// Sorts the rows at and after \a firstUnsorted and those of \a changed into the sorted rest. O(size + k log size).
    void mergeTail(qsizetype firstUnsorted, std::span<const DeviceRow> changed = {});
    /// Moves \a rows to the end (keeping the others' order) and returns how many of them were shown.
    qsizetype moveToEnd(std::span<const DeviceRow> rows);
    void dropEnd(qsizetype count);

private:
    bool isInScope(DeviceRow row) const;
    void sortAll();
    void learnNewWords();
    std::vector<DeviceRow> takeLoose();
    bool takeLooseToEnd();
    void mergeLoose();
    void showPassing();
    void sort(std::vector<DeviceRow> &rows) const;
    void mergeIn(std::vector<DeviceRow> &rows, std::vector<DeviceRow> loose) const;
    void findPlaces(std::span<const DeviceRow> rows, std::span<const DeviceRow> some,
                    std::span<size_t> places) const;

    const DeviceTable &m_table;
    const RowStates *m_health;
    DeviceScope m_scope;
    RowBits m_scopeCodes;
    DeviceSort m_sort;
    std::optional<DeviceSort> m_sortBefore;
    std::vector<DeviceRow> m_rows;
    RowBits m_shown;

    // While there is a filter: all rows in scope as they were when it came or was last changed, and which of them, and which others, have
    // changed since and wait for the next time.
    std::optional<RowBits> m_filter;
    std::vector<DeviceRow> m_all;
    RowBits m_inScope;
    RowBits m_loose;
};
