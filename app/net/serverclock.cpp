// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/serverclock.h"

#include <QLocale>

using namespace Qt::StringLiterals;

QDateTime httpDate(QByteArrayView header)
{
    QDateTime date =
        QLocale::c().toDateTime(QString::fromLatin1(header).trimmed(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
    date.setTimeSpec(Qt::UTC);
    return date;
}

std::optional<std::chrono::seconds> serverClockAhead(QByteArrayView dateHeader, const QDateTime &now)
{
    const QDateTime said = httpDate(dateHeader);
    return said.isValid() ? std::optional(std::chrono::seconds(now.secsTo(said))) : std::nullopt;
}
