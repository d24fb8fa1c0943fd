// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <chrono>

/// How long a request may take and how much it may bring. The clock starts when the request is sent, not while it waits in
/// the queue. A figure of 0 means: no such limit.
struct Limits
{
    std::chrono::milliseconds firstByte; ///< From sending to the first byte of the answer.
    std::chrono::milliseconds idle; ///< Without a byte; for lists: without a whole row.
    std::chrono::milliseconds total; ///< From sending to the end.
    qint64 bytes; ///< The answer's size after decoding.

    static constexpr Limits smallRead()
    {
        using namespace std::chrono_literals;
        return {.firstByte = 20s, .idle = 15s, .total = 60s, .bytes = 64LL << 20};
    }
    static constexpr Limits write()
    {
        using namespace std::chrono_literals;
        return {.firstByte = 60s, .idle = 15s, .total = 60s, .bytes = 64LL << 20};
    }
    static constexpr Limits list()
    {
        using namespace std::chrono_literals;
        return {.firstByte = 120s, .idle = 30s, .total = 0s, .bytes = 2LL << 30};
    }
};
