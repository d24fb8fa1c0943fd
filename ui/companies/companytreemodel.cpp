// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companytreemodel.h"

#include "app/base/rest.h"
#include "app/base/visibletext.h"
#include "ui/companies/companywords.h"
#include "ui/health/healthwords.h"
#include "ui/widgets/plaintooltip.h"

#include <QElapsedTimer>
#include <QLocale>
#include <QScopedValueRollback>

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto pace = 40ms;

// A row at the top has 0 inside its index, a company the number of its group from 1.
quintptr insideOf(size_t group)
{
    return static_cast<quintptr>(group) + 1;
}

size_t groupInside(const QModelIndex &index)
{
    return static_cast<size_t>(index.internalId()) - 1;
}

} // namespace

CompanyTreeModel::CompanyTreeModel(const Fleet &fleet, QObject *parent)
    : QAbstractItemModel(parent), m_fleet(fleet)
{
    m_updater.setSingleShot(true);
    connect(&m_updater, &QTimer::timeout, this, &CompanyTreeModel::update);
    connect(&fleet, &Fleet::companiesChanged, this, [this] { updateLater(true); });
    connect(&fleet, &Fleet::companyStatesChanged, this, [this] { updateLater(false); });
    connect(&fleet, &Fleet::readingEnded, this, [this] { updateLater(false); });
}

void CompanyTreeModel::setAccounts(const QList<Account> &accounts)
{
    const bool isReset = (accounts.size() > 1 || areSeveral())
        && !std::ranges::equal(accounts, m_accounts, {}, &Account::id, &Account::id);
    if (isReset)
        beginResetModel();
    m_accounts = accounts;
    m_lists.resize(companyGroupCount + (areSeveral() ? static_cast<size_t>(accounts.size()) : 0));
    if (isReset) {
        std::ranges::fill(m_lists, std::vector<CompanyRow>());
        endResetModel();
    }
    m_listsChanged = true;
    update();
}

void CompanyTreeModel::setFilter(const CompanyFilter &filter)
{
    m_filter = filter;
    m_listsChanged = true;
    update();
}

QModelIndex CompanyTreeModel::top(const AccountId &account) const
{
    const auto found = std::ranges::find(m_accounts, account, &Account::id);
    return top(found == m_accounts.end() ? 0 : treeOf(found - m_accounts.begin()));
}

bool CompanyTreeModel::isOf(CompanyGroup group, const QModelIndex &index) const
{
    const auto place = static_cast<size_t>(index.parent().isValid() ? index.parent().row() : index.row());
    const bool isAccount = place >= companyGroupCount && group == CompanyGroup::Tree;
    return index.isValid() && (isAccount || place == static_cast<size_t>(group));
}

int CompanyTreeModel::treeCount() const
{
    size_t count = 0;
    for (qsizetype i = 0; i < m_accounts.size(); ++i)
        count += m_lists[treeOf(i)].size();
    return static_cast<int>(count);
}

std::optional<AccountId> CompanyTreeModel::account(const QModelIndex &index) const
{
    const bool isTop = index.isValid() && index.internalId() == 0;
    if (!isTop || static_cast<size_t>(index.row()) < companyGroupCount)
        return std::nullopt;
    return m_accounts.at(index.row() - static_cast<int>(companyGroupCount)).id;
}

QModelIndex CompanyTreeModel::indexOf(const CompanyKey &company) const
{
    for (size_t group = 0; group < m_lists.size(); ++group) {
        const auto found = std::ranges::find(m_lists[group], company, &CompanyRow::key);
        if (found != m_lists[group].end())
            return createIndex(static_cast<int>(found - m_lists[group].begin()), 0, insideOf(group));
    }
    return {};
}

std::optional<CompanyKey> CompanyTreeModel::company(const QModelIndex &index) const
{
    const CompanyRow *row = companyRow(index);
    return row ? std::optional(row->key) : std::nullopt;
}

const CompanyRow *CompanyTreeModel::companyRow(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == 0)
        return nullptr;
    return &m_lists.at(groupInside(index)).at(static_cast<size_t>(index.row()));
}

CompanyLook CompanyTreeModel::look(const QModelIndex &index) const
{
    const CompanyRow *row = companyRow(index);
    return row ? companyLook(*row) : topLook(static_cast<size_t>(index.row()));
}

CompanyLook CompanyTreeModel::topLook(size_t group) const
{
    if (group == static_cast<size_t>(CompanyGroup::FoundBySearch)
        || group == static_cast<size_t>(CompanyGroup::KnownFromDevices))
        return {.title = companyGroupTitle(static_cast<CompanyGroup>(group))};
    CompanyLook look{.isAccount = true};
    if (m_accounts.isEmpty())
        return look;
    if (group >= companyGroupCount)
        return accountLook(m_accounts.at(static_cast<qsizetype>(group - companyGroupCount)));
    look = areSeveral() ? CompanyLook{.title = tr("All accounts")} : accountLook(m_accounts.constFirst());
    const qsizetype devices = m_fleet.devices().liveCount();
    look.health = m_fleet.health().counts();
    look.isCounted = devices > 0 || m_fleet.asOf().isValid();
    look.count = look.isCounted ? QLocale().toString(devices) : notReadText(m_fleet.isReading());
    return look;
}

CompanyLook CompanyTreeModel::accountLook(const Account &account) const
{
    const CompanyEntry *own = m_fleet.companies().own(account.id);
    const QString ownName = own ? own->title() : account.title();
    CompanyLook look{.title = visibleText(account.name.isEmpty() ? ownName : account.name),
                     .suffix = account.isReadOnly ? tr("read-only") : QString(),
                     .isAccount = true,
                     .colour = account.colour};
    if (!areSeveral())
        return look;
    qsizetype devices = 0;
    const DeviceTable &table = m_fleet.devices();
    for (quint32 code = 1; code < table.wordCount(WordColumn::Company); ++code) {
        if (table.company(code).account != account.id)
            continue;
        devices += table.liveCountOf(code);
        const HealthCounts counts = m_fleet.health().counts(code);
        for (size_t state = 0; state < healthCount; ++state)
            look.health.states[state] += counts.states[state];
    }
    look.isCounted = devices > 0 || m_fleet.asOf().isValid();
    look.count = look.isCounted ? QLocale().toString(devices) : notReadText(m_fleet.isReading());
    return look;
}

QModelIndex CompanyTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? insideOf(static_cast<size_t>(parent.row())) : 0);
}

QModelIndex CompanyTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() != 0 ? top(groupInside(child)) : QModelIndex();
}

int CompanyTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_lists.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return static_cast<int>(m_lists.at(static_cast<size_t>(parent.row())).size());
}

int CompanyTreeModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return 1;
}

QVariant CompanyTreeModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return look(index).title;
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(index));
    case Qt::AccessibleTextRole:
        return companyAccessibleText(look(index));
    case Qt::AccessibleDescriptionRole:
        return toolTip(index);
    default:
        return {};
    }
}

QString CompanyTreeModel::toolTip(const QModelIndex &index) const
{
    const CompanyRow *row = companyRow(index);
    const CompanyEntry *entry = row ? m_fleet.companies().find(row->key) : nullptr;
    if (entry)
        return companyToolTip(*entry, row->devices, row->health);
    const CompanyLook top = look(index);
    const QString health = healthBarText(top.health);
    return health.isEmpty() ? top.title : top.title + u'\n' + health;
}

void CompanyTreeModel::updateLater(bool listsChanged)
{
    m_listsChanged |= listsChanged;
    if (!m_updater.isActive())
        m_updater.start(restAfter(m_updating, pace));
}

void CompanyTreeModel::update()
{
    QElapsedTimer clock;
    clock.start();
    {
        const QScopedValueRollback updating(m_isUpdating, true);
        if (std::exchange(m_listsChanged, false))
            updateLists();
        else
            updateStates();
        m_isAnyReading = std::ranges::any_of(m_lists, [](const std::vector<CompanyRow> &list) {
            return std::ranges::any_of(
                list, [](const CompanyRow &row) { return row.knowledge == DeviceKnowledge::Reading; });
        });
        emit dataChanged(top(size_t(0)), top(m_lists.size() - 1));
    }
    emit updated();
    m_updating = std::chrono::milliseconds(clock.elapsed());
}

void CompanyTreeModel::updateLists()
{
    std::vector<std::vector<CompanyRow>> wanted(m_lists.size());
    for (qsizetype i = 0; i < m_accounts.size(); ++i) {
        CompanyLists lists = m_maker.build(m_fleet, m_accounts[i].id, m_filter);
        wanted[treeOf(i)] = std::move(lists.front());
        for (size_t group = 1; group < companyGroupCount; ++group)
            std::ranges::move(lists[group], std::back_inserter(wanted[group]));
    }
    for (size_t group = 0; group < m_lists.size(); ++group)
        apply(group, std::move(wanted[group]));
}

void CompanyTreeModel::updateStates()
{
    for (size_t group = 0; group < m_lists.size(); ++group) {
        std::vector<bool> changed;
        changed.reserve(m_lists[group].size());
        for (CompanyRow &row : m_lists[group]) {
            const CompanyRow before = row;
            CompanyRows::readState(m_fleet, row);
            changed.push_back(row != before);
        }
        announce(group, changed);
    }
}
