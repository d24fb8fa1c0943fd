// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrolment/kitsheet.h"
#include "ui/sheets/exportsubject.h"

/// What a sheet of setup kits is to hold. As chosen last.
struct KitSheetChoice
{
    QList<KitColumn> columns{KitColumn::Company, KitColumn::IdOfCompany, KitColumn::System,
                             KitColumn::Link,    KitColumn::Id,          KitColumn::Check};
    bool allOptions = false; ///< Every combination of options that was read, not the one that is shown alone.
};

/// The kit matrix as the export dialog sees it, with columns to choose from.
class KitExport : public ExportSubject
{
    Q_OBJECT

public:
    /// \a matrix and \a choice outlive this; \a shown are the options that the window shows.
    KitExport(const KitMatrix &matrix, SetupOptions shown, QSet<CompanyKey> selected, KitSheetChoice &choice);

    QString title() const override;
    QString note() const override;
    qsizetype count(ExportRows rows) const override;
    QString remark(ExportRows rows) const override;
    std::unique_ptr<SheetSource> source(ExportRows rows) const override;
    QWidget *makeChoices(QWidget *parent) override;

private:
    KitSheetRange range(ExportRows rows) const;

    const KitMatrix &m_matrix;
    SetupOptions m_shown;
    QSet<CompanyKey> m_selected;
    KitSheetChoice &m_choice;
};
