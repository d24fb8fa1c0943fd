// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/devices/devicechunk.h"
#include "app/devices/devicereading.h"
#include "app/devices/scratch.h"

#include <QByteArrayView>
#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <vector>

class DeviceRows;

/// A row of the table. Stays the same number for as long as the device is there; numbers of removed devices are used again.
using DeviceRow = quint32;

/// What a chunk or the end of a reading did to the table. Each row stands in one list at most.
struct DeviceChange
{
    std::vector<DeviceRow> added;
    std::vector<DeviceRow> changed;
    std::vector<DeviceRow> removed;

    bool isEmpty() const { return added.empty() && changed.empty() && removed.empty(); }
};

/// Every device of every account, in columns. Rows are joined by account and device ID. Belongs to the window's thread; a reader
/// gives it chunks through a channel.
///
/// A row costs about 130 bytes: its texts, six codes as narrow as the words allow, two times, and its place in the index. The
/// table grows by pages and never copies itself, so that no chunk takes long.
class DeviceTable
{
public:
    DeviceTable();
    ~DeviceTable();
    Q_DISABLE_COPY_MOVE(DeviceTable)

    /// \a expectedRows is a hint, e.g. from Content-Length.
    std::unique_ptr<DeviceReading> beginReading(const AccountId &account,
                                                const std::optional<CompanyId> &company,
                                                qsizetype expectedRows = 0);
    /// Joins the rows of \a chunk; of rows with one ID, the last counts. Rows that are the same as before are in no list. O(rows of the
    /// chunk).
    DeviceChange take(DeviceReading &reading, const DeviceChunk &chunk);
    /// Ends a reading. Only a complete answer removes rows: those that it did not name, of the company that was asked, or, for
    /// the bare list, of the companies for which at least one row came. A row that names no company belongs to the call that
    /// brought it. Rows without an ID that an earlier reading of the same scope left are replaced either way, unless this one
    /// brought nothing. What a reading that began later named is kept.
    DeviceChange finish(std::unique_ptr<DeviceReading> reading, bool complete);
    /// Companies for which \a reading brought at least one row: true at their codes. Codes past the end were not seen.
    static const std::vector<bool> &companiesSeen(const DeviceReading &reading);

    /// Forgets everything about \a account.
    DeviceChange removeAccount(const AccountId &account);

    DeviceRow slotCount() const; ///< Rows are below this; some may be empty.
    bool isLive(DeviceRow row) const;
    qsizetype liveCount() const;
    /// In ascending order.
    std::vector<DeviceRow> liveRows() const;
    qsizetype bytesUsed() const;

    QByteArrayView text(TextColumn column, DeviceRow row) const; ///< UTF-8. Empty: none.
    quint32 code(WordColumn column, DeviceRow row) const; ///< 0: none.
    qint64 time(TimeColumn column, DeviceRow row) const; ///< noTime: none.
    quint8 marks(DeviceRow row) const;
    /// The same for many rows at once: what a pass over a column uses. As many values as \a rows has entries.
    Scratch<quint32> codes(WordColumn column, std::span<const DeviceRow> rows) const;
    /// The same for rows that follow each other, from \a first on: as many as there is room for, all below slotCount(). Rows without a
    /// device have code 0, noTime and no marks.
    void readCodes(WordColumn column, DeviceRow first, std::span<quint32> codes) const;
    void readTimes(TimeColumn column, DeviceRow first, std::span<qint64> times) const;
    void readMarks(DeviceRow first, std::span<quint8> marks) const;
    /// Into \a texts, as many as \a rows. Rows that are all over the table are fetched from memory side by side: best some 64 at a time.
    void texts(TextColumn column, std::span<const DeviceRow> rows, std::span<QByteArrayView> texts) const;
    /// The columns themselves, for passes over all of them.
    const DeviceRows &columns() const;
    /// The server's own text of a time; empty when none was given.
    QString timeText(TimeColumn column, DeviceRow row) const;
    /// Set for rows that are marked damaged.
    const DeviceChunk::Damage *damage(DeviceRow row) const;

    /// Words of a column by code; word 0 is empty and codes are below wordCount(). For Company and Account: their IDs, and account 0 is
    /// the first one.
    quint32 wordCount(WordColumn column) const;
    QString word(WordColumn column, quint32 code) const;
    /// What a word is called by: for Company and Account their names, else the word.
    QString nameOf(WordColumn column, quint32 code) const;

    /// The company of a code of WordColumn::Company. Code 0: no company was named.
    const CompanyKey &company(quint32 code) const;
    /// 0 when no row ever named this company and no name was set for it.
    quint32 companyCode(const CompanyKey &key) const;
    /// What the fleet calls the company; rows show and sort by it. Makes a code if there is none yet.
    void setCompanyName(const CompanyKey &key, const QString &name);
    QString companyName(quint32 code) const; ///< The ID where no name is known.
    qsizetype liveCountOf(quint32 companyCode) const;

    /// What the person calls \a account; rows show and sort by it. Makes a code if there is none yet.
    void setAccountName(const AccountId &account, const QString &name);
    QString accountName(quint32 code) const; ///< Empty where none was set.
    /// Another number than before once a company or an account that has a code is called otherwise.
    quint64 namesVersion() const;

    DeviceKey key(DeviceRow row) const;
    std::optional<DeviceRow> find(const DeviceKey &key) const;

private:
    struct Data;
    std::unique_ptr<Data> m_data;
};

/// The hash of a device ID that DeviceChunk::idHashes carries, so that it is reckoned on the reader's thread.
quint32 deviceIdHash(QByteArrayView id);
