// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/pretendserver.h"
#include "ui/companies/companytreemodel.h"

/// A small hierarchy behind a server whose answers can be changed: the own company "Northwind" (1), sub companies "Shop 10" (2),
/// "shop 9" (3) and "Acme" (4), devices of 1, 2 and 4, and one of company 9, which is listed nowhere.
struct CompanyFixture
{
    CompanyFixture() : session(server.session())
    {
        fleet.addSession(session.get());
        setSubs({companyJson("2", "Shop 10"), companyJson("3", "shop 9"), companyJson("4", "Acme")});
        server.set("/device/summary",
                   listJson({deviceJson("d1", "1"), deviceJson("d2", "2"), deviceJson("d3", "4"),
                             deviceJson("d4", "4"), deviceJson("d9", "9")}));
        server.set("/device/summary?company_id=3", "[]");
        server.set("/company?company_id=9", companyJson("9", "Below"));
    }

    void setSubs(const QByteArrayList &subs)
    {
        server.set("/company", companyJson("1", "Northwind", subs, true));
    }
    const Account *account() const { return &session->account(); }
    static CompanyKey key(const QString &company)
    {
        return {AccountId(QStringLiteral("a")), CompanyId(company)};
    }

    PretendServer server;
    std::unique_ptr<Session> session;
    Fleet fleet;
};

/// The names in one group of \a model, from above.
inline QStringList names(const CompanyTreeModel &model, CompanyGroup group)
{
    QStringList names;
    for (int row = 0; row < model.rowCount(model.top(group)); ++row)
        names << model.index(row, 0, model.top(group)).data().toString();
    return names;
}
