// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/visibletext.h"

#include <algorithm>
#include <string>
#include <string_view>

/// Calls \a append(char) for each byte of \a utf8 as a page for people shows it: what would be unseen, or would turn the writing
/// direction, is a mark (visibleText); \a breakLine() stands for each line break.
template <typename Append, typename BreakLine>
void forEachShownByte(std::string_view utf8, Append append, BreakLine breakLine)
{
    const bool isPlain = std::ranges::all_of(utf8, [](char c) { return c >= 0x20 && c < 0x7F; });
    if (isPlain) {
        std::ranges::for_each(utf8, append);
        return;
    }
    for (;;) {
        const size_t end = std::min(utf8.find_first_of("\r\n"), utf8.size());
        const QByteArrayView line(utf8.substr(0, end));
        std::ranges::for_each(visibleText(line).toUtf8(), append);
        if (end == utf8.size())
            return;
        breakLine();
        utf8.remove_prefix(end + (utf8.substr(end).starts_with("\r\n") ? 2 : 1));
    }
}
