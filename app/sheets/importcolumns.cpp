// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/importcolumns.h"

#include "app/sheets/cellguard.h"

#include <algorithm>

namespace {

/// How well \a heading fits \a column: 0 is best, -1 is not at all.
qsizetype fit(const QString &heading, const ImportColumn &column, const KnownHeadings &known)
{
    if (heading.isEmpty())
        return -1;
    if (const auto chosen = known.constFind(heading); chosen != known.cend())
        return *chosen == column.key ? 0 : -1;
    const qsizetype place = column.headings.indexOf(heading);
    return place < 0 ? -1 : place + 1;
}

} // namespace

QString foldedHeading(const QString &heading)
{
    QString folded = heading.toCaseFolded();
    folded.replace(u'_', u' ').replace(u'-', u' ');
    return folded.simplified();
}

ChosenColumns columnsByHeading(const CsvRow &first, const QList<ImportColumn> &wanted,
                               const KnownHeadings &known)
{
    ChosenColumns chosen;
    for (const ImportColumn &column : wanted) {
        int best = -1;
        qsizetype bestFit = -1;
        for (size_t place = 0; place < first.cells.size(); ++place) {
            const qsizetype here = fit(foldedHeading(first.text(place)), column, known);
            const bool isTaken = chosen.contains(static_cast<int>(place));
            if (here >= 0 && !isTaken && (bestFit < 0 || here < bestFit)) {
                bestFit = here;
                best = static_cast<int>(place);
            }
        }
        chosen.append(best);
    }
    const bool isNoneFound = std::ranges::all_of(chosen, [](int place) { return place < 0; });
    if (isNoneFound && first.cells.size() == 1) {
        const auto needed = std::ranges::find(wanted, true, &ImportColumn::isNeeded);
        if (needed != wanted.end())
            chosen[needed - wanted.begin()] = 0;
    }
    return chosen;
}

bool isHeading(const CsvRow &first, const QList<ImportColumn> &wanted, const KnownHeadings &known)
{
    for (qsizetype i = 0; i < wanted.size(); ++i) {
        const bool isNamed = std::ranges::any_of(first.cells, [&](const CsvCell &cell) {
            return fit(foldedHeading(cell.text), wanted[i], known) >= 0;
        });
        if (isNamed && wanted[i].isNeeded)
            return true;
    }
    return false;
}

QString importedText(const CsvRow &row, int column)
{
    const QString text = column < 0 ? QString() : row.text(static_cast<size_t>(column));
    if (!text.startsWith(u'\''))
        return text;
    const QByteArray utf8 = text.toUtf8();
    const std::string_view cell = withoutGuard({utf8.constData(), static_cast<size_t>(utf8.size())});
    return QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
}

CsvPlace importedPlace(const CsvRow &row, int column)
{
    const bool isThere = column >= 0 && static_cast<size_t>(column) < row.cells.size();
    return isThere ? row.cells[static_cast<size_t>(column)].place : row.place();
}
