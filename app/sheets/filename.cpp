// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/filename.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestName = 80;

bool isKept(char32_t letter)
{
    return QChar::isLetterOrNumber(letter) || QChar::isMark(letter)
        || QStringView(u" .,-_()").contains(QChar(letter <= 0xFFFF ? static_cast<char16_t>(letter) : u'\0'));
}

/// CON, nul.txt, com1: what Windows takes for a device, with any suffix.
bool isDeviceOfWindows(const QString &name)
{
    static const QStringList devices{u"con"_s, u"prn"_s, u"aux"_s, u"nul"_s};
    const QString stem = name.section(u'.', 0, 0).trimmed().toLower();
    const bool isPort =
        stem.size() == 4 && (stem.startsWith(u"com"_s) || stem.startsWith(u"lpt"_s)) && stem.back().isDigit();
    return devices.contains(stem) || isPort;
}

bool isEdge(QChar letter)
{
    return letter == u' ' || letter == u'.' || letter == u'-';
}

} // namespace

QString safeFileName(QStringView text)
{
    QString name;
    bool hasWord = false;
    const QList<uint> letters = text.toUcs4();
    for (const uint letter : letters) {
        if (name.size() >= longestName)
            break;
        if (isKept(letter))
            name += QChar::fromUcs4(letter);
        else if (!name.endsWith(u'-'))
            name += u'-';
        hasWord = hasWord || QChar::isLetterOrNumber(letter);
    }
    if (!hasWord)
        return u"export"_s;
    const auto first = std::ranges::find_if_not(std::as_const(name), isEdge);
    name.erase(name.cbegin(), first);
    while (isEdge(name.back()))
        name.chop(1);
    return isDeviceOfWindows(name) ? u'_' + name : name;
}
