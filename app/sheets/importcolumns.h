// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sheets/csvreader.h"

#include <QHash>
#include <QList>
#include <QStringList>

/// One thing that an import takes from a sheet.
struct ImportColumn
{
    QString key{}; ///< Never changes: what is remembered of a person's choice is kept under it.
    QString label{}; ///< For the person: "Name".
    QStringList headings{}; ///< What it may be called in a sheet, as foldedHeading() has it; the best first.
    bool isNeeded = true;
    QString otherwise{}; ///< Of one that is not needed: what holds without it. For the person.
};

/// Where each ImportColumn stands in the sheet, from 0; -1: nowhere.
using ChosenColumns = QList<int>;

/// Headings of sheets that a person chose a column for, folded, with the key of that column.
using KnownHeadings = QHash<QString, QString>;

/// \a heading as it is compared: without case, and "-", "_" and several blanks as one blank.
QString foldedHeading(const QString &heading);

/// Which columns of a sheet that begins with \a first are wanted: by their headings, those that \a known has before all others. Of a sheet
/// with one column alone that is the first one that is needed.
ChosenColumns columnsByHeading(const CsvRow &first, const QList<ImportColumn> &wanted,
                               const KnownHeadings &known = {});

/// True when \a first names columns that are wanted, and holds no row.
bool isHeading(const CsvRow &first, const QList<ImportColumn> &wanted, const KnownHeadings &known = {});

/// What stands in \a column of \a row, without blanks around it and without the apostrophe that keeps a spreadsheet from taking a text for a
/// formula (cellguard.h): what Steward exports comes back as it was. Empty where there is nothing.
QString importedText(const CsvRow &row, int column);

/// Where the cell of \a column stands; where there is none, the row.
CsvPlace importedPlace(const CsvRow &row, int column);
