// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/net/endpoint.h"

/// Where the fleet of one API key is read from.
struct Account
{
    AccountId id;
    QString name; ///< As the person calls it; empty: the key's company names it.
    Endpoint endpoint = Endpoint::idrive();
    bool isSandbox = false; ///< The endpoint is Steward's own pretend API.
    bool isReadOnly = false; ///< Steward sends no change.
};
