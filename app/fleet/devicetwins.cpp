// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/devicetwins.h"

#include "app/query/querymatch.h"

#include <QElapsedTimer>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// As a rule after the names of a long list were ranked: both take memory for every row.
constexpr auto soon = 1s;
constexpr qint64 sliceMilliseconds = 4;
constexpr DeviceRow stepRows = 4096;

} // namespace

DeviceTwins::DeviceTwins(const DeviceTable &table, QObject *parent) : QObject(parent), m_table(table)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(soon);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        m_isStale = false;
        m_search.emplace(m_table);
        m_slice.start();
    });
    m_slice.setInterval(0);
    connect(&m_slice, &QTimer::timeout, this, &DeviceTwins::look);
}

bool DeviceTwins::isOlder(DeviceRow row) const
{
    const auto found = m_groupOf.constFind(row);
    return found != m_groupOf.cend() && m_groups[*found].front() != row;
}

const TwinSearch::Group &DeviceTwins::groupOf(DeviceRow row) const
{
    static const TwinSearch::Group none;
    const auto found = m_groupOf.constFind(row);
    return found == m_groupOf.cend() ? none : m_groups[*found];
}

RowBits DeviceTwins::rows(const QueryValue &value) const
{
    const auto isAsked = [&value, matcher = QueryMatcher(value, 0)](QByteArrayView word) {
        return value.match == QueryMatch::None || matcher.fits(word);
    };
    const bool isOlderAsked = isAsked("older");
    const bool isNewestAsked = isAsked("newest");
    RowBits rows;
    for (const TwinSearch::Group &group : m_groups) {
        for (const DeviceRow row : group) {
            if (row == group.front() ? isNewestAsked : isOlderAsked)
                rows.insert(row);
        }
    }
    return rows;
}

void DeviceTwins::take(const DeviceChange &change)
{
    if (change.isEmpty())
        return;
    m_isStale = true;
    if (m_search) {
        m_slice.stop();
        m_search.reset();
    }
    for (const DeviceRow row : change.removed)
        forget(row);
    lookSoon();
}

/// Its number may be given to another device: its group is none until all are looked for again.
void DeviceTwins::forget(DeviceRow row)
{
    const auto found = m_groupOf.constFind(row);
    if (found == m_groupOf.cend())
        return;
    for (const TwinSearch::Group group = std::exchange(m_groups[*found], {}); const DeviceRow twin : group)
        m_groupOf.remove(twin);
}

void DeviceTwins::setReading(bool isReading)
{
    m_isReading = isReading;
    lookSoon();
}

void DeviceTwins::lookSoon()
{
    if (m_isStale && !m_isReading)
        m_soon.start();
    else
        m_soon.stop();
}

void DeviceTwins::look()
{
    QElapsedTimer clock;
    clock.start();
    while (!m_search->advance(stepRows)) {
        if (clock.hasExpired(sliceMilliseconds))
            return;
    }
    m_slice.stop();
    std::vector<TwinSearch::Group> groups = m_search->takeGroups();
    m_search.reset(); // its table of hashes is large
    if (groups != m_groups)
        put(std::move(groups));
}

void DeviceTwins::put(std::vector<TwinSearch::Group> groups)
{
    std::vector<DeviceRow> rows;
    for (const TwinSearch::Group &group : m_groups)
        rows.insert(rows.end(), group.begin(), group.end());
    m_groups = std::move(groups);
    m_groupOf.clear();
    for (quint32 place = 0; place < m_groups.size(); ++place) {
        for (const DeviceRow row : m_groups[place])
            m_groupOf.insert(row, place);
        rows.insert(rows.end(), m_groups[place].begin(), m_groups[place].end());
    }
    emit changed(rows);
}
