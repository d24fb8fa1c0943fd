// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changejournal.h"
#include "app/changes/changequery.h"

#include <QAbstractTableModel>
#include <QTimer>

#include <array>
#include <functional>
#include <optional>
#include <vector>

class Theme;

/// The journal as a table, the newest change first, of it what the filter lets pass.
class ChangeListModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum class Column { When, Account, Change, Target, State, Result, Duration };
    static constexpr int columns = 7;
    using AccountNames = std::function<QString(const AccountId &)>;

    /// \a journal and \a theme outlive the model.
    ChangeListModel(const ChangeJournal &journal, AccountNames accountName, const Theme &theme,
                    QObject *parent = nullptr);

    void setFilter(const ChangeFilter &filter);
    /// Only changes in this state; nullopt: in any.
    void setState(std::optional<ChangeState> state);
    /// How many changes the filter lets pass, in each state, whatever setState() says.
    const std::array<qsizetype, changeStates.size()> &counts() const { return m_counts; }

    const ChangeRecord *change(int row) const;
    /// -1: not shown.
    int rowOf(ChangeId id) const;
    const std::vector<ChangeId> &shown() const { return m_rows; }
    QString accountName(const AccountId &account) const { return m_accountName(account); }
    /// What the grid says, for the clipboard and for sheets.
    QString text(const ChangeRecord &change, Column column) const;
    static QString header(Column column);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    void countsChanged();

private:
    void readAgain();
    void count();
    void countSoon();
    void add(qsizetype count);
    void update(ChangeId id);
    bool passes(const ChangeRecord &change) const;
    QString toolTip(const ChangeRecord &change, Column column) const;

    const ChangeJournal &m_journal;
    const AccountNames m_accountName;
    const Theme &m_theme;
    ChangeFilter m_filter;
    std::optional<ChangeState> m_state;
    std::vector<ChangeId> m_rows; // descending
    std::array<qsizetype, changeStates.size()> m_counts{};
    QTimer m_countSoon;
};
