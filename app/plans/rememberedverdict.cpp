// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/rememberedverdict.h"

#include "app/settings/settings.h"

#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView endpointField("endpoint");
constexpr QLatin1StringView verdictField("verdict");
constexpr QLatin1StringView seenField("seen_at");

} // namespace

RememberedVerdict::RememberedVerdict(Settings &settings, AccountId account, QString endpoint)
    : m_settings(settings), m_account(std::move(account)), m_endpoint(std::move(endpoint))
{ }

QJsonObject RememberedVerdict::entry() const
{
    const QJsonObject all = m_settings.value(setting::dryRunVerdicts).toObject();
    const QJsonObject entry = all.value(m_account.text()).toObject();
    return entry.value(endpointField).toString() == m_endpoint ? entry : QJsonObject();
}

DryRunVerdict RememberedVerdict::verdict() const
{
    return dryRunVerdictOf(entry().value(verdictField).toString());
}

QDateTime RememberedVerdict::seenAt() const
{
    return QDateTime::fromString(entry().value(seenField).toString(), Qt::ISODate);
}

void RememberedVerdict::remember(DryRunVerdict verdict) const
{
    const QJsonObject seen{{endpointField, m_endpoint},
                           {verdictField, storedWord(verdict)},
                           {seenField, QDateTime::currentDateTimeUtc().toString(Qt::ISODate)}};
    m_settings.change(setting::dryRunVerdicts, [account = m_account.text(), seen](QJsonObject &verdicts) {
        verdicts.insert(account, seen);
    });
}
