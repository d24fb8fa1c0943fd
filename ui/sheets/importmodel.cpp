// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/importmodel.h"

#include "app/base/visibletext.h"
#include "app/sheets/importedsheet.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/window/icons.h"
#include "ui/window/theme.h"

#include <QElapsedTimer>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace {

constexpr qint64 turnMs = 6;
constexpr size_t rowsBetweenLooks = 64; // at the clock

} // namespace

ImportModel::ImportModel(const Theme &theme, QObject *parent) : QAbstractTableModel(parent), m_theme(theme)
{
    m_turn.setInterval(0); // other events come first
    connect(&m_turn, &QTimer::timeout, this, &ImportModel::judgeSome);
}

void ImportModel::clear()
{
    m_turn.stop();
    beginResetModel();
    m_sheet = nullptr;
    m_judge.reset();
    m_headings.clear();
    m_rows.clear();
    m_counts = {};
    m_shown.clear();
    m_result = {};
    endResetModel();
    emit countsChanged();
}

void ImportModel::judge(const ImportedSheet &sheet, size_t first, std::shared_ptr<RowJudge> judge)
{
    clear();
    beginResetModel();
    m_headings = judge->headings();
    endResetModel();
    m_sheet = &sheet;
    m_next = first;
    m_judge = std::move(judge);
    m_turn.start();
}

void ImportModel::judgeSome()
{
    QElapsedTimer since;
    since.start();
    const size_t end = m_sheet->rows().size();
    const qsizetype before = count();
    std::vector<qsizetype> shown;
    while (m_next < end && (m_next % rowsBetweenLooks != 0 || since.elapsed() < turnMs)) {
        const CsvRow &row = m_sheet->rows()[m_next];
        const auto fault = m_sheet->faultOf(m_next++);
        JudgedRow judged = fault ? m_judge->leaveOut(row, fault->sentence) : m_judge->judge(row);
        if (fault)
            judged.place = fault->place;
        ++m_counts.at(static_cast<size_t>(judged.verdict));
        if (isShown(judged))
            shown.push_back(count());
        m_rows.push_back(std::move(judged));
    }
    if (!shown.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(shown.size()) - 1);
        m_shown.insert(m_shown.end(), shown.begin(), shown.end());
        endInsertRows();
    }
    const bool isOver = m_next == end;
    if (isOver) {
        m_turn.stop();
        m_sheet = nullptr;
    }
    if (count() > before)
        emit countsChanged();
    if (isOver)
        emit judged();
}

void ImportModel::setShown(std::optional<RowVerdict> verdict)
{
    beginResetModel();
    m_shownVerdict = verdict;
    m_shown.clear();
    for (qsizetype row = 0; row < count(); ++row) {
        if (isShown(m_rows[static_cast<size_t>(row)]))
            m_shown.push_back(row);
    }
    endResetModel();
}

void ImportModel::setResults(std::function<RowResult(qsizetype)> result)
{
    m_result = std::move(result);
    if (rowCount() > 0)
        emit dataChanged(index(0, columnCount() - 1), index(rowCount() - 1, columnCount() - 1));
}

void ImportModel::showResult(qsizetype row)
{
    const auto place = std::ranges::lower_bound(m_shown, row);
    if (place == m_shown.end() || *place != row)
        return;
    const QModelIndex cell = index(static_cast<int>(place - m_shown.begin()), columnCount() - 1);
    emit dataChanged(cell, cell);
}

QString ImportModel::text(qsizetype row, int column) const
{
    const JudgedRow &judged = m_rows[static_cast<size_t>(row)];
    if (column == 0)
        return QLocale().toString(judged.place.line);
    if (column == columnCount() - 1)
        return verdictText(row);
    return visibleText(judged.cells.value(column - 1));
}

QString ImportModel::verdictText(qsizetype row) const
{
    const JudgedRow &judged = m_rows[static_cast<size_t>(row)];
    if (const QString result = m_result ? m_result(row).text : QString(); !result.isEmpty())
        return result;
    return judged.verdict == RowVerdict::LeftOut ? tr("Left out. %1").arg(judged.remark) : judged.remark;
}

QVariant ImportModel::mark(qsizetype row) const
{
    if (const RowResult result = m_result ? m_result(row) : RowResult(); !result.text.isEmpty())
        return result.mark;
    switch (m_rows[static_cast<size_t>(row)].verdict) {
    case RowVerdict::Doubtful:
        return glyphIcon(m_theme, Glyph::HealthStale, Token::Warn);
    case RowVerdict::LeftOut:
        return glyphIcon(m_theme, Glyph::HealthFailing, Token::Bad);
    case RowVerdict::Good:
        break;
    }
    return {};
}

int ImportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ImportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_headings.size()) + 2;
}

QVariant ImportModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const qsizetype row = m_shown[static_cast<size_t>(index.row())];
    const RowVerdict verdict = m_rows[static_cast<size_t>(row)].verdict;
    const bool isLast = index.column() == columnCount() - 1;
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        return plainToolTip(text(row, index.column()));
    case Qt::DecorationRole:
        return isLast ? mark(row) : QVariant();
    case Qt::ForegroundRole:
        return m_theme.color(verdict == RowVerdict::LeftOut && !isLast ? Token::Text3
                                 : index.column() == 0 || isLast       ? Token::Text2
                                                                       : Token::Text);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue((index.column() == 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ImportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((section == 0 ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return tr("Line");
    return section == columnCount() - 1 ? tr("What comes of it") : m_headings.value(section - 1);
}
