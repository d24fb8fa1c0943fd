// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;
class Theme;
enum class Glyph;

/// What the window shows while no account is open: how one is opened, and the way into the sandbox.
class WelcomePage : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the page.
    explicit WelcomePage(const Theme &theme, QWidget *parent = nullptr);

    /// The sandbox is on its way: the button waits.
    void setStarting(bool isStarting);

    /// The accounts that are kept and may be opened.
    void setAccounts(const QList<Account> &accounts);

signals:
    void sandboxRequested();
    void accountRequested();
    void openRequested(const AccountId &account);

private:
    QLabel *makeText(const QString &text, QWidget *parent) const;
    /// A card with its title; the layout for the rest of it.
    QVBoxLayout *makeCard(Glyph glyph, const QString &title);
    QWidget *makeAccountCard();
    QWidget *makeSandboxCard();

    const Theme &m_theme;
    QPushButton *m_openSandbox = nullptr;
    QVBoxLayout *m_kept = nullptr; // a button for each account
};
