// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/enrolment/kitexport.h"

#include "ui/window/looks.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

constexpr int boxesInARow = 3;

} // namespace

KitExport::KitExport(const KitMatrix &matrix, SetupOptions shown, QSet<CompanyKey> selected,
                     KitSheetChoice &choice)
    : m_matrix(matrix), m_shown(shown), m_selected(std::move(selected)), m_choice(choice)
{
    connect(&matrix, &KitMatrix::progressed, this, &ExportSubject::changed);
}

QString KitExport::title() const
{
    return m_matrix.companyCount() == 1 ? tr("Setup kit of %1").arg(m_matrix.company(0).title)
                                        : tr("Setup kit");
}

QString KitExport::note() const
{
    return tr("Whoever has a link or a configuration ID of this sheet can enrol devices.");
}

KitSheetRange KitExport::range(ExportRows rows) const
{
    KitSheetRange range{.options = {m_shown}};
    if (m_choice.allOptions)
        range.options = {allSetupOptions.begin(), allSetupOptions.end()};
    if (rows == ExportRows::Selected)
        range.companies = m_selected;
    return range;
}

qsizetype KitExport::count(ExportRows rows) const
{
    return KitSheet(m_matrix, range(rows), m_choice.columns).expectedRows();
}

QString KitExport::remark(ExportRows rows) const
{
    if (rows == ExportRows::Selected)
        return {};
    const KitCounts counts = m_matrix.counts(m_shown);
    const qsizetype lacking = counts.total - counts.ready;
    return lacking == 0 ? QString()
                        : tr("%1 were not read and are left out").arg(QLocale().toString(lacking));
}

std::unique_ptr<SheetSource> KitExport::source(ExportRows rows) const
{
    return std::make_unique<KitSheet>(m_matrix, range(rows), m_choice.columns);
}

QWidget *KitExport::makeChoices(QWidget *parent)
{
    auto *part = new QWidget(parent);
    auto *grid = new QGridLayout(part);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    auto *title = new QLabel(tr("Columns"), part);
    setInk(title, Ink::Text2);
    grid->addWidget(title, 0, 0, 1, boxesInARow);
    int place = boxesInARow;
    for (const KitColumn column : allKitColumns) {
        auto *box = new QCheckBox(label(column), part);
        box->setObjectName(u"kitColumn%1"_s.arg(static_cast<int>(column)));
        box->setAccessibleName(tr("Column %1").arg(label(column)));
        box->setChecked(m_choice.columns.contains(column));
        connect(box, &QCheckBox::toggled, this, [this, column](bool isWanted) {
            QList<KitColumn> wanted;
            for (const KitColumn each : allKitColumns) {
                if (each == column ? isWanted : m_choice.columns.contains(each))
                    wanted << each;
            }
            m_choice.columns = wanted;
            emit changed();
        });
        grid->addWidget(box, place / boxesInARow, place % boxesInARow);
        ++place;
    }
    auto *all = new QCheckBox(tr("Every combination of options that was read"), part);
    all->setObjectName(u"kitAllOptions"_s);
    all->setAccessibleName(all->text());
    all->setChecked(m_choice.allOptions);
    connect(all, &QCheckBox::toggled, this, [this](bool isAll) {
        m_choice.allOptions = isAll;
        emit changed();
    });
    grid->addWidget(all, place / boxesInARow + 1, 0, 1, boxesInARow);
    return part;
}
