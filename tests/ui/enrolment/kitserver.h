// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/pretendserver.h"

#include <QUrlQuery>

/// A pretend API that makes the setup kit that it is asked for: company 7 has the token "T7" with \a suffix.
inline ByteAnswer kitAnswer(const ReceivedRequest &request, const QByteArray &suffix = "17242")
{
    const QUrlQuery query(QString::fromUtf8(request.target().mid(request.target().indexOf('?') + 1)));
    const auto value = [&query](const QString &name) {
        return query.queryItemValue(name).toUtf8();
    };
    const QByteArray company = value(QStringLiteral("company_id"));
    const QByteArray token = 'T' + company + suffix;
    const QByteArray id = QByteArray("{\"token\":\"" + token + "\",\"encryptionRequired\":"
                                     + value(QStringLiteral("private_encryption"))
                                     + ",\"desktopAppStatus\":" + value(QStringLiteral("full_client")) + '}')
                              .toBase64();
    return {.bytes = jsonAnswer("{\"name\":\"C\",\"company_id\":" + company + ",\"configuration_id\":\"" + id
                                + "\",\"setup_link\":\"https://api.idrive360.com/api/v1/download/setup/"
                                + value(QStringLiteral("build_type")).toLower() + '/' + token + "\"}")};
}
