// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicerequests.h"

#include "app/net/jsonfields.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

Result<QList<RawDevice>> readRaw(const QJsonDocument &answer)
{
    // one object where an array is due is an array of one
    const QJsonArray rows =
        answer.isObject() && !answer.object().isEmpty() ? QJsonArray{answer.object()} : answer.array();
    QList<RawDevice> devices;
    for (const auto &entry : rows) {
        const QJsonValue row = entry;
        // what is no object is shown as it is, too
        const QJsonDocument shown =
            row.isObject() ? QJsonDocument(row.toObject()) : QJsonDocument(QJsonArray{row});
        devices.append({.id = DeviceId(JsonFields(row.toObject()).id("device_id"_L1)),
                        .json = QString::fromUtf8(shown.toJson(QJsonDocument::Indented)).trimmed()});
    }
    return devices;
}

} // namespace

ListRequest deviceList()
{
    return {.path = u"/device/summary"_s, .query = {}};
}

ListRequest deviceList(const CompanyId &company)
{
    return {.path = u"/device/summary"_s, .query = {{u"company_id"_s, company.text()}}};
}

ReadRequest<QList<RawDevice>> rawDevice(const DeviceId &device, const CompanyId &company)
{
    return {.path = u"/device/summary"_s,
            .query = {{u"company_id"_s, company.text()}, {u"device_id"_s, device.text()}},
            .read = readRaw};
}
