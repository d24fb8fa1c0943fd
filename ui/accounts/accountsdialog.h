// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/steward/keptaccounts.h"

#include <QDialog>

class KeyClipboard;
class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class Theme;

/// Looks after the accounts: what each is called, its colour, what it may do, whether it is open, its key. What is changed holds at once. Not
/// modal; deletes itself when it is closed.
class AccountsDialog : public QDialog
{
    Q_OBJECT

public:
    /// All of it outlives the dialog.
    AccountsDialog(KeptAccounts &accounts, KeyClipboard &clipboard, const Theme &theme, QWidget *parent);

    void select(const AccountId &account);

signals:
    void addRequested();
    void replaceKeyRequested(const AccountId &account);
    void signOutRequested(const AccountId &account);

private:
    QWidget *makeList();
    void nameFields();
    QWidget *makeDetails();
    QPushButton *makeButton(const QString &name, const QString &text);
    const Account *chosen() const;
    void showList();
    void showAccount();
    void change(const std::function<void(Account &)> &changing);
    void toggleOpen();
    void copyKey();
    void say(const QString &sentence);

    KeptAccounts &m_accounts;
    KeyClipboard &m_clipboard;
    const Theme &m_theme;
    bool m_isShowing = false;
    QListWidget *m_list;
    QWidget *m_details = nullptr;
    QLineEdit *m_name;
    QComboBox *m_colour;
    QCheckBox *m_readOnly;
    QLabel *m_facts;
    QLabel *m_says;
    QPushButton *m_open;
    QPushButton *m_alone;
    QPushButton *m_replace;
    QPushButton *m_copy;
    QPushButton *m_signOut;
};
