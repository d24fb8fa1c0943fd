// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>

/// How long to wait before work on the window's thread is done again that more and more rows ask for: \a shortest, or so long that it
/// takes a tenth of the time, when it took \a worked the last time.
constexpr std::chrono::milliseconds restAfter(std::chrono::milliseconds worked,
                                              std::chrono::milliseconds shortest)
{
    constexpr int restPerWork = 10;
    return std::max(shortest, worked * restPerWork);
}
