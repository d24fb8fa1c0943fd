// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/apierror.h"

#include <chrono>
#include <optional>

/// When a read that failed is asked again; nullopt: never, the failure stands. Pure.
///
/// At most three tries, two where the server itself failed. The wait is anything from 0 to 0.5 s, 1 s, 2 s … 8 s, so that
/// many clients do not come back at once, on top of the wait that the server asks for. What is certain is never asked again.
/// \a attempt is the one that failed, 1 for the first; \a chance is from 0 up to, not including, 1.
std::optional<std::chrono::milliseconds> waitBeforeRetry(const ApiError &error, int attempt, double chance);
