// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/healthcolumn.h"

#include "app/fleet/deviceplans.h"

#include <QDateTime>

#include <algorithm>
#include <chrono>
#include <limits>

using namespace std::chrono_literals;

namespace {

// A fifth of a frame at 60 Hz.
constexpr int recheckMs = 3;

} // namespace

HealthColumn::HealthColumn(const DeviceTable &table, QObject *parent, Clock clock)
    : QObject(parent), m_table(table), m_clock(clock ? std::move(clock) : &QDateTime::currentMSecsSinceEpoch),
      m_begin(m_clock())
{
    m_eachMinute.setInterval(1min);
    connect(&m_eachMinute, &QTimer::timeout, this, &HealthColumn::followClock);
    m_eachMinute.start();
    m_slice.setInterval(0ms);
    connect(&m_slice, &QTimer::timeout, this, [this] { recheckSome(recheckMs); });
    learn();
}

HealthColumn::~HealthColumn() = default;

void HealthColumn::setClock(Clock clock)
{
    const qint64 before = m_clock();
    m_clock = std::move(clock);
    m_begin += m_clock() - before;
    recheck();
}

std::optional<Health> HealthColumn::health(DeviceRow row) const
{
    const quint8 state = m_rows.state(row);
    return state == HealthRows::none ? std::nullopt : std::optional(static_cast<Health>(state));
}

WhyLines HealthColumn::why(DeviceRow row) const
{
    if (!health(row))
        return {};
    const RowValues values = valuesOf(row);
    const RowMemory memory = m_rows.page(row).memories[row % HealthRows::pageRows];
    const quint32 account = m_classes.account(values.company);
    const HealthLimits limits =
        m_classes.limitsOf(values.company, values.group, static_cast<MachineKind>(memory.kind));
    const qint64 now = m_clock();
    HealthFacts facts = this->facts(row, values);
    addSchedule(facts, row, limits.late, now);
    const WhyQuestion question{
        .facts = facts,
        .words = {.status = m_table.word(WordColumn::Status, m_table.code(WordColumn::Status, row)),
                  .result = m_table.word(WordColumn::LastResult, m_table.code(WordColumn::LastResult, row)),
                  .lastBackup = m_table.timeText(TimeColumn::LastSuccess, row),
                  .nextBackup = m_table.timeText(TimeColumn::NextRun, row)},
        .subject = {.company = m_table.company(values.company),
                    .group = m_table.word(WordColumn::Group, values.group),
                    .kind = static_cast<MachineKind>(memory.kind)},
        .now = now,
        .plan = m_plans ? m_plans->scheduleName(row, limits.late, now) : QString(),
        .isZoneDoubtful = account < m_zones.size() && m_zones[account].isDoubtful()};
    return whyLines(question, m_classes.limits());
}

HealthCounts HealthColumn::counts(quint32 company) const
{
    return company < m_byCompany.size() ? m_byCompany[company] : HealthCounts();
}

bool HealthColumn::isZoneDoubtful() const
{
    return std::ranges::any_of(m_zones, &ZoneCheck::isDoubtful);
}

void HealthColumn::setPlans(const DevicePlans &plans)
{
    m_plans = &plans;
    connect(&plans, &DevicePlans::changed, this, &HealthColumn::recheck);
    recheck();
}

void HealthColumn::setLimits(const LimitBook &book)
{
    m_classes.setLimits(book, m_table);
    recheck();
}

void HealthColumn::take(const DeviceChange &change)
{
    if (change.isEmpty())
        return;
    learn();
    grow();
    for (const DeviceRow row : change.removed)
        forget(row);
    const qint64 now = m_clock();
    const auto join = [&](DeviceRow row, bool isNew) {
        const RowValues values = valuesOf(row);
        remember(row, values, isNew, now);
        setState(row, values.company, reckon(row, values, now));
        m_dues[row / blockRows] = 0;
    };
    for (const DeviceRow row : change.added)
        join(row, true);
    for (const DeviceRow row : change.changed)
        join(row, false);
    emit countsChanged();
}

void HealthColumn::noteRead(quint32 company)
{
    learn();
    Readings &readings = m_readings[company];
    ++readings.count;
    readings.lastMinute = minuteOf(m_clock()) + 1;
    m_isWholePassNeeded = true; // of rows that say cancelled
}

quint32 HealthColumn::minuteOf(qint64 time) const
{
    return static_cast<quint32>(
        std::clamp<qint64>((time - m_begin) / RowMemory::minuteMs, 0, RowMemory::minuteMask - 1));
}

void HealthColumn::learn()
{
    m_classes.learn(m_table);
    m_byCompany.resize(m_table.wordCount(WordColumn::Company));
    m_readings.resize(m_table.wordCount(WordColumn::Company));
    m_zonesOfPass.resize(m_classes.accountCount());
}

void HealthColumn::grow()
{
    m_rows.grow(m_table.slotCount());
    m_dues.resize(m_rows.size() / blockRows);
}

HealthColumn::RowValues HealthColumn::valuesOf(DeviceRow row) const
{
    return {.company = m_table.code(WordColumn::Company, row),
            .group = m_table.code(WordColumn::Group, row),
            .lastBackup = m_table.time(TimeColumn::LastSuccess, row),
            .nextBackup = m_table.time(TimeColumn::NextRun, row)};
}

// The reader drops what is not even a text, so an odd field may have been the time of the last backup: nobody can then say
// that there never was one.
HealthColumn::Oddities HealthColumn::oddities(DeviceRow row, const RowValues &values) const
{
    const quint8 marks = m_table.marks(row);
    return {.isDamaged = (marks & RowMark::damaged) != 0,
            .isLastBackup = values.lastBackup == noTime
                && ((marks & RowMark::oddField) != 0
                    || !m_table.timeText(TimeColumn::LastSuccess, row).isEmpty()),
            .isNextBackup =
                values.nextBackup == noTime && !m_table.timeText(TimeColumn::NextRun, row).isEmpty()};
}

void HealthColumn::forget(DeviceRow row)
{
    HealthRows::Page &page = m_rows.page(row);
    setState(row, page.companies.at(row % HealthRows::pageRows), HealthRows::none);
}

void HealthColumn::remember(DeviceRow row, const RowValues &values, bool isNew, qint64 now)
{
    HealthRows::Page &page = m_rows.page(row);
    const quint32 place = row % HealthRows::pageRows;
    RowMemory &memory = page.memories[place];
    const quint32 before = page.companies.at(place);
    if (isNew) {
        memory = {};
        memory.firstSeen = minuteOf(now) & RowMemory::minuteMask;
        page.planned[place] = 0;
    }
    const RowMemory old = memory;
    rememberWords(memory, row);
    if (memory.isOnline())
        memory.lastOnline = (minuteOf(now) + 1) & RowMemory::minuteMask;
    else if (old.isOnline()) // until the last reading that did not change it
        memory.lastOnline =
            std::max<quint32>(old.lastOnline, m_readings[before].lastMinute) & RowMemory::minuteMask;
    if (memory.isCancelled() && (!old.isCancelled() || before != values.company))
        memory.cancelledSince = m_readings[values.company].count & RowMemory::stampMask;
    rememberPlanned(row, values, now);
}

void HealthColumn::rememberWords(RowMemory &memory, DeviceRow row)
{
    constexpr quint8 odd = RowMark::damaged | RowMark::oddField | RowMark::oddTime;
    const quint32 os = m_table.code(WordColumn::Os, row);
    const quint32 group = m_table.code(WordColumn::Group, row);
    memory.isOdd = (m_table.marks(row) & odd) != 0;
    memory.status = static_cast<quint8>(m_classes.status(m_table.code(WordColumn::Status, row))) & 7;
    memory.result = static_cast<quint8>(m_classes.result(m_table.code(WordColumn::LastResult, row))) & 7;
    memory.kind = static_cast<quint8>(m_classes.kind(os, group)) & 3;
}

// A planned run that has passed without a backup stays until there is one: by then the server names the next run.
void HealthColumn::rememberPlanned(DeviceRow row, const RowValues &values, qint64 now)
{
    quint32 &planned = m_rows.page(row).planned[row % HealthRows::pageRows];
    const qint64 before = planned * Q_INT64_C(1000);
    if (before != 0 && before <= now && values.lastBackup < before)
        return;
    const qint64 next = values.nextBackup / 1000;
    planned = next > 0 && next <= std::numeric_limits<quint32>::max() ? static_cast<quint32>(next) : 0;
}

void HealthColumn::setState(DeviceRow row, quint32 company, quint8 state)
{
    HealthRows::Page &page = m_rows.page(row);
    const quint32 place = row % HealthRows::pageRows;
    const quint8 before = m_rows.state(row);
    if (before != HealthRows::none) {
        --m_total.states[before];
        --m_byCompany[page.companies.at(place)].states[before];
    }
    if (state != HealthRows::none) {
        ++m_total.states[state];
        ++m_byCompany[company].states[state];
        page.companies.set(place, company);
    }
    m_rows.setState(row, state);
}
