// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicegridmodel.h"

#include "app/devices/rowbits.h"
#include "app/fleet/healthcolumn.h"
#include "ui/devices/devicecolumntable.h"
#include "ui/widgets/plaintooltip.h"

#include <algorithm>
#include <chrono>
#include <iterator>
#include <utility>

using namespace std::chrono_literals;

namespace {

constexpr auto frame = 15ms;
/// What is appended to a long list is seen in its counts and the scroll bar only, and each time the whole view is painted.
constexpr auto frameOfLong = 60ms;

DeviceColumn columnAt(int section)
{
    return static_cast<DeviceColumn>(section);
}

template <typename T>
void addTo(std::vector<T> &all, const std::vector<T> &more)
{
    all.insert(all.end(), more.begin(), more.end());
}

} // namespace

DeviceGridModel::DeviceGridModel(const DeviceSource &source, QObject *parent)
    : QAbstractTableModel(parent), m_source(source),
      m_order(source.table, source.health ? &source.health->states() : nullptr), m_moment(Moment::current()),
      m_ranking(source.table)
{
    m_frame.setSingleShot(true);
    connect(&m_frame, &QTimer::timeout, this, &DeviceGridModel::takePending);
    m_rest.setSingleShot(true);
    connect(&m_rest, &QTimer::timeout, this, &DeviceGridModel::sortIn);
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &DeviceGridModel::sortIn);
    connect(&m_ranking, &TextRanking::ranked, this, &DeviceGridModel::takeRanks);
    sortIn();
}

void DeviceGridModel::take(const DeviceChange &change)
{
    forgetRanks(change.removed);
    forgetRanks(change.added);
    forgetRanks(change.changed);
    // first, because numbers of removed devices are given to new ones
    if (!change.removed.empty()) {
        remove(change.removed);
        emit devicesRemoved(change.removed);
    }
    addTo(m_pending.added, change.added);
    addTo(m_pending.changed, change.changed);
    if (!change.removed.empty())
        takePending();
    else
        takePendingSoon();
}

void DeviceGridModel::takePendingSoon()
{
    if (!m_frame.isActive())
        m_frame.start(m_isReading && isLong() ? frameOfLong : frame);
}

void DeviceGridModel::takeHealth(const std::vector<DeviceRow> &rows)
{
    addTo(m_pending.changed, rows);
    takePendingSoon();
}

void DeviceGridModel::setReading(bool isReading)
{
    m_isReading = isReading;
    if (isReading)
        return;
    if (isLong()) { // others have work at the end of a reading too: not all in one turn
        m_frame.start(0);
    } else {
        takePending();
        sortIn();
    }
}

void DeviceGridModel::takeNames()
{
    if (m_order.sortColumn() == DeviceColumn::Company || m_order.sortColumn() == DeviceColumn::Account)
        m_mustSortAll = true;
    takePendingSoon();
    announceValues(DeviceColumn::Company, DeviceColumn::Account);
}

void DeviceGridModel::setAccountColours(const QHash<AccountId, AccountColour> &colours)
{
    m_accountColours = colours;
    announceValues(DeviceColumn::Account, DeviceColumn::Account);
}

AccountColour DeviceGridModel::accountColour(DeviceRow device) const
{
    const quint32 code = table().code(WordColumn::Account, device);
    return m_accountColours.value(AccountId(table().word(WordColumn::Account, code)), AccountColour::None);
}

void DeviceGridModel::setMoment(const Moment &moment)
{
    m_moment = moment;
    announceValues(DeviceColumn::LastSuccess, DeviceColumn::NextRun);
}

bool DeviceGridModel::isInOrder() const
{
    return m_order.looseCount() == 0 && !m_order.mustResort() && !m_mustSortAll && m_pending.isEmpty()
        && !m_wanted;
}

void DeviceGridModel::setScope(const DeviceScope &scope)
{
    if (scope == m_order.scope())
        return;
    beginResetModel();
    m_order.setScope(scope);
    m_mustSortAll = false;
    mergeFew();
    endResetModel();
    sortInWhenRested();
}

void DeviceGridModel::setFilter(std::optional<RowBits> passing)
{
    takePending();
    if (!m_order.wouldShowOthers(passing)) { // what is typed next often leaves the same
        m_order.setFilter(std::move(passing));
        return;
    }
    beginResetModel();
    m_order.setFilter(std::move(passing));
    endResetModel();
    sortInWhenRested();
}

void DeviceGridModel::refilter(const std::vector<DeviceRow> &rows, const RowBits &passing)
{
    m_order.refilter(rows, passing);
}

/// Does \a work, which puts the same rows in another order, and tells views where theirs went.
void DeviceGridModel::reorder(LayoutChangeHint hint, const std::function<void()> &work)
{
    emit layoutAboutToBeChanged({}, hint);
    const QModelIndexList from = persistentIndexList();
    std::vector<DeviceRow> devices;
    devices.reserve(static_cast<size_t>(from.size()));
    for (const QModelIndex &index : from)
        devices.push_back(deviceAt(index.row()));
    work();
    QModelIndexList to;
    to.reserve(from.size());
    for (size_t i = 0; i < devices.size(); ++i) {
        const bool isSameRow = i > 0 && devices[i] == devices[i - 1];
        to.append(index(isSameRow ? to.last().row() : rowOf(devices[i]), from[qsizetype(i)].column()));
    }
    changePersistentIndexList(from, to);
    emit layoutChanged({}, hint);
}

void DeviceGridModel::takePending()
{
    m_frame.stop();
    const DeviceChange change = std::exchange(m_pending, {});
    append(change.added);
    takeChanged(change.changed);
    sortInWhenRested();
}

void DeviceGridModel::append(const std::vector<DeviceRow> &added)
{
    std::vector<DeviceRow> shown;
    std::ranges::copy_if(added, std::back_inserter(shown),
                         [this](DeviceRow row) { return m_order.takesIn(row) && !m_order.contains(row); });
    if (shown.empty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(shown.size()) - 1);
    m_order.append(shown);
    endInsertRows();
}

void DeviceGridModel::remove(const std::vector<DeviceRow> &rows)
{
    const qsizetype shown =
        std::ranges::count_if(rows, [this](DeviceRow row) { return m_order.contains(row); });
    if (shown == 0)
        return;
    reorder(NoLayoutChangeHint, [&] { m_order.moveToEnd(rows); });
    beginRemoveRows({}, rowCount() - static_cast<int>(shown), rowCount() - 1);
    m_order.dropEnd(shown);
    endRemoveRows();
}

void DeviceGridModel::takeChanged(const std::vector<DeviceRow> &changed)
{
    std::vector<DeviceRow> stay;
    std::vector<DeviceRow> went; // to a company that is not in scope, or from what passes the filter
    for (const DeviceRow row : changed) {
        if (m_order.contains(row))
            (m_order.takesIn(row) ? stay : went).push_back(row);
    }
    m_order.loosen(stay);
    remove(went);
    append(changed); // those that came into scope
    if (!stay.empty())
        announceValues(DeviceColumn::HealthWord, DeviceColumn::IdOfCompany);
}

void DeviceGridModel::announceValues(DeviceColumn first, DeviceColumn last)
{
    if (m_order.size() > 0)
        emit dataChanged(index(0, static_cast<int>(first)), index(rowCount() - 1, static_cast<int>(last)));
}

int DeviceGridModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_order.size());
}

int DeviceGridModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : deviceColumnCount;
}

QVariant DeviceGridModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const DeviceColumn column = columnAt(index.column());
    const DeviceRow device = deviceAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(m_source, column, device, m_moment);
    case Qt::ToolTipRole:
        return plainToolTip(columnRow(column).toolTip(m_source, device, m_moment));
    case Qt::AccessibleTextRole:
        return cellSpokenText(m_source, column, device, m_moment);
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(columnRow(column).align | Qt::AlignVCenter));
    default:
        return {};
    }
}

QVariant DeviceGridModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= deviceColumnCount)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return columnHeader(columnAt(section));
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(columnRow(columnAt(section)).align | Qt::AlignVCenter));
    default:
        return {};
    }
}
