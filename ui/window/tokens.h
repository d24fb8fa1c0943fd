// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QLatin1StringView>
#include <QString>

#include <array>

/// The names of all colours. Nothing else in the console knows a colour by its number.
enum class Token {
    Win, ///< menu, bars, table headers, footers
    Side, ///< company tree, filter strip, details
    Base, ///< grids, fields, pages
    Raise, ///< buttons, palette, menus
    Line, ///< borders of areas
    Grid, ///< rules between rows
    Ctl, ///< borders of fields, buttons, check boxes
    Text,
    Text2,
    Text3, ///< hints and old data; on a selected row use Text2
    Dis, ///< disabled text only
    Acc, ///< links, tab line, focus, progress
    Accfill, ///< main button, checked box
    AccfillHover,
    AccfillPressed,
    OnAccfill, ///< text and icons on the three above
    Sel, ///< selected rows
    SelInactive, ///< selected rows of a window or list without focus
    Hover,
    Press, ///< pressed flat buttons, tracks of progress bars
    Scroll, ///< the handle of a scroll bar
    Ok, ///< Ok to Idle: texts and marks of states
    Warn,
    Bad,
    Run,
    Idle,
    Okb, ///< Okb to Idleb: fills of bars and edges
    Warnb,
    Badb,
    Runb,
    Idleb,
    Warnt, ///< Warnt and Badt: tints of banner and note
    Badt,
};

enum class Shade { Light, Dark };

/// One colour in both shades. \a name is how the style sheet calls it: "@text2".
struct TokenRow
{
    Token token;
    QLatin1StringView name;
    QRgb light;
    QRgb dark;
};

inline constexpr std::array tokenTable{
    TokenRow{Token::Win, QLatin1StringView("win"), 0xffF2F3F5, 0xff1C1E23},
    TokenRow{Token::Side, QLatin1StringView("side"), 0xffF7F8F9, 0xff191B1F},
    TokenRow{Token::Base, QLatin1StringView("base"), 0xffFFFFFF, 0xff15171A},
    TokenRow{Token::Raise, QLatin1StringView("raise"), 0xffFFFFFF, 0xff24272D},
    TokenRow{Token::Line, QLatin1StringView("line"), 0xffE3E5E9, 0xff2E3239},
    TokenRow{Token::Grid, QLatin1StringView("grid"), 0xffEEF0F2, 0xff212429},
    TokenRow{Token::Ctl, QLatin1StringView("ctl"), 0xff868D98, 0xff6D7582},
    TokenRow{Token::Text, QLatin1StringView("text"), 0xff1B1F26, 0xffE3E6EB},
    TokenRow{Token::Text2, QLatin1StringView("text2"), 0xff515864, 0xffAEB4BF},
    TokenRow{Token::Text3, QLatin1StringView("text3"), 0xff626975, 0xff979EAA},
    TokenRow{Token::Dis, QLatin1StringView("dis"), 0xff9AA0AA, 0xff5F6672},
    TokenRow{Token::Acc, QLatin1StringView("acc"), 0xff3650C8, 0xff93A5FF},
    TokenRow{Token::Accfill, QLatin1StringView("accfill"), 0xff3650C8, 0xff4A61DA},
    TokenRow{Token::AccfillHover, QLatin1StringView("accfill-hover"), 0xff2C43AE, 0xff4F66DE},
    TokenRow{Token::AccfillPressed, QLatin1StringView("accfill-pressed"), 0xff243893, 0xff3D53C6},
    TokenRow{Token::OnAccfill, QLatin1StringView("on-accfill"), 0xffFFFFFF, 0xffFFFFFF},
    TokenRow{Token::Sel, QLatin1StringView("sel"), 0xffE1E7FB, 0xff2A3562},
    TokenRow{Token::SelInactive, QLatin1StringView("sel-inactive"), 0xffE6E8EC, 0xff2A2D34},
    TokenRow{Token::Hover, QLatin1StringView("hover"), 0xffF3F5F8, 0xff1E2126},
    TokenRow{Token::Press, QLatin1StringView("press"), 0xffE4E7EC, 0xff2B2F37},
    TokenRow{Token::Scroll, QLatin1StringView("scroll"), 0xffBDC0C6, 0xff454A52},
    TokenRow{Token::Ok, QLatin1StringView("ok"), 0xff1E7440, 0xff6CC592},
    TokenRow{Token::Warn, QLatin1StringView("warn"), 0xff8A5A00, 0xffE2B04F},
    TokenRow{Token::Bad, QLatin1StringView("bad"), 0xffB4231A, 0xffFF8F85},
    TokenRow{Token::Run, QLatin1StringView("run"), 0xff0A6A80, 0xff5CC4DA},
    TokenRow{Token::Idle, QLatin1StringView("idle"), 0xff5C6370, 0xffA2A9B5},
    TokenRow{Token::Okb, QLatin1StringView("okb"), 0xff459563, 0xff4C9E6E},
    TokenRow{Token::Warnb, QLatin1StringView("warnb"), 0xffB5811B, 0xffC08F33},
    TokenRow{Token::Badb, QLatin1StringView("badb"), 0xffCF4A40, 0xffD9594E},
    TokenRow{Token::Runb, QLatin1StringView("runb"), 0xff3A9DB3, 0xff3A9DB3},
    TokenRow{Token::Idleb, QLatin1StringView("idleb"), 0xff868D99, 0xff6D7582},
    TokenRow{Token::Warnt, QLatin1StringView("warnt"), 0xffFBF2DC, 0xff2E2613},
    TokenRow{Token::Badt, QLatin1StringView("badt"), 0xffFCEBE9, 0xff341C1B},
};

/// The colour of \a token in one shade.
QColor tokenColor(Token token, Shade shade);

/// \a styleSheet with every "@name" replaced by its colour. A name that is not in the table stays as it is.
QString withColors(const QString &styleSheet, Shade shade);
