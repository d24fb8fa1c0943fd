// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicestream.h"

#include "app/devices/devicerowreader.h"
#include "app/devices/rowslab.h"
#include "app/devices/slowrowreader.h"
#include "app/net/objectscanner.h"

#include <algorithm>
#include <chrono>
#include <span>
#include <utility>

namespace {

using Clock = std::chrono::steady_clock;

// The first rows come after little, and most lists are short. The largest fits into a processor's second cache together with
// what simdjson notes about it.
constexpr qsizetype firstSlab = 16 << 10;
constexpr qsizetype largestSlab = 256 << 10;

// A chunk wakes the window's thread. Rows that arrive faster than anybody can see go together.
constexpr qsizetype worthAChunk = 64 << 10;
constexpr std::chrono::milliseconds longestWait{8};

} // namespace

class DeviceStream::Reader
{
public:
    explicit Reader(std::function<void(DeviceChunk)> emitChunk) : m_emit(std::move(emitChunk)) { }

    void setDeclared(qint64 bytes) { m_declared = bytes; }
    Result<bool> take(QByteArrayView bytes);
    Result<void> end();
    void emitRows();

private:
    void makeRoom();
    bool isWorthAChunk() const;
    void readRows();
    void readOneByOne(std::span<const ObjectScanner::Row> rows);

    std::function<void(DeviceChunk)> m_emit;
    qint64 m_declared = -1;
    RowSlab m_slab{firstSlab};
    ObjectScanner m_scanner;
    std::vector<ObjectScanner::Row> m_rows; // whole, in the slab, not read yet
    DeviceRowReader m_fast;
    SlowRowReader m_slow;
    DeviceChunkBuilder m_builder;
    Clock::time_point m_lastChunk;
};

Result<bool> DeviceStream::Reader::take(QByteArrayView bytes)
{
    bool hasNewRows = false;
    while (!bytes.isEmpty()) {
        if (m_slab.isFull())
            makeRoom();
        bytes = m_slab.append(bytes);
        const size_t before = m_rows.size();
        const Result<void> scanned = m_scanner.scan(m_slab.bytes(), m_slab.begin(), m_rows);
        hasNewRows = hasNewRows || m_rows.size() > before;
        if (!scanned) {
            emitRows();
            return tl::make_unexpected(scanned.error());
        }
    }
    if (isWorthAChunk())
        emitRows();
    return hasNewRows;
}

Result<void> DeviceStream::Reader::end()
{
    Result<void> ended = m_scanner.end(m_slab.bytes(), m_slab.begin(), m_rows);
    emitRows();
    return ended;
}

void DeviceStream::Reader::makeRoom()
{
    emitRows();
    m_slab.dropBefore(m_scanner.firstNeeded());
    const bool isFilledByOneRow = m_slab.bytes().size() > m_slab.capacity() / 2;
    if (isFilledByOneRow || m_slab.capacity() < largestSlab)
        m_slab.grow();
}

bool DeviceStream::Reader::isWorthAChunk() const
{
    return !m_rows.empty()
        && (m_rows.back().end - m_rows.front().begin >= worthAChunk
            || Clock::now() - m_lastChunk >= longestWait);
}

void DeviceStream::Reader::emitRows()
{
    if (m_rows.empty())
        return;
    readRows();
    DeviceChunk chunk = m_builder.takeChunk();
    chunk.bytesTaken = m_rows.back().end;
    chunk.bytesDeclared = m_declared;
    m_rows.clear();
    m_slab.dropBefore(m_scanner.firstNeeded());
    m_emit(std::move(chunk));
    m_lastChunk = Clock::now();
}

void DeviceStream::Reader::readRows()
{
    m_builder.reserve(m_rows.size());
    for (auto begin = m_rows.begin(); begin != m_rows.end();) {
        const auto end =
            std::find_if(begin, m_rows.end(), [](const ObjectScanner::Row &row) { return row.isDamaged; });
        if (begin != end)
            readOneByOne(
                std::span(begin, end).subspan(m_fast.read(m_slab, std::span(begin, end), m_builder)));
        begin = end;
        for (; begin != m_rows.end() && begin->isDamaged; ++begin)
            m_builder.addDamaged(begin->begin,
                                 QByteArrayView(m_slab.at(begin->begin), begin->end - begin->begin));
    }
}

// One byte can spoil a slab for simdjson; only its own row is to suffer.
void DeviceStream::Reader::readOneByOne(std::span<const ObjectScanner::Row> rows)
{
    for (; !rows.empty(); rows = rows.subspan(1)) {
        const ObjectScanner::Row &row = rows.front();
        const QByteArrayView bytes(m_slab.at(row.begin), row.end - row.begin);
        if (m_fast.read(m_slab, rows.first(1), m_builder) == 1)
            continue;
        if (m_slow.read(bytes))
            m_builder.addRow(m_slow.values(), m_slow.isRepaired() ? RowMark::repaired : 0);
        else
            m_builder.addDamaged(row.begin, bytes);
    }
}

DeviceStream::DeviceStream(std::function<void(DeviceChunk)> emitChunk)
    : m_reader(std::make_unique<Reader>(std::move(emitChunk)))
{ }

DeviceStream::~DeviceStream() = default;

void DeviceStream::begin(qint64 declaredBytes)
{
    m_reader->setDeclared(declaredBytes);
}

Result<bool> DeviceStream::take(QByteArrayView bytes)
{
    return m_reader->take(bytes);
}

Result<void> DeviceStream::end()
{
    return m_reader->end();
}

void DeviceStream::breakOff()
{
    m_reader->emitRows();
}
