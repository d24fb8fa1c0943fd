// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/accounts/apikey.h"

#include <QWidget>

#include <optional>

class QCheckBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class QToolButton;
class QVBoxLayout;
class Theme;

/// The fields of an account: name, API key, where the key is kept, what may be done with it, and the address. Says below each field what
/// is wrong with it.
class AccountForm : public QWidget
{
    Q_OBJECT

public:
    /// \a known is the account whose key is replaced: then there is the field of the key alone. \a theme outlives the form.
    AccountForm(const Theme &theme, const std::optional<Account> &known, QWidget *parent = nullptr);

    /// What was typed; nullopt, and said below its field, where the address is none that a key may go to.
    std::optional<Account> account();
    /// The key as it may be sent; nullopt, and said below its field, when it cannot be.
    std::optional<Secret> key();
    /// Says that the key, or the address, is not right.
    void sayAboutKey(const QString &sentence);
    void sayAboutEndpoint(const QString &sentence);
    /// Takes the key out of its field.
    void forgetKey();
    void focusFirst();

signals:
    /// Something is typed or chosen that was not there before: what was said about it is taken back.
    void edited();

private:
    void addNameTo(QVBoxLayout &column);
    void addKeyTo(QVBoxLayout &column);
    void addPlaceTo(QVBoxLayout &column);
    void addEndpointTo(QVBoxLayout &column);
    QLabel *makeCaption(const QString &text, const QString &hint, QWidget *buddy);
    QLabel *makeLine(const QString &name);
    void takeBack();
    void checkEndpoint();

    const Theme &m_theme;
    std::optional<Account> m_known;
    QLineEdit *m_name;
    QLineEdit *m_key;
    QLabel *m_keyProblem;
    QLabel *m_cleaned;
    QRadioButton *m_inKeyring;
    QRadioButton *m_inSession;
    QCheckBox *m_readOnly;
    QToolButton *m_showEndpoint;
    QLineEdit *m_endpoint;
    QLabel *m_endpointSays;
};
