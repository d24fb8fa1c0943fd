// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/companies/companysearch.h"

#include "app/net/apiclient.h"

CompanySearch::CompanySearch(QObject *parent) : QObject(parent) { }

void CompanySearch::search(ApiClient &client, const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    m_pending = client.send<QList<Company>>(companiesByName(text.trimmed(), m_match),
                                            this, // replaces the search before it
                                            [this](const Result<QList<Company>> &found) {
                                                if (found)
                                                    emit companiesFound(*found);
                                                else
                                                    emit failed(found.error());
                                            });
}

void CompanySearch::cancel()
{
    m_pending.cancel();
}
