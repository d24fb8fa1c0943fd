// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/companies/samename.h"

#include "app/base/sentname.h"
#include "app/companies/companyrequests.h"

#include <algorithm>

SameName::SameName(ApiClient &client, const QString &name,
                   std::function<void(const Result<QList<Company>> &)> ended)
    : m_name(foldedCompanyName(name)), m_asked(sentName(name)), m_ended(std::move(ended)),
      m_withCase(ask(client, true)), m_anyCase(ask(client, false))
{ }

RequestHandle SameName::ask(ApiClient &client, bool isCaseSensitive)
{
    return client.send<QList<Company>>(
        companiesByName(m_asked, {.exact = true, .caseSensitive = isCaseSensitive}), this,
        [this](const Result<QList<Company>> &found) { take(found); });
}

void SameName::take(const Result<QList<Company>> &found)
{
    // what is not found may be told as an error too
    if (!found && found.error().kind != ErrorKind::NotFound) {
        m_withCase.cancel();
        m_anyCase.cancel();
        m_ended(found);
        return;
    }
    for (const Company &company : found.value_or(QList<Company>())) {
        const bool isKnown = std::ranges::find(m_found, company.id, &Company::id) != m_found.end();
        if (!isKnown && foldedCompanyName(company.name) == m_name)
            m_found.append(company);
    }
    if (--m_left == 0)
        m_ended(m_found);
}

QString foldedCompanyName(const QString &name)
{
    return sentName(name).toCaseFolded();
}
