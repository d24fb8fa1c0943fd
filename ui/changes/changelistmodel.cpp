// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changelistmodel.h"

#include "app/base/visibletext.h"
#include "ui/changes/changelook.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/window/theme.h"

#include <algorithm>
#include <chrono>
#include <functional>

using namespace std::chrono_literals;

ChangeListModel::ChangeListModel(const ChangeJournal &journal, AccountNames accountName, const Theme &theme,
                                 QObject *parent)
    : QAbstractTableModel(parent), m_journal(journal), m_accountName(std::move(accountName)), m_theme(theme)
{
    connect(&journal, &ChangeJournal::changesAdded, this, &ChangeListModel::add);
    connect(&journal, &ChangeJournal::changeUpdated, this, &ChangeListModel::update);
    connect(&journal, &ChangeJournal::changesForgotten, this, &ChangeListModel::readAgain);
    connect(&theme, &Theme::changed, this, [this] {
        if (!m_rows.empty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columns - 1), {Qt::ForegroundRole});
    });
    m_countSoon.setSingleShot(true);
    m_countSoon.setInterval(100ms);
    connect(&m_countSoon, &QTimer::timeout, this, &ChangeListModel::count);
    readAgain();
}

void ChangeListModel::setFilter(const ChangeFilter &filter)
{
    m_filter = filter;
    readAgain();
}

void ChangeListModel::setState(std::optional<ChangeState> state)
{
    if (m_state == state)
        return;
    m_state = state;
    readAgain();
}

bool ChangeListModel::passes(const ChangeRecord &change) const
{
    return (!m_state || change.state == *m_state) && m_filter.takesIn(change, m_accountName(change.account));
}

void ChangeListModel::readAgain()
{
    beginResetModel();
    m_rows.clear();
    const std::vector<ChangeRecord> &changes = m_journal.changes();
    for (auto change = changes.rbegin(); change != changes.rend(); ++change) {
        if (passes(*change))
            m_rows.push_back(change->id);
    }
    endResetModel();
    count();
}

// A run has many updates in a second.
void ChangeListModel::countSoon()
{
    if (!m_countSoon.isActive())
        m_countSoon.start();
}

void ChangeListModel::count()
{
    m_counts = {};
    for (const ChangeRecord &change : m_journal.changes()) {
        if (m_filter.takesIn(change, m_accountName(change.account)))
            ++m_counts.at(static_cast<size_t>(change.state));
    }
    emit countsChanged();
}

void ChangeListModel::add(qsizetype count)
{
    std::vector<ChangeId> added;
    const std::vector<ChangeRecord> &changes = m_journal.changes();
    for (auto change = changes.rbegin(); change != changes.rbegin() + count; ++change) {
        if (passes(*change))
            added.push_back(change->id);
    }
    if (!added.empty()) {
        beginInsertRows({}, 0, static_cast<int>(added.size()) - 1);
        m_rows.insert(m_rows.begin(), added.begin(), added.end());
        endInsertRows();
    }
    countSoon();
}

void ChangeListModel::update(ChangeId id)
{
    const auto place = std::ranges::lower_bound(m_rows, id, std::greater<>());
    const bool isShown = place != m_rows.end() && *place == id;
    const bool isWanted = passes(*m_journal.find(id));
    const int row = static_cast<int>(place - m_rows.begin());
    if (isShown && isWanted) {
        emit dataChanged(index(row, 0), index(row, columns - 1));
    } else if (isShown) {
        beginRemoveRows({}, row, row);
        m_rows.erase(place);
        endRemoveRows();
    } else if (isWanted) {
        beginInsertRows({}, row, row);
        m_rows.insert(place, id);
        endInsertRows();
    }
    countSoon();
}

const ChangeRecord *ChangeListModel::change(int row) const
{
    return row >= 0 && row < rowCount() ? m_journal.find(m_rows[static_cast<size_t>(row)]) : nullptr;
}

int ChangeListModel::rowOf(ChangeId id) const
{
    const auto place = std::ranges::lower_bound(m_rows, id, std::greater<>());
    return place != m_rows.end() && *place == id ? static_cast<int>(place - m_rows.begin()) : -1;
}

int ChangeListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ChangeListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant ChangeListModel::data(const QModelIndex &index, int role) const
{
    const ChangeRecord *found = index.isValid() ? change(index.row()) : nullptr;
    if (!found)
        return {};
    const auto column = static_cast<Column>(index.column());
    const ChangeLook &look = lookOf(found->state);
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return text(*found, column);
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(*found, column));
    case Qt::DecorationRole:
        return column == Column::State ? QVariant(glyphIcon(m_theme, look.mark, look.ink)) : QVariant();
    case Qt::ForegroundRole:
        if (column == Column::State && look.state != ChangeState::Done)
            return m_theme.color(look.ink);
        return m_theme.color(column == Column::Result || column == Column::When ? Token::Text2 : Token::Text);
    case Qt::FontRole:
        return m_theme.font(column == Column::State && look.isStrong ? TextStyle::Strong : TextStyle::Base);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(
            (column == Column::When || column == Column::Duration ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ChangeListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columns)
        return {};
    const auto column = static_cast<Column>(section);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            (column == Column::When || column == Column::Duration ? Qt::AlignRight : Qt::AlignLeft)
            | Qt::AlignVCenter);
    return role == Qt::DisplayRole ? header(column) : QVariant();
}

QString ChangeListModel::header(Column column)
{
    switch (column) {
    case Column::When:
        return tr("When");
    case Column::Account:
        return tr("Account");
    case Column::Change:
        return tr("Change");
    case Column::Target:
        return tr("Target");
    case Column::State:
        return tr("State");
    case Column::Result:
        return tr("What came of it");
    case Column::Duration:
        return tr("Took");
    }
    Q_UNREACHABLE();
}

QString ChangeListModel::text(const ChangeRecord &change, Column column) const
{
    switch (column) {
    case Column::When:
        return changeTimeText(change.madeAt, QDateTime::currentDateTime());
    case Column::Account:
        return visibleText(m_accountName(change.account));
    case Column::Change:
        return visibleText(change.title);
    case Column::Target:
        return change.change.place.isEmpty()
            ? visibleText(change.change.target)
            : tr("%1, %2", "a company, and where it is")
                  .arg(visibleText(change.change.target), visibleText(change.change.place));
    case Column::State:
        return label(change.state);
    case Column::Result:
        return visibleText(whatCameOf(change));
    case Column::Duration:
        return changeDurationText(change.duration());
    }
    Q_UNREACHABLE();
}

QString ChangeListModel::toolTip(const ChangeRecord &change, Column column) const
{
    return column == Column::When ? changeTimeToolTip(change.madeAt) : text(change, column);
}
