// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/tokens.h"

#include <QRegularExpression>

#include <algorithm>
#include <cstddef>

using namespace Qt::StringLiterals;

static constexpr bool tokensStandInOrder()
{
    for (std::size_t row = 0; row < tokenTable.size(); ++row) {
        if (static_cast<std::size_t>(tokenTable[row].token) != row)
            return false;
    }
    return true;
}
static_assert(tokensStandInOrder());

static QColor rowColor(const TokenRow &row, Shade shade)
{
    return QColor::fromRgb(shade == Shade::Light ? row.light : row.dark);
}

QColor tokenColor(Token token, Shade shade)
{
    return rowColor(tokenTable.at(static_cast<std::size_t>(token)), shade);
}

QString withColors(const QString &styleSheet, Shade shade)
{
    static const QRegularExpression placeholder(u"@([a-z0-9-]+)"_s);
    QString filled;
    qsizetype copied = 0;
    for (QRegularExpressionMatchIterator found = placeholder.globalMatch(styleSheet); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        const auto row = std::ranges::find_if(tokenTable, [&match](const TokenRow &candidate) {
            return candidate.name == match.capturedView(1);
        });
        if (row == tokenTable.end())
            continue;
        filled += QStringView(styleSheet).sliced(copied, match.capturedStart() - copied);
        filled += rowColor(*row, shade).name();
        copied = match.capturedEnd();
    }
    return filled + QStringView(styleSheet).sliced(copied);
}
