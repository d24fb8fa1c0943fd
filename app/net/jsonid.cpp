// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/jsonid.h"

QJsonValue jsonNumberId(const QString &id)
{
    // A QJsonValue holds a qint64 as it is; a double would round above 2^53.
    const qint64 number = id.toLongLong();
    return QString::number(number) == id ? QJsonValue(number) : QJsonValue(id);
}
