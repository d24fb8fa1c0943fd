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

/// The rows that are shown, in the order in which they are shown: one permutation of table rows, replaced in one step.
///
/// Sorting is stable, so that "by name, then by company" gives names in order within each company. Rows without a value come
/// last in both directions. Texts are compared in natural order ("srv-9" before "srv-10") with the case folded. The column that was
/// sorted by before the present one decides between rows that the present one finds equal, also for rows that come later.
class DeviceOrder
{
public:
    /// Shows everything that \a table has, by name. The table must outlive the order.
    explicit DeviceOrder(const DeviceTable &table);

    qsizetype size() const { return static_cast<qsizetype>(m_rows.size()); }
    DeviceRow at(qsizetype position) const { return m_rows[static_cast<size_t>(position)]; }
    bool contains(DeviceRow row) const { return m_shown.contains(row); }
    /// -1 when the row is not shown; that is known at once, else O(size).
    qsizetype positionOf(DeviceRow row) const;
    std::span<const DeviceRow> rows() const { return m_rows; }

    const DeviceScope &scope() const { return m_scope; }
    DeviceColumn sortColumn() const { return m_sort.column(); }
    Qt::SortOrder sortDirection() const { return m_sort.direction(); }

    /// Chooses the rows anew and sorts them: one counting pass over the company codes.
    void setScope(DeviceScope scope);
    /// Sorts what is shown.
    void setSort(DeviceColumn column, Qt::SortOrder direction);
    /// Sorts everything again, e.g. after names of companies changed.
    void resort();

    /// True when \a row is in scope.
    bool takesIn(DeviceRow row) const;
    /// Puts the rows of \a added that are in scope and not shown yet at the end, unsorted. Returns how many there are.
    qsizetype append(std::span<const DeviceRow> added);
    /// Sorts the rows at and after \a firstUnsorted and those of \a changed into the sorted rest. O(size + k log size).
    void mergeTail(qsizetype firstUnsorted, std::span<const DeviceRow> changed = {});
    /// Moves \a rows to the end (keeping the others' order) and returns how many of them were shown.
    qsizetype moveToEnd(std::span<const DeviceRow> rows);
    void dropEnd(qsizetype count);

private:
    void sortAll();
    void sort(std::vector<DeviceRow> &rows) const;
    void mergeIn(std::vector<DeviceRow> loose);
    void findPlaces(std::span<const DeviceRow> some, std::span<size_t> places) const;

    const DeviceTable &m_table;
    DeviceScope m_scope;
    RowBits m_scopeCodes;
    DeviceSort m_sort;
    std::optional<DeviceSort> m_sortBefore;
    std::vector<DeviceRow> m_rows;
    RowBits m_shown;
};
