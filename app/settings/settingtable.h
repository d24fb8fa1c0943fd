// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/setting.h"

#include <QCoreApplication>

#include <array>

/// Light or dark, as the person wants it.
enum class ThemeChoice { System, Light, Dark };
enum class RowHeight { Compact, Comfortable };
/// Whose clock the server's times are taken to follow: IDrive does not say it.
enum class ServerClock { Utc, ThisComputer, FixedOffset };

/// Every setting there is. A new one is one row here, and a line in settingTable.
namespace setting {

inline constexpr std::array themeWords{
    SettingWord{"system", int(ThemeChoice::System), QT_TRANSLATE_NOOP("Settings", "As the system")},
    SettingWord{"light", int(ThemeChoice::Light), QT_TRANSLATE_NOOP("Settings", "Light")},
    SettingWord{"dark", int(ThemeChoice::Dark), QT_TRANSLATE_NOOP("Settings", "Dark")}};
inline constexpr Setting<ThemeChoice> theme{
    {.key = "theme",
     .title = QT_TRANSLATE_NOOP("Settings", "Light or dark"),
     .kind = SettingKind::Word,
     .meaning = QT_TRANSLATE_NOOP("Settings", "Whether the window is light or dark."),
     .fallback = int(ThemeChoice::System),
     .words = themeWords}};

inline constexpr std::array rowHeightWords{
    SettingWord{"compact", int(RowHeight::Compact), QT_TRANSLATE_NOOP("Settings", "Compact")},
    SettingWord{"comfortable", int(RowHeight::Comfortable), QT_TRANSLATE_NOOP("Settings", "Comfortable")}};
inline constexpr Setting<RowHeight> rowHeight{
    {.key = "row_height",
     .title = QT_TRANSLATE_NOOP("Settings", "Rows of the devices"),
     .kind = SettingKind::Word,
     .meaning = QT_TRANSLATE_NOOP("Settings", "How high the rows of the device grid are."),
     .fallback = int(RowHeight::Compact),
     .words = rowHeightWords}};

inline constexpr std::array serverClockWords{
    SettingWord{"utc", int(ServerClock::Utc), QT_TRANSLATE_NOOP("Settings", "UTC")},
    SettingWord{"this_computer", int(ServerClock::ThisComputer),
                QT_TRANSLATE_NOOP("Settings", "The zone of this computer")},
    SettingWord{"fixed_offset", int(ServerClock::FixedOffset),
                QT_TRANSLATE_NOOP("Settings", "A fixed offset from UTC")}};
inline constexpr Setting<ServerClock> serverClock{
    {.key = "server_clock",
     .title = QT_TRANSLATE_NOOP("Settings", "Zone of the server's times"),
     .kind = SettingKind::Word,
     .meaning = QT_TRANSLATE_NOOP(
         "Settings", "Which zone the server's times are taken to be in: IDrive does not state it."),
     .fallback = int(ServerClock::Utc),
     .words = serverClockWords}};
inline constexpr Setting<int> serverOffset{
    {.key = "server_offset_minutes",
     .title = QT_TRANSLATE_NOOP("Settings", "Fixed offset from UTC"),
     .kind = SettingKind::Number,
     .meaning = QT_TRANSLATE_NOOP("Settings",
                                  "In minutes, east is positive; holds where the zone is a fixed offset."),
     .fallback = 0,
     .least = -14 * 60,
     .most = 14 * 60}};

inline constexpr Setting<int> refreshMinutes{
    {.key = "refresh_minutes",
     .title = QT_TRANSLATE_NOOP("Settings", "Read again by itself"),
     .kind = SettingKind::Number,
     .meaning = QT_TRANSLATE_NOOP("Settings",
                                  "After how many minutes the fleet is read again; 0: never by itself. Four "
                                  "times as long while Steward "
                                  "is in the background, and not at all while a key is refused."),
     .fallback = 15,
     .least = 0,
     .most = 24 * 60}};

inline constexpr Setting<QJsonValue> healthLimits{
    {.key = "health_limits",
     .kind = SettingKind::Json,
     .meaning =
         QT_TRANSLATE_NOOP("Settings", "After which time a device is late, stale or offline for long.")}};

inline constexpr Setting<QJsonValue> proxy{
    {.key = "proxy",
     .kind = SettingKind::Json,
     .meaning = QT_TRANSLATE_NOOP("Settings",
                                  "Host and port of your own proxy; by default that of the system. Never its "
                                  "name and password: these are in the keyring.")}};

inline constexpr Setting<QJsonValue> kitTemplates{
    {.key = "setup_texts",
     .kind = SettingKind::Json,
     .meaning = QT_TRANSLATE_NOOP("Settings", "Your own texts for mails and scripts of the setup kit.")}};

inline constexpr Setting<QJsonValue> dryRunVerdicts{
    {.key = "dry_run_verdicts",
     .kind = SettingKind::Json,
     .meaning = QT_TRANSLATE_NOOP("Settings", "What was seen of the dry runs of backup plans, by account.")}};

} // namespace setting

inline constexpr std::array<const SettingRow *, 9> settingTable{
    &setting::theme,        &setting::rowHeight,      &setting::serverClock,
    &setting::serverOffset, &setting::refreshMinutes, &setting::healthLimits,
    &setting::proxy,        &setting::kitTemplates,   &setting::dryRunVerdicts};
