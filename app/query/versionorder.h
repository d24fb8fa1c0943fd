// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <compare>

/// True when \a text has a number at which a version can begin: "6.8.2", "v6", "Agent 1.0".
bool hasVersion(QStringView text);

/// Compares the first dotted numbers of two texts, number by number and of any length: 6.8 is below 6.10, and 6.8 is 6.8.0. What stands
/// behind them ("-beta") does not count. Unordered when either text has no version.
std::partial_ordering compareVersions(QStringView a, QStringView b);
