// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <string_view>

/// A time as the server wrote it.
struct ServerTime
{
    qint64 time; ///< As in DeviceChunk::times; noTime when the text is no time.
    bool isCanonical; ///< Written as "yyyy-MM-ddTHH:mm:ss.zzz": the text can be made from the time again.

    friend bool operator==(const ServerTime &, const ServerTime &) = default;
};

/// Reads "2025-06-11T11:12:58.000", also with another number of decimals or none, with a blank for the T, and with Z or an offset,
/// which is then reckoned in.
/// Source: API document, "Fetch Device Summary" (the sample; no zone is stated).
ServerTime readServerTime(std::string_view text);
