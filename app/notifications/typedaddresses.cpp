// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/typedaddresses.h"

#include "app/notifications/notificationrule.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

void addAddress(TypedAddresses &typed, QString address)
{
    address = address.trimmed();
    if (address.startsWith("mailto:"_L1, Qt::CaseInsensitive))
        address = address.sliced(7);
    if (address.isEmpty() || typed.addresses.contains(address, Qt::CaseInsensitive))
        return;
    typed.addresses << address;
    if (const QString fault = emailFault(address); !fault.isEmpty())
        typed.faults << fault;
}

} // namespace

TypedAddresses typedAddresses(const QString &text)
{
    static const QRegularExpression quotedName(u"\"[^\"\\n]*\""_s); // it may hold a comma
    static const QRegularExpression partings(u"[\\n,;]"_s);
    static const QRegularExpression angled(u"<([^<>]*)>"_s);
    static const QRegularExpression blanks(u"\\s+"_s);
    TypedAddresses typed;
    QString unquoted = text;
    const QStringList parts = unquoted.remove(quotedName).split(partings, Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        if (const QRegularExpressionMatch match = angled.match(part); match.hasMatch()) {
            addAddress(typed, match.captured(1));
            ++typed.namesDropped;
            continue;
        }
        const QStringList words = part.split(blanks, Qt::SkipEmptyParts);
        for (const QString &word : words)
            addAddress(typed, word);
    }
    return typed;
}
