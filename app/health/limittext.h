// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <optional>

/// A limit as a person writes it: "7 d", "1 d 12 h", "90 min". Whole minutes.
QString limitText(qint64 limit, const QLocale &locale);

/// What \a text means, in milliseconds: numbers with their units (min, h, d, w), one behind the other. Nothing where it is no length
/// of time, or not between a minute and longestLimit.
std::optional<qint64> limitFromText(const QString &text, const QLocale &locale);
