// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <vector>

/// What matters of an HTTP request.
struct ApiRequest
{
    static constexpr std::size_t largestBody = 64 << 20;

    std::string method;
    std::string target; ///< path and query as they came, still encoded
    std::vector<std::string> authorizations; ///< values of all Authorization headers
    std::vector<std::string> contentTypes; ///< values of all Content-Type headers
    bool hasBody = false;
    bool isTooLong = false; ///< the body, which is then not here or not whole
    std::string body = {};
};
