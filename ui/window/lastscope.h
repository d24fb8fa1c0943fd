// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"

#include <QObject>
#include <QString>

#include <optional>

class CompanyPane;
class Fleet;
class Steward;

/// What was chosen in the tree when Steward ended, chosen again as soon as the fleet knows it; until the first reading has ended, or the
/// person chooses something.
class LastScope : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    LastScope(CompanyPane &companies, Steward &steward, QObject *parent);

    /// What text() gave when Steward ended. Anything else: nothing is chosen.
    void want(const QString &text);
    /// What is chosen, or still waited for. Empty: all companies.
    QString text() const;

private:
    struct Scope
    {
        AccountId account;
        std::optional<CompanyId> company{}; ///< nullopt: the whole account, one of several.
    };

    static QString textOf(const Scope &scope);
    std::optional<Scope> chosen() const;
    void choose();
    void noteChoice();

    CompanyPane &m_companies;
    Steward &m_steward;
    Fleet &m_fleet;
    std::optional<Scope> m_wanted;
    bool m_isChoosing = false;
    bool m_isOverruled = false; // all companies were chosen, until another account is opened
};
