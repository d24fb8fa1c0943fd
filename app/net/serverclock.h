// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QDateTime>

#include <chrono>
#include <optional>

/// The time of an HTTP header such as Date, UTC; invalid: it is none in the form that RFC 9110 (5.6.7) prefers. Its two outdated
/// forms are taken for text.
QDateTime httpDate(QByteArrayView header);

/// How far the server's clock is ahead of this computer's, by the Date header of an answer that came at \a now (UTC); negative: it is
/// behind. nullopt: the header says nothing that can be read.
std::optional<std::chrono::seconds> serverClockAhead(QByteArrayView dateHeader, const QDateTime &now);

/// From here on two clocks differ: no answer is on its way for so long, and no clock that is looked after goes so wrong.
inline constexpr std::chrono::minutes clocksMayDiffer{5};
