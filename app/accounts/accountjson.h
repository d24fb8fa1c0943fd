// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"

#include <QJsonObject>

#include <optional>

/// \a account as the file of accounts has it.
QJsonObject accountToJson(const Account &account);
/// nullopt: there is no ID, or the endpoint is none that a key may go to.
std::optional<Account> accountFromJson(const QJsonObject &object);
