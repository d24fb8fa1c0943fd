// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/net/endpoint.h"

/// What tells an account from the others at a glance, where several are joined.
enum class AccountColour { None, Blue, Teal, Green, Ochre, Red, Violet, Grey };

/// Where the key of an account lives.
enum class KeyPlace {
    Keyring, ///< In the desktop's keyring.
    ThisSession, ///< In memory, until Steward ends.
};

/// Where the fleet of one API key is read from. The key itself is never part of it.
struct Account
{
    AccountId id;
    QString name; ///< As the person calls it; empty: the key's company names it.
    Endpoint endpoint = Endpoint::idrive();
    bool isSandbox = false; ///< The endpoint is Steward's own pretend API.
    AccountColour colour = AccountColour::None;
    bool isReadOnly = false; ///< No change may be sent for it.
    KeyPlace keyPlace = KeyPlace::ThisSession;
    bool opensAtStart = true; ///< It was open when Steward ended last.
    CompanyId company{}; ///< The key's own company when the key was tested last; empty: it never was.
    QString companyName{};

    /// What it is called where there is nothing better: its name, its company's, or its host. Not made visible yet (visibleText()).
    QString title() const
    {
        if (!name.isEmpty())
            return name;
        return companyName.isEmpty() ? endpoint.hostText() : companyName;
    }

    friend bool operator==(const Account &, const Account &) = default;
};
