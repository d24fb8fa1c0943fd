// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/acknowledgementjson.h"

#include <QDateTime>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

QJsonObject toJson(const Acknowledgement &acknowledgement)
{
    QJsonObject json{
        {u"note"_s, acknowledgement.note},
        {u"until"_s,
         QDateTime::fromMSecsSinceEpoch(acknowledgement.until, QTimeZone::utc()).toString(Qt::ISODateWithMs)},
        {u"state"_s, QLatin1StringView(healthRow(acknowledgement.stateThen).queryWord)}};
    if (const auto *device = std::get_if<DeviceKey>(&acknowledgement.subject)) {
        json.insert(u"account"_s, device->account.text());
        json.insert(u"device"_s, device->device.text());
    } else {
        const auto &company = std::get<CompanyKey>(acknowledgement.subject);
        json.insert(u"account"_s, company.account.text());
        json.insert(u"company"_s, company.company.text());
    }
    return json;
}

std::optional<Acknowledgement> acknowledgementFromJson(const QJsonObject &json)
{
    const AccountId account(json.value(u"account"_s).toString());
    const QString device = json.value(u"device"_s).toString();
    const QString company = json.value(u"company"_s).toString();
    const QDateTime until =
        QDateTime::fromString(json.value(u"until"_s).toString(), Qt::ISODateWithMs).toUTC();
    const auto state =
        std::ranges::find_if(healthTable, [word = json.value(u"state"_s).toString()](const HealthRow &row) {
            return word == QLatin1StringView(row.queryWord);
        });
    if (account.isEmpty() || device.isEmpty() == company.isEmpty() || !until.isValid()
        || state == healthTable.end())
        return std::nullopt;
    Acknowledgement read{.subject = CompanyKey{account, CompanyId(company)},
                         .note = json.value(u"note"_s).toString(),
                         .until = until.toMSecsSinceEpoch(),
                         .stateThen = state->health};
    if (!device.isEmpty())
        read.subject = DeviceKey{account, DeviceId(device)};
    return read;
}
