// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/secret.h"

#include <QString>

#include <tl/expected.hpp>

/// An API key as it may be sent.
struct CleanedKey
{
    Secret key;
    bool wasCleaned = false; ///< Quotes, angle brackets, blanks or a leading "Bearer" were taken off.
};

/// \a typed as a person pastes it: with line breaks, quotes, angle brackets or "Bearer " around it. The error is a sentence
/// that says why no header may hold it: anything but visible ASCII inside, or a length outside 8 to 4096.
/// \a typed is wiped. Source: API document, "Authorization Header API Key"; RFC 9110, section 5.5.
tl::expected<CleanedKey, QString> cleanApiKey(QByteArray &&typed);
