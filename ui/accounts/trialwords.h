// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/apierror.h"

#include <QStringList>

/// What a failed trial of a key says: each refusal has its own words and its own next step.
struct TrialWords
{
    QString what; ///< One sentence, below the field.
    QString means;
    QStringList steps; ///< What the person can do, in this order.
    bool isAboutKey = false; ///< The key's field is marked; else the endpoint or nothing.
    bool isAboutEndpoint = false;
};

/// \a error is that of GET /company with the key.
TrialWords trialWords(const ApiError &error);
