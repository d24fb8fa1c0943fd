// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/query/searchtext.h"

#include <QChar>

#include <algorithm>
#include <array>
#include <cstring>
#include <utility>

using namespace Qt::StringLiterals;

static bool isAscii(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() < 0x80; });
}

QString searchText(QStringView text)
{
    if (isAscii(text))
        return text.toString().toLower();
    // Qt folds letter by letter; these become another number of letters, or are one for all four i.
    static const std::array<std::pair<QChar, QString>, 4> further{{{QChar(0x00df), u"ss"_s},
                                                                   {QChar(0x1e9e), u"ss"_s},
                                                                   {QChar(0x0130), u"i"_s},
                                                                   {QChar(0x0131), u"i"_s}}};
    QString folded = text.toString().normalized(QString::NormalizationForm_KC);
    for (const auto &[letter, letters] : further)
        folded.replace(letter, letters);
    folded = folded.toCaseFolded();
    folded.replace(u"i\u0307"_s, u"i"_s); // an i that keeps its dot, as Lithuanian writes it
    return folded.normalized(QString::NormalizationForm_KC);
}

bool isAscii(QByteArrayView utf8)
{
    constexpr quint64 highBits = 0x8080808080808080;
    const char *at = utf8.data();
    qsizetype left = utf8.size();
    quint64 all = 0;
    for (; left >= 8; left -= 8, at += 8) {
        quint64 eight;
        std::memcpy(&eight, at, 8);
        all |= eight;
    }
    for (; left > 0; --left, ++at)
        all |= static_cast<uchar>(*at);
    return (all & highBits) == 0;
}

static bool isContinuation(char c)
{
    return (static_cast<uchar>(c) & 0xc0) == 0x80;
}

/// True for letters, digits, and the marks that belong to a letter. \a at is where a character begins.
static bool isOfWord(QByteArrayView text, qsizetype at)
{
    const uchar first = static_cast<uchar>(text[at]);
    if (first < 0x80)
        return (first >= '0' && first <= '9') || (first | 0x20U) - 'a' < 26U;
    char32_t character = first >= 0xf0 ? first & 0x07 : first >= 0xe0 ? first & 0x0f : first & 0x1f;
    for (qsizetype i = at + 1; i < text.size() && isContinuation(text[i]); ++i)
        character = character << 6 | (static_cast<uchar>(text[i]) & 0x3f);
    return QChar::isLetterOrNumber(character) || QChar::isMark(character);
}

static qsizetype characterBefore(QByteArrayView text, qsizetype at)
{
    do
        --at;
    while (at > 0 && isContinuation(text[at]));
    return at;
}

bool isWholeWords(QByteArrayView text, qsizetype begin, qsizetype end)
{
    if (begin == end)
        return false;
    const bool goesOnBefore =
        begin > 0 && isOfWord(text, begin) && isOfWord(text, characterBefore(text, begin));
    const bool goesOnBehind =
        end < text.size() && isOfWord(text, end) && isOfWord(text, characterBefore(text, end));
    return !goesOnBefore && !goesOnBehind;
}
