// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/keptaccounts.h"

#include "app/steward/steward.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace {

QString secretName(const AccountId &account)
{
    return u"account/"_s + account.text();
}

} // namespace

KeptAccounts::KeptAccounts(Steward &steward, const QString &profile, std::unique_ptr<SecretStore> keyring,
                           QObject *parent)
    : QObject(parent), m_steward(steward), m_list(profile), m_keyring(std::move(keyring))
{
    connect(&m_list, &AccountList::changed, this, &KeptAccounts::changed);
    connect(m_keyring.get(), &SecretStore::cameLate, this, &KeptAccounts::tryAgain);
    connect(&steward, &Steward::opened, this, &KeptAccounts::changed);
    connect(&steward, &Steward::closed, this, &KeptAccounts::changed);
    connect(&steward, &Steward::keyRefusedChanged, this, &KeptAccounts::changed);
}

AccountState KeptAccounts::state(const AccountId &account) const
{
    if (const Session *session = m_steward.session(account))
        return session->client().isKeyRefused() ? AccountState::KeyRefused : AccountState::Open;
    if (m_asking.contains(account))
        return AccountState::AskingKeyring;
    const bool needsKey = m_troubles.contains(account) && !m_inMemory.contains(account);
    return needsKey ? AccountState::NeedsKey : AccountState::Closed;
}

std::optional<SecretTrouble> KeptAccounts::trouble(const AccountId &account) const
{
    const auto found = m_troubles.find(account);
    return found == m_troubles.end() ? std::nullopt : std::optional(found->second);
}

void KeptAccounts::openAtStart()
{
    const QList<Account> accounts = m_list.accounts();
    for (const Account &account : accounts) {
        if (account.opensAtStart)
            ask(account.id, false);
    }
}

void KeptAccounts::open(const AccountId &account, bool alone)
{
    if (!m_list.find(account))
        return;
    if (alone) {
        const QList<Account> others = m_steward.accounts();
        for (const Account &other : others) {
            if (other.id != account)
                close(other.id);
        }
    }
    if (!m_steward.session(account))
        ask(account, alone);
}

AccountId KeptAccounts::add(Account account, Secret key)
{
    const KeyPlace wanted = std::exchange(account.keyPlace, KeyPlace::ThisSession);
    account.opensAtStart = true;
    account.id = m_list.add(account);
    if (wanted == KeyPlace::Keyring)
        putIntoKeyring(account.id, key.duplicate());
    keep(account.id, key.duplicate());
    begin(account, std::move(key), false);
    return account.id;
}

void KeptAccounts::replaceKey(const AccountId &account, Secret key)
{
    const Account *known = m_list.find(account);
    if (!known) { // it is open for this run alone
        m_steward.replaceKey(account, std::move(key));
        return;
    }
    // a key that could not be had from the keyring is meant to be there again
    if (known->keyPlace == KeyPlace::Keyring || m_unsaved.contains(account))
        putIntoKeyring(account, key.duplicate());
    m_troubles.erase(account);
    m_asking.remove(account);
    keep(account, key.duplicate());
    if (m_steward.session(account))
        m_steward.replaceKey(account, std::move(key));
    else
        begin(*known, std::move(key), false);
    emit changed();
}

void KeptAccounts::setAccount(const Account &account)
{
    const Account *known = m_list.find(account.id);
    if (!known)
        return;
    Account wanted = account;
    wanted.endpoint = known->endpoint;
    wanted.keyPlace = known->keyPlace;
    wanted.opensAtStart = known->opensAtStart;
    m_list.update(wanted);
    m_steward.setAccount(wanted);
}

void KeptAccounts::close(const AccountId &account)
{
    m_asking.remove(account);
    m_steward.close(account);
    setOpensAtStart(account, false);
    emit changed();
}

void KeptAccounts::signOut(const AccountId &account)
{
    const Account *known = m_list.find(account);
    if (!known)
        return;
    const QString title = known->title();
    const bool mayBeInKeyring = known->keyPlace == KeyPlace::Keyring || m_unsaved.contains(account);
    m_asking.remove(account);
    m_unsaved.remove(account);
    m_troubles.erase(account);
    m_inMemory.remove(account);
    m_steward.close(account);
    m_memory.remove(secretName(account), this, [](const auto &) { });
    if (mayBeInKeyring) {
        m_keyring->remove(secretName(account), this,
                          [this, title](const std::optional<SecretTrouble> &trouble) {
                              if (trouble)
                                  emit keyLeftBehind(title);
                          });
    }
    m_list.remove(account);
    emit signedOut(account);
    emit changed();
}

void KeptAccounts::readKey(const AccountId &account, QObject *context, SecretStore::Got handler)
{
    SecretStore &store = m_inMemory.contains(account) ? m_memory : *m_keyring;
    store.read(secretName(account), context, std::move(handler));
}

void KeptAccounts::ask(const AccountId &account, bool alone)
{
    const Account *known = m_list.find(account);
    if (!known || m_steward.session(account) || m_asking.contains(account))
        return;
    if (known->keyPlace == KeyPlace::ThisSession && !m_inMemory.contains(account)) {
        fail(account, {.kind = SecretTroubleKind::NotThere});
        return;
    }
    m_asking.insert(account);
    m_troubles.erase(account);
    emit changed();
    readKey(account, this, [this, account, alone](tl::expected<Secret, SecretTrouble> key) {
        takeKey(account, alone, std::move(key));
    });
}

void KeptAccounts::takeKey(const AccountId &account, bool alone, tl::expected<Secret, SecretTrouble> key)
{
    // meanwhile the person may have closed it, or entered a key
    const Account *known = m_list.find(account);
    if (!m_asking.remove(account) || !known)
        return;
    if (key)
        begin(*known, std::move(*key), alone);
    else
        fail(account, key.error());
}

// By value: the list changes while it opens.
void KeptAccounts::begin(Account account, Secret key, bool alone)
{
    setOpensAtStart(account.id, true);
    if (alone)
        m_steward.open(std::move(account), std::move(key));
    else
        m_steward.join(std::move(account), std::move(key));
}

// In memory as well as in the keyring: for as long as it is not certain that the keyring has it.
void KeptAccounts::keep(const AccountId &account, Secret key)
{
    m_inMemory.insert(account);
    m_memory.write(secretName(account), std::move(key), this, [](const auto &) { });
}

void KeptAccounts::putIntoKeyring(const AccountId &account, Secret key)
{
    m_unsaved.insert(account);
    m_keyring->write(secretName(account), std::move(key), this,
                     [this, account](const std::optional<SecretTrouble> &trouble) {
                         if (!m_list.find(account))
                             return; // signed out meanwhile
                         setPlace(account, trouble ? KeyPlace::ThisSession : KeyPlace::Keyring);
                         if (trouble) {
                             fail(account, *trouble);
                             return;
                         }
                         m_unsaved.remove(account);
                         m_troubles.erase(account);
                         m_inMemory.remove(account);
                         m_memory.remove(secretName(account), this, [](const auto &) { });
                         emit changed();
                     });
}

void KeptAccounts::setPlace(const AccountId &account, KeyPlace place)
{
    if (const Account *known = m_list.find(account)) {
        Account changed = *known;
        changed.keyPlace = place;
        m_list.update(changed);
        m_steward.setAccount(changed);
    }
}

void KeptAccounts::setOpensAtStart(const AccountId &account, bool opens)
{
    if (const Account *known = m_list.find(account)) {
        Account changed = *known;
        changed.opensAtStart = opens;
        m_list.update(changed);
    }
}

// The keyring answers again: what it did not do before is asked for once more.
void KeptAccounts::tryAgain()
{
    const QSet<AccountId> unsaved = m_unsaved;
    for (const AccountId &account : unsaved) {
        if (m_inMemory.contains(account)) {
            m_memory.read(secretName(account), this,
                          [this, account](tl::expected<Secret, SecretTrouble> key) {
                              if (key && m_unsaved.contains(account))
                                  putIntoKeyring(account, std::move(*key));
                          });
        }
    }
    const QList<Account> accounts = m_list.accounts();
    for (const Account &account : accounts) {
        const auto trouble = m_troubles.find(account.id);
        if (trouble != m_troubles.end() && trouble->second.kind == SecretTroubleKind::TooLate
            && account.keyPlace == KeyPlace::Keyring)
            ask(account.id, false);
    }
}

void KeptAccounts::fail(const AccountId &account, const SecretTrouble &trouble)
{
    m_troubles[account] = trouble;
    emit changed();
    emit keyringFailed(account);
}
