// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/apierror.h"

#include <tl/expected.hpp>

/// A value, or why there is none. The shape of std::expected, which clang-based tools cannot read yet under g++ 12.
/// Never a signal's parameter: signals carry the value or the error.
template <typename T>
using Result = tl::expected<T, ApiError>;
