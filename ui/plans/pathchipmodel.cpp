// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/pathchipmodel.h"

#include "app/base/visibletext.h"
#include "ui/widgets/plaintooltip.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

QStringList pathsIn(const QString &text)
{
    static const QRegularExpression lineBreak(u"[\r\n]"_s);
    return text.split(lineBreak, Qt::SkipEmptyParts);
}

void PathChipModel::setPaths(const QStringList &paths)
{
    beginResetModel();
    m_paths = paths;
    m_marks.assign(static_cast<size_t>(paths.size()), {});
    m_removed.clear();
    endResetModel();
}

void PathChipModel::add(const QStringList &paths)
{
    if (paths.isEmpty())
        return;
    const auto first = static_cast<int>(m_paths.size());
    beginInsertRows({}, first, first + static_cast<int>(paths.size()) - 1);
    m_paths += paths;
    m_marks.resize(static_cast<size_t>(m_paths.size()));
    endInsertRows();
    emit edited();
}

void PathChipModel::remove(const std::vector<int> &rows)
{
    std::vector<int> descending = rows;
    std::ranges::sort(descending, std::greater<>());
    Removed removed;
    for (const int row : descending) {
        beginRemoveRows({}, row, row);
        removed.emplace(removed.begin(), row, m_paths.takeAt(row));
        m_marks.erase(m_marks.begin() + row);
        endRemoveRows();
    }
    if (removed.empty())
        return;
    m_removed.push_back(removed);
    emit edited();
}

void PathChipModel::removeEmpty()
{
    bool isChanged = false;
    for (auto row = static_cast<int>(m_paths.size()) - 1; row >= 0; --row) {
        if (!m_paths[row].isEmpty())
            continue;
        isChanged = true;
        beginRemoveRows({}, row, row);
        m_paths.removeAt(row);
        m_marks.erase(m_marks.begin() + row);
        endRemoveRows();
    }
    if (isChanged)
        emit edited();
}

bool PathChipModel::bringBack()
{
    if (m_removed.empty())
        return false;
    const Removed removed = m_removed.back();
    m_removed.pop_back();
    for (const auto &[place, path] : removed) {
        const int row = std::min(place, static_cast<int>(m_paths.size()));
        beginInsertRows({}, row, row);
        m_paths.insert(row, path);
        m_marks.insert(m_marks.begin() + row, Mark());
        endInsertRows();
    }
    emit edited();
    return true;
}

void PathChipModel::replace(int row, const QStringList &paths)
{
    m_paths[row] = paths.value(0);
    emit dataChanged(index(row), index(row));
    if (paths.size() > 1) {
        const auto more = static_cast<int>(paths.size()) - 1;
        beginInsertRows({}, row + 1, row + more);
        for (int i = 1; i <= more; ++i) {
            m_paths.insert(row + i, paths[i]);
            m_marks.insert(m_marks.begin() + row + i, Mark());
        }
        endInsertRows();
    }
    emit edited();
}

void PathChipModel::showProblems(const QList<PlanProblem> &problems)
{
    std::vector<Mark> marks(m_marks.size());
    for (const PlanProblem &problem : problems) {
        const bool isOfRow = problem.field == PlanField::Items && problem.entry >= 0
            && static_cast<size_t>(problem.entry) < marks.size();
        if (isOfRow && marks[static_cast<size_t>(problem.entry)].sentence.isEmpty())
            marks[static_cast<size_t>(problem.entry)] = {problem.sentence,
                                                         problem.weight == PlanProblem::Weight::Fault};
    }
    for (size_t row = 0; row < marks.size(); ++row) {
        if (marks[row] == m_marks[row])
            continue;
        m_marks[row] = marks[row];
        const QModelIndex changed = index(static_cast<int>(row));
        emit dataChanged(changed, changed, {SentenceRole, FaultRole, Qt::AccessibleDescriptionRole});
    }
}

qsizetype PathChipModel::marked() const
{
    return std::ranges::count_if(m_marks, [](const Mark &mark) { return !mark.sentence.isEmpty(); });
}

int PathChipModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_paths.size());
}

Qt::ItemFlags PathChipModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = QAbstractListModel::flags(index);
    return index.isValid() ? flags | Qt::ItemIsEditable : flags;
}

QVariant PathChipModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const QString &path = m_paths[index.row()];
    const Mark &mark = m_marks[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::EditRole:
        return path;
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return visibleText(path);
    case SentenceRole:
    case Qt::AccessibleDescriptionRole:
        return mark.sentence;
    case FaultRole:
        return mark.isFault;
    case Qt::ToolTipRole:
        return plainToolTip(
            QStringList{visibleText(path), mark.sentence, tr("F2 or a double click edits it.")}.join(u'\n'));
    default:
        return {};
    }
}

bool PathChipModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!index.isValid() || role != Qt::EditRole)
        return false;
    const QString text = value.toString();
    if (text != m_paths[index.row()])
        replace(index.row(), pathsIn(text));
    return true;
}
