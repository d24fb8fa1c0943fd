// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountwords.h"

#include "app/base/visibletext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("AccountWords", text);
}

} // namespace

QString accountTitle(const Account &account)
{
    return visibleText(account.title());
}

QString accountStateText(AccountState state)
{
    switch (state) {
    case AccountState::Closed:
        return words(QT_TRANSLATE_NOOP("AccountWords", "closed"));
    case AccountState::AskingKeyring:
        return words(QT_TRANSLATE_NOOP("AccountWords", "waiting for the keyring"));
    case AccountState::NeedsKey:
        return words(QT_TRANSLATE_NOOP("AccountWords", "needs its key"));
    case AccountState::Open:
        return words(QT_TRANSLATE_NOOP("AccountWords", "open"));
    case AccountState::KeyRefused:
        return words(QT_TRANSLATE_NOOP("AccountWords", "key refused"));
    }
    Q_UNREACHABLE();
}

QString accountCompanyText(const Account &account)
{
    if (account.company.isEmpty())
        return words(QT_TRANSLATE_NOOP("AccountWords", "not read yet"));
    const QString id = visibleText(account.company.text());
    return account.companyName.isEmpty() ? words(QT_TRANSLATE_NOOP("AccountWords", "company %1")).arg(id)
                                         : words(QT_TRANSLATE_NOOP("AccountWords", "%1 (company %2)"))
                                               .arg(visibleText(account.companyName), id);
}
