// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/healthclasses.h"

#include <algorithm>

namespace {

HealthLimits overridesOf(const LimitSet &set)
{
    HealthLimits overrides;
    for (size_t place = 0; place < limitKindCount; ++place)
        overrides.of(static_cast<LimitKind>(place)) = set[place].value_or(0);
    return overrides;
}

// Calls \a learnWord for each word of a column that has no entry in \a known yet.
template <typename Known, typename LearnWord>
void learnWords(const DeviceTable &table, WordColumn column, const Known &known, LearnWord learnWord)
{
    for (quint32 code = static_cast<quint32>(known.size()); code < table.wordCount(column); ++code)
        learnWord(table.word(column, code));
}

} // namespace

HealthClasses::HealthClasses()
{
    for (size_t kind = 0; kind < machineKindCount; ++kind)
        m_defaults[kind] = defaultLimits(static_cast<MachineKind>(kind));
    forget();
}

void HealthClasses::learn(const DeviceTable &table)
{
    learnWords(table, WordColumn::Status, m_statuses,
               [this](const QString &word) { m_statuses.push_back(statusMeaning(deviceStatus(word))); });
    learnWords(table, WordColumn::LastResult, m_results,
               [this](const QString &word) { m_results.push_back(resultMeaning(lastResult(word))); });
    learnWords(table, WordColumn::Os, m_kindsByOs,
               [this](const QString &word) { m_kindsByOs.push_back(kindByOs(word)); });
    learnWords(table, WordColumn::Group, m_kindsByGroup, [this](const QString &word) {
        m_kindsByGroup.push_back(kindByGroup(word));
        m_setByGroup.push_back(overridesOf(m_book.groups.value(LimitBook::groupKey(word))));
    });
    const quint32 companies = table.wordCount(WordColumn::Company);
    for (quint32 code = static_cast<quint32>(m_accounts.size()); code < companies; ++code)
        learnCompany(table.company(code));
}

void HealthClasses::setLimits(const LimitBook &book, const DeviceTable &table)
{
    m_book = book;
    m_isBookEmpty = book.isEmpty();
    for (size_t kind = 0; kind < machineKindCount; ++kind)
        m_setByKind[kind] = overridesOf(book.systems.value(static_cast<MachineKind>(kind)));
    forget();
    learn(table);
}

void HealthClasses::forget()
{
    m_statuses.clear();
    m_results.clear();
    m_kindsByOs.clear();
    m_kindsByGroup.clear();
    m_setByGroup.clear();
    m_accounts.clear();
    m_setByCompany.clear();
    m_accountIds.assign(1, AccountId());
    m_setByAccount.assign(1, overridesOf(m_book.accounts.value(AccountId())));
}

void HealthClasses::learnCompany(const CompanyKey &key)
{
    const auto known = std::ranges::find(m_accountIds, key.account);
    m_accounts.push_back(static_cast<quint32>(known - m_accountIds.begin()));
    if (known == m_accountIds.end()) {
        m_accountIds.push_back(key.account);
        m_setByAccount.push_back(overridesOf(m_book.accounts.value(key.account)));
    }
    m_setByCompany.push_back(overridesOf(m_book.companies.value(key)));
}

HealthLimits HealthClasses::overridden(quint32 company, quint32 group, MachineKind kind) const
{
    const size_t kindPlace = static_cast<size_t>(kind);
    const Overrides &byCompany = m_setByCompany[company];
    const Overrides &byGroup = m_setByGroup[group];
    const Overrides &byKind = m_setByKind[kindPlace];
    const Overrides &byAccount = m_setByAccount[m_accounts[company]];
    HealthLimits limits = m_defaults[kindPlace];
    for (size_t place = 0; place < limitKindCount; ++place) {
        const LimitKind each = static_cast<LimitKind>(place);
        for (const Overrides *set : {&byAccount, &byKind, &byGroup, &byCompany})
            limits.of(each) = set->of(each) != 0 ? set->of(each) : limits.of(each);
    }
    return limits;
}
