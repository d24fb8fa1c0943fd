// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

/// Appends \a text, UTF-8, as a JSON string with its quotes.
void appendJsonString(std::string &json, std::string_view text);
