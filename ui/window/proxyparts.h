// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/steward/proxyaccess.h"
#include "ui/window/windowframe.h"

#include <QObject>
#include <QPointer>

class AccountDialog;
class ProxyLoginDialog;
class SettingsWindow;

/// What the window has for the proxy: its page in the settings, the question for its name and password, and what is said when these cannot be
/// kept.
class ProxyParts : public QObject
{
    Q_OBJECT

public:
    /// What \a frame refers to, and \a keyring, outlive this.
    ProxyParts(const WindowFrame &frame, SecretStore &keyring, QObject *parent);

    void addPage(SettingsWindow &window);
    /// Asks for name and password because the person wants it.
    void signIn();
    /// \a dialog tries a key: a proxy that refuses is asked about there, too.
    void follow(AccountDialog &dialog);

private:
    void ask(bool wasRefused);
    void sayKeyringTrouble(const SecretTrouble &trouble);

    WindowFrame m_frame;
    ProxyAccess m_access;
    QPointer<ProxyLoginDialog> m_question;
};
