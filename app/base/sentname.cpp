// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/sentname.h"

using namespace Qt::StringLiterals;

namespace {

// U+061C, U+200E, U+200F and those that open, close and override a direction: Unicode Standard Annex 9.
bool isDirectionMark(char32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
        || (c >= 0x2066 && c <= 0x2069);
}

bool isUnsendable(char32_t c)
{
    switch (QChar::category(c)) {
    case QChar::Other_Control:
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return isDirectionMark(c) || c == QChar::ByteOrderMark || QChar::isNonCharacter(c);
    }
}

} // namespace

QString sentName(const QString &typed)
{
    return typed.trimmed().normalized(QString::NormalizationForm_C);
}

std::optional<char32_t> unsendableCharacter(QStringView name)
{
    for (qsizetype i = 0; i < name.size(); ++i) {
        const bool isPair = name[i].isHighSurrogate() && i + 1 < name.size() && name[i + 1].isLowSurrogate();
        const char32_t c = isPair ? QChar::surrogateToUcs4(name[i], name[i + 1]) : name[i].unicode();
        if (isUnsendable(c))
            return c;
        i += isPair ? 1 : 0;
    }
    return std::nullopt;
}

QString codePointName(char32_t character)
{
    return u"U+"_s + QString::number(static_cast<uint>(character), 16).toUpper().rightJustified(4, u'0');
}
