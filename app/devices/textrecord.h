// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QtGlobal>

#include <span>
#include <vector>

// A text record is a few texts as one run of bytes: how many, the length of each in 7-bit groups, then the texts. Equal texts make
// equal bytes.

/// Replaces \a record by one of \a texts, at most 255.
inline void writeTextRecord(std::span<const QByteArrayView> texts, std::vector<char> &record)
{
    record.clear();
    record.push_back(static_cast<char>(texts.size()));
    for (const QByteArrayView text : texts) {
        size_t length = static_cast<size_t>(text.size());
        for (; length >= 0x80; length >>= 7)
            record.push_back(static_cast<char>((length & 0x7f) | 0x80));
        record.push_back(static_cast<char>(length));
    }
    for (const QByteArrayView text : texts)
        record.insert(record.end(), text.begin(), text.end());
}

inline size_t readTextLength(const uchar *&at)
{
    size_t length = *at & 0x7f;
    for (int shift = 7; (*at++ & 0x80) != 0; shift += 7)
        length |= static_cast<size_t>(*at & 0x7f) << shift;
    return length;
}

/// The text at \a place; empty where the record has fewer.
inline QByteArrayView textOfRecord(const char *record, size_t place)
{
    const uchar *at = reinterpret_cast<const uchar *>(record);
    const size_t count = *at++;
    if (place >= count)
        return {};
    size_t begin = 0;
    size_t length = 0;
    for (size_t i = 0; i < count; ++i) {
        const size_t each = readTextLength(at);
        if (i < place)
            begin += each;
        else if (i == place)
            length = each;
    }
    return {reinterpret_cast<const char *>(at) + begin, static_cast<qsizetype>(length)};
}

/// The bytes of the whole record.
inline size_t textRecordSize(const char *record)
{
    const uchar *at = reinterpret_cast<const uchar *>(record);
    const size_t count = *at++;
    size_t texts = 0;
    for (size_t i = 0; i < count; ++i)
        texts += readTextLength(at);
    return static_cast<size_t>(reinterpret_cast<const char *>(at) - record) + texts;
}
