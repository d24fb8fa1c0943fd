// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/devices/deviceorder.h"
#include "app/devices/textranking.h"
#include "ui/devices/devicesource.h"
#include "ui/devices/devicetimes.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QHash>
#include <QTimer>

#include <functional>
#include <optional>
#include <vector>

/// The rows of DeviceOrder as an item model: columns are those of DeviceColumn.
///
/// Follows the table without a reset: what came within one frame is taken over together. While a list is arriving and many rows are
/// shown, new ones stand at the end and are sorted in bit by bit. A long list that is to be sorted by texts waits for their ranks, and
/// its rows stay where they are until then. So the window never waits for a sort.
class DeviceGridModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit DeviceGridModel(const DeviceSource &source, QObject *parent = nullptr);

    const DeviceSource &source() const { return m_source; }
    const DeviceTable &table() const { return m_source.table; }
    const DeviceOrder &order() const { return m_order; }
    const Moment &moment() const { return m_moment; }
    DeviceRow deviceAt(int row) const { return m_order.at(row); }
    /// -1 when it is not shown; that is known at once, else O(shown).
    int rowOf(DeviceRow device) const { return static_cast<int>(m_order.positionOf(device)); }

    /// Takes over what happened to the table. Devices that are gone leave at once, the rest follows within a frame.
    void take(const DeviceChange &change);
    /// The health of \a rows became another one without a change of the table.
    void takeHealth(const std::vector<DeviceRow> &rows);
    /// \a isReading: more is about to come.
    void setReading(bool isReading);
    /// Companies or accounts have other names now.
    void takeNames();
    /// The colours that accounts wear in their column.
    void setAccountColours(const QHash<AccountId, AccountColour> &colours);
    AccountColour accountColour(DeviceRow device) const;
    /// Ages are reckoned from now on.
    void setMoment(const Moment &moment);

    /// True when everything that was taken stands where it belongs: nothing waits to be put in or sorted.
    bool isInOrder() const;

    /// Shows the devices of \a scope: a reset.
    void setScope(const DeviceScope &scope);
    /// Shows those in scope that are in \a passing; without it, all of them: a reset, unless the same rows stay.
    void setFilter(std::optional<RowBits> passing);
    /// Says which of \a rows pass the filter now. Before take() hears of their change.
    void refilter(const std::vector<DeviceRow> &rows, const RowBits &passing);
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

signals:
    /// These are gone from the table, shown or not; their numbers may be used again after this.
    void devicesRemoved(const std::vector<DeviceRow> &rows);

private:
    struct Sort
    {
        DeviceColumn column;
        Qt::SortOrder direction;
    };

    void reorder(LayoutChangeHint hint, const std::function<void()> &work);
    void takePendingSoon();
    void takePending();
    void append(const std::vector<DeviceRow> &added);
    void remove(const std::vector<DeviceRow> &rows);
    void takeChanged(const std::vector<DeviceRow> &changed);
    void putSort(Sort sort);
    void sortInWhenRested();
    void sortIn();
    void mergeFew();
    void rest(qint64 workMs);
    bool isLong() const;
    void rank(TextColumn column);
    void takeRanks(TextColumn column);
    void forgetRanks(const std::vector<DeviceRow> &rows);
    void announceValues(DeviceColumn first, DeviceColumn last);

    const DeviceSource m_source;
    DeviceOrder m_order;
    Moment m_moment;
    QHash<AccountId, AccountColour> m_accountColours;
    bool m_mustSortAll = false; // words have other names
    DeviceChange m_pending;
    std::optional<Sort> m_wanted; // waits for ranks
    TextRanking m_ranking;
    QElapsedTimer m_sinceRanking;
    bool m_isReading = false;
    QTimer m_frame;
    QTimer m_rest; // runs while a long list must not be sorted again yet
    QTimer m_next; // looks what is still to be sorted or ranked
};
