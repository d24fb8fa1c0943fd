// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/companies/company.h"
#include "app/net/apiclient.h"

#include <QObject>

#include <functional>

/// Asks which companies have exactly a name, whatever the case: in both of the API's cases, since what "exact" means to it is not
/// stated, and looks at the answer itself. Ends with this.
/// Source: API document, "Fetch Company by Name"; API.md, row 25.
class SameName : public QObject
{
public:
    /// \a ended is called once, never before the event loop runs. It may delete this.
    SameName(ApiClient &client, const QString &name,
             std::function<void(const Result<QList<Company>> &)> ended);

private:
    RequestHandle ask(ApiClient &client, bool isCaseSensitive);
    void take(const Result<QList<Company>> &found);

    QString m_name; // folded
    QString m_asked;
    std::function<void(const Result<QList<Company>> &)> m_ended;
    QList<Company> m_found;
    int m_left = 2;
    RequestHandle m_withCase;
    RequestHandle m_anyCase;
};

/// Two names that a person would take for one: without regard to case, blanks around them, and how accents are composed.
QString foldedCompanyName(const QString &name);
