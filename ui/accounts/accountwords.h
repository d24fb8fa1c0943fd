// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/steward/keptaccounts.h"

/// More characters of a name are not taken.
inline constexpr int longestAccountName = 100;

/// What an account is called, made visible: plain, in one line.
QString accountTitle(const Account &account);

/// Whether it is open, and if not why, in a few words.
QString accountStateText(AccountState state);

/// "company 15805", "Northwind (company 15805)", or that it is not known yet.
QString accountCompanyText(const Account &account);
