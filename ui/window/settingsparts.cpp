// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/settingsparts.h"

#include "app/health/healthlimitsjson.h"
#include "app/steward/steward.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/devicetimes.h"
#include "ui/health/limitspage.h"
#include "ui/settings/settingswindow.h"
#include "ui/window/actions.h"
#include "ui/window/filetrouble.h"
#include "ui/window/icons.h"
#include "ui/window/notices.h"

#include <QGuiApplication>
#include <QMainWindow>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

struct ThemeRow
{
    ThemeChoice choice;
    ThemeMode mode;
};
constexpr std::array themeRows{ThemeRow{ThemeChoice::System, ThemeMode::System},
                               ThemeRow{ThemeChoice::Light, ThemeMode::Light},
                               ThemeRow{ThemeChoice::Dark, ThemeMode::Dark}};

} // namespace

SettingsParts::SettingsParts(const WindowFrame &frame, SecretStore &keyring, QObject *parent)
    : QObject(parent), m_frame(frame), m_settings(frame.settings), m_refresh(frame.steward.fleet()),
      m_proxy(frame, keyring, nullptr)
{
    auto *open = new QAction(glyphIcon(frame.theme, Glyph::Settings), tr("Settings…"), this);
    open->setObjectName(u"settingsAction"_s);
    open->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Comma));
    open->setMenuRole(QAction::PreferencesRole);
    m_frame.actions.add(WindowMenu::Account, {open});
    connect(open, &QAction::triggered, this, [this] { show(); });
    followTheme();
    followZone();
    followRefresh();
    m_settings.follow(setting::rowHeight, this, [this](RowHeight height) {
        m_frame.devices.grid()->setRowHeight(height == RowHeight::Compact ? DeviceGrid::compactRow
                                                                          : DeviceGrid::comfortableRow);
    });
    followLimits();
    followFile(m_frame.notices, m_settings);
}

void SettingsParts::show(const QString &text)
{
    if (!m_window) {
        m_window = new SettingsWindow(m_settings, m_frame.theme, &m_frame.window);
        addLimitsPage();
        m_proxy.addPage(*m_window);
    }
    m_window->find(text);
    m_window->show();
    m_window->raise();
    m_window->activateWindow();
}

void SettingsParts::followTheme()
{
    m_settings.follow(setting::theme, this, [this](ThemeChoice choice) {
        m_frame.theme.setMode(std::ranges::find(themeRows, choice, &ThemeRow::choice)->mode);
        m_frame.actions.showTheme();
    });
    connect(&m_frame.actions, &Actions::themeChosen, this, [this](ThemeMode mode) {
        m_settings.setValue(setting::theme, std::ranges::find(themeRows, mode, &ThemeRow::mode)->choice);
    });
}

/// The zone is an assumption: with another one all times, ages and states are reckoned again, at once.
void SettingsParts::followZone()
{
    const auto apply = [this] {
        const QTimeZone zone = serverTimeZone(m_settings);
        m_frame.devices.setServerZone(zone);
        m_frame.steward.fleet().health().setClock(
            [zone] { return shownByClock(QDateTime::currentMSecsSinceEpoch(), zone); });
    };
    apply();
    connect(&m_settings, &Settings::changed, this, [apply](const QString &key) {
        if (key == QLatin1StringView(setting::serverClock.key)
            || key == QLatin1StringView(setting::serverOffset.key))
            apply();
    });
}

/// Another limit holds at once, for every row.
void SettingsParts::followLimits()
{
    m_settings.follow(setting::healthLimits, this, [this](const QJsonValue &limits) {
        m_frame.steward.fleet().health().setLimits(limitsFromJson(limits.toObject()).book);
    });
}

void SettingsParts::addLimitsPage()
{
    auto *page = new LimitsPage(m_frame.steward.fleet(), m_frame.theme, m_window);
    m_settings.follow(setting::healthLimits, page, [page](const QJsonValue &limits) {
        const LimitReading reading = limitsFromJson(limits.toObject());
        page->setBook(reading.book, reading.problems);
    });
    connect(page, &LimitsPage::bookChanged, this, [this](const LimitBook &book) {
        if (!m_settings.setValue(setting::healthLimits, QJsonValue(limitsToJson(book))))
            m_frame.notices.say(u"limits"_s,
                                {.text = {.kind = BannerKind::Warning,
                                          .what = tr("These limits were not kept."),
                                          .rest = tr("There are too many of them: remove some first.")}});
    });
    m_window->addPage(page, tr("Health limits"),
                      tr("stale late grace offline new days hours company group account server workstation"));
}

void SettingsParts::followRefresh()
{
    m_settings.follow(setting::refreshMinutes, this,
                      [this](int minutes) { m_refresh.setInterval(std::chrono::minutes(minutes)); });
    const auto followFront = [this](Qt::ApplicationState state) {
        m_refresh.setInBackground(state != Qt::ApplicationActive);
    };
    connect(qGuiApp, &QGuiApplication::applicationStateChanged, this, followFront);
}
