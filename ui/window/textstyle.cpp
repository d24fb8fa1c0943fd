// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/textstyle.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>
#include <array>
#include <cstddef>

using namespace Qt::StringLiterals;

struct StyleRow
{
    TextStyle style;
    int pixels;
    QFont::Weight weight;
};

static constexpr std::array styleTable{
    StyleRow{TextStyle::Base, 13, QFont::Normal},     StyleRow{TextStyle::Strong, 13, QFont::DemiBold},
    StyleRow{TextStyle::Small, 12, QFont::Normal},    StyleRow{TextStyle::Badge, 11, QFont::Normal},
    StyleRow{TextStyle::Title, 15, QFont::DemiBold},  StyleRow{TextStyle::Page, 18, QFont::DemiBold},
    StyleRow{TextStyle::Figure, 20, QFont::DemiBold}, StyleRow{TextStyle::Mono, 12, QFont::Normal},
};

bool digitsShareOneWidth(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const qreal zero = metrics.horizontalAdvance(u'0');
    const QStringView others = u"123456789";
    return std::ranges::all_of(others, [&metrics, zero](QChar digit) {
        return qFuzzyCompare(metrics.horizontalAdvance(digit), zero);
    });
}

QString textFamily(const QFont &desktop)
{
    if (digitsShareOneWidth(desktop))
        return desktop.family();
    return QFontDatabase::hasFamily(u"Noto Sans"_s) ? u"Noto Sans"_s : u"DejaVu Sans"_s;
}

QFont textFont(TextStyle style, const QString &family)
{
    const StyleRow &row = styleTable.at(static_cast<std::size_t>(style));
    QFont font =
        style == TextStyle::Mono ? QFontDatabase::systemFont(QFontDatabase::FixedFont) : QFont(family);
    if (style == TextStyle::Mono && !QFontInfo(font).fixedPitch())
        font = QFont(u"DejaVu Sans Mono"_s);
    font.setPixelSize(row.pixels);
    font.setWeight(row.weight);
    return font;
}
