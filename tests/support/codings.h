// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// \a bytes in a coding of HTTP: gzip and deflate are packed, br and zstd hold them unpacked, as both formats allow (at most
/// 64 KiB and 255 bytes). Any other coding gives \a bytes as they are.
QByteArray inCoding(const QByteArray &coding, const QByteArray &bytes);

/// A list of nothing but blanks, as a gzip in three parts. Nothing of it is ever unpacked here.
struct GzipBomb
{
    QByteArray start; ///< Up to the list's bracket.
    QByteArray again; ///< One MiB of blanks; to be sent as often as there are MiB.
    QByteArray end; ///< The other bracket, and the checksum.
};
GzipBomb makeGzipBomb(qint64 mebibytes);
