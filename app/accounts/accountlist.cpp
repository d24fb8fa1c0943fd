// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/accounts/accountlist.h"

#include "app/accounts/accountjson.h"

#include <QJsonArray>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString idOf(const QJsonValue &entry)
{
    return entry.toObject().value(u"id"_s).toString();
}

// The entry of \a account, with the fields that a newer Steward may have put there.
QJsonObject joined(QJsonObject known, const Account &account)
{
    const QJsonObject fields = accountToJson(account);
    for (auto field = fields.begin(); field != fields.end(); ++field)
        known.insert(field.key(), field.value());
    return known;
}

} // namespace

AccountList::AccountList(const QString &profile, QObject *parent)
    : QObject(parent), m_file(profile, u"accounts.json"_s), m_troubleAtStart(m_file.load())
{
    read();
    if (!m_troubleAtStart && !m_notUnderstood.isEmpty())
        m_troubleAtStart = ProfileTrouble{.kind = ProfileTroubleKind::NotUnderstood,
                                          .file = m_file.path(),
                                          .detail = m_notUnderstood.join(u", "_s)};
}

const Account *AccountList::find(const AccountId &id) const
{
    const auto found = std::ranges::find(m_accounts, id, &Account::id);
    return found == m_accounts.end() ? nullptr : &*found;
}

AccountId AccountList::add(Account account)
{
    account.id = AccountId(QUuid::createUuid().toString(QUuid::WithoutBraces));
    apply([entry = accountToJson(account)](QJsonArray &entries) { entries.append(entry); });
    return account.id;
}

bool AccountList::update(const Account &account)
{
    const Account *known = find(account.id);
    if (!known || *known == account)
        return known;
    apply([account](QJsonArray &entries) {
        // one that another Steward removed meanwhile stays away: its key is gone
        const auto entry = std::ranges::find(entries, account.id.text(), idOf);
        if (entry != entries.end())
            *entry = joined(entry->toObject(), account);
    });
    return true;
}

bool AccountList::remove(const AccountId &id)
{
    if (!find(id))
        return false;
    apply([id](QJsonArray &entries) {
        const auto entry = std::ranges::find(entries, id.text(), idOf);
        if (entry != entries.end())
            entries.erase(entry);
    });
    return true;
}

void AccountList::read()
{
    m_accounts.clear();
    m_notUnderstood.clear();
    const QJsonArray entries = m_file.content().value(u"accounts"_s).toArray();
    for (const auto &entry : entries) {
        const std::optional<Account> account = accountFromJson(entry.toObject());
        if (account && !find(account->id))
            m_accounts.append(*account);
        else
            m_notUnderstood.append(idOf(entry));
    }
}

void AccountList::apply(const std::function<void(QJsonArray &)> &change)
{
    const auto trouble = m_file.apply([change](QJsonObject &object) {
        QJsonArray entries = object.value(u"accounts"_s).toArray();
        change(entries);
        object.insert(u"accounts"_s, entries);
    });
    read();
    emit changed();
    if (trouble)
        emit troubleFound(*trouble);
}
