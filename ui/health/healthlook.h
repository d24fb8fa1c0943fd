// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/health/health.h"
#include "ui/window/icons.h"
#include "ui/window/tokens.h"

/// How a state is shown: the mark, which tells it by its shape alone, and the word.
struct HealthLook
{
    Health health;
    Glyph mark;
    Token ink; ///< Of the mark.
    Token word; ///< Of the word: that of the mark, but for what is as it should be.
    bool isStrong; ///< The word is semibold.
};

const HealthLook &healthLook(Health health);

/// The fill of a bar's part; HealthTone::None has no part.
Token barToken(HealthTone tone);
