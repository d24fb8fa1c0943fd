// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicetable.h"

#include "app/devices/devicetabledata.h"
#include "app/devices/twocores.h"

#include <QDateTime>

#include <algorithm>
#include <bit>
#include <cstring>

using namespace Qt::StringLiterals;

DeviceTable::DeviceTable() : m_data(std::make_unique<Data>()) { }

DeviceTable::~DeviceTable() = default;

std::unique_ptr<DeviceReading> DeviceTable::beginReading(const AccountId &account,
                                                         const std::optional<CompanyId> &company,
                                                         qsizetype expectedRows)
{
    m_data->rows.reserve(static_cast<size_t>(expectedRows));
    std::unique_ptr<DeviceReading> reading(new DeviceReading);
    reading->m_account = account;
    reading->m_company = company;
    reading->m_named = std::make_shared<DeviceReading::Named>();
    reading->m_named->account = m_data->accountPlace(account);
    reading->m_named->number = ++m_data->readingCount;
    for (std::vector<quint32> &codes : reading->m_codes)
        codes.push_back(0);
    std::erase_if(m_data->openReadings,
                  [](const std::weak_ptr<Data::Named> &each) { return each.expired(); });
    m_data->openReadings.push_back(reading->m_named);
    return reading;
}

const std::vector<bool> &DeviceTable::companiesSeen(const DeviceReading &reading)
{
    return reading.m_companiesSeen;
}

DeviceChange DeviceTable::removeAccount(const AccountId &account)
{
    DeviceChange change;
    if (!m_data->findAccount(account))
        return change;
    const size_t place = m_data->accountPlace(account);
    for (const std::shared_ptr<Data::Named> &named : m_data->namedBy(place))
        named->isForgotten = true;
    m_data->forgetRows(place, change);
    m_data->companies.forget(account);
    ++m_data->namesVersion;
    m_data->scopes.removeIf(
        [&](std::pair<const CompanyKey &, quint32 &> scope) { return scope.first.account == account; });
    return change;
}

DeviceRow DeviceTable::slotCount() const
{
    return m_data->rows.slotCount();
}

bool DeviceTable::isLive(DeviceRow row) const
{
    return m_data->rows.live().contains(row);
}

qsizetype DeviceTable::liveCount() const
{
    return m_data->rows.liveCount();
}

std::vector<DeviceRow> DeviceTable::liveRows() const
{
    std::vector<DeviceRow> rows;
    rows.reserve(static_cast<size_t>(liveCount()));
    m_data->rows.live().forEach([&rows](DeviceRow row) { rows.push_back(row); });
    return rows;
}

qsizetype DeviceTable::bytesUsed() const
{
    qsizetype bytes = m_data->rows.bytesUsed() + m_data->companies.bytesUsed() + m_data->damagedBytes;
    for (const Data::Account &account : m_data->accounts)
        bytes += account.index.bytesUsed();
    for (const WordDictionary &words : m_data->words)
        bytes += words.bytesUsed();
    return bytes;
}

QByteArrayView DeviceTable::text(TextColumn column, DeviceRow row) const
{
    return m_data->rows.text(column, row);
}

quint32 DeviceTable::code(WordColumn column, DeviceRow row) const
{
    return m_data->rows.code(static_cast<size_t>(column), row);
}

qint64 DeviceTable::time(TimeColumn column, DeviceRow row) const
{
    return m_data->rows.time(static_cast<size_t>(column), row);
}

quint8 DeviceTable::marks(DeviceRow row) const
{
    return m_data->rows.marks(row);
}

Scratch<quint32> DeviceTable::codes(WordColumn column, std::span<const DeviceRow> rows) const
{
    Scratch<quint32> codes(rows.size());
    onTwoCores(rows.size(), [&](size_t begin, size_t end) {
        for (size_t i = begin; i < end; ++i)
            codes[i] = m_data->rows.code(static_cast<size_t>(column), rows[i]);
    });
    return codes;
}

void DeviceTable::readCodes(WordColumn column, DeviceRow first, std::span<quint32> codes) const
{
    m_data->rows.readCodes(static_cast<size_t>(column), first, codes);
}

void DeviceTable::readTimes(TimeColumn column, DeviceRow first, std::span<qint64> times) const
{
    m_data->rows.readTimes(static_cast<size_t>(column), first, times);
}

void DeviceTable::readMarks(DeviceRow first, std::span<quint8> marks) const
{
    m_data->rows.readMarks(first, marks);
}

void DeviceTable::texts(TextColumn column, std::span<const DeviceRow> rows,
                        std::span<QByteArrayView> texts) const
{
    for (const DeviceRow row : rows)
        m_data->rows.prefetchTexts(row);
    for (size_t i = 0; i < rows.size(); ++i) {
        texts[i] = m_data->rows.text(column, rows[i]);
        __builtin_prefetch(texts[i].end());
    }
}

const DeviceRows &DeviceTable::columns() const
{
    return m_data->rows;
}

QString DeviceTable::timeText(TimeColumn column, DeviceRow row) const
{
    const QByteArrayView odd = m_data->rows.oddTime(column, row);
    if (!odd.isEmpty())
        return QString::fromUtf8(odd);
    const qint64 milliseconds = time(column, row);
    if (milliseconds == noTime)
        return {};
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s);
}

const DeviceChunk::Damage *DeviceTable::damage(DeviceRow row) const
{
    const auto found = m_data->damages.find(row);
    return found == m_data->damages.end() ? nullptr : &found->second;
}

quint32 DeviceTable::wordCount(WordColumn column) const
{
    if (column == WordColumn::Account)
        return static_cast<quint32>(m_data->accounts.size());
    return column == WordColumn::Company ? m_data->companies.size()
                                         : m_data->words[static_cast<size_t>(column)].size();
}

QString DeviceTable::word(WordColumn column, quint32 code) const
{
    if (column == WordColumn::Account)
        return code < m_data->accounts.size() ? m_data->accounts[code].id.text() : QString();
    if (column != WordColumn::Company)
        return m_data->words[static_cast<size_t>(column)].word(code);
    return code < m_data->companies.size() ? m_data->companies.key(code).company.text() : QString();
}

QString DeviceTable::nameOf(WordColumn column, quint32 code) const
{
    switch (column) {
    case WordColumn::Company:
        return companyName(code);
    case WordColumn::Account:
        return accountName(code);
    default:
        return word(column, code);
    }
}

void DeviceTable::setAccountName(const AccountId &account, const QString &name)
{
    QString &known = m_data->accounts[m_data->accountPlace(account)].name;
    if (known == name)
        return;
    known = name;
    ++m_data->namesVersion;
}

QString DeviceTable::accountName(quint32 code) const
{
    return code < m_data->accounts.size() ? m_data->accounts[code].name : QString();
}

const CompanyKey &DeviceTable::company(quint32 code) const
{
    return m_data->companies.key(code);
}

quint32 DeviceTable::companyCode(const CompanyKey &key) const
{
    return m_data->companies.find(key);
}

void DeviceTable::setCompanyName(const CompanyKey &key, const QString &name)
{
    const quint32 code = m_data->companies.codeFor(key);
    if (m_data->companies.name(code) == name)
        return;
    m_data->companies.setName(code, name);
    ++m_data->namesVersion;
}

quint64 DeviceTable::namesVersion() const
{
    return m_data->namesVersion;
}

QString DeviceTable::companyName(quint32 code) const
{
    return m_data->companies.name(code);
}

qsizetype DeviceTable::liveCountOf(quint32 companyCode) const
{
    return m_data->companies.deviceCount(companyCode);
}

DeviceKey DeviceTable::key(DeviceRow row) const
{
    return {m_data->accounts[m_data->rows.account(row)].id,
            DeviceId(QString::fromUtf8(text(TextColumn::Id, row)))};
}

std::optional<DeviceRow> DeviceTable::find(const DeviceKey &key) const
{
    const Data::Account *account = m_data->findAccount(key.account);
    if (!account || key.device.isEmpty())
        return std::nullopt;
    const QByteArray id = key.device.text().toUtf8();
    return m_data->find(*account, id, deviceIdHash(id));
}

size_t DeviceTable::Data::accountPlace(const AccountId &account)
{
    for (size_t place = 0; place < accounts.size(); ++place) {
        if (accounts[place].id == account)
            return place;
    }
    accounts.push_back({account, QString(), RowIndex(), 0});
    return accounts.size() - 1;
}

const DeviceTable::Data::Account *DeviceTable::Data::findAccount(const AccountId &account) const
{
    const auto found = std::ranges::find(accounts, account, &Account::id);
    return found == accounts.end() ? nullptr : &*found;
}

std::optional<DeviceRow> DeviceTable::Data::find(const Account &account, QByteArrayView id,
                                                 quint32 hash) const
{
    return account.index.find(hash,
                              [this, id](DeviceRow row) { return rows.text(TextColumn::Id, row) == id; });
}

std::vector<std::shared_ptr<DeviceReading::Named>> DeviceTable::Data::namedBy(size_t account) const
{
    std::vector<std::shared_ptr<Named>> open;
    for (const std::weak_ptr<Named> &reading : openReadings) {
        std::shared_ptr<Named> named = reading.lock();
        if (named && named->account == account)
            open.push_back(std::move(named));
    }
    return open;
}

void DeviceTable::Data::forgetRows(size_t account, DeviceChange &change)
{
    rows.live().forEach([&](DeviceRow row) {
        if (rows.account(row) == account)
            change.removed.push_back(row);
    });
    if (accounts[account].rows == rows.liveCount()) { // the usual case: there is one account
        for (const DeviceRow row : change.removed)
            companies.addDevices(rows.code(static_cast<size_t>(WordColumn::Company), row), -1);
        rows.clear();
        damages.clear();
        damagedBytes = 0;
    } else {
        for (const DeviceRow row : change.removed)
            remove(row);
    }
    accounts[account].index.clear();
    accounts[account].rows = 0;
}

// Eight bytes at a time: each is mixed in by a multiplication and a shift, and the end is mixed as MurmurHash3 does.
quint32 deviceIdHash(QByteArrayView id)
{
    constexpr quint64 multiplier = 0x9e3779b97f4a7c15;
    quint64 hash = static_cast<quint64>(id.size());
    const char *at = id.data();
    const char *end = at + id.size();
    for (; end - at >= 8; at += 8) {
        quint64 eight;
        std::memcpy(&eight, at, 8);
        hash = (std::rotl(hash, 23) ^ eight) * multiplier;
        hash ^= hash >> 29;
    }
    quint64 rest = 0;
    if (at != end)
        std::memcpy(&rest, at, static_cast<size_t>(end - at));
    hash = (std::rotl(hash, 23) ^ rest) * multiplier;
    hash ^= hash >> 33;
    hash *= 0xff51afd7ed558ccd;
    hash ^= hash >> 33;
    return static_cast<quint32>(hash >> 16);
}
