// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"

#include <QString>

class Settings;

/// Takes what the files of \a profile keep of \a account out of them: its saved views, what was acknowledged in it, and of \a settings
/// what was seen of its dry runs and the health limits of it and of its companies.
void forgetAccount(const QString &profile, Settings &settings, const AccountId &account);
