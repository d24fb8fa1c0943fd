// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/deviceorder.h"
#include "app/devices/devicetable.h"
#include "app/devices/naturalorder.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

/// What a person sees of a row in a column, to be sorted in the plainest way.
struct ShownValue
{
    bool isNone = true;
    QByteArray text;
    qint64 time = 0;
};

inline ShownValue shownValue(const DeviceTable &table, const RowStates &health, DeviceColumn column,
                             DeviceRow row)
{
    const auto ofText = [](const QByteArray &text) {
        return ShownValue{text.isEmpty(), text, 0};
    };
    const auto ofWord = [&](WordColumn words) {
        return ofText(table.word(words, table.code(words, row)).toUtf8());
    };
    const auto ofTime = [&](TimeColumn times) {
        const qint64 time = table.time(times, row);
        return ShownValue{time == noTime, {}, time};
    };
    switch (column) {
    case DeviceColumn::HealthWord:
        return row < health.size() ? ShownValue{false, {}, health[row]} : ShownValue();
    case DeviceColumn::Name:
        return ofText(table.text(TextColumn::Name, row).toByteArray());
    case DeviceColumn::Tag:
        return ofText(table.text(TextColumn::Tag, row).toByteArray());
    case DeviceColumn::Id:
        return ofText(table.text(TextColumn::Id, row).toByteArray());
    case DeviceColumn::Company:
        return ofText(table.companyName(table.code(WordColumn::Company, row)).toUtf8());
    case DeviceColumn::Account:
        return ofText(table.accountName(table.code(WordColumn::Account, row)).toUtf8());
    case DeviceColumn::IdOfCompany:
        return ofWord(WordColumn::Company);
    case DeviceColumn::Status:
        return ofWord(WordColumn::Status);
    case DeviceColumn::LastResult:
        return ofWord(WordColumn::LastResult);
    case DeviceColumn::Os:
        return ofWord(WordColumn::Os);
    case DeviceColumn::Version:
        return ofWord(WordColumn::Version);
    case DeviceColumn::Group:
        return ofWord(WordColumn::Group);
    case DeviceColumn::LastSuccess:
        return ofTime(TimeColumn::LastSuccess);
    case DeviceColumn::NextRun:
        return ofTime(TimeColumn::NextRun);
    }
    Q_UNREACHABLE();
}

/// A column and a direction to sort by.
struct PlainSort
{
    DeviceColumn column = DeviceColumn::Name;
    Qt::SortOrder direction = Qt::AscendingOrder;
};

inline bool isBefore(const DeviceTable &table, const RowStates &health, PlainSort sort, DeviceRow a,
                     DeviceRow b)
{
    ShownValue ofA = shownValue(table, health, sort.column, a);
    ShownValue ofB = shownValue(table, health, sort.column, b);
    if (ofA.isNone || ofB.isNone)
        return !ofA.isNone && ofB.isNone;
    if (sort.direction == Qt::DescendingOrder)
        std::swap(ofA, ofB);
    return ofA.time != ofB.time ? ofA.time < ofB.time : naturalCompare(ofA.text, ofB.text) < 0;
}

/// The order as it should be: lists that are sorted by std::stable_sort.
class PlainOrder
{
public:
    explicit PlainOrder(const DeviceTable &table, RowStates health = {})
        : m_table(table), m_health(std::move(health))
    {
        setScope({});
    }

    const std::vector<DeviceRow> &rows() const { return m_rows; }

    void setScope(const DeviceScope &scope)
    {
        m_scope = scope;
        m_rows.clear();
        for (DeviceRow row = 0; row < m_table.slotCount(); ++row) {
            if (takesIn(row))
                m_rows.push_back(row);
        }
        sortAll();
    }

    void setSort(PlainSort sort)
    {
        if (sort.column != m_sort.column)
            m_sortBefore = m_sort;
        m_sort = sort;
        sortBy(m_sort);
    }

    void sortAll()
    {
        if (m_sortBefore)
            sortBy(*m_sortBefore);
        sortBy(m_sort);
    }

    void merge(const std::vector<DeviceRow> &tail, const std::vector<DeviceRow> &changed)
    {
        std::stable_partition(m_rows.begin(), m_rows.end(), [&](DeviceRow row) {
            return std::ranges::find(changed, row) == changed.end();
        });
        m_rows.insert(m_rows.end(), tail.begin(), tail.end());
        sortAll();
    }

    void remove(const std::vector<DeviceRow> &rows)
    {
        std::erase_if(m_rows, [&](DeviceRow row) { return std::ranges::find(rows, row) != rows.end(); });
    }

    bool takesIn(DeviceRow row) const
    {
        return m_table.isLive(row)
            && (m_scope.all
                || std::ranges::find(m_scope.companies, m_table.code(WordColumn::Company, row))
                    != m_scope.companies.end());
    }

private:
    void sortBy(PlainSort sort)
    {
        std::ranges::stable_sort(
            m_rows, [&](DeviceRow a, DeviceRow b) { return isBefore(m_table, m_health, sort, a, b); });
    }

    const DeviceTable &m_table;
    const RowStates m_health;
    DeviceScope m_scope;
    PlainSort m_sort;
    std::optional<PlainSort> m_sortBefore;
    std::vector<DeviceRow> m_rows;
};
