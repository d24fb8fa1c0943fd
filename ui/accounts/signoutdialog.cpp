// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/signoutdialog.h"

#include "ui/accounts/accountwords.h"
#include "ui/window/looks.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

static constexpr int textWidth = 420;

SignOutDialog::SignOutDialog(const Account &account, QWidget *parent) : QDialog(parent)
{
    setObjectName(u"signOutDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Sign out of %1").arg(accountTitle(account)));
    auto *what = new QLabel(
        tr("Steward forgets the API key of %1, in the keyring too, and everything that it has read and keeps "
           "for this account: its devices, views, notes, limits and plan drafts.\n\nNothing changes at "
           "IDrive: "
           "the key stays valid there until it is revoked in the web console. What was sent stays in the "
           "journal of Activity.")
            .arg(accountTitle(account)),
        this);
    what->setObjectName(u"signOutText"_s);
    what->setTextFormat(Qt::PlainText);
    what->setWordWrap(true);
    // else the dialog is as high as the text needs in a width that a small screen does not have
    what->setFixedWidth(textWidth);
    auto *cancel = new QPushButton(tr("Stay signed in"), this);
    cancel->setObjectName(u"cancelSignOut"_s);
    cancel->setDefault(true);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *signOut = new QPushButton(tr("Sign out and forget the key"), this);
    signOut->setObjectName(u"confirmSignOut"_s);
    signOut->setAutoDefault(false);
    connect(signOut, &QPushButton::clicked, this, [this, id = account.id] {
        emit confirmed(id);
        accept();
    });

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch(1);
    buttons->addWidget(signOut);
    buttons->addWidget(cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(16);
    column->addWidget(what);
    column->addLayout(buttons);
    cancel->setFocus();
}
