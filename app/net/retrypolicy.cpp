// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/retrypolicy.h"

#include <algorithm>

namespace {

using std::chrono::milliseconds;

constexpr milliseconds firstWindow{500};
constexpr milliseconds largestWindow{8000};

int mostTries(const ApiError &error)
{
    constexpr int usual = 3;
    switch (error.kind) {
    case ErrorKind::NotConnected:
    case ErrorKind::ProxyFailed:
    case ErrorKind::HostNotFound:
    case ErrorKind::TlsRefused:
    case ErrorKind::TimedOut:
    case ErrorKind::CutShort:
    case ErrorKind::TooManyRequests:
    case ErrorKind::ServiceBehind:
    case ErrorKind::Unavailable:
        return usual;
    case ErrorKind::NotCreated:
    case ErrorKind::ServerFailed: // below 500 it is an answer that is not documented, and would be again
        return error.httpStatus >= 500 && error.httpStatus < 600 ? 2 : 1;
    default:
        return 1;
    }
}

} // namespace

std::optional<milliseconds> waitBeforeRetry(const ApiError &error, int attempt, double chance)
{
    if (attempt >= mostTries(error))
        return std::nullopt;
    milliseconds window = firstWindow;
    for (int i = 1; i < attempt && window < largestWindow; ++i)
        window *= 2;
    const auto jitter =
        static_cast<qint64>(chance * static_cast<double>(std::min(window, largestWindow).count()));
    return milliseconds(jitter) + error.retryAfter.value_or(std::chrono::seconds(0));
}
