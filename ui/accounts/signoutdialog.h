// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"

#include <QDialog>

/// Asks once before an account is signed out, and says what goes and what stays. Enter is not yes. Deletes itself when it is closed.
class SignOutDialog : public QDialog
{
    Q_OBJECT

public:
    SignOutDialog(const Account &account, QWidget *parent);

signals:
    void confirmed(const AccountId &account);
};
