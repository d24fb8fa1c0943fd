// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/twinsearch.h"

#include "app/devices/devicewords.h"

#include <QHash>

#include <algorithm>
#include <array>
#include <bit>
#include <limits>

namespace {

constexpr DeviceRow noRow = std::numeric_limits<DeviceRow>::max();
constexpr DeviceRow blockRows = 64; // texts of so many rows are fetched side by side

// Windows writes one name in two ways; letters beyond ASCII are compared as they are.
char folded(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// What spreads well into the low bits (the finalizer of MurmurHash3).
quint64 mixed(quint64 value)
{
    value = (value ^ value >> 33) * 0xff51afd7ed558ccdULL;
    value = (value ^ value >> 33) * 0xc4ceb9fe1a85ec53ULL;
    return value ^ value >> 33;
}

} // namespace

TwinSearch::TwinSearch(const DeviceTable &table)
    : m_table(table),
      m_places(std::bit_ceil(static_cast<size_t>(std::max<qsizetype>(table.liveCount(), 8)) * 2), noRow)
{
    QHash<QString, quint32> groups;
    for (quint32 code = 0; code < table.wordCount(WordColumn::Os); ++code) {
        const QString system = foldedWord(label(deviceOs(table.word(WordColumn::Os, code))));
        const quint32 next = static_cast<quint32>(groups.size());
        m_osGroups.push_back(groups.contains(system) ? groups.value(system) : *groups.insert(system, next));
    }
}

bool TwinSearch::advance(DeviceRow rows)
{
    const DeviceRow end = m_table.slotCount();
    for (const DeviceRow stop = rows < end - m_next ? m_next + rows : end; m_next < stop;) {
        const DeviceRow count = std::min(blockRows, end - m_next);
        lookAt(m_next, count);
        m_next += count;
    }
    return m_next >= end;
}

void TwinSearch::lookAt(DeviceRow first, DeviceRow count)
{
    std::array<DeviceRow, blockRows> rows{};
    DeviceRow found = 0;
    for (DeviceRow row = first; row < first + count; ++row) {
        // a row without an ID is no other device than the one with it
        const bool isPlain = m_table.isLive(row)
            && (m_table.marks(row) & (RowMark::damaged | RowMark::noId)) == 0
            && m_table.code(WordColumn::Company, row) != 0;
        if (isPlain)
            rows[found++] = row;
    }
    std::array<QByteArrayView, blockRows> names{};
    m_table.texts(TextColumn::Name, std::span(rows).first(found), std::span(names).first(found));
    for (DeviceRow i = 0; i < found; ++i) {
        if (!names[i].isEmpty())
            put(rows[i],
                {m_table.code(WordColumn::Company, rows[i]),
                 m_osGroups[m_table.code(WordColumn::Os, rows[i])], names[i]});
    }
}

void TwinSearch::put(DeviceRow row, const Row &fields)
{
    const size_t mask = m_places.size() - 1;
    size_t place = hashOf(fields) & mask;
    for (; m_places[place] != noRow; place = (place + 1) & mask) {
        if (isSame(fieldsOf(m_places[place]), fields)) {
            m_pairs.emplace_back(m_places[place], row);
            return;
        }
    }
    m_places[place] = row;
}

std::vector<TwinSearch::Group> TwinSearch::takeGroups()
{
    std::ranges::sort(m_pairs);
    std::vector<Group> groups;
    for (size_t i = 0; i < m_pairs.size(); ++i) {
        if (i == 0 || m_pairs[i].first != m_pairs[i - 1].first)
            groups.push_back({m_pairs[i].first});
        groups.back().push_back(m_pairs[i].second);
    }
    for (Group &group : groups) {
        std::ranges::sort(group, [this](DeviceRow a, DeviceRow b) {
            const qint64 timeOfA = m_table.time(TimeColumn::LastSuccess, a); // never is the earliest
            const qint64 timeOfB = m_table.time(TimeColumn::LastSuccess, b);
            if (timeOfA != timeOfB)
                return timeOfA > timeOfB;
            return m_table.text(TextColumn::Id, a) > m_table.text(TextColumn::Id, b);
        });
    }
    m_pairs.clear();
    return groups;
}

TwinSearch::Row TwinSearch::fieldsOf(DeviceRow row) const
{
    return {m_table.code(WordColumn::Company, row), m_osGroups[m_table.code(WordColumn::Os, row)],
            m_table.text(TextColumn::Name, row)};
}

quint64 TwinSearch::hashOf(const Row &row)
{
    quint64 hash = mixed(quint64(row.company) << 32 | row.osGroup);
    for (const char c : row.name)
        hash = (hash ^ static_cast<unsigned char>(folded(c))) * 0x100000001b3ULL; // FNV-1a
    return mixed(hash);
}

bool TwinSearch::isSame(const Row &a, const Row &b)
{
    return a.company == b.company && a.osGroup == b.osGroup
        && std::ranges::equal(a.name, b.name, {}, folded, folded);
}
