// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/textsort.h"

#include "app/devices/naturalorder.h"

#include <algorithm>
#include <iterator>

TextSort::TextSort(const DeviceTable &table, TextColumn column, Qt::SortOrder direction)
    : m_table(table), m_column(column), m_flip(direction == Qt::DescendingOrder ? ~quint64(0) : 0)
{ }

void TextSort::sort(std::vector<DeviceRow> &rows)
{
    std::vector<KeyedRow> keyed;
    keyed.reserve(rows.size());
    m_further.reserve(rows.size());
    std::vector<DeviceRow> without;
    std::array<QByteArrayView, 64> texts;
    for (size_t begin = 0; begin < rows.size(); begin += texts.size()) {
        const std::span<const DeviceRow> some =
            std::span(rows).subspan(begin).first(std::min(texts.size(), rows.size() - begin));
        m_table.texts(m_column, some, texts);
        for (size_t i = 0; i < some.size(); ++i) {
            if (texts[i].isEmpty())
                without.push_back(some[i]);
            else
                addKeys(keyed, some[i], texts[i]);
        }
    }
    m_scratch.resize(keyed.size());
    sortFrom(keyed, 0);
    std::ranges::transform(keyed, rows.begin(), &KeyedRow::row);
    std::ranges::copy(without, rows.end() - std::ssize(without));
}

void TextSort::addKeys(std::vector<KeyedRow> &keyed, DeviceRow row, QByteArrayView text)
{
    NaturalKey stream(text);
    quint64 key = stream.next();
    keyed.push_back({key ^ m_flip, row, static_cast<quint32>(keyed.size())});
    FurtherKeys &further = m_further.emplace_back();
    for (size_t i = 0; i < furtherKeys && !NaturalKey::isLast(key); ++i)
        key = further[i] = stream.next();
}

// The keys of \a rows are those at \a depth.
void TextSort::sortFrom(std::span<KeyedRow> rows, size_t depth)
{
    constexpr size_t deepest = 12; // what is equal for so long is long, and rare
    sortByKey(rows, m_scratch);
    for (size_t begin = 0; begin < rows.size();) {
        const quint64 key = rows[begin].key;
        size_t end = begin + 1;
        while (end < rows.size() && rows[end].key == key)
            ++end;
        const std::span<KeyedRow> equal = rows.subspan(begin, end - begin);
        begin = end;
        if (equal.size() == 1 || NaturalKey::isLast(key ^ m_flip))
            continue;
        if (depth == deepest) {
            sortWhole(equal);
            continue;
        }
        for (KeyedRow &each : equal)
            each.key = keyAt(each, depth + 1) ^ m_flip;
        sortFrom(equal, depth + 1);
    }
}

void TextSort::sortWhole(std::span<KeyedRow> rows) const
{
    const auto isBefore = [this](const KeyedRow &a, const KeyedRow &b) {
        const int compared = naturalCompare(m_table.text(m_column, a.row), m_table.text(m_column, b.row));
        return m_flip == 0 ? compared < 0 : compared > 0;
    };
    if (!std::ranges::is_sorted(rows, isBefore)) // texts that are equal to their end are compared once
        std::ranges::stable_sort(rows, isBefore);
}

quint64 TextSort::keyAt(const KeyedRow &row, size_t depth) const
{
    if (depth <= furtherKeys)
        return m_further[row.position][depth - 1];
    NaturalKey stream(m_table.text(m_column, row.row));
    for (size_t i = 0; i < depth; ++i)
        stream.next();
    return stream.next();
}
