// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <vector>

/// The squares of a QR code, without the quiet zone around them.
struct QrMatrix
{
    int side = 0;
    std::vector<bool> dark{}; ///< Row by row.

    bool isDark(int column, int row) const { return dark[static_cast<size_t>(row * side + column)]; }
};

/// \a text (UTF-8) as a QR code that stands 15 % of damage; nullopt when it is empty or too long for one (2,331 bytes).
/// Source: ISO/IEC 18004, level M.
std::optional<QrMatrix> qrMatrix(const QString &text);
