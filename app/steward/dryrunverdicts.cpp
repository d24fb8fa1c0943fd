// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/dryrunverdicts.h"

#include "app/steward/steward.h"

RememberedVerdict dryRunVerdict(const Steward &steward, Settings &settings, const AccountId &account)
{
    const Session *session = steward.session(account);
    return {settings, account, session ? session->account().endpoint.url().toString() : QString()};
}
