// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/json.h"

void appendJsonString(std::string &json, std::string_view text)
{
    constexpr std::string_view hex = "0123456789abcdef";
    json.push_back('"');
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\')
            json.append(1, '\\').append(1, c);
        else if (byte < 0x20)
            json.append("\\u00").append(1, hex[byte >> 4]).append(1, hex[byte & 15]);
        else
            json.push_back(c);
    }
    json.push_back('"');
}
