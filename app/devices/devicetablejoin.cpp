// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicetabledata.h"

#include <algorithm>

DeviceChange DeviceTable::take(DeviceReading &reading, const DeviceChunk &chunk)
{
    DeviceChange change;
    if (reading.m_named->isForgotten)
        return change;
    Data &data = *m_data;
    data.learnWords(reading, chunk);
    reading.m_hasRows |= chunk.rows != 0;
    const RowIndex &index = data.accounts[reading.m_named->account].index;

    std::vector<std::array<QByteArrayView, timeColumnCount>> oddTimes(chunk.oddTimes.empty() ? 0
                                                                                             : chunk.rows);
    for (const DeviceChunk::OddTime &odd : chunk.oddTimes)
        oddTimes[odd.row][static_cast<size_t>(odd.column)] = odd.text;
    std::vector<std::shared_ptr<DeviceReading::Named>> named = data.namedBy(reading.m_named->account);
    std::erase_if(named, [&](const auto &each) { return each->number > reading.m_named->number; });

    std::vector<DeviceRow> joined(chunk.damages.empty() ? 0 : chunk.rows);
    for (quint32 place = 0; place < chunk.rows; ++place) {
        constexpr quint32 atOnce = 64;
        if (place % atOnce == 0)
            index.fetch(std::span(chunk.idHashes).subspan(place, std::min(atOnce, chunk.rows - place)));
        RowFields fields = data.fields(reading, chunk, place);
        if (!oddTimes.empty())
            fields.oddTimes = oddTimes[place];
        const DeviceRow row = data.join(fields, chunk.idHashes[place], *reading.m_named, change);
        for (const auto &each : named)
            each->rows.insert(row);
        if (!joined.empty())
            joined[place] = row;
    }
    for (const DeviceChunk::Damage &damage : chunk.damages)
        data.keepDamage(joined[damage.row], damage);
    return change;
}

DeviceChange DeviceTable::finish(std::unique_ptr<DeviceReading> reading, bool complete)
{
    DeviceChange change;
    if (reading->m_named->isForgotten)
        return change;
    change.removed = m_data->staleRows(*reading, complete);
    for (const DeviceRow row : change.removed)
        m_data->remove(row);
    m_data->rows.tidy();
    return change;
}

void DeviceTable::Data::learnWords(DeviceReading &reading, const DeviceChunk &chunk)
{
    for (size_t column = 0; column < wordColumnCount; ++column) {
        std::vector<quint32> &codes = reading.m_codes[column];
        for (const std::string &word : chunk.newWords[column]) {
            const QByteArrayView utf8(word.data(), static_cast<qsizetype>(word.size()));
            if (column == static_cast<size_t>(WordColumn::Company) && !utf8.isEmpty())
                codes.push_back(companies.codeFor({reading.m_account, CompanyId(QString::fromUtf8(utf8))}));
            else
                codes.push_back(words[column].codeFor(utf8));
        }
    }
    reading.m_companiesSeen.resize(companies.size());
}

RowFields DeviceTable::Data::fields(DeviceReading &reading, const DeviceChunk &chunk, quint32 place)
{
    RowFields fields;
    for (size_t column = 0; column < textColumnCount; ++column) {
        const DeviceChunk::Span span = chunk.textSpans[column][place];
        fields.texts[column] =
            QByteArrayView(chunk.texts.data() + span.begin, static_cast<qsizetype>(span.size));
    }
    for (size_t column = 0; column < wordColumnCount; ++column) {
        const quint32 code = chunk.codes[column][place];
        Q_ASSERT(code < reading.m_codes[column].size());
        fields.codes[column] = reading.m_codes[column][code];
    }
    for (size_t column = 0; column < timeColumnCount; ++column)
        fields.times[column] = chunk.times[column][place];
    fields.marks = chunk.marks[place];
    fields.codes[static_cast<size_t>(WordColumn::Account)] = static_cast<quint32>(reading.m_named->account);

    const quint32 company = fields.codes[static_cast<size_t>(WordColumn::Company)];
    if (company != 0)
        reading.m_companiesSeen[company] = true;
    if (company == 0 || fields.texts[static_cast<size_t>(TextColumn::Id)].isEmpty()) {
        if (reading.m_scope == 0) {
            quint32 &scope = scopes[{reading.m_account, reading.m_company.value_or(CompanyId())}];
            if (scope == 0)
                scope = ++scopeCount;
            reading.m_scope = scope;
        }
        fields.scope = reading.m_scope;
    }
    return fields;
}

DeviceRow DeviceTable::Data::join(const RowFields &fields, quint32 hash, const Named &named,
                                  DeviceChange &change)
{
    Account &account = accounts[fields.codes[static_cast<size_t>(WordColumn::Account)]];
    const QByteArrayView id = fields.texts[static_cast<size_t>(TextColumn::Id)];
    if (!id.isEmpty()) {
        if (const std::optional<DeviceRow> known = find(account, id, hash)) {
            update(*known, fields, named, change);
            return *known;
        }
    }
    const DeviceRow row = rows.add(fields);
    ++account.rows;
    companies.addDevices(fields.codes[static_cast<size_t>(WordColumn::Company)], 1);
    if (!id.isEmpty())
        account.index.insert(hash, row);
    change.added.push_back(row);
    return row;
}

void DeviceTable::Data::update(DeviceRow row, const RowFields &fields, const Named &named,
                               DeviceChange &change)
{
    constexpr size_t company = static_cast<size_t>(WordColumn::Company);
    const quint32 before = rows.code(company, row);
    if (!rows.update(row, fields))
        return;
    if (before != fields.codes[company]) {
        companies.addDevices(before, -1);
        companies.addDevices(fields.codes[company], 1);
    }
    if ((fields.marks & RowMark::damaged) == 0)
        dropDamage(row);
    // Only a row that this answer named before can already stand in a list of this chunk.
    const auto isIn = [row](const std::vector<DeviceRow> &list) {
        return std::ranges::find(list, row) != list.end();
    };
    if (!named.rows.contains(row) || (!isIn(change.added) && !isIn(change.changed)))
        change.changed.push_back(row);
}

// A list that is damaged all through must not fill the memory: past this only the places are kept.
void DeviceTable::Data::keepDamage(DeviceRow row, DeviceChunk::Damage damage)
{
    constexpr qsizetype mostBytes = 16 << 20;
    dropDamage(row);
    if (damagedBytes + damage.bytes.size() > mostBytes)
        damage.bytes.clear();
    damagedBytes += damage.bytes.size();
    damages.insert_or_assign(row, std::move(damage));
}

void DeviceTable::Data::dropDamage(DeviceRow row)
{
    const auto found = damages.find(row);
    if (found == damages.end())
        return;
    damagedBytes -= found->second.bytes.size();
    damages.erase(found);
}

std::vector<DeviceRow> DeviceTable::Data::staleRows(const DeviceReading &reading, bool complete) const
{
    constexpr size_t companyColumn = static_cast<size_t>(WordColumn::Company);
    std::vector<DeviceRow> stale;
    const quint32 scope = scopes.value({reading.m_account, reading.m_company.value_or(CompanyId())}, 0);
    if (hasNothingStale(reading, complete, scope))
        return stale;

    const quint32 asked = reading.m_company ? companies.find({reading.m_account, *reading.m_company}) : 0;
    const auto isInScope = [&](quint32 company) {
        if (company == 0)
            return false;
        return reading.m_company
            ? company == asked
            : company < reading.m_companiesSeen.size() && reading.m_companiesSeen[company];
    };
    rows.live().forEachWithout(reading.m_named->rows, [&](DeviceRow row) {
        const bool isReplaced = reading.m_hasRows && scope != 0 && rows.scope(row) == scope
            && rows.text(TextColumn::Id, row).isEmpty();
        const bool isGone = complete
            && (isInScope(rows.code(companyColumn, row))
                || (scope != 0 && rows.scope(row) == scope && rows.code(companyColumn, row) == 0));
        if (isReplaced || isGone)
            stale.push_back(row);
    });
    return stale;
}

// Spares most answers for one company the pass over the whole table.
bool DeviceTable::Data::hasNothingStale(const DeviceReading &reading, bool complete, quint32 scope) const
{
    if (scope != 0 && rows.countOfScope(scope) > 0)
        return false;
    if (!complete)
        return true;
    if (!reading.m_company)
        return false;
    const quint32 asked = companies.find({reading.m_account, *reading.m_company});
    if (asked == 0)
        return true;
    qsizetype named = 0;
    reading.m_named->rows.forEach([&](DeviceRow row) {
        if (rows.code(static_cast<size_t>(WordColumn::Company), row) == asked)
            ++named;
    });
    return named == companies.deviceCount(asked);
}

void DeviceTable::Data::remove(DeviceRow row)
{
    const QByteArrayView id = rows.text(TextColumn::Id, row);
    Account &account = accounts[rows.account(row)];
    if (!id.isEmpty())
        account.index.remove(deviceIdHash(id), row);
    --account.rows;
    companies.addDevices(rows.code(static_cast<size_t>(WordColumn::Company), row), -1);
    dropDamage(row);
    // The number may be given to another device while an answer that named this one is still arriving.
    for (const std::weak_ptr<Named> &reading : openReadings) {
        if (const std::shared_ptr<Named> named = reading.lock())
            named->rows.remove(row);
    }
    rows.remove(row);
}
