// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"

#include <QString>

/// Takes what the files of \a profile keep of \a account out of them: its saved views, what was acknowledged in it,
/// and what was seen of its dry runs.
void forgetAccount(const QString &profile, const AccountId &account);
