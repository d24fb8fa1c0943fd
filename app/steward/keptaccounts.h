// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/accountlist.h"
#include "app/accounts/secretstore.h"
#include "app/accounts/sessionstore.h"

#include <QObject>
#include <QSet>

#include <map>
#include <memory>
#include <optional>

class Steward;

enum class AccountState {
    Closed,
    AskingKeyring, ///< It opens as soon as the keyring has given its key.
    NeedsKey, ///< It cannot be opened: its key is not there. KeptAccounts::trouble() says why.
    Open,
    KeyRefused, ///< It is open, and the server refuses its key: nothing is read by itself until the key is another one.
};

/// The accounts that the person keeps: their list, their keys, and which of them are open in the Steward.
///
/// Keys live in the desktop's keyring, or for this session in memory: because the person wants it so, or because the keyring does
/// not do what it should, which is then told. Nothing here waits for a keyring.
class KeptAccounts : public QObject
{
    Q_OBJECT

public:
    /// \a steward outlives this. \a profile: see AccountList.
    KeptAccounts(Steward &steward, const QString &profile, std::unique_ptr<SecretStore> keyring,
                 QObject *parent = nullptr);

    const AccountList &list() const { return m_list; }
    /// Where keys are kept; for other secrets, too.
    SecretStore &keyring() { return *m_keyring; }
    AccountState state(const AccountId &account) const;
    /// Why an account NeedsKey, or why its key is kept for this session only although it should be in the keyring.
    std::optional<SecretTrouble> trouble(const AccountId &account) const;

    /// Opens the accounts that were open when Steward ended last, each as soon as its key is there.
    void openAtStart();
    /// Opens one of the list, \a alone or beside those that are open. A key that is not in memory is asked from the keyring.
    void open(const AccountId &account, bool alone);
    /// Keeps \a account, whose key was tried, and opens it beside the others. Gives its ID.
    AccountId add(Account account, Secret key);
    /// Another key for an account: in its place, and in the session if the account is open; else the account is opened.
    void replaceKey(const AccountId &account, Secret key);
    /// Name, colour, read-only, company: what it is called and may do. Not its endpoint, and not where its key is.
    void setAccount(const Account &account);
    /// Ends its session. Its key stays where it is.
    void close(const AccountId &account);
    /// Ends its session and removes its key, from the keyring too, and its entry. Ends in signedOut(), and in keyLeftBehind() where the
    /// keyring refuses.
    void signOut(const AccountId &account);
    /// The key, for the one who asked to copy it. See SecretStore::read().
    void readKey(const AccountId &account, QObject *context, SecretStore::Got handler);

signals:
    /// The list, or the state of any account.
    void changed();
    /// The keyring did not do its part for \a account; see trouble() and state().
    void keyringFailed(const AccountId &account);
    /// \a account was signed out: whatever is kept of it goes.
    void signedOut(const AccountId &account);
    /// The keyring did not remove the key of an account that was signed out. \a title is what it was called.
    void keyLeftBehind(const QString &title);

private:
    void ask(const AccountId &account, bool alone);
    void takeKey(const AccountId &account, bool alone, tl::expected<Secret, SecretTrouble> key);
    void begin(Account account, Secret key, bool alone);
    void keep(const AccountId &account, Secret key);
    void putIntoKeyring(const AccountId &account, Secret key);
    void setPlace(const AccountId &account, KeyPlace place);
    void setOpensAtStart(const AccountId &account, bool opens);
    void tryAgain();
    void fail(const AccountId &account, const SecretTrouble &trouble);

    Steward &m_steward;
    AccountList m_list;
    std::unique_ptr<SecretStore> m_keyring;
    SessionStore m_memory;
    QSet<AccountId> m_inMemory; // accounts whose key is there
    QSet<AccountId> m_asking;
    std::map<AccountId, SecretTrouble> m_troubles;
    QSet<AccountId> m_unsaved; // keys that the keyring should have, and has not
};
