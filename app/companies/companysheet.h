// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changerun.h"
#include "app/companies/companylist.h"
#include "app/sheets/importcolumns.h"
#include "app/sheets/rowjudge.h"

#include <QHash>
#include <QSet>

/// The company that one row of a sheet asks for.
struct PlannedCompany
{
    QString name{}; ///< As it is sent.
    CompanyId parent{};
    QString parentTitle{};
    bool isMade = false; ///< False: the row is left out.
};

/// A sheet of companies to create: which of its rows can be sent, and what speaks against the others. Knows the companies that are known
/// here; IDrive is asked for each name right before it is sent.
class CompanySheet : public RowJudge
{
public:
    /// Columns by their place in columns().
    enum Column { Name, Parent };

    /// All in one sheet that a run may make: one is sent after the other.
    static constexpr qsizetype most = 10'000;

    /// \a known holds the companies of the account of \a below, which is the parent of those whose row names none.
    CompanySheet(const CompanyList &known, CompanyKey below, QString belowTitle, ChosenColumns columns);

    /// What is wanted of the sheet. \a belowTitle: for the person.
    static QList<ImportColumn> columns(const QString &belowTitle);

    QStringList headings() const override;
    JudgedRow judge(const CsvRow &row) override;
    JudgedRow leaveOut(const CsvRow &row, const QString &why) override;

    /// By row.
    const std::vector<PlannedCompany> &companies() const { return m_companies; }
    qsizetype madeCount() const { return m_made; }
    /// "Northwind", or "7 companies".
    QString parentsText() const;
    /// The creations, in the order of the rows that are not left out.
    NewRun run(bool resendsAbsent) const;

private:
    struct Fault
    {
        int column = Name;
        QString sentence{};
    };
    // A company that was asked for earlier in the sheet.
    struct Earlier
    {
        qint64 line = 0;
        CompanyId parent{};
    };

    std::optional<Fault> findParent(const QString &text, PlannedCompany &company) const;
    std::optional<Fault> nameFault(const PlannedCompany &company) const;
    QString doubt(const PlannedCompany &company) const;
    JudgedRow judged(const CsvRow &row, PlannedCompany company, const std::optional<Fault> &fault);

    const CompanyKey m_below;
    const QString m_belowTitle;
    const ChosenColumns m_columns;
    QHash<CompanyId, QString> m_titles; // of the companies that are known
    QHash<QString, QList<CompanyId>> m_bearers; // of a folded name
    QHash<QString, QList<Earlier>> m_earlier; // by folded name
    std::vector<PlannedCompany> m_companies;
    QHash<CompanyId, QString> m_parents; // of those that are made
    qsizetype m_made = 0;
};
