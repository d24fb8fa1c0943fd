// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrolment/kitmatrix.h"
#include "app/sheets/sheetsource.h"

#include <QSet>

/// What a sheet of setup kits can have: for an RMM that takes what it needs.
enum class KitColumn {
    Company,
    IdOfCompany,
    System,
    PrivateEncryption,
    FullClient,
    Link,
    Id, ///< The configuration ID.
    Token,
    Check, ///< Whether ID, link and question agree.
    ReadAt,
};

/// All of them, in the order in which they are offered.
inline constexpr std::array allKitColumns{
    KitColumn::Company,    KitColumn::IdOfCompany, KitColumn::System, KitColumn::PrivateEncryption,
    KitColumn::FullClient, KitColumn::Link,        KitColumn::Id,     KitColumn::Token,
    KitColumn::Check,      KitColumn::ReadAt};

/// For the person; also the header in the file.
QString label(KitColumn column);

/// Which kits of a matrix a sheet has.
struct KitSheetRange
{
    QList<SetupOptions> options{SetupOptions()};
    QList<SetupSystem> systems{allSetupSystems.begin(), allSetupSystems.end()};
    std::optional<QSet<CompanyKey>> companies{}; ///< nullopt: all of them.
};

/// The kits that were read, a row for each company, combination of options and system. Links and configuration IDs are in it because the
/// person asked for them.
class KitSheet : public SheetSource
{
public:
    /// \a matrix outlives the sheet. What it holds of \a range just now is what the sheet has; without \a columns there are no rows.
    KitSheet(const KitMatrix &matrix, const KitSheetRange &range, QList<KitColumn> columns);

    QList<SheetColumn> columns() const override;
    qsizetype expectedRows() const override { return std::ssize(m_rows); }
    bool addNextRow(SheetRows &rows) override;

private:
    struct Row
    {
        CompanyKey company;
        SetupSystem system;
        SetupOptions options;
    };

    const KitMatrix &m_matrix;
    QList<KitColumn> m_columns;
    std::vector<Row> m_rows;
    size_t m_next = 0;
};
