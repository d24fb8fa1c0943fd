// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/settings/profilefile.h"

#include <QList>
#include <QObject>

#include <optional>

/// The accounts that the person has added, in their order; in the file accounts.json of the profile. Their keys are elsewhere (SecretStore).
///
/// Every change is saved at once and joined with those of another Steward (ProfileFile). An entry that is not understood, such as one
/// whose endpoint no key may go to, is left out, told, and stays in the file.
class AccountList : public QObject
{
    Q_OBJECT

public:
    /// \a profile: see ProfileFile.
    explicit AccountList(const QString &profile, QObject *parent = nullptr);

    const std::optional<ProfileTrouble> &troubleAtStart() const { return m_troubleAtStart; }
    const QList<Account> &accounts() const { return m_accounts; }
    const Account *find(const AccountId &id) const;

    /// Puts \a account at the end with an ID of its own, which is given back; whatever ID it had counts for nothing.
    AccountId add(Account account);
    /// Replaces the account of \a account's ID. False: there is none.
    bool update(const Account &account);
    /// False: there is none.
    bool remove(const AccountId &id);

signals:
    void changed();
    void troubleFound(const ProfileTrouble &trouble);

private:
    void read();
    void apply(const std::function<void(QJsonArray &)> &change);

    ProfileFile m_file;
    std::optional<ProfileTrouble> m_troubleAtStart;
    QList<Account> m_accounts;
    QStringList m_notUnderstood; // the IDs of entries that are left out
};
