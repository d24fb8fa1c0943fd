// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/steward/keptaccounts.h"

/// What an account is called, made visible: plain, in one line.
QString accountTitle(const Account &account);

/// Whether it is open, and if not why, in a few words.
QString accountStateText(AccountState state);

/// "company 15805", "Northwind (company 15805)", or that it is not known yet.
QString accountCompanyText(const Account &account);
