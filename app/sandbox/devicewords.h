// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/devicelife.h"
#include "app/sandbox/pretendcompany.h"

#include <array>
#include <string>
#include <string_view>

// The words of the API document, Fetch Device Summary, and what a device is called. Tables first: DeviceListRows makes its
// pieces from them.

inline constexpr std::array<std::string_view, 3> systemWords{"windows", "linux", "mac"};
/// "paused" is not in the document: its lists of words are open.
inline constexpr std::array<std::string_view, 5> statusWords{"online", "offline", "blocked", "archived",
                                                             "paused"};
/// Empty: null. "Failed" is in the document's table, "Failure" in its sample.
inline constexpr std::array<std::string_view, 6> resultWords{"",        "Success",     "Failed",
                                                             "Failure", "In Progress", "Cancelled"};

constexpr std::string_view systemWord(PretendOs os)
{
    return systemWords[static_cast<std::size_t>(os)];
}
constexpr std::string_view statusWord(DeviceStatus status)
{
    return statusWords[static_cast<std::size_t>(status)];
}
constexpr std::string_view resultWord(BackupResult result)
{
    return resultWords[static_cast<std::size_t>(result)];
}

/// "CAS-DC01", or one of the odd names.
std::string deviceName(const PretendCompany &company, const PretendDevice &device);
/// Empty: none.
std::string_view deviceTag(const PretendDevice &device);
/// The ID of the device with this \a word.
std::string deviceIdText(std::uint64_t word);
