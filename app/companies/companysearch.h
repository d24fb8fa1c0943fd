// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/apierror.h"
#include "app/companies/companyrequests.h"
#include "app/net/requesthandle.h"

#include <QObject>
#include <QString>

class ApiClient;

/// Searches companies by name, one search at a time: a newer one replaces the one before, and nobody hears of that any more.
class CompanySearch : public QObject
{
    Q_OBJECT

public:
    explicit CompanySearch(QObject *parent = nullptr);

    NameMatch match() const { return m_match; }
    void setMatch(NameMatch match) { m_match = match; }

    /// True until companiesFound() or failed(), or until the client is gone.
    bool isSearching() const { return m_pending.isActive(); }

    /// Asks \a client for companies whose name matches \a text. Blank text is no question: nothing is sent.
    void search(ApiClient &client, const QString &text);
    /// Ends the search that is under way.
    void cancel();

signals:
    void companiesFound(const QList<Company> &companies);
    void failed(const ApiError &error);

private:
    NameMatch m_match;
    RequestHandle m_pending;
};
