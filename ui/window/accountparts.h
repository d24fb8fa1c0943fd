// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/steward/keptaccounts.h"
#include "ui/accounts/accountdialog.h"
#include "ui/accounts/keyclipboard.h"
#include "ui/window/windowframe.h"

#include <QObject>
#include <QPointer>

#include <memory>

class AccountsDialog;
class QAction;

/// What the window has for accounts: the actions, the dialogs, and the notices about keys. One notice for any number of refused calls.
class AccountParts : public QObject
{
    Q_OBJECT

public:
    /// What \a frame refers to outlives this. Adds its actions to the menus.
    AccountParts(const WindowFrame &frame, std::unique_ptr<SecretStore> keyring, QObject *parent);

    KeptAccounts &accounts() { return m_accounts; }
    void addAccount();
    /// Opens one of the list beside those that are open; one whose key is not there is asked for it.
    void open(const AccountId &account);
    void showAccounts();
    /// Asks for another key of \a account, be it one of the list or of this run alone.
    void replaceKey(const AccountId &account);
    /// Says, once, that the server refuses the key of \a account.
    void sayKeyRefused(const AccountId &account);

signals:
    /// A dialog is there that will try a key.
    void trialOpened(AccountDialog *dialog);

private:
    void openDialog(AccountDialog *dialog);
    void followState();
    void showKeyring(const AccountId &account);
    void signOut(const AccountId &account);
    QString titleOf(const AccountId &account) const;

    WindowFrame m_frame;
    KeptAccounts m_accounts;
    KeyClipboard m_clipboard;
    QAction *m_add;
    QAction *m_manage;
    QPointer<AccountDialog> m_dialog;
    QPointer<AccountsDialog> m_manager;
};
