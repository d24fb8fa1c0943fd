// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/codings.h"

#include <QtEndian>

#include <zlib.h>

namespace {

constexpr int rawWindow = -15; // deflate alone, without zlib's or gzip's frame
constexpr int zlibWindow = 15;
constexpr int gzipWindow = 15 + 16;

QByteArray packed(const QByteArray &bytes, int window, int flush)
{
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window, 9, Z_DEFAULT_STRATEGY);
    // zlib's bound is that of a finished stream; a flush adds a few bytes
    QByteArray out(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size())) + 32),
                   Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data())); // zlib does not write to it
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, flush);
    out.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return out;
}

uLong checksum(QByteArrayView bytes)
{
    return crc32(0, reinterpret_cast<const Bytef *>(bytes.data()), static_cast<uInt>(bytes.size()));
}

QByteArray littleEndian(quint32 number)
{
    QByteArray bytes(4, Qt::Uninitialized);
    qToLittleEndian(number, bytes.data());
    return bytes;
}

// RFC 7932: a window of 2^16, one meta-block that is not compressed, then the empty last one.
QByteArray brotliOf(const QByteArray &bytes)
{
    const quint32 head = static_cast<quint32>(bytes.size() - 1) << 4 | 1U << 20;
    return littleEndian(head).first(3) + bytes + '\x03';
}

// RFC 8878: a frame of a single segment, its size in one byte, one raw block that is the last.
QByteArray zstdOf(const QByteArray &bytes)
{
    const quint32 size = static_cast<quint32>(bytes.size());
    return QByteArray("\x28\xB5\x2F\xFD\x20", 5) + static_cast<char>(size)
        + littleEndian(size << 3 | 1U).first(3) + bytes;
}

} // namespace

QByteArray inCoding(const QByteArray &coding, const QByteArray &bytes)
{
    if (coding == "gzip")
        return packed(bytes, gzipWindow, Z_FINISH);
    if (coding == "deflate")
        return packed(bytes, zlibWindow, Z_FINISH);
    if (coding == "br")
        return brotliOf(bytes);
    if (coding == "zstd")
        return zstdOf(bytes);
    return bytes;
}

// After a full flush the packer starts anew on a byte's border: what it made can be sent any number of times.
GzipBomb makeGzipBomb(qint64 mebibytes)
{
    const QByteArray blanks(1 << 20, ' ');
    const uLong blanksSum = checksum(blanks);
    uLong sum = checksum("[");
    for (qint64 i = 0; i < mebibytes; ++i)
        sum = crc32_combine(sum, blanksSum, blanks.size());
    sum = crc32_combine(sum, checksum("]"), 1);

    const QByteArray frame("\x1F\x8B\x08\0\0\0\0\0\0\xFF", 10); // RFC 1952: no name, no time, any system
    const quint32 size = static_cast<quint32>(mebibytes * blanks.size() + 2); // modulo 2^32, as it is defined
    return {.start = frame + packed("[", rawWindow, Z_FULL_FLUSH),
            .again = packed(blanks, rawWindow, Z_FULL_FLUSH),
            .end = packed("]", rawWindow, Z_FINISH) + littleEndian(static_cast<quint32>(sum))
                + littleEndian(size)};
}
