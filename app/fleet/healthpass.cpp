// SPDX-License-Identifier: GPL-3.0-or-later
// The pass over all rows of a HealthColumn.
#include "app/fleet/healthcolumn.h"

#include "app/fleet/deviceplans.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace {

// Of readings in a row that said cancelled, more are not counted.
constexpr quint32 mostReadings = 64;

} // namespace

/// The columns of rows that follow each other.
struct HealthColumn::Block
{
    std::array<quint32, blockRows> companies;
    std::array<quint32, blockRows> groups;
    std::array<qint64, blockRows> lastBackups;
    std::array<qint64, blockRows> nextBackups;

    void read(const DeviceTable &table, DeviceRow first, quint32 count)
    {
        table.readCodes(WordColumn::Company, first, std::span(companies).first(count));
        table.readCodes(WordColumn::Group, first, std::span(groups).first(count));
        table.readTimes(TimeColumn::LastSuccess, first, std::span(lastBackups).first(count));
        table.readTimes(TimeColumn::NextRun, first, std::span(nextBackups).first(count));
    }

    RowValues at(quint32 i) const
    {
        return {.company = companies[i],
                .group = groups[i],
                .lastBackup = lastBackups[i],
                .nextBackup = nextBackups[i]};
    }
};

// Of its own, so that the pass has it inlined: no other file's function can be. Without a branch, as the rules.
inline HealthFacts HealthColumn::factsInPass(DeviceRow row, const RowValues &values) const
{
    const HealthRows::Page &page = m_rows.page(row);
    const quint32 place = row % HealthRows::pageRows;
    const RowMemory memory = page.memories[place];
    const quint32 planned = page.planned[place];
    const quint32 cancelled = memory.cancelledReadings(m_readings[values.company].count);
    HealthFacts facts;
    facts.status = static_cast<StatusMeaning>(memory.status);
    facts.result = static_cast<ResultMeaning>(memory.result);
    // at least one, because the reading that is under way says so
    facts.cancelledReadings = static_cast<quint8>(std::max(cancelled, 1U));
    facts.lastBackup = values.lastBackup;
    facts.nextBackup = values.nextBackup;
    static_assert(noTime == std::numeric_limits<qint64>::min()); // which is the highest bit alone
    facts.rememberedNext = qint64(planned) * 1000 | qint64(planned == 0) << 63;
    facts.firstSeen = m_begin + qint64(memory.firstSeen) * RowMemory::minuteMs;
    // where it was never online: before the run, which is before it was first seen
    facts.lastOnline = m_begin + (qint64(memory.lastOnline) - 1) * RowMemory::minuteMs;
    const Oddities odd = memory.isOdd ? oddities(row, values) : Oddities();
    facts.isDamaged = odd.isDamaged;
    facts.isLastBackupOdd = odd.isLastBackup;
    facts.isNextBackupOdd = odd.isNextBackup;
    return facts;
}

HealthFacts HealthColumn::facts(DeviceRow row, const RowValues &values) const
{
    return factsInPass(row, values);
}

// Of the few rows that have a plan whose runs are known: the others keep what the server says.
void HealthColumn::addSchedule(HealthFacts &facts, DeviceRow row, qint64 late, qint64 now) const
{
    if (m_plans && !m_plans->isEmpty())
        facts.schedule = m_plans->schedule(row, late, now);
}

quint8 HealthColumn::reckon(DeviceRow row, const RowValues &values, qint64 now) const
{
    const RowMemory memory = m_rows.page(row).memories[row % HealthRows::pageRows];
    const HealthLimits limits =
        m_classes.limitsOf(values.company, values.group, static_cast<MachineKind>(memory.kind));
    HealthFacts facts = factsInPass(row, values);
    addSchedule(facts, row, limits.late, now);
    return static_cast<quint8>(healthOf(facts, limits, now));
}

void HealthColumn::recheck()
{
    m_isWholePassNeeded = true;
    followClock();
}

void HealthColumn::followClock()
{
    m_isPassAskedFor = true;
    m_slice.start();
}

bool HealthColumn::recheckSome(int milliseconds)
{
    if (!m_isInPass) {
        if (!std::exchange(m_isPassAskedFor, false)) {
            m_slice.stop();
            return false;
        }
        beginPass(m_clock());
    }
    QElapsedTimer clock;
    clock.start();
    std::vector<DeviceRow> changed;
    const qint64 now = m_clock();
    while (m_next < m_table.slotCount() && (milliseconds <= 0 || !clock.hasExpired(milliseconds))) {
        const quint32 count = std::min(blockRows, m_table.slotCount() - m_next);
        if (m_isWholePass || m_dues[m_next / blockRows] <= now)
            recheckBlock(m_next, count, now, changed);
        m_next += count;
    }
    if (m_next >= m_table.slotCount())
        endPass();
    if (!changed.empty()) {
        emit healthChanged(changed);
        emit countsChanged();
    }
    return m_isInPass || m_isPassAskedFor;
}

void HealthColumn::beginPass(qint64 now)
{
    m_isInPass = true;
    m_next = 0;
    // a clock that was set back makes old what was due
    m_isWholePass = std::exchange(m_isWholePassNeeded, false) || now < m_lastPass;
    m_lastPass = now;
    learn();
    grow();
    if (m_isWholePass)
        m_zonesOfPass.assign(m_classes.accountCount(), {});
}

void HealthColumn::recheckBlock(DeviceRow first, quint32 count, qint64 now, std::vector<DeviceRow> &changed)
{
    Block block;
    block.read(m_table, first, count);
    HealthRows::Page &page = m_rows.page(first);
    const quint32 begin = first % HealthRows::pageRows;
    static_assert(HealthRows::pageRows % blockRows == 0);
    qint64 due = std::numeric_limits<qint64>::max();
    for (quint32 i = 0; i < count; ++i) {
        const quint8 before = m_rows.state(first + i);
        if (before == HealthRows::none)
            continue;
        const RowValues values = block.at(i);
        RowMemory &memory = page.memories[begin + i];
        const HealthLimits limits =
            m_classes.limitsOf(values.company, values.group, static_cast<MachineKind>(memory.kind));
        HealthFacts facts = factsInPass(first + i, values);
        addSchedule(facts, first + i, limits.late, now);
        const quint8 state = static_cast<quint8>(healthOf(facts, limits, now));
        due = std::min(due, nextChange(facts, limits, now));
        ZoneCheck &zone = m_zonesOfPass[m_classes.account(values.company)];
        zone.stamps += values.lastBackup != noTime ? 1 : 0;
        zone.toCome += ZoneCheck::isToCome(values.lastBackup, now) ? 1 : 0;
        const quint32 readings = m_readings[values.company].count;
        // stamps are drawn along before the count of readings comes round to them
        if (memory.cancelledReadings(readings) > mostReadings)
            memory.cancelledSince = (readings - mostReadings) & RowMemory::stampMask;
        if (state != before) {
            setState(first + i, values.company, state);
            changed.push_back(first + i);
        }
    }
    m_dues[first / blockRows] = due;
}

void HealthColumn::endPass()
{
    m_isInPass = false;
    if (!m_isWholePass)
        return;
    const bool wasDoubtful = isZoneDoubtful();
    m_zones = m_zonesOfPass;
    if (isZoneDoubtful() != wasDoubtful)
        emit zoneDoubtChanged(!wasDoubtful);
}
