// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/cellguard.h"

#include <algorithm>
#include <array>

using namespace std::string_view_literals;

namespace {

constexpr char guard = '\'';

constexpr std::array wideTriggers{"\xEF\xBC\x9D"sv, "\xEF\xBC\x8B"sv, "\xEF\xBC\x8D"sv,
                                  "\xEF\xBC\xA0"sv}; // ＝＋－＠

// Blanks and unseen characters that stand before a text without being noticed, beside those of ASCII. A byte order mark and
// what sets a writing direction are among them.
constexpr std::array wideBlanks{"\xC2\x85"sv,     "\xC2\xA0"sv,     "\xC2\xAD"sv,     "\xD8\x9C"sv,
                                "\xE1\x9A\x80"sv, "\xE1\xA0\x8E"sv, "\xE2\x80\xA8"sv, "\xE2\x80\xA9"sv,
                                "\xE2\x80\xAA"sv, "\xE2\x80\xAB"sv, "\xE2\x80\xAC"sv, "\xE2\x80\xAD"sv,
                                "\xE2\x80\xAE"sv, "\xE2\x80\xAF"sv, "\xE2\x81\x9F"sv, "\xE3\x80\x80"sv,
                                "\xEF\xBB\xBF"sv};

// Not std::isalnum: in a Latin-1 locale that takes the first byte of a full-width sign for a letter.
bool isAsciiLetterOrDigit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool isAsciiTrigger(char c)
{
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r';
}

// Length of the blank that \a text begins with; 0: none.
size_t leadingBlank(std::string_view text)
{
    const auto first = static_cast<unsigned char>(text.front());
    if (first < 0x80)
        return first <= 0x20 || first == 0x7F ? 1 : 0;
    const auto third = text.size() >= 3 ? static_cast<unsigned char>(text[2]) : 0U;
    if (text.starts_with("\xE2\x80"sv) && third >= 0x80 && third <= 0x8F)
        return 3; // U+2000 to U+200F: spaces of all widths, joiners, marks of direction
    if (text.starts_with("\xE2\x81"sv) && third >= 0xA0 && third <= 0xAF)
        return 3; // U+2060 to U+206F: word joiner, isolates
    const auto found = std::ranges::find_if(wideBlanks, [&](auto blank) { return text.starts_with(blank); });
    return found == wideBlanks.end() ? 0 : found->size();
}

bool beginsFormula(std::string_view text)
{
    while (!text.empty()) {
        if (isAsciiTrigger(text.front())
            || std::ranges::any_of(wideTriggers, [&](auto trigger) { return text.starts_with(trigger); }))
            return true;
        const size_t blank = leadingBlank(text);
        if (blank == 0)
            return false;
        text.remove_prefix(blank);
    }
    return false;
}

size_t digitsAt(std::string_view text, size_t from)
{
    size_t end = from;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9')
        ++end;
    return end - from;
}

} // namespace

bool needsGuard(std::string_view text)
{
    // nearly every text begins with a letter or a digit
    if (text.empty() || isAsciiLetterOrDigit(text.front()))
        return false;
    while (!text.empty() && text.front() == guard)
        text.remove_prefix(1);
    return beginsFormula(text);
}

std::string_view withoutGuard(std::string_view cell)
{
    return cell.starts_with(guard) && needsGuard(cell.substr(1)) ? cell.substr(1) : cell;
}

bool isPlainNumber(std::string_view text)
{
    size_t at = text.starts_with('-') ? 1 : 0;
    const size_t whole = digitsAt(text, at);
    if (whole == 0 || (whole > 1 && text[at] == '0'))
        return false;
    at += whole;
    if (at < text.size() && text[at] == '.') {
        const size_t fraction = digitsAt(text, at + 1);
        if (fraction == 0)
            return false;
        at += 1 + fraction;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        if (at < text.size() && (text[at] == '+' || text[at] == '-'))
            ++at;
        const size_t exponent = digitsAt(text, at);
        if (exponent == 0)
            return false;
        at += exponent;
    }
    return at == text.size();
}
