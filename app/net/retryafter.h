// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <chrono>
#include <optional>

/// The wait that a Retry-After header asks for: seconds, or a date, which is reckoned from the answer's own \a dateHeader so that a
/// wrong clock on this computer does not matter, and from \a now where that is missing. At most 120 s; 0 for a date that has
/// passed. nullopt for anything else: negative, a fraction, text.
/// Source: RFC 9110, 10.2.3.
std::optional<std::chrono::seconds> readRetryAfter(QByteArrayView header, QByteArrayView dateHeader,
                                                   const QDateTime &now);
