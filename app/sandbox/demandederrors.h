// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/refusals.h"

#include <deque>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

/// An error that a test wants to see.
struct DemandedError
{
    ErrorType type = ErrorType::InternalError;
    std::string field = {};
    std::string operation = {}; ///< "POST /company"; empty: any
    bool isAfterEffect = false; ///< the operation has its effect, and the caller does not learn it
    std::uint64_t times = 1;
};

/// The errors that still have to be given, in the order in which they were asked for. Many threads may use it at once.
class DemandedErrors
{
public:
    static constexpr std::size_t most = 1000;

    /// False: too many wait already.
    bool add(DemandedError error);
    /// The next one for \a operation, which has then been given once.
    std::optional<DemandedError> take(std::string_view operation);

private:
    std::mutex m_mutex;
    std::deque<DemandedError> m_waiting;
};
