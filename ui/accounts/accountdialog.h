// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/steward/accounttrial.h"

#include <QDialog>

#include <functional>
#include <optional>

class AccountForm;
class Note;
class QLabel;
class QPushButton;
class Theme;
struct TrialWords;

/// Adds an account, or replaces the key of one. The key is tried first; what comes back names its company, and only then can it be kept.
/// Not modal in the sense that nothing else is waited for; deletes itself when it is closed, and its key with it.
class AccountDialog : public QDialog
{
    Q_OBJECT

public:
    /// What is done with an account that was tried. Not a signal: a key has one owner.
    using Keep = std::function<void(const Account &account, Secret key)>;

    /// \a known: its key is replaced; nullopt: an account is added. \a theme outlives the dialog.
    AccountDialog(const std::optional<Account> &known, Keep keep, const Theme &theme, QWidget *parent);
    ~AccountDialog() override;

    /// Tries what stands there once more, as the button does.
    void tryAgain() { tryKey(); }

signals:
    /// A proxy on the way wants a name and a password, or other ones.
    void proxyRefused();
    /// The person wants to sign in to it.
    void proxySignInRequested();

private:
    void layOut();
    QPushButton *makeLink(const QString &name, const QString &text);
    QString title() const;
    void goOn();
    void tryKey();
    void take(const Result<CompanySummary> &answer);
    void showFailure(const ApiError &error);
    void forget();
    void showButton();

    const std::optional<Account> m_known;
    const Keep m_keep;
    const Theme &m_theme;
    AccountTrial m_trial;
    std::optional<Account> m_account; // being tried, or tried
    Secret m_key;
    bool m_isTried = false;
    AccountForm *m_form;
    Note *m_trouble;
    QLabel *m_company;
    QPushButton *m_copy;
    QPushButton *m_signIn; // to the proxy
    QPushButton *m_next;
    QString m_details;
};
