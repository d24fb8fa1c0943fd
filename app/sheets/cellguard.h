// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// What keeps a spreadsheet from taking a server's text for a formula: an apostrophe in front of it.
/// All texts are UTF-8.
///
/// A formula begins with = + - @ TAB or CR, or the full-width form of one of the first four, also after blanks and characters
/// that are not seen. Source: OWASP, "CSV Injection".

/// True when the guard belongs in front of \a text: it begins a formula, or looks as if the guard had been put already, so
/// that whoever takes it off gets exactly \a text back.
bool needsGuard(std::string_view text);

/// \a cell as it was before the guard.
std::string_view withoutGuard(std::string_view cell);

/// True for -12, 3.50, 1e9: what every spreadsheet and JSON (RFC 8259, section 6) read as a number, and no more.
bool isPlainNumber(std::string_view text);
