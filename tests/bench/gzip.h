// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// \a bytes as a gzip file (RFC 1952), compressed as quickly as zlib can.
QByteArray gzip(const QByteArray &bytes);
