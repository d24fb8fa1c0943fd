// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/companycodes.h"
#include "app/devices/devicerows.h"
#include "app/devices/devicetable.h"
#include "app/devices/rowindex.h"
#include "app/devices/worddictionary.h"

#include <deque>
#include <unordered_map>

/// What a DeviceTable is made of, and how rows are joined. For devicetable*.cpp only.
struct DeviceTable::Data
{
    struct Account
    {
        AccountId id;
        QString name;
        RowIndex index; // by device ID; one for each account keeps equal IDs apart
        qsizetype rows = 0;
    };
    using Named = DeviceReading::Named;

    DeviceRows rows;
    std::deque<Account> accounts;
    std::array<WordDictionary, wordColumnCount> words; // but not of Company; Account stands behind them
    CompanyCodes companies;
    QHash<CompanyKey, quint32>
        scopes; // of readings that left rows without an ID or a company; the bare list's ID is empty
    quint32 scopeCount = 0;
    std::unordered_map<DeviceRow, DeviceChunk::Damage> damages;
    qsizetype damagedBytes = 0;
    std::vector<std::weak_ptr<Named>> openReadings;
    quint64 readingCount = 0;
    quint64 namesVersion = 0;

    size_t accountPlace(const AccountId &account);
    const Account *findAccount(const AccountId &account) const;
    std::optional<DeviceRow> find(const Account &account, QByteArrayView id, quint32 hash) const;
    std::vector<std::shared_ptr<Named>> namedBy(size_t account) const;

    // Taking a chunk, in this order.
    void learnWords(DeviceReading &reading, const DeviceChunk &chunk);
    RowFields fields(DeviceReading &reading, const DeviceChunk &chunk, quint32 place);
    DeviceRow join(const RowFields &fields, quint32 hash, const Named &named, DeviceChange &change);
    void update(DeviceRow row, const RowFields &fields, const Named &named, DeviceChange &change);
    void keepDamage(DeviceRow row, DeviceChunk::Damage damage);
    void dropDamage(DeviceRow row);

    // Ending a reading.
    std::vector<DeviceRow> staleRows(const DeviceReading &reading, bool complete) const;
    bool hasNothingStale(const DeviceReading &reading, bool complete, quint32 scope) const;
    void remove(DeviceRow row);
    void forgetRows(size_t account, DeviceChange &change);
};
