// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/tokens.h"

#include <QColor>
#include <QIcon>
#include <QLatin1StringView>
#include <QPixmap>

#include <array>

class Theme;

/// The pictures of resources/icons. Plain ones are drawn in one ink on a 16 px grid, health marks on a 14 px grid.
enum class Glyph {
    Account,
    Activity,
    Arrow,
    Bell,
    Calendar,
    Check,
    CheckAgain,
    Chevron,
    Clock,
    Cloud,
    Columns,
    Company,
    Copy,
    Cross,
    Device,
    Disk,
    Download,
    Export,
    Filter,
    Group,
    Info,
    Key,
    Laptop,
    Link,
    Lock,
    Mail,
    Minus,
    Moon,
    More,
    Open,
    Overview,
    Pause,
    Plan,
    Play,
    Plus,
    Qr,
    Question,
    Refresh,
    Sandbox,
    Search,
    Server,
    Settings,
    Sort,
    Stop,
    Sun,
    Table,
    Tag,
    View,
    Warning,

    // Health marks: the shape alone tells the state.
    HealthFailing,
    HealthLate,
    HealthNever,
    HealthNotManaged,
    HealthOffline,
    HealthProtected,
    HealthRunning,
    HealthStale,
    HealthUnknown,
};

/// Every glyph, for whoever goes through all of them. \a file is the name in resources/icons without ".svg";
/// \a ink is the colour it has when nobody asks for another: Text2, or that of the state.
struct GlyphRow
{
    Glyph glyph;
    QLatin1StringView file;
    Token ink;
};

inline constexpr std::array glyphTable{
    GlyphRow{Glyph::Account, QLatin1StringView("account"), Token::Text2},
    GlyphRow{Glyph::Activity, QLatin1StringView("activity"), Token::Text2},
    GlyphRow{Glyph::Arrow, QLatin1StringView("arrow"), Token::Text2},
    GlyphRow{Glyph::Bell, QLatin1StringView("bell"), Token::Text2},
    GlyphRow{Glyph::Calendar, QLatin1StringView("calendar"), Token::Text2},
    GlyphRow{Glyph::Check, QLatin1StringView("check"), Token::Text2},
    GlyphRow{Glyph::CheckAgain, QLatin1StringView("check-again"), Token::Text2},
    GlyphRow{Glyph::Chevron, QLatin1StringView("chevron"), Token::Text2},
    GlyphRow{Glyph::Clock, QLatin1StringView("clock"), Token::Text2},
    GlyphRow{Glyph::Cloud, QLatin1StringView("cloud"), Token::Text2},
    GlyphRow{Glyph::Columns, QLatin1StringView("columns"), Token::Text2},
    GlyphRow{Glyph::Company, QLatin1StringView("company"), Token::Text2},
    GlyphRow{Glyph::Copy, QLatin1StringView("copy"), Token::Text2},
    GlyphRow{Glyph::Cross, QLatin1StringView("cross"), Token::Text2},
    GlyphRow{Glyph::Device, QLatin1StringView("device"), Token::Text2},
    GlyphRow{Glyph::Disk, QLatin1StringView("disk"), Token::Text2},
    GlyphRow{Glyph::Download, QLatin1StringView("download"), Token::Text2},
    GlyphRow{Glyph::Export, QLatin1StringView("export"), Token::Text2},
    GlyphRow{Glyph::Filter, QLatin1StringView("filter"), Token::Text2},
    GlyphRow{Glyph::Group, QLatin1StringView("group"), Token::Text2},
    GlyphRow{Glyph::Info, QLatin1StringView("info"), Token::Text2},
    GlyphRow{Glyph::Key, QLatin1StringView("key"), Token::Text2},
    GlyphRow{Glyph::Laptop, QLatin1StringView("laptop"), Token::Text2},
    GlyphRow{Glyph::Link, QLatin1StringView("link"), Token::Text2},
    GlyphRow{Glyph::Lock, QLatin1StringView("lock"), Token::Text2},
    GlyphRow{Glyph::Mail, QLatin1StringView("mail"), Token::Text2},
    GlyphRow{Glyph::Minus, QLatin1StringView("minus"), Token::Text2},
    GlyphRow{Glyph::Moon, QLatin1StringView("moon"), Token::Text2},
    GlyphRow{Glyph::More, QLatin1StringView("more"), Token::Text2},
    GlyphRow{Glyph::Open, QLatin1StringView("open"), Token::Text2},
    GlyphRow{Glyph::Overview, QLatin1StringView("overview"), Token::Text2},
    GlyphRow{Glyph::Pause, QLatin1StringView("pause"), Token::Text2},
    GlyphRow{Glyph::Plan, QLatin1StringView("plan"), Token::Text2},
    GlyphRow{Glyph::Play, QLatin1StringView("play"), Token::Text2},
    GlyphRow{Glyph::Plus, QLatin1StringView("plus"), Token::Text2},
    GlyphRow{Glyph::Qr, QLatin1StringView("qr"), Token::Text2},
    GlyphRow{Glyph::Question, QLatin1StringView("question"), Token::Text2},
    GlyphRow{Glyph::Refresh, QLatin1StringView("refresh"), Token::Text2},
    GlyphRow{Glyph::Sandbox, QLatin1StringView("sandbox"), Token::Text2},
    GlyphRow{Glyph::Search, QLatin1StringView("search"), Token::Text2},
    GlyphRow{Glyph::Server, QLatin1StringView("server"), Token::Text2},
    GlyphRow{Glyph::Settings, QLatin1StringView("settings"), Token::Text2},
    GlyphRow{Glyph::Sort, QLatin1StringView("sort"), Token::Text2},
    GlyphRow{Glyph::Stop, QLatin1StringView("stop"), Token::Text2},
    GlyphRow{Glyph::Sun, QLatin1StringView("sun"), Token::Text2},
    GlyphRow{Glyph::Table, QLatin1StringView("table"), Token::Text2},
    GlyphRow{Glyph::Tag, QLatin1StringView("tag"), Token::Text2},
    GlyphRow{Glyph::View, QLatin1StringView("view"), Token::Text2},
    GlyphRow{Glyph::Warning, QLatin1StringView("warning"), Token::Text2},
    GlyphRow{Glyph::HealthFailing, QLatin1StringView("health-failing"), Token::Bad},
    GlyphRow{Glyph::HealthLate, QLatin1StringView("health-late"), Token::Warn},
    GlyphRow{Glyph::HealthNever, QLatin1StringView("health-never"), Token::Bad},
    GlyphRow{Glyph::HealthNotManaged, QLatin1StringView("health-notmanaged"), Token::Idle},
    GlyphRow{Glyph::HealthOffline, QLatin1StringView("health-offline"), Token::Idle},
    GlyphRow{Glyph::HealthProtected, QLatin1StringView("health-protected"), Token::Ok},
    GlyphRow{Glyph::HealthRunning, QLatin1StringView("health-running"), Token::Run},
    GlyphRow{Glyph::HealthStale, QLatin1StringView("health-stale"), Token::Warn},
    GlyphRow{Glyph::HealthUnknown, QLatin1StringView("health-unknown"), Token::Idle},
};

/// An icon that asks the theme for its colours whenever it is painted, so it follows a change of shade by itself.
/// Disabled it is painted in Dis. \a theme may end before the icon: it is blank then.
QIcon glyphIcon(const Theme &theme, Glyph glyph);
QIcon glyphIcon(const Theme &theme, Glyph glyph, Token ink);

/// One glyph for those who paint by themselves: \a size in logical pixels, sharp at \a devicePixelRatio, kept in
/// QPixmapCache. \a ground fills what is cut out of a filled mark: the colour of the area it stands on.
QPixmap glyphPixmap(Glyph glyph, int size, qreal devicePixelRatio, const QColor &ink, const QColor &ground);

/// The icon of the program, in all sizes a desktop asks for.
QIcon applicationIcon();
