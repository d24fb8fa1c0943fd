// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/gzip.h"

#include <QtEndian>

#include <array>

static constexpr std::array<quint32, 256> checksums = [] {
    std::array<quint32, 256> table{};
    for (quint32 byte = 0; byte < table.size(); ++byte) {
        quint32 rest = byte;
        for (int bit = 0; bit < 8; ++bit)
            rest = (rest & 1) != 0 ? rest >> 1 ^ 0xedb88320U : rest >> 1;
        table[byte] = rest;
    }
    return table;
}();

static quint32 checksum(const QByteArray &bytes)
{
    quint32 crc = 0xffffffff;
    for (const char c : bytes)
        crc = checksums[(crc ^ static_cast<uchar>(c)) & 0xff] ^ crc >> 8;
    return ~crc;
}

static void append(QByteArray &to, quint32 number)
{
    const quint32 littleEndian = qToLittleEndian(number);
    to.append(reinterpret_cast<const char *>(&littleEndian), sizeof littleEndian);
}

QByteArray gzip(const QByteArray &bytes)
{
    constexpr qsizetype headOfQt = 4; // the length
    constexpr qsizetype headOfZlib = 2;
    constexpr qsizetype endOfZlib = 4; // its own checksum
    constexpr int fastest = 1;
    const QByteArray zlib = qCompress(bytes, fastest);
    const qsizetype begin = headOfQt + headOfZlib;
    QByteArray packed("\x1f\x8b\x08\0\0\0\0\0\0\xff", 10);
    packed.append(zlib.constData() + begin, zlib.size() - begin - endOfZlib);
    append(packed, checksum(bytes));
    append(packed, static_cast<quint32>(bytes.size()));
    return packed;
}
