// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"
#include "app/devices/fittedcodes.h"
#include "app/health/health.h"
#include "app/health/healthfacts.h"

#include <array>
#include <memory>
#include <vector>

/// What is kept of one row: what the words of its last answer mean, and what no answer says but this run of the program has seen.
/// Minutes are those since the run began; 24 bits of them are 31 years.
struct RowMemory
{
    quint64 firstSeen : 24 = 0;
    quint64 lastOnline : 24 = 0; ///< One more than the minute; 0: not yet.
    quint64 cancelledSince : 7 =
        0; ///< The number of the company's last reading before, modulo 128. Means nothing elsewhere.
    quint64 isOdd : 1 = 0; ///< The answer was damaged, or had a field that was not understood.
    quint64 status : 3 = 0; ///< StatusMeaning
    quint64 result : 3 = 0; ///< ResultMeaning
    quint64 kind : 2 = 0; ///< MachineKind

    static constexpr quint32 stampMask = 127;
    static constexpr quint32 minuteMask = (1 << 24) - 1;
    static constexpr qint64 minuteMs = 60'000;

    bool isOnline() const { return status == quint64(StatusMeaning::Online); }
    bool isCancelled() const { return result == quint64(ResultMeaning::Cancelled); }
    /// How many readings of the company ended since, \a readings being their number by now.
    quint32 cancelledReadings(quint32 readings) const
    {
        return (readings - static_cast<quint32>(cancelledSince)) & stampMask;
    }
};
static_assert(sizeof(RowMemory) == sizeof(quint64));

/// The health of every row of the device table, and what it takes to reckon it. 13 bytes a row and its company's code; in pages, so that
/// it grows without copying. Only the states follow each other in memory: whoever filters, sorts or counts by them reads them as they are,
/// and a byte a row is soon copied.
class HealthRows
{
public:
    static constexpr quint32 pageRows = 8192;

    /// A row that has no health: there is no device.
    static constexpr quint8 none = healthCount;

    struct Page
    {
        std::array<quint32, pageRows>
            planned; ///< The earliest planned run that was not made yet, seconds since 1970; 0: none.
        std::array<RowMemory, pageRows> memories;
        FittedCodes<pageRows> companies;

        Page() { planned.fill(0); }
    };

    /// Makes room for rows below \a count.
    void grow(quint32 count)
    {
        while (m_pages.size() * pageRows < count)
            m_pages.push_back(std::make_unique<Page>());
        m_states.resize(size(), none);
    }
    quint32 size() const { return static_cast<quint32>(m_pages.size()) * pageRows; }
    Page &page(DeviceRow row) { return *m_pages[row / pageRows]; }
    const Page &page(DeviceRow row) const { return *m_pages[row / pageRows]; }

    /// By row: Health, or none.
    const std::vector<quint8> &states() const { return m_states; }
    quint8 state(DeviceRow row) const { return row < size() ? m_states[row] : none; }
    void setState(DeviceRow row, quint8 state) { m_states[row] = state; }

    qsizetype bytesUsed() const
    {
        qsizetype bytes = static_cast<qsizetype>(m_states.capacity());
        for (const std::unique_ptr<Page> &page : m_pages)
            bytes += static_cast<qsizetype>(sizeof(Page)) + page->companies.bytesUsed();
        return bytes;
    }

private:
    std::vector<std::unique_ptr<Page>> m_pages;
    std::vector<quint8> m_states;
};
