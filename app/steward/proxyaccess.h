// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/secretstore.h"
#include "app/net/proxy.h"

#include <QObject>
#include <QPointer>

#include <functional>
#include <optional>
#include <utility>
#include <vector>

class Steward;

/// The proxy that every call goes through, and the name and password that it wants: these live in the desktop's keyring, or in memory
/// where that does not do its part; never in a file.
///
/// A proxy that refuses is asked about at most twice in a session, and not again after the person said no.
class ProxyAccess : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this. Nothing is asked of the keyring before a proxy refuses.
    ProxyAccess(Steward &steward, SecretStore &keyring, QObject *parent = nullptr);

    const std::optional<ProxyAddress> &own() const { return m_own; }
    /// The person's own proxy; nothing: the system's. Holds for what is sent from now on.
    void setOwn(const std::optional<ProxyAddress> &own);
    /// The name that is used now; empty: none.
    QString name() const { return m_login ? m_login->name : QString(); }
    /// Keeps them, and reads again what the proxy kept back.
    void signIn(const QString &name, Secret password);
    /// Forgets name and password, in the keyring too.
    void signOut();
    /// The person does not want to be asked.
    void giveUp();

    /// The proxy refused a call of \a context that is none of the fleet's, such as the trial of a key. The login is looked for as for the
    /// fleet, and \a again is called when there is another one: once, or never.
    void noteRefused(QObject *context, std::function<void()> again);
    /// Calls \a again, once, when the person has signed in.
    void callAfterLogin(QObject *context, std::function<void()> again);

    static constexpr int mostQuestions = 2;

signals:
    /// The proxy wants a name and a password. \a wasRefused: other ones than those it was given.
    void loginWanted(bool wasRefused);
    /// Name and password hold until Steward ends, and are not kept.
    void keyringFailed(const SecretTrouble &trouble);
    /// name() is another one.
    void nameChanged();

private:
    void noteTrouble();
    void wantLogin();
    void askKeyring();
    void takeFromKeyring(const tl::expected<Secret, SecretTrouble> &kept);
    void askPerson();
    void apply();
    void readAgain();

    Steward &m_steward;
    SecretStore &m_keyring;
    std::optional<ProxyAddress> m_own;
    std::optional<ProxyLogin> m_login;
    bool m_hasAskedKeyring = false;
    bool m_isAskingKeyring = false;
    bool m_hasGivenUp = false;
    int m_questions = 0;
    std::vector<std::pair<QPointer<QObject>, std::function<void()>>> m_waiting; // for a login
};
