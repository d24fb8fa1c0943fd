// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicevalues.h"

#include <QtGlobal>

#include <array>
#include <string_view>

/// Reads a row that is written as servers write nearly all of them: printable ASCII without escapes, no blanks outside texts,
/// every value a text, a plain number or null. There is nothing in such a row that readers of JSON could disagree about, so it
/// need not be taken apart by one. What is not plain is refused.
class PlainRowReader
{
public:
    /// As many bytes as this are read behind the end of a row.
    static constexpr qsizetype readsBehind = 16;

    /// False: the row is not plain, and \a values say nothing. The texts are those of \a row, which has no backslash in it.
    bool read(std::string_view row, DeviceValues &values);

private:
    std::array<quint8, 32> m_order{}; // which field the last row had at each place
};
