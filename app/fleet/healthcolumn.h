// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"
#include "app/fleet/healthcounts.h"
#include "app/fleet/healthrows.h"
#include "app/health/healthclasses.h"
#include "app/health/why.h"
#include "app/health/zonecheck.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

class DevicePlans;

/// The health of every row of a device table, beside the table: a byte a row, and what only this run of the program knows (first seen, last
/// seen online, cancelled how often, planned runs that were not made).
///
/// Follows the table by take(). Follows the clock by a pass every minute over those blocks of rows in which a word can have changed by
/// now, and by one over all rows when readings or limits say so; a few milliseconds at a time.
class HealthColumn : public QObject
{
    Q_OBJECT

public:
    /// Milliseconds of the clock that the server's times are taken to follow, as if they were since 1970-01-01T00:00 UTC.
    using Clock = std::function<qint64()>;

    /// \a table must outlive the column.
    explicit HealthColumn(const DeviceTable &table, QObject *parent = nullptr, Clock clock = {});
    ~HealthColumn() override;

    /// nullopt: there is no device.
    std::optional<Health> health(DeviceRow row) const;
    /// The same of every row, for passes over all of them: a Health, or healthCount where there is no device. The vector is always this one;
    /// its bytes stay where they are until the next take().
    const std::vector<quint8> &states() const { return m_rows.states(); }
    /// Why \a row has its word, reckoned now. Empty: there is no device.
    WhyLines why(DeviceRow row) const;

    const HealthCounts &counts() const { return m_total; }
    /// Of a company, by its code in the table.
    HealthCounts counts(quint32 company) const;
    /// True when the last backups of any account lie in the future too often.
    bool isZoneDoubtful() const;

    const LimitBook &limits() const { return m_classes.limits(); }
    void setLimits(const LimitBook &book);

    /// The plans of the rows, which must outlive the column: their schedules count from now on. All rows are reckoned again when they change.
    void setPlans(const DevicePlans &plans);

    /// The server's times follow another clock: all rows are reckoned again. How long Steward has watched stays the same.
    void setClock(Clock clock);

    /// What the table has just told. Whoever shows rows hears of these from the table; healthChanged() leaves them out.
    void take(const DeviceChange &change);
    /// A whole answer for \a company (a code of the table) was read: what it said about online and cancelled counts as said, also for
    /// rows that it did not change. 0: for the rows that name no company.
    void noteRead(quint32 company);

    /// Reckons all rows again, soon and in slices. While a pass is under way, another one follows it.
    void recheck();
    /// The same for the rows whose word can have changed by time alone.
    void followClock();
    /// The next rows of the pass, for about \a milliseconds; 0: all that are left. False when it is over. What the timer calls.
    bool recheckSome(int milliseconds);

    qsizetype bytesUsed() const { return m_rows.bytesUsed(); }

signals:
    /// Rows whose word became another one by the clock, by readings in a row, or by limits.
    void healthChanged(const std::vector<DeviceRow> &rows);
    void countsChanged();
    void zoneDoubtChanged(bool isDoubtful);

private:
    /// What the table says of a row, beyond what RowMemory keeps of it.
    struct RowValues
    {
        quint32 company;
        quint32 group;
        qint64 lastBackup;
        qint64 nextBackup;
    };
    /// See HealthFacts.
    struct Oddities
    {
        bool isDamaged = false;
        bool isLastBackup = false;
        bool isNextBackup = false;
    };
    struct Block;
    static constexpr quint32 blockRows = 1024; // 24 kB of columns: they stay in the first cache
    /// What is known of the readings of a company.
    struct Readings
    {
        quint32 count = 0;
        quint32 lastMinute = 0; ///< One more than the minute of the run; 0: never.
    };

    quint32 minuteOf(qint64 time) const; ///< Of the run.
    void learn();
    RowValues valuesOf(DeviceRow row) const;
    HealthFacts facts(DeviceRow row, const RowValues &values) const;
    HealthFacts factsInPass(DeviceRow row, const RowValues &values) const;
    void addSchedule(HealthFacts &facts, DeviceRow row, qint64 late, qint64 now) const;
    quint8 reckon(DeviceRow row, const RowValues &values, qint64 now) const;
    Oddities oddities(DeviceRow row, const RowValues &values) const;
    void forget(DeviceRow row);
    void remember(DeviceRow row, const RowValues &values, bool isNew, qint64 now);
    void rememberWords(RowMemory &memory, DeviceRow row);
    void rememberPlanned(DeviceRow row, const RowValues &values, qint64 now);
    void setState(DeviceRow row, quint32 company, quint8 state);
    void grow();
    void beginPass(qint64 now);
    void recheckBlock(DeviceRow first, quint32 count, qint64 now, std::vector<DeviceRow> &changed);
    void endPass();

    const DeviceTable &m_table;
    const DevicePlans *m_plans = nullptr;
    Clock m_clock;
    qint64 m_begin; // of the run
    HealthClasses m_classes;
    HealthRows m_rows;
    HealthCounts m_total;
    std::vector<HealthCounts> m_byCompany;
    std::vector<Readings> m_readings; // by company
    std::vector<ZoneCheck> m_zones; // by account of m_classes
    std::vector<ZoneCheck> m_zonesOfPass;
    DeviceRow m_next = 0; // row of the pass
    bool m_isInPass = false;
    bool m_isPassAskedFor = false;
    bool m_isWholePass = true; // and not of the blocks that are due
    bool m_isWholePassNeeded = true;
    qint64 m_lastPass = 0; // when it began
    std::vector<qint64> m_dues; // by block: when a word of it can change next
    QTimer m_eachMinute;
    QTimer m_slice;
};
