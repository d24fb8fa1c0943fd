// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <memory>
#include <vector>

/// Where a record stands in a TextArena.
using TextRef = quint32;
inline constexpr TextRef noText = 0xffffffff;

/// Records of bytes in blocks of 1 MiB that never move: growing copies nothing. Who keeps a record knows its size.
///
/// Records that were added one after the other stand one behind the other, so a scan may run over many at once. It may read
/// readableBehind bytes past a record; what they are is not said.
///
/// What is released or outgrown stays as garbage until its block is empty, which frees it, or until the block is mostly garbage: then
/// whoever knows the records moves those that isLeaving().
class TextArena
{
public:
    static constexpr size_t readableBehind = 16;

    TextRef add(QByteArrayView record);
    /// Writes \a record over the \a oldSize bytes at \a ref when it fits, else somewhere else.
    TextRef replace(TextRef ref, size_t oldSize, QByteArrayView record);
    void release(TextRef ref, size_t size);
    const char *at(TextRef ref) const
    {
        return m_blocks[ref >> granuleBits].bytes.get() + (ref & granuleMask) * granule;
    }

    /// From record \a a to record \a b behind it in the same block.
    static size_t bytesBetween(TextRef a, TextRef b) { return (b - a) * granule; }
    /// True when both stand in one block, \a b behind \a a.
    static bool isBehindInBlock(TextRef a, TextRef b)
    {
        return a < b && a >> granuleBits == b >> granuleBits;
    }

    /// Chooses blocks that are at least half garbage and hold at most about \a bytes in all. False: there are none.
    bool beginMoving(size_t bytes);
    bool isLeaving(TextRef ref) const { return m_blocks[ref >> granuleBits].isLeaving; }
    /// Copies the record to where there is room and releases it here.
    TextRef move(TextRef ref, size_t size);

    void clear();
    void reserve(size_t bytes) { m_blocks.reserve(bytes / blockSize + 1); }
    qsizetype bytesUsed() const;

private:
    static constexpr size_t blockSize = 1 << 20;
    static constexpr size_t granule = 4; // 32 bits then reach 16 GiB
    static constexpr quint32 granuleBits = 18;
    static constexpr quint32 granuleMask = (1U << granuleBits) - 1;

    struct Block
    {
        std::unique_ptr<char[]> bytes;
        size_t size = 0;
        size_t live = 0;
        bool isLeaving = false;
    };

    static size_t rounded(size_t size) { return (size + granule - 1) / granule * granule; }
    size_t newBlock(size_t size);

    std::vector<Block> m_blocks;
    std::vector<size_t> m_freeBlocks; // numbers of blocks whose bytes are given back
    size_t m_filling = 0;
    size_t m_filled = blockSize; // of the block being filled
};
