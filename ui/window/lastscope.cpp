// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/lastscope.h"

#include "app/steward/steward.h"
#include "ui/companies/companypane.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QScopedValueRollback>

using namespace Qt::StringLiterals;

LastScope::LastScope(CompanyPane &companies, Steward &steward, QObject *parent)
    : QObject(parent), m_companies(companies), m_steward(steward), m_fleet(steward.fleet())
{
    connect(&companies, &CompanyPane::chosenChanged, this, &LastScope::noteChoice);
    connect(&m_fleet, &Fleet::companiesChanged, this, &LastScope::choose);
    connect(&m_fleet, &Fleet::readingEnded, this, [this](bool isComplete) {
        if (isComplete)
            m_wanted.reset(); // what is not there by now does not jump into sight later
    });
    connect(&steward, &Steward::opened, this, [this] {
        m_isOverruled = false; // another account takes the choice back
        choose();
    });
}

void LastScope::want(const QString &text)
{
    const QJsonObject object = QJsonDocument::fromJson(text.toUtf8()).object();
    const AccountId account(object.value(u"account"_s).toString());
    const QString company = object.value(u"company"_s).toString();
    if (account.isEmpty())
        return;
    m_wanted = Scope{.account = account,
                     .company = company.isEmpty() ? std::nullopt : std::optional(CompanyId(company))};
    choose();
}

QString LastScope::text() const
{
    const std::optional<Scope> now = chosen();
    const std::optional<Scope> &told = now ? now : m_wanted;
    return told ? textOf(*told) : QString();
}

QString LastScope::textOf(const Scope &scope)
{
    QJsonObject object{{u"account"_s, scope.account.text()}};
    if (scope.company)
        object.insert(u"company"_s, scope.company->text());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

std::optional<LastScope::Scope> LastScope::chosen() const
{
    if (const std::optional<CompanyKey> &company = m_companies.chosen())
        return Scope{.account = company->account, .company = company->company};
    if (const std::optional<AccountId> &account = m_companies.chosenAccount())
        return Scope{.account = *account};
    return std::nullopt;
}

void LastScope::choose()
{
    if (!m_wanted || m_isOverruled || chosen())
        return;
    const QScopedValueRollback choosing(m_isChoosing, true);
    if (!m_wanted->company && m_steward.accounts().size() > 1 && m_steward.session(m_wanted->account))
        m_companies.chooseAccount(m_wanted->account);
    else if (m_wanted->company && m_fleet.companies().find({m_wanted->account, *m_wanted->company}))
        m_companies.choose(CompanyKey{m_wanted->account, *m_wanted->company});
}

/// The person's choice goes before. All companies are chosen when an account is opened, too: then the next one is told of.
void LastScope::noteChoice()
{
    if (m_isChoosing)
        return;
    if (chosen())
        m_wanted.reset();
    else
        m_isOverruled = true;
}
