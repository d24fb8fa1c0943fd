// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companytreemodel.h"

#include "app/base/visibletext.h"
#include "ui/companies/companywords.h"
#include "ui/health/healthwords.h"
#include "ui/widgets/plaintooltip.h"

#include <QLocale>
#include <QScopedValueRollback>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::array groups{CompanyGroup::Tree, CompanyGroup::FoundBySearch, CompanyGroup::KnownFromDevices};

// A row at the top has 0 inside its index, a company the number of its group from 1.
quintptr insideOf(CompanyGroup group)
{
    return static_cast<quintptr>(group) + 1;
}

} // namespace

CompanyTreeModel::CompanyTreeModel(const Fleet &fleet, QObject *parent)
    : QAbstractItemModel(parent), m_fleet(fleet)
{
    m_updater.setSingleShot(true);
    m_updater.setInterval(40ms);
    connect(&m_updater, &QTimer::timeout, this, &CompanyTreeModel::update);
    connect(&fleet, &Fleet::companiesChanged, this, [this] { updateLater(true); });
    connect(&fleet, &Fleet::companyStatesChanged, this, [this] { updateLater(false); });
    connect(&fleet, &Fleet::readingEnded, this, [this] { updateLater(false); });
}

void CompanyTreeModel::setAccount(const Account *account)
{
    m_account = account ? std::optional(*account) : std::nullopt;
    m_listsChanged = true;
    update();
}

void CompanyTreeModel::setFilter(const CompanyFilter &filter)
{
    m_filter = filter;
    m_listsChanged = true;
    update();
}

QModelIndex CompanyTreeModel::top(CompanyGroup group) const
{
    return createIndex(static_cast<int>(group), 0, quintptr(0));
}

QModelIndex CompanyTreeModel::indexOf(const CompanyKey &company) const
{
    for (const CompanyGroup group : groups) {
        const auto found = std::ranges::find(rows(group), company, &CompanyRow::key);
        if (found != rows(group).end())
            return createIndex(static_cast<int>(found - rows(group).begin()), 0, insideOf(group));
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
    return &rows(groups.at(index.internalId() - 1)).at(static_cast<size_t>(index.row()));
}

CompanyLook CompanyTreeModel::look(const QModelIndex &index) const
{
    const CompanyRow *row = companyRow(index);
    return row ? companyLook(*row) : topLook(groups.at(static_cast<size_t>(index.row())));
}

CompanyLook CompanyTreeModel::topLook(CompanyGroup group) const
{
    if (group != CompanyGroup::Tree)
        return {.title = companyGroupTitle(group)};
    CompanyLook look{.title = {}, .isAccount = true};
    if (!m_account)
        return look;
    const CompanyEntry *own = m_fleet.companies().own(m_account->id);
    const QString ownName = own ? own->title() : m_account->endpoint.hostText();
    look.title = visibleText(m_account->name.isEmpty() ? ownName : m_account->name);
    const qsizetype devices = m_fleet.devices().liveCount();
    look.health = m_fleet.health().counts();
    look.isCounted = devices > 0 || m_fleet.asOf().isValid();
    look.count = look.isCounted ? QLocale().toString(devices) : notReadText(m_fleet.isReading());
    return look;
}

QModelIndex CompanyTreeModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column,
                       parent.isValid() ? insideOf(groups.at(static_cast<size_t>(parent.row()))) : 0);
}

QModelIndex CompanyTreeModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() != 0 ? top(groups.at(child.internalId() - 1))
                                                      : QModelIndex();
}

int CompanyTreeModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(groups.size());
    if (parent.internalId() != 0 || parent.column() != 0)
        return 0;
    return static_cast<int>(rows(groups.at(static_cast<size_t>(parent.row()))).size());
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
        m_updater.start();
}

void CompanyTreeModel::update()
{
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
        emit dataChanged(top(CompanyGroup::Tree), top(CompanyGroup::Tree));
    }
    emit updated();
}

void CompanyTreeModel::updateLists()
{
    CompanyLists wanted;
    if (m_account)
        wanted = m_maker.build(m_fleet, m_account->id, m_filter);
    for (const CompanyGroup group : groups)
        apply(group, std::move(wanted[static_cast<size_t>(group)]));
}

void CompanyTreeModel::updateStates()
{
    for (const CompanyGroup group : groups) {
        std::vector<bool> changed;
        changed.reserve(rows(group).size());
        for (CompanyRow &row : rows(group)) {
            const CompanyRow before = row;
            CompanyRows::readState(m_fleet, row);
            changed.push_back(row != before);
        }
        announce(group, changed);
    }
}
