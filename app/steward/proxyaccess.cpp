// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/proxyaccess.h"

#include "app/steward/steward.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

const QString &secretName()
{
    static const QString name = u"proxy"_s;
    return name;
}

Secret packed(const ProxyLogin &login)
{
    const QJsonObject json{{u"name"_s, login.name},
                           {u"password"_s, QString::fromUtf8(login.password.reveal())}};
    return Secret(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

std::optional<ProxyLogin> unpacked(const Secret &secret)
{
    const QJsonObject json = QJsonDocument::fromJson(secret.reveal().toByteArray()).object();
    const QString name = json.value(u"name").toString();
    if (name.isEmpty())
        return std::nullopt;
    return ProxyLogin{.name = name, .password = Secret(json.value(u"password").toString().toUtf8())};
}

} // namespace

ProxyAccess::ProxyAccess(Steward &steward, SecretStore &keyring, QObject *parent)
    : QObject(parent), m_steward(steward), m_keyring(keyring)
{
    connect(&steward.fleet(), &Fleet::troubleChanged, this, &ProxyAccess::noteTrouble);
    apply();
}

void ProxyAccess::setOwn(const std::optional<ProxyAddress> &own)
{
    if (own == m_own)
        return;
    m_own = own;
    m_questions = 0; // another proxy may ask again
    m_hasGivenUp = false;
    apply();
}

void ProxyAccess::signIn(const QString &name, Secret password)
{
    m_login = ProxyLogin{.name = name, .password = std::move(password)};
    m_keyring.write(secretName(), packed(*m_login), this,
                    [this](const std::optional<SecretTrouble> &trouble) {
                        if (trouble)
                            emit keyringFailed(*trouble);
                    });
    apply();
    emit nameChanged();
    readAgain();
}

void ProxyAccess::signOut()
{
    m_login.reset();
    m_keyring.remove(secretName(), this, [this](const std::optional<SecretTrouble> &trouble) {
        if (trouble)
            emit keyringFailed(*trouble);
    });
    apply();
    emit nameChanged();
}

void ProxyAccess::giveUp()
{
    m_hasGivenUp = true;
    m_waiting.clear();
}

void ProxyAccess::noteRefused(QObject *context, std::function<void()> again)
{
    callAfterLogin(context, std::move(again));
    wantLogin();
}

void ProxyAccess::callAfterLogin(QObject *context, std::function<void()> again)
{
    m_waiting.emplace_back(context, std::move(again));
}

void ProxyAccess::noteTrouble()
{
    const std::optional<FleetTrouble> &trouble = m_steward.fleet().trouble();
    if (!trouble || trouble->error.kind != ErrorKind::ProxyRefused || trouble->failures > 1)
        return;
    wantLogin();
}

void ProxyAccess::wantLogin()
{
    if (!std::exchange(m_hasAskedKeyring, true) && !m_login)
        askKeyring();
    else if (!m_isAskingKeyring)
        askPerson();
}

void ProxyAccess::askKeyring()
{
    m_isAskingKeyring = true;
    m_keyring.read(secretName(), this, [this](const tl::expected<Secret, SecretTrouble> &kept) {
        m_isAskingKeyring = false;
        takeFromKeyring(kept);
    });
}

void ProxyAccess::takeFromKeyring(const tl::expected<Secret, SecretTrouble> &kept)
{
    std::optional<ProxyLogin> login = kept ? unpacked(*kept) : std::nullopt;
    if (m_login) // the person was faster
        return;
    if (!login) {
        askPerson();
        return;
    }
    m_login = std::move(login);
    apply();
    emit nameChanged();
    readAgain();
}

void ProxyAccess::askPerson()
{
    if (m_hasGivenUp || m_questions >= mostQuestions) {
        m_waiting.clear();
        return;
    }
    ++m_questions;
    emit loginWanted(m_login.has_value());
}

void ProxyAccess::apply()
{
    useProxy(m_own,
             m_login ? std::optional(ProxyLogin{m_login->name, m_login->password.duplicate()})
                     : std::nullopt);
}

void ProxyAccess::readAgain()
{
    Fleet &fleet = m_steward.fleet();
    fleet.cancel();
    fleet.dismissTrouble();
    fleet.refresh();
    for (const auto &[context, again] : std::exchange(m_waiting, {})) {
        if (context)
            again();
    }
}
