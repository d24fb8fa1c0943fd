// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/versionorder.h"

#include <QChar>

#include <algorithm>

static bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

static QStringView fromFirstDigit(QStringView text)
{
    return text.sliced(std::ranges::find_if(text, isDigit) - text.begin());
}

/// Takes the number that \a version begins with, without leading zeros, and the dot behind it. Empty: 0, or there is none.
static QStringView takeNumber(QStringView &version)
{
    const qsizetype size = std::ranges::find_if_not(version, isDigit) - version.begin();
    QStringView number = version.first(size);
    while (number.startsWith(u'0'))
        number = number.sliced(1);
    const bool goesOn =
        size > 0 && size + 1 < version.size() && version[size] == u'.' && isDigit(version[size + 1]);
    version = goesOn ? version.sliced(size + 1) : QStringView();
    return number;
}

bool hasVersion(QStringView text)
{
    return std::ranges::any_of(text, isDigit);
}

std::partial_ordering compareVersions(QStringView a, QStringView b)
{
    if (!hasVersion(a) || !hasVersion(b))
        return std::partial_ordering::unordered;
    a = fromFirstDigit(a);
    b = fromFirstDigit(b);
    while (!a.isEmpty() || !b.isEmpty()) {
        const QStringView ofA = takeNumber(a);
        const QStringView ofB = takeNumber(b);
        if (ofA.size() != ofB.size())
            return ofA.size() <=> ofB.size();
        if (const int compared = ofA.compare(ofB); compared != 0)
            return compared <=> 0;
    }
    return std::partial_ordering::equivalent;
}
