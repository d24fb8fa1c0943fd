// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicecolumns.h"
#include "app/devices/devicesorts.h"
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
///
/// Not every row stands where it belongs: those that came, and, in a long list, those whose ranks are not known yet (DeviceSorts), stand at
/// the end; those that changed stay where they stood. They are loose until merge() or resort().
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
    DeviceColumn sortColumn() const { return m_sorts.column(); }
    Qt::SortOrder sortDirection() const { return m_sorts.direction(); }
    DeviceSorts &sorts() { return m_sorts; } ///< For ranks.
    const DeviceSorts &sorts() const { return m_sorts; }
    bool isFiltered() const { return m_filter.has_value(); }

    /// Chooses the rows anew and sorts them: one counting pass over the company codes. The filter stays.
    void setScope(DeviceScope scope);
    /// Sorts what is in scope.
    void setSort(DeviceColumn column, Qt::SortOrder direction);
    /// Sorts everything again, e.g. after names of companies changed.
    void resort();

    /// Shows those in scope that are in \a passing; without it, all of them. One pass: the order of all rows in scope is kept for as long as
    /// there is a filter.
    void setFilter(std::optional<RowBits> passing);
    /// False when setFilter() would leave the rows that are shown, and where they stand.
    bool wouldShowOthers(const std::optional<RowBits> &passing) const;
    /// Says which of \a rows, those of a DeviceChange, pass the filter now. Before anything else is done about the change; without a
    /// filter it does nothing.
    void refilter(std::span<const DeviceRow> rows, const RowBits &passing);

    /// True when \a row is in scope and passes the filter.
    bool takesIn(DeviceRow row) const;
    /// Puts the rows of \a added that takesIn() takes and that are not shown yet at the end, loose. Returns how many there are.
    qsizetype append(std::span<const DeviceRow> added);
    /// \a changed rows are loose now.
    void loosen(std::span<const DeviceRow> changed);
    /// Moves \a rows to the end (keeping the others' order) and returns how many of them were shown.
    qsizetype moveToEnd(std::span<const DeviceRow> rows);
    void dropEnd(qsizetype count);

    /// Above quickSize rows, so many loose ones find their places within a frame.
    static constexpr qsizetype mostToMerge = 12'000;
    /// Of each of two columns of texts: then those that a sort leaves loose are not too many to merge.
    static constexpr qsizetype mostUnranked = mostToMerge / 2;
    /// At least as many as there are; 0: none.
    qsizetype looseCount() const { return size() - m_sortedCount + m_changed.count(); }
    /// True when more than loose rows may stand where they do not belong.
    bool mustResort() const { return m_mustResort; }
    /// Puts the loose rows where they belong. O(size + loose × log size).
    void merge();

private:
    bool isInScope(DeviceRow row) const;
    void sortAll();
    std::vector<DeviceRow> takeLooseOfAll();
    void mergeAll();
    void showPassing();

    const DeviceTable &m_table;
    DeviceScope m_scope;
    RowBits m_scopeCodes;
    DeviceSorts m_sorts;
    std::vector<DeviceRow> m_rows;
    qsizetype m_sortedCount = 0; // of m_rows
    RowBits m_changed; // among those: loose
    RowBits m_shown;
    bool m_mustResort = false;

    // While there is a filter: all rows in scope as they were when it came or was last changed, how many of them are sorted, and which of
    // them, and which others, have changed since and wait for the next time.
    std::optional<RowBits> m_filter;
    std::vector<DeviceRow> m_all;
    qsizetype m_sortedOfAll = 0;
    RowBits m_inScope;
    RowBits m_loose;
};
