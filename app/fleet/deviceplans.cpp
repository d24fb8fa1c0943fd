// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/deviceplans.h"

#include "app/fleet/healthcolumn.h"
#include "app/plans/planlist.h"
#include "app/query/querymatch.h"
#include "app/query/searchtext.h"

#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <chrono>
#include <span>

using namespace std::chrono_literals;

namespace {

constexpr int workMs = 3;
/// Devices that are looked for between two looks at the clock.
constexpr qsizetype devicesAtOnce = 256;
constexpr quint32 blockRows = 1024;
/// Plans follow what was read at this pace; while more is being read, it is not worth more.
constexpr auto pace = 200ms;
constexpr auto paceWhileReading = 2s;

std::vector<bool> fittingSets(const PlanSets &sets, const QueryValue &value)
{
    const QueryMatcher matcher(value, 0);
    std::vector<bool> plans(sets.planCount());
    for (quint32 plan = 0; plan < sets.planCount(); ++plan) {
        const KnownPlan &known = sets.plan(plan);
        plans[plan] = matcher.fits(searchText(known.name).toUtf8())
            || (value.match == QueryMatch::Exact && matcher.fits(searchText(known.id.text()).toUtf8()));
    }
    std::vector<bool> fitting(sets.setCount());
    for (quint32 set = 1; set < sets.setCount(); ++set)
        fitting[set] =
            std::ranges::any_of(sets.plans(set), [&plans](const DevicePlan &of) { return plans[of.plan]; });
    return fitting;
}

} // namespace

DevicePlans::DevicePlans(const DeviceTable &table, const PlanList &plans, QObject *parent)
    : QObject(parent), m_table(table), m_plans(plans)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &DevicePlans::begin);
    m_slice.setInterval(0ms);
    connect(&m_slice, &QTimer::timeout, this, [this] { workSome(workMs); });
    connect(&plans, &PlanList::companyChanged, this, &DevicePlans::lookAgain);
    connect(&plans, &PlanList::progressed, this, [this] {
        if (m_isStale && !m_plans.isReading()) { // the whole of it is there: no need to wait
            m_soon.stop();
            lookAgain();
        }
    });
}

void DevicePlans::take(const DeviceChange &change)
{
    for (const DeviceRow row : change.removed) {
        if (row < m_codes.size())
            m_codes[row] = 0;
        if (row < m_newCodes.size())
            m_newCodes[row] = 0;
    }
    if (!change.added.empty() && !m_plans.all().empty())
        lookAgain();
}

void DevicePlans::lookAgain()
{
    m_isStale = true;
    if (!m_soon.isActive() && !m_isWorking)
        m_soon.start(m_plans.isReading() ? paceWhileReading : pace);
}

void DevicePlans::begin()
{
    m_isStale = false;
    m_isWorking = true;
    m_newSets = {};
    m_newCodes.assign(m_table.slotCount(), 0);
    m_tasks.clear();
    for (const auto &[company, plans] : m_plans.all()) {
        for (const Plan &plan : plans->plans())
            m_tasks.push_back({.company = company, .plan = plan});
    }
    m_slice.start();
}

bool DevicePlans::workSome(int milliseconds)
{
    if (!m_isWorking && m_isStale) {
        m_soon.stop();
        begin();
    }
    if (!m_isWorking)
        return false;
    QElapsedTimer clock;
    clock.start();
    while (!m_tasks.empty() && (milliseconds <= 0 || !clock.hasExpired(milliseconds))) {
        if (doSome(m_tasks.front()))
            m_tasks.pop_front();
    }
    if (m_tasks.empty())
        finish();
    return m_isWorking;
}

// What is strongest comes first: a device may stand in several lists. True when the plan is done.
bool DevicePlans::doSome(Task &task)
{
    if (!task.number)
        task.number = m_newSets.addPlan(task.company, task.plan);
    const std::array<std::pair<const std::optional<QList<DeviceId>> *, PlanDeviceState>, 3> lists{
        {{&task.plan.failedOn, PlanDeviceState::Failed},
         {&task.plan.pendingOn, PlanDeviceState::Pending},
         {&task.plan.appliedOn, PlanDeviceState::Applied}}};
    const bool isOfDevices = task.list == lists.size();
    const qsizetype count = isOfDevices ? (task.plan.devices ? task.plan.devices->size() : 0)
                                        : (*lists[task.list].first ? (*lists[task.list].first)->size() : 0);
    const qsizetype end = std::min(count, task.next + devicesAtOnce);
    for (; task.next < end; ++task.next) {
        if (isOfDevices)
            place(task, task.plan.devices->at(task.next).id, PlanDeviceState::Listed);
        else
            place(task, (*lists[task.list].first)->at(task.next), lists[task.list].second);
    }
    if (task.next < count)
        return false;
    task.next = 0;
    ++task.list;
    return task.list > lists.size();
}

void DevicePlans::place(const Task &task, const DeviceId &device, PlanDeviceState state)
{
    const std::optional<DeviceRow> row = m_table.find({task.company.account, device});
    if (!row)
        return;
    if (*row >= m_newCodes.size())
        m_newCodes.resize(*row + 1);
    quint32 &set = m_newCodes[*row];
    if (!m_newSets.endsWith(set, *task.number))
        set = m_newSets.with(set, *task.number, state);
}

void DevicePlans::finish()
{
    m_slice.stop();
    m_isWorking = false;
    m_sets = std::exchange(m_newSets, {});
    m_codes = std::exchange(m_newCodes, {});
    m_isRead.assign(m_table.wordCount(WordColumn::Company), false);
    for (const auto &[company, plans] : m_plans.all()) {
        if (plans->readAt().isValid())
            m_isRead[m_table.companyCode(company)] = true;
    }
    m_isRead[0] = false; // companies without devices
    if (m_plans.all().empty())
        m_codes.clear();
    emit changed();
    if (m_isStale)
        lookAgain();
}

QString DevicePlans::scheduleName(DeviceRow row, qint64 late, qint64 now) const
{
    const std::optional<quint32> plan = m_sets.decidingPlan(code(row), late, now);
    if (!plan)
        return {};
    const KnownPlan &known = m_sets.plan(*plan);
    return known.name.isEmpty() ? known.id.text() : known.name;
}

RowBits DevicePlans::rows(const QueryValue &value) const
{
    RowBits rows;
    const bool isAny = value.match == QueryMatch::None;
    const std::vector<bool> fitting = isAny ? std::vector<bool>() : fittingSets(m_sets, value);
    for (DeviceRow row = 0; row < m_codes.size(); ++row) {
        if (m_codes[row] != 0 && (isAny || fitting[m_codes[row]]))
            rows.insert(row);
    }
    return rows;
}

CoverageWords DevicePlans::wordsOf(DeviceRow row, quint32 company) const
{
    const quint32 set = code(row);
    if (set != 0)
        return m_sets.coverage(set);
    return bitOf(isCompanyRead(company) ? CoverageWord::Uncovered : CoverageWord::Unread);
}

RowBits DevicePlans::coveredRows(const QueryValue &value) const
{
    CoverageWords wanted = 0;
    const QueryMatcher matcher(value, 0);
    for (size_t i = 0; i < coverageWordCount; ++i) {
        const auto word = static_cast<CoverageWord>(i);
        const bool isWanted = value.match == QueryMatch::None
            || QString::compare(value.text, queryWord(word), Qt::CaseInsensitive) == 0;
        wanted = static_cast<CoverageWords>(wanted | bitOf(word, isWanted));
    }
    RowBits rows;
    std::array<quint32, blockRows> companies;
    for (DeviceRow first = 0; first < m_table.slotCount(); first += blockRows) {
        const quint32 count = std::min(blockRows, m_table.slotCount() - first);
        m_table.readCodes(WordColumn::Company, first, std::span(companies).first(count));
        for (quint32 i = 0; i < count; ++i) {
            if ((wordsOf(first + i, companies.at(i)) & wanted) != 0)
                rows.insert(first + i);
        }
    }
    return rows;
}

CoverageCounts DevicePlans::coverage(std::optional<quint32> company, const HealthColumn &health) const
{
    CoverageCounts counts;
    const std::vector<quint8> &states = health.states();
    std::array<quint32, blockRows> companies;
    for (DeviceRow first = 0; first < m_table.slotCount(); first += blockRows) {
        const quint32 count = std::min(blockRows, m_table.slotCount() - first);
        m_table.readCodes(WordColumn::Company, first, std::span(companies).first(count));
        for (quint32 i = 0; i < count; ++i) {
            const DeviceRow row = first + i;
            const quint8 state = row < states.size() ? states[row] : healthCount;
            if (state == healthCount || state == quint8(Health::NotManaged)
                || (company && companies.at(i) != *company))
                continue;
            ++counts.all;
            const CoverageWords words = wordsOf(row, companies.at(i));
            for (size_t word = 0; word < coverageWordCount; ++word)
                counts.devices[word] += words >> word & 1U;
        }
    }
    return counts;
}
