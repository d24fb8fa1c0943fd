// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/rowslab.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace {

std::unique_ptr<char[]> bufferFor(qsizetype size)
{
    return std::make_unique<char[]>(static_cast<size_t>(RowSlab::roomBefore + size + RowSlab::roomBehind));
}

} // namespace

RowSlab::RowSlab(qsizetype size) : m_buffer(bufferFor(size)), m_capacity(size) { }

QByteArrayView RowSlab::append(QByteArrayView bytes)
{
    const qsizetype taken = std::min(bytes.size(), m_capacity - m_size);
    std::copy_n(bytes.data(), taken, at(m_begin + m_size));
    m_size += taken;
    return bytes.sliced(taken);
}

void RowSlab::dropBefore(qint64 position)
{
    const qsizetype dropped = position - m_begin;
    std::memmove(at(m_begin), at(position), static_cast<size_t>(m_size - dropped));
    m_size -= dropped;
    m_begin = position;
}

void RowSlab::grow()
{
    const std::unique_ptr<char[]> old = std::exchange(m_buffer, bufferFor(2 * m_capacity));
    m_capacity *= 2;
    std::copy_n(old.get() + roomBefore, m_size, at(m_begin));
}
