// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"
#include "app/devices/rowbits.h"
#include "app/fleet/plansets.h"
#include "app/query/query.h"

#include <QObject>
#include <QTimer>

#include <deque>
#include <vector>

class HealthColumn;
class PlanList;

/// Which plans each row of a device table is in, as far as plans were read: a code a row, and for each code what follows from it.
///
/// Follows table and plans by itself, in slices of a few milliseconds: a million devices do not hold the window up.
class DevicePlans : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive this.
    DevicePlans(const DeviceTable &table, const PlanList &plans, QObject *parent = nullptr);

    /// True while nothing was read: no row has a plan.
    bool isEmpty() const { return m_codes.empty(); }
    /// The plans of \a row, in the order in which they were read.
    const std::vector<DevicePlan> &plans(DeviceRow row) const { return m_sets.plans(code(row)); }
    const KnownPlan &plan(quint32 number) const { return m_sets.plan(number); }
    /// True when the plans of the row's company were read to their end.
    bool isRead(DeviceRow row) const { return isCompanyRead(m_table.code(WordColumn::Company, row)); }
    /// What its plans say of its runs; \a late is the grace, \a now the time, both on the clock of the table.
    KnownSchedule schedule(DeviceRow row, qint64 late, qint64 now) const
    {
        const quint32 set = code(row);
        return set == 0 ? KnownSchedule() : m_sets.schedule(set, late, now);
    }
    /// The plan that schedule() is about, for a sentence: the one whose run is the latest that is due, or whose gap counts.
    QString scheduleName(DeviceRow row, qint64 late, qint64 now) const;

    /// The rows that are in a plan whose name or ID fits \a value; of QueryMatch::None those that are in any.
    RowBits rows(const QueryValue &value) const;
    /// The rows with a word of coverage that fits \a value; of QueryMatch::None those that have any.
    RowBits coveredRows(const QueryValue &value) const;
    /// How many devices of \a company (a code of the table; nullopt: of all) have each word. Devices that are not managed do not count.
    CoverageCounts coverage(std::optional<quint32> company, const HealthColumn &health) const;

    /// Takes what the table has just told. Rows that came are looked for in the plans soon.
    void take(const DeviceChange &change);
    /// Goes on for about \a milliseconds; 0: to the end. False when all is done. What the timer calls.
    bool workSome(int milliseconds);
    bool isSettled() const { return !m_isWorking && !m_isStale; }

signals:
    /// Plans of devices are other ones.
    void changed();

private:
    /// A plan whose devices are being looked for.
    struct Task
    {
        CompanyKey company;
        Plan plan;
        std::optional<quint32> number{};
        size_t list = 0; // of the four that name devices
        qsizetype next = 0; // in the list
    };

    bool isCompanyRead(quint32 company) const { return company < m_isRead.size() && m_isRead[company]; }
    quint32 code(DeviceRow row) const { return row < m_codes.size() ? m_codes[row] : 0; }
    CoverageWords wordsOf(DeviceRow row, quint32 company) const;
    void lookAgain();
    void begin();
    bool doSome(Task &task);
    void place(const Task &task, const DeviceId &device, PlanDeviceState state);
    void finish();

    const DeviceTable &m_table;
    const PlanList &m_plans;
    PlanSets m_sets;
    std::vector<quint32> m_codes; // by row; 0: in no plan
    std::vector<bool> m_isRead; // by code of company: its plans were read
    PlanSets m_newSets; // what is being made
    std::vector<quint32> m_newCodes;
    std::deque<Task> m_tasks;
    bool m_isWorking = false;
    bool m_isStale = false;
    QTimer m_soon;
    QTimer m_slice;
};
