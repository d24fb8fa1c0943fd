// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/textarena.h"

#include <algorithm>
#include <cstring>

TextRef TextArena::add(QByteArrayView record)
{
    const size_t size = static_cast<size_t>(record.size());
    const size_t taken = rounded(size);
    size_t number = m_filling;
    size_t offset = m_filled;
    if (taken > blockSize) { // a block of its own, and the one being filled stays that
        number = newBlock(taken);
        offset = 0;
    } else {
        if (m_filled + taken > blockSize) {
            number = m_filling = newBlock(blockSize);
            offset = 0;
        }
        m_filled = offset + taken;
    }
    Block &block = m_blocks[number];
    block.live += taken;
    std::memcpy(block.bytes.get() + offset, record.data(), size);
    return static_cast<TextRef>(number << granuleBits | offset / granule);
}

TextRef TextArena::replace(TextRef ref, size_t oldSize, QByteArrayView record)
{
    const size_t size = static_cast<size_t>(record.size());
    if (rounded(size) > rounded(oldSize)) {
        release(ref, oldSize);
        return add(record);
    }
    Block &block = m_blocks[ref >> granuleBits];
    block.live -= rounded(oldSize) - rounded(size);
    std::memcpy(block.bytes.get() + (ref & granuleMask) * granule, record.data(), size);
    return ref;
}

void TextArena::release(TextRef ref, size_t size)
{
    const size_t number = ref >> granuleBits;
    Block &block = m_blocks[number];
    block.live -= rounded(size);
    if (block.live != 0)
        return;
    if (number == m_filling && m_filled < blockSize) {
        m_filled = 0; // begins again from the front
        return;
    }
    block = Block();
    m_freeBlocks.push_back(number);
    if (number == m_filling)
        m_filled = blockSize;
}

bool TextArena::beginMoving(size_t bytes)
{
    bool isAnyLeaving = false;
    for (size_t number = 0; number < m_blocks.size(); ++number) {
        Block &block = m_blocks[number];
        block.isLeaving =
            number != m_filling && block.bytes && block.live * 2 <= block.size && block.live <= bytes;
        if (block.isLeaving) {
            bytes -= block.live;
            isAnyLeaving = true;
        }
    }
    return isAnyLeaving;
}

TextRef TextArena::move(TextRef ref, size_t size)
{
    const TextRef moved = add(QByteArrayView(at(ref), static_cast<qsizetype>(size)));
    release(ref, size);
    return moved;
}

void TextArena::clear()
{
    *this = TextArena();
}

qsizetype TextArena::bytesUsed() const
{
    size_t bytes = m_blocks.capacity() * sizeof(Block) + m_freeBlocks.capacity() * sizeof(size_t);
    for (const Block &block : m_blocks)
        bytes += block.size;
    return static_cast<qsizetype>(bytes);
}

size_t TextArena::newBlock(size_t size)
{
    size_t number = m_blocks.size();
    if (m_freeBlocks.empty()) {
        m_blocks.emplace_back();
    } else {
        number = m_freeBlocks.back();
        m_freeBlocks.pop_back();
    }
    m_blocks[number] = {std::make_unique_for_overwrite<char[]>(size + readableBehind), size, 0, false};
    return number;
}
