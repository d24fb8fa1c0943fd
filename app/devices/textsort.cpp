// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/textsort.h"

#include "app/devices/naturalorder.h"

#include <algorithm>
#include <iterator>

TextSort::TextSort(const TextCopy &texts, Qt::SortOrder direction)
    : m_texts(texts), m_flip(direction == Qt::DescendingOrder ? ~quint64(0) : 0)
{ }

std::vector<quint32> TextSort::sorted()
{
    std::vector<quint32> numbers;
    numbers.reserve(m_texts.size());
    sortByParts([&] { std::ranges::transform(m_rows, std::back_inserter(numbers), &KeyedRow::row); });
    for (quint32 number = 0; number < m_texts.size(); ++number) {
        if (m_texts.text(number).isEmpty())
            numbers.push_back(number);
    }
    return numbers;
}

std::vector<quint32> TextSort::ranks()
{
    std::vector<quint32> ranks(m_texts.size());
    quint32 rank = 1;
    sortByParts([&] {
        for (const KeyedRow &each : m_rows) {
            ranks[each.row] = rank;
            rank += m_isLastOfEquals[each.position] ? 1 : 0;
        }
    });
    return ranks;
}

// Keys are five times as large as ranks: only those of a part are here at a time.
void TextSort::sortByParts(const std::function<void()> &takeRows)
{
    const std::vector<quint64> bounds = this->bounds();
    const std::vector<std::vector<quint32>> parts = partsBy(bounds);
    for (const std::vector<quint32> &numbers : parts) {
        m_rows.clear();
        m_further.clear();
        m_rows.reserve(numbers.size());
        m_further.reserve(numbers.size());
        for (const quint32 number : numbers)
            addKeys(number);
        m_scratch.resize(m_rows.size());
        m_isLastOfEquals.assign(m_rows.size(), false);
        sortFrom(m_rows, 0);
        takeRows();
    }
}

// First keys between which about equally many texts lie, rising; none for one part. Texts of one first key are in one part.
std::vector<quint64> TextSort::bounds() const
{
    constexpr size_t mostParts = 8;
    constexpr size_t textsOfPart = 64 * 1024; // at least
    constexpr size_t samplesOfPart = 32;
    const size_t parts = std::min(m_texts.size() / textsOfPart, mostParts);
    std::vector<quint64> samples;
    for (size_t i = 0; parts > 1 && i < parts * samplesOfPart; ++i)
        samples.push_back(firstKey(static_cast<quint32>(i * m_texts.size() / (parts * samplesOfPart))));
    std::ranges::sort(samples);
    std::vector<quint64> bounds;
    for (size_t i = samplesOfPart; i < samples.size(); i += samplesOfPart) {
        if (bounds.empty() || bounds.back() != samples[i])
            bounds.push_back(samples[i]);
    }
    return bounds;
}

// The numbers of the texts between one bound and the next, rising; without the empty ones.
std::vector<std::vector<quint32>> TextSort::partsBy(const std::vector<quint64> &bounds) const
{
    std::vector<std::vector<quint32>> parts(bounds.size() + 1);
    for (std::vector<quint32> &part : parts)
        part.reserve(m_texts.size() / parts.size() + 1);
    for (quint32 number = 0; number < m_texts.size(); ++number) {
        if (m_texts.text(number).isEmpty())
            continue;
        size_t part = 0;
        if (!bounds.empty()) {
            const quint64 key = firstKey(number);
            for (const quint64 bound : bounds) // few: counting is faster than looking for the place
                part += key >= bound ? 1 : 0;
        }
        parts[part].push_back(number);
    }
    return parts;
}

quint64 TextSort::firstKey(quint32 number) const
{
    return NaturalKey(m_texts.text(number)).next() ^ m_flip;
}

void TextSort::addKeys(quint32 number)
{
    NaturalKey stream(m_texts.text(number));
    quint64 key = stream.next();
    m_rows.push_back({key ^ m_flip, number, static_cast<quint32>(m_rows.size())});
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
        if (equal.size() == 1 || NaturalKey::isLast(key ^ m_flip)) {
            endGroup(equal.back());
        } else if (depth == deepest) {
            sortWhole(equal);
        } else {
            for (KeyedRow &each : equal)
                each.key = keyAt(each, depth + 1) ^ m_flip;
            sortFrom(equal, depth + 1);
        }
    }
}

void TextSort::sortWhole(std::span<KeyedRow> rows)
{
    const auto compare = [this](const KeyedRow &a, const KeyedRow &b) {
        return isBefore(a, b);
    };
    if (!std::ranges::is_sorted(rows, compare)) // texts that are equal to their end are compared once
        std::ranges::stable_sort(rows, compare);
    for (size_t i = 1; i < rows.size(); ++i) {
        if (isBefore(rows[i - 1], rows[i]))
            endGroup(rows[i - 1]);
    }
    endGroup(rows.back());
}

bool TextSort::isBefore(const KeyedRow &a, const KeyedRow &b) const
{
    const int compared = naturalCompare(m_texts.text(a.row), m_texts.text(b.row));
    return m_flip == 0 ? compared < 0 : compared > 0;
}

quint64 TextSort::keyAt(const KeyedRow &row, size_t depth) const
{
    if (depth <= furtherKeys)
        return m_further[row.position][depth - 1];
    NaturalKey stream(m_texts.text(row.row));
    for (size_t i = 0; i < depth; ++i)
        stream.next();
    return stream.next();
}

void TextSort::endGroup(const KeyedRow &last)
{
    m_isLastOfEquals[last.position] = true;
}
