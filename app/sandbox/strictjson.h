// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

/// Whether \a text is one JSON value to the letter of RFC 8259, and no object in it has a name twice. QJsonDocument, which
/// then reads it, forgives raw control characters and takes the last of two names.
bool isStrictJson(std::string_view text);
