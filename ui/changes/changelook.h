// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/change.h"
#include "ui/window/icons.h"

/// How the state of a change looks wherever it is shown.
struct ChangeLook
{
    ChangeState state;
    Glyph mark;
    Token ink;
    bool isStrong; ///< Wants a look: semibold.
};

const ChangeLook &lookOf(ChangeState state);

/// "14:03:20" of today, "Tue 17:44" of this week, else the date; the person's zone.
QString changeTimeText(const QDateTime &at, const QDateTime &now);
/// With date, seconds and zone.
QString changeTimeToolTip(const QDateTime &at);
/// "1.2 s"; empty: not known.
QString changeDurationText(std::optional<std::chrono::milliseconds> duration);
