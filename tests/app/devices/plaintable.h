// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/app/devices/testdevices.h"

#include <QString>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>
#include <vector>

/// The rules of DeviceTable in the plainest words: a list that is searched from end to end.
class PlainTable
{
public:
    struct Row
    {
        int account = 0;
        TestDevice device;
        std::string
            broughtBy; // the company that was asked for, "" the bare list; of rows without an ID or a company
        int number = 0;
    };
    struct Reading
    {
        int account = 0;
        std::string asked;
        int number = 0;
        bool hasRows = false;
        std::set<int> named;
        std::set<std::string> companies;
    };

    std::vector<Row> rows;
    std::vector<std::shared_ptr<Reading>> open;

    std::shared_ptr<Reading> begin(int account, std::string asked)
    {
        open.push_back(
            std::make_shared<Reading>(Reading{account, std::move(asked), ++m_numbers, false, {}, {}}));
        return open.back();
    }

    void take(Reading &reading, const std::vector<TestDevice> &devices)
    {
        reading.hasRows |= !devices.empty();
        for (const TestDevice &device : devices) {
            auto row = std::ranges::find_if(rows, [&](const Row &each) {
                return !device.id().empty() && each.account == reading.account
                    && each.device.id() == device.id();
            });
            if (row == rows.end())
                row = rows.insert(row, Row{reading.account, {}, {}, ++m_numbers});
            row->device = device;
            row->broughtBy = reading.asked;
            reading.companies.insert(device.company());
            for (const std::shared_ptr<Reading> &each : open) {
                if (each->account == reading.account && each->number <= reading.number)
                    each->named.insert(row->number);
            }
        }
    }

    void end(const std::shared_ptr<Reading> &reading, bool complete)
    {
        drop(reading);
        std::erase_if(rows, [&](const Row &row) {
            if (row.account != reading->account || reading->named.contains(row.number))
                return false;
            const std::string &company = row.device.company();
            const bool isReplaced =
                row.device.id().empty() && row.broughtBy == reading->asked && reading->hasRows;
            const bool isInScope = company.empty() ? row.broughtBy == reading->asked
                : reading->asked.empty()           ? reading->companies.contains(company)
                                                   : company == reading->asked;
            return isReplaced || (complete && isInScope);
        });
    }

    void drop(const std::shared_ptr<Reading> &reading) { std::erase(open, reading); }

private:
    int m_numbers = 0;
};

/// A random life of a table, beside the plain one.
class PlainTableRun
{
public:
    explicit PlainTableRun(unsigned seed) : m_random(seed) { }

    const QString &problem() const { return m_problem; }

    void step()
    {
        m_hasTwice = false;
        DeviceChange change;
        if (m_readings.empty() || (m_readings.size() < 4 && below(m_random, 4) == 0)) {
            begin();
        } else {
            const size_t chosen = below(m_random, m_readings.size());
            const size_t what = below(m_random, 20);
            if (what == 0)
                change = removeAccount(static_cast<int>(below(m_random, 2)));
            else if (what == 1)
                drop(chosen);
            else if (what < 8)
                change = end(chosen);
            else
                change = take(chosen);
        }
        checkChange(change);
        checkRows();
    }

private:
    struct Open
    {
        std::unique_ptr<DeviceReading> reading;
        std::shared_ptr<PlainTable::Reading> plain; // null: its account was removed
        TestAnswer answer;
    };

    static AccountId accountId(int account) { return AccountId(QString::number(account)); }

    void begin()
    {
        const int account = static_cast<int>(below(m_random, 2));
        const std::string asked =
            below(m_random, 2) == 0 ? std::string() : std::to_string(below(m_random, 4));
        std::optional<CompanyId> company;
        if (!asked.empty())
            company = CompanyId(QString::fromStdString(asked));
        m_readings.push_back(
            {m_table.beginReading(accountId(account), company), m_plain.begin(account, asked), {}});
    }

    DeviceChange take(size_t chosen)
    {
        std::vector<TestDevice> devices(below(m_random, 7));
        std::set<std::string> ids;
        for (TestDevice &device : devices) {
            device = randomDevice();
            m_hasTwice |= !ids.insert(device.id()).second;
        }
        Open &open = m_readings[chosen];
        if (open.plain)
            m_plain.take(*open.plain, devices);
        return m_table.take(*open.reading, open.answer.chunk(devices));
    }

    DeviceChange end(size_t chosen)
    {
        const bool complete = below(m_random, 3) != 0;
        Open open = std::move(m_readings[chosen]);
        m_readings.erase(m_readings.begin() + static_cast<qsizetype>(chosen));
        if (open.plain)
            m_plain.end(open.plain, complete);
        return m_table.finish(std::move(open.reading), complete);
    }

    void drop(size_t chosen)
    {
        m_plain.drop(m_readings[chosen].plain);
        m_readings.erase(m_readings.begin() + static_cast<qsizetype>(chosen));
    }

    DeviceChange removeAccount(int account)
    {
        std::erase_if(m_plain.rows, [&](const PlainTable::Row &row) { return row.account == account; });
        for (Open &open : m_readings) {
            if (open.plain && open.plain->account == account) {
                m_plain.drop(open.plain);
                open.plain.reset();
            }
        }
        return m_table.removeAccount(accountId(account));
    }

    TestDevice randomDevice()
    {
        const auto maybe = [&](std::string text) {
            return below(m_random, 4) == 0 ? std::string() : std::move(text);
        };
        TestDevice device;
        device.id() = below(m_random, 8) == 0 ? std::string() : numbered("id", below(m_random, 12));
        device.name() = maybe(std::string(below(m_random, 3) * 70, 'n'));
        device.company() = maybe(std::to_string(below(m_random, 4)));
        device.word(WordColumn::Status) = maybe(std::to_string(below(m_random, 3)));
        device.times[0] = below(m_random, 2) == 0 ? noTime : 7;
        if (below(m_random, 5) == 0) {
            device.oddTimes[below(m_random, 2)] = numbered("odd ", below(m_random, 2));
            device.marks |= RowMark::oddTime;
        }
        return device;
    }

    // Rows that differ from before stand in the list where they belong, and no others stand in one.
    void checkChange(const DeviceChange &change)
    {
        std::vector<std::optional<TestDevice>> now(m_table.slotCount());
        for (const DeviceRow row : m_table.liveRows())
            now[row] = deviceAt(m_table, row);
        m_before.resize(now.size());
        const auto count = [](const std::vector<DeviceRow> &rows, DeviceRow row) {
            return std::ranges::count(rows, row);
        };
        for (DeviceRow row = 0; row < now.size(); ++row) {
            const bool isAdded = !m_before[row] && now[row];
            const bool isRemoved = m_before[row] && !now[row];
            const bool isChanged = m_before[row] && now[row] && *m_before[row] != *now[row];
            const qsizetype changedCount = count(change.changed, row);
            const bool isThereAndBack = m_hasTwice && !isAdded && !isRemoved && changedCount == 1;
            if (count(change.added, row) != isAdded || count(change.removed, row) != isRemoved
                || (changedCount != isChanged && !isThereAndBack))
                m_problem = QStringLiteral("row %1 is not reported as it changed").arg(row);
        }
        m_before = std::move(now);
    }

    void checkRows()
    {
        std::vector<std::pair<QString, TestDevice>> rows;
        std::map<CompanyKey, qsizetype> counts;
        for (const DeviceRow row : m_table.liveRows()) {
            const DeviceKey key = m_table.key(row);
            rows.emplace_back(key.account.text(), deviceAt(m_table, row));
            if (!key.device.isEmpty() && m_table.find(key) != row)
                m_problem = QStringLiteral("row %1 is not found by its key").arg(row);
        }
        std::vector<std::pair<QString, TestDevice>> expected;
        for (const PlainTable::Row &row : m_plain.rows) {
            expected.emplace_back(accountId(row.account).text(), row.device);
            if (!row.device.company().empty())
                ++counts[{accountId(row.account), CompanyId(QString::fromStdString(row.device.company()))}];
        }
        std::ranges::sort(rows);
        std::ranges::sort(expected);
        if (rows != expected || m_table.liveCount() != qsizetype(expected.size()))
            m_problem =
                QStringLiteral("%1 rows instead of %2, or others").arg(rows.size()).arg(expected.size());
        for (const auto &[company, count] : counts) {
            if (m_table.liveCountOf(m_table.companyCode(company)) != count)
                m_problem =
                    QStringLiteral("company %1 has not %2 devices").arg(company.company.text()).arg(count);
        }
    }

    std::mt19937 m_random;
    DeviceTable m_table;
    PlainTable m_plain;
    std::vector<Open> m_readings;
    std::vector<std::optional<TestDevice>> m_before;
    bool m_hasTwice = false;
    QString m_problem;
};
