// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/visibletext.h"

#include <QChar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr char32_t zeroWidthNonJoiner = 0x200C;
constexpr char32_t zeroWidthJoiner = 0x200D;

bool isSeenFormat(char32_t c)
{
    // signs of number and verse that have a shape of their own
    return (c >= 0x0600 && c <= 0x0605) || c == 0x06DD || c == 0x070F || c == 0x08E2 || c == 0x110BD
        || c == 0x110CD;
}

bool isUnseen(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    case QChar::Other_Format:
        return c != zeroWidthJoiner && c != zeroWidthNonJoiner && !isSeenFormat(c);
    default:
        return QChar::isNonCharacter(c);
    }
}

QString mark(char32_t c)
{
    switch (c) {
    case U'\n':
    case QChar::LineSeparator:
    case QChar::ParagraphSeparator:
        return u"↵"_s;
    case U'\t':
        return u"⇥"_s;
    default:
        return u"[U+"_s + QString::number(static_cast<uint>(c), 16).toUpper().rightJustified(4, u'0') + u']';
    }
}

bool isPlainAscii(char16_t c)
{
    return c >= 0x20 && c < 0x7F;
}

bool isPlain(QStringView text)
{
    return std::ranges::all_of(text, [](QChar c) { return isPlainAscii(c.unicode()); });
}

QString marked(QStringView text)
{
    QString shown;
    shown.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = i + 1 < text.size() && text[i].isHighSurrogate() && text[i + 1].isLowSurrogate();
        const char32_t c =
            isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : char32_t(text[i].unicode());
        if (isUnseen(c))
            shown += mark(c);
        else
            shown += text.mid(i, isPair ? 2 : 1);
        i += isPair ? 1 : 0;
    }
    return shown;
}

} // namespace

QString visibleText(QStringView text)
{
    return isPlain(text) ? text.toString() : marked(text);
}

QString visibleText(const QString &text)
{
    return isPlain(text) ? text : marked(text);
}

QString visibleText(QByteArrayView utf8)
{
    const bool isAscii =
        std::ranges::all_of(utf8, [](char c) { return isPlainAscii(static_cast<unsigned char>(c)); });
    return isAscii ? QString::fromLatin1(utf8) : marked(QString::fromUtf8(utf8));
}

QString shortenedText(const QString &text, qsizetype most)
{
    if (text.size() <= most)
        return text;
    const bool cutsPair = most > 0 && text[most - 1].isHighSurrogate();
    return text.first(cutsPair ? most - 1 : most) + u'…';
}
