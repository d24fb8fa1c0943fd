// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/retryafter.h"

#include "app/net/serverclock.h"

#include <algorithm>

namespace {

constexpr std::chrono::seconds longestWait{120};

} // namespace

std::optional<std::chrono::seconds> readRetryAfter(QByteArrayView header, QByteArrayView dateHeader,
                                                   const QDateTime &now)
{
    const QByteArrayView text = header.trimmed();
    if (text.isEmpty())
        return std::nullopt;
    if (std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; })) {
        bool fits = false; // digits that no number holds are a long wait too
        const qlonglong seconds = text.toByteArray().toLongLong(&fits);
        return fits ? std::min(std::chrono::seconds(seconds), longestWait) : longestWait;
    }
    const QDateTime until = httpDate(text);
    if (!until.isValid())
        return std::nullopt;
    const QDateTime said = httpDate(dateHeader);
    const std::chrono::seconds wait((said.isValid() ? said : now).secsTo(until));
    return std::clamp(wait, std::chrono::seconds(0), longestWait);
}
