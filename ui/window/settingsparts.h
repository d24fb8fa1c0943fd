// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"
#include "app/steward/autorefresh.h"
#include "ui/window/proxyparts.h"
#include "ui/window/windowframe.h"

#include <QObject>
#include <QPointer>

class SettingsWindow;

/// What the window has for settings: their window, and what each of them does.
class SettingsParts : public QObject
{
    Q_OBJECT

public:
    /// What \a frame refers to, and \a keyring, outlive this. Adds its action to the menus.
    SettingsParts(const WindowFrame &frame, SecretStore &keyring, QObject *parent);

    /// Shows the window of settings; with \a text only what has to do with it.
    void show(const QString &text = {});
    ProxyParts &proxy() { return m_proxy; }
    Settings &settings() { return m_settings; }
    AutoRefresh &refresh() { return m_refresh; }

private:
    void followTheme();
    void followZone();
    void followRefresh();
    void followLimits();
    void addLimitsPage();

    WindowFrame m_frame;
    Settings &m_settings;
    AutoRefresh m_refresh;
    ProxyParts m_proxy;
    QPointer<SettingsWindow> m_window;
};
