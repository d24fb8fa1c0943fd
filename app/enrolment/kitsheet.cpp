// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/kitsheet.h"

#include "app/enrolment/setuplink.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct KitSheetWords
{
    Q_DECLARE_TR_FUNCTIONS(KitSheet)
};

QString optionText(bool is)
{
    return KitSheetWords::tr(is ? QT_TRANSLATE_NOOP("KitSheet", "yes") : QT_TRANSLATE_NOOP("KitSheet", "no"));
}

QString checkText(const KitCheck &check)
{
    if (!check.disagreements.isEmpty())
        return check.disagreements.join(u' ');
    return check.isComplete ? KitSheetWords::tr("agrees") : KitSheetWords::tr("could not be compared");
}

void addCell(SheetRows &rows, KitColumn column, const KitCompany &company, const KitPlace &place,
             const KitCell &cell)
{
    const auto addKnown = [&rows](const QString &text) {
        if (text.isEmpty())
            rows.addNothing();
        else
            rows.addText(text);
    };
    switch (column) {
    case KitColumn::Company:
        return rows.addText(company.title);
    case KitColumn::IdOfCompany:
        return rows.addText(company.key.company.text());
    case KitColumn::System:
        return rows.addText(wireWord(place.system));
    case KitColumn::PrivateEncryption:
        return rows.addText(optionText(place.options.privateEncryption));
    case KitColumn::FullClient:
        return rows.addText(optionText(place.options.fullClient));
    case KitColumn::Link:
        return addKnown(cell.kit->setupLink);
    case KitColumn::Id:
        return addKnown(cell.kit->configurationId);
    case KitColumn::Token:
        return addKnown(readSetupLink(cell.kit->setupLink).token);
    case KitColumn::Check:
        return rows.addText(checkText(cell.check));
    case KitColumn::ReadAt:
        return rows.addTime(cell.readAt.toMSecsSinceEpoch());
    }
}

} // namespace

QString label(KitColumn column)
{
    switch (column) {
    case KitColumn::Company:
        return KitSheetWords::tr("Company");
    case KitColumn::IdOfCompany:
        return KitSheetWords::tr("Company ID");
    case KitColumn::System:
        return KitSheetWords::tr("System");
    case KitColumn::PrivateEncryption:
        return KitSheetWords::tr("Private encryption");
    case KitColumn::FullClient:
        return KitSheetWords::tr("Full client");
    case KitColumn::Link:
        return KitSheetWords::tr("Setup link");
    case KitColumn::Id:
        return KitSheetWords::tr("Configuration ID");
    case KitColumn::Token:
        return KitSheetWords::tr("Token");
    case KitColumn::Check:
        return KitSheetWords::tr("Check");
    case KitColumn::ReadAt:
        return KitSheetWords::tr("Read at");
    }
    Q_UNREACHABLE();
}

KitSheet::KitSheet(const KitMatrix &matrix, const KitSheetRange &range, QList<KitColumn> columns)
    : m_matrix(matrix), m_columns(std::move(columns))
{
    if (m_columns.isEmpty())
        return;
    for (qsizetype company = 0; company < matrix.companyCount(); ++company) {
        const CompanyKey &key = matrix.company(company).key;
        if (range.companies && !range.companies->contains(key))
            continue;
        for (const SetupOptions kind : range.options) {
            for (const SetupSystem system : range.systems) {
                if (matrix.cell({company, system, kind}).kit)
                    m_rows.push_back({key, system, kind});
            }
        }
    }
}

QList<SheetColumn> KitSheet::columns() const
{
    QList<SheetColumn> columns;
    for (const KitColumn column : m_columns)
        columns.append(
            {.header = label(column), .kind = column == KitColumn::ReadAt ? CellKind::Time : CellKind::Text});
    return columns;
}

bool KitSheet::addNextRow(SheetRows &rows)
{
    for (; m_next < m_rows.size(); ++m_next) {
        const Row &row = m_rows[m_next];
        const KitPlace place{m_matrix.indexOf(row.company), row.system, row.options};
        if (place.company < 0 || !m_matrix.cell(place).kit)
            continue; // went away meanwhile
        for (const KitColumn column : std::as_const(m_columns))
            addCell(rows, column, m_matrix.company(place.company), place, m_matrix.cell(place));
        ++m_next;
        return true;
    }
    return false;
}
