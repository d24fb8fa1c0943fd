// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <thread>

/// Rows of which some values are looked up: fewer are done before another thread has started.
constexpr std::size_t rowsWorthAThread = 64 * 1024;

/// Does \a work(begin, end) for all numbers below \a count: in two halves side by side where there are two cores and \a worthAThread
/// numbers. The other thread is here only as long as this call is, so nothing that the caller's thread alone writes can change under
/// it; the halves write to places of their own. Returns where the second half began; 0 when there was one part.
template <typename Work>
std::size_t onTwoCores(std::size_t count, const Work &work, std::size_t worthAThread = rowsWorthAThread)
{
    static const bool hasOtherCore = std::thread::hardware_concurrency() > 1;
    if (!hasOtherCore || count < worthAThread) {
        work(std::size_t(0), count);
        return 0;
    }
    const std::size_t half = count / 2;
    std::thread other([&work, half] { work(std::size_t(0), half); });
    work(half, count);
    other.join();
    return half;
}
