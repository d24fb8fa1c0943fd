// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planmodel.h"

#include "app/base/visibletext.h"
#include "app/fleet/fleet.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/window/theme.h"

#include <QLocale>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

// While lists arrive, rows appear at this pace.
constexpr auto rowPace = 50ms;

bool isTrouble(const PlanTable &table, PlanRow row, PlanColumn column)
{
    const Plan &plan = table.plan(row);
    switch (column) {
    case PlanColumn::Failed:
        return plan.failedOn && !plan.failedOn->isEmpty();
    case PlanColumn::Enabled:
        return !plan.isEnabled.value_or(true);
    case PlanColumn::ScheduleOn:
        return plan.schedule && plan.schedule->isDisabled.value_or(false);
    default:
        return false;
    }
}

} // namespace

PlanModel::PlanModel(const Fleet &fleet, const Theme &theme, QObject *parent)
    : QAbstractTableModel(parent), m_fleet(fleet), m_theme(theme)
{
    m_takeSoon.setSingleShot(true);
    m_takeSoon.setInterval(rowPace);
    connect(&m_takeSoon, &QTimer::timeout, this, &PlanModel::takeNow);
    connect(&fleet.plans(), &PlanList::companyChanged, this, [this](const CompanyKey &company) {
        m_changed.insert(company);
        if (!m_takeSoon.isActive())
            m_takeSoon.start();
    });
    connect(&fleet, &Fleet::companiesChanged, this, &PlanModel::takeTitles);
    for (const auto &[company, plans] : fleet.plans().all())
        m_changed.insert(company);
    takeNow();
}

void PlanModel::takeNow()
{
    m_takeSoon.stop();
    const QSet<CompanyKey> changed = std::exchange(m_changed, {});
    for (const CompanyKey &company : changed) {
        const CompanyPlans *plans = m_fleet.plans().of(company);
        const CompanyEntry *entry = m_fleet.companies().find(company);
        m_table.setPlans(company, entry ? entry->title() : company.company.text(),
                         plans ? plans->plans() : QList<Plan>());
    }
    show();
}

void PlanModel::takeTitles()
{
    bool isOther = false;
    for (const CompanyEntry &entry : m_fleet.companies().entries())
        isOther = m_table.setTitle(entry.key, entry.title()) || isOther;
    if (isOther)
        show();
}

void PlanModel::setScope(const PlanScope &scope)
{
    if (scope == m_scope)
        return;
    m_scope = scope;
    show();
}

void PlanModel::setQuery(const Query &query)
{
    m_query = query;
    show();
}

void PlanModel::sort(int column, Qt::SortOrder order)
{
    m_sorting = {.column = static_cast<PlanColumn>(std::max(column, 0)), .order = order};
    show();
}

void PlanModel::show()
{
    const std::vector<PlanRow> rows = m_table.rows(m_scope, m_query, m_sorting);
    removeOthers(rows);
    appendNew(rows);
    if (rows != m_rows)
        arrange(rows);
    if (!m_rows.empty()) // a plan may say something else than before
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    emit plansChanged();
}

void PlanModel::removeOthers(const std::vector<PlanRow> &rows)
{
    const QSet<PlanRow> wanted(rows.begin(), rows.end());
    for (int end = rowCount(); end > 0;) {
        if (wanted.contains(planAt(end - 1))) {
            --end;
            continue;
        }
        int begin = end - 1;
        while (begin > 0 && !wanted.contains(planAt(begin - 1)))
            --begin;
        beginRemoveRows({}, begin, end - 1);
        m_rows.erase(m_rows.begin() + begin, m_rows.begin() + end);
        endRemoveRows();
        end = begin;
    }
}

void PlanModel::appendNew(const std::vector<PlanRow> &rows)
{
    const QSet<PlanRow> known(m_rows.begin(), m_rows.end());
    std::vector<PlanRow> added;
    std::ranges::copy_if(rows, std::back_inserter(added),
                         [&known](PlanRow row) { return !known.contains(row); });
    if (added.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(added.size()) - 1);
    m_rows.insert(m_rows.end(), added.begin(), added.end());
    endInsertRows();
}

void PlanModel::arrange(const std::vector<PlanRow> &rows)
{
    emit layoutAboutToBeChanged({}, VerticalSortHint);
    QHash<PlanRow, int> places;
    for (int place = 0; place < static_cast<int>(rows.size()); ++place)
        places.insert(rows[static_cast<size_t>(place)], place);
    const QModelIndexList before = persistentIndexList();
    QModelIndexList after;
    after.reserve(before.size());
    for (const QModelIndex &index : before)
        after << createIndex(places.value(planAt(index.row())), index.column());
    m_rows = rows;
    changePersistentIndexList(before, after);
    emit layoutChanged({}, VerticalSortHint);
}

int PlanModel::rowOf(PlanRow plan) const
{
    const auto found = std::ranges::find(m_rows, plan);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int PlanModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PlanModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(planColumnCount);
}

QVariant PlanModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const PlanRow row = planAt(index.row());
    const auto column = static_cast<PlanColumn>(index.column());
    const QString &text = m_table.text(row, column);
    switch (role) {
    case Qt::DisplayRole:
        if (columnRow(column).isNumber && !text.isEmpty())
            return QLocale().toString(text.toLongLong());
        return text.isEmpty() ? u"–"_s : visibleText(text);
    case Qt::AccessibleTextRole:
        return text.isEmpty() ? tr("not reported by the API") : visibleText(text);
    case Qt::ToolTipRole:
        return plainToolTip(text.isEmpty() ? tr("not reported by the API") : visibleText(text));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter)
                                   | (columnRow(column).isNumber ? Qt::AlignRight : Qt::AlignLeft));
    case Qt::ForegroundRole:
        if (text.isEmpty())
            return m_theme.color(Token::Text3);
        return isTrouble(m_table, row, column)
            ? QVariant(m_theme.color(column == PlanColumn::Failed ? Token::Bad : Token::Warn))
            : QVariant();
    default:
        return {};
    }
}

QVariant PlanModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const auto column = static_cast<PlanColumn>(section);
    if (role == Qt::DisplayRole)
        return header(column);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignVCenter)
                                   | (columnRow(column).isNumber ? Qt::AlignRight : Qt::AlignLeft));
    return {};
}
