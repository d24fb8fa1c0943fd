// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/importedsheet.h"

#include "app/sheets/csvimport.h"

#include <algorithm>
#include <tuple>

namespace {

constexpr qint64 percentOfAll = 100;

bool isBefore(const CsvPlace &a, const CsvPlace &b)
{
    return std::tie(a.line, a.column) < std::tie(b.line, b.column);
}

} // namespace

ImportedSheet::ImportedSheet(QObject *parent) : QObject(parent) { }

ImportedSheet::~ImportedSheet() = default;

void ImportedSheet::clear()
{
    if (m_import) // it may be the one that speaks
        m_import.release()->deleteLater();
    m_rows.clear();
    m_faults.clear();
    m_file.clear();
    m_systemWords.clear();
    m_percent = 0;
    end(State::Empty);
}

void ImportedSheet::end(State state)
{
    m_state = state;
    emit changed();
}

void ImportedSheet::readText(const QString &text, std::optional<CsvSeparator> separator)
{
    clear();
    CsvSheet sheet = readCsv(QStringView(text).first(std::min(text.size(), longestText)).toUtf8(), separator);
    take(std::move(sheet.rows), std::move(sheet.faults));
}

void ImportedSheet::take(std::vector<CsvRow> rows, std::vector<CsvFault> faults)
{
    m_rows = std::move(rows);
    m_faults = std::move(faults);
    std::ranges::sort(m_faults, isBefore,
                      &CsvFault::place); // a quote that is never closed is told last
    end(m_rows.empty() ? State::Empty : State::Read);
}

void ImportedSheet::readFile(const QString &file)
{
    clear();
    m_file = file;
    m_import = std::make_unique<CsvImport>(file);
    connect(m_import.get(), &CsvImport::progressed, this, [this](qint64 bytes, qint64 total) {
        m_percent = total > 0 ? static_cast<int>(bytes * percentOfAll / total) : 0;
        emit changed();
    });
    connect(m_import.get(), &CsvImport::finished, this, [this] {
        CsvImport *import = m_import.release();
        import->deleteLater(); // it is still on the stack
        take(import->takeRows(), import->faults());
    });
    connect(m_import.get(), &CsvImport::failed, this, [this](const QString &systemWords) {
        m_systemWords = systemWords;
        m_import.release()->deleteLater();
        end(State::Failed);
    });
    end(State::Reading);
    m_import->start();
}

const CsvFault *ImportedSheet::firstFault(size_t row) const
{
    const CsvPlace begin = m_rows[row].place();
    const auto first = std::ranges::lower_bound(m_faults, begin, isBefore, &CsvFault::place);
    if (first == m_faults.end())
        return nullptr;
    const bool isLast = row + 1 == m_rows.size();
    return isLast || isBefore(first->place, m_rows[row + 1].place()) ? &*first : nullptr;
}

std::optional<ImportedSheet::Fault> ImportedSheet::faultOf(size_t row) const
{
    if (const CsvFault *fault = firstFault(row))
        return Fault{fault->place, fault->sentence()};
    const std::vector<CsvCell> &cells = m_rows[row].cells;
    const size_t most = m_rows.front().cells.size();
    const auto beyond =
        std::ranges::find_if(cells.begin() + static_cast<qsizetype>(std::min(most, cells.size())),
                             cells.end(), [](const CsvCell &cell) { return !cell.text.trimmed().isEmpty(); });
    if (beyond != cells.end())
        return Fault{
            beyond->place,
            placedSentence(beyond->place,
                           tr("more cells than the first line has. A text that holds a separator stands "
                              "in quotes."))};
    const bool isBeyondFaults =
        m_faults.size() >= CsvReader::mostFaults && isBefore(m_faults.back().place, m_rows[row].place());
    if (isBeyondFaults)
        return Fault{m_rows[row].place(),
                     tr("The sheet has more faults before this line than Steward tells.")};
    return std::nullopt;
}
