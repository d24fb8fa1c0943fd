// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/plans/dryrunverdict.h"

#include <QDateTime>

class Settings;

/// What was seen of dry runs on one account at one endpoint, in the settings. At another endpoint of the account nothing is known.
class RememberedVerdict
{
public:
    /// \a settings outlive this. \a endpoint: its address.
    RememberedVerdict(Settings &settings, AccountId account, QString endpoint);

    DryRunVerdict verdict() const;
    /// When that was seen, UTC; null: nothing was.
    QDateTime seenAt() const;
    void remember(DryRunVerdict verdict) const;

private:
    QJsonObject entry() const;

    Settings &m_settings;
    AccountId m_account;
    QString m_endpoint;
};
