// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <memory>

/// The bytes of an answer that are not read yet, in one piece. Positions are byte offsets in the answer.
///
/// Before and behind the bytes there is room that a reader may write to and read from: for the brackets that make an array of rows, and
/// for simdjson, which reads ahead.
class RowSlab
{
public:
    static constexpr qsizetype roomBefore = 1;
    static constexpr qsizetype roomBehind = 128;

    explicit RowSlab(qsizetype size);

    /// Takes as many of \a bytes as there is room for and returns the others.
    QByteArrayView append(QByteArrayView bytes);
    bool isFull() const { return m_size == m_capacity; }
    /// How many bytes there is room for.
    qsizetype capacity() const { return m_capacity; }
    /// Forgets what stands before \a position.
    void dropBefore(qint64 position);
    /// Room for twice as much.
    void grow();

    QByteArrayView bytes() const { return {m_buffer.get() + roomBefore, m_size}; }
    /// Of the first byte.
    qint64 begin() const { return m_begin; }
    char *at(qint64 position) { return m_buffer.get() + roomBefore + (position - m_begin); }

private:
    std::unique_ptr<char[]> m_buffer;
    qsizetype m_capacity;
    qsizetype m_size = 0;
    qint64 m_begin = 0;
};
