// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "ui/companies/companyrows.h"

#include <QAbstractItemModel>
#include <QTimer>

#include <chrono>

/// What stands before the name of a row.
enum class CompanyMark { None, NotRead, Reading, Failed };

/// What a row of the tree looks like.
struct CompanyLook
{
    QString title = {};
    QString suffix = {};
    QString count = {}; ///< The number of devices, or "not read yet", "reading", "not read".
    HealthCounts health = {}; ///< Of these devices.
    CompanyMark mark = CompanyMark::None;
    bool isAccount = false;
    AccountColour colour = AccountColour::None; ///< Of an account, where several are open.
    bool isCounted = false; ///< \a count is a number.
    int level = 0; ///< Below the company above it, which the suffix names.
};

/// The companies of the open accounts, out of the fleet. Three rows at the top, which are always there: the account, with its companies
/// below; "Found by search"; "Known from devices". Where several accounts are open, the first row is all of them together, and behind the
/// third there is one for each, with its companies below. Views show one group each.
///
/// Follows the fleet by keyed differences, at most 25 times a second: selection, expansion and scroll position stay.
class CompanyTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// \a fleet outlives the model.
    explicit CompanyTreeModel(const Fleet &fleet, QObject *parent = nullptr);

    /// Whose companies are shown. Other accounts than before reset the model; other names do not.
    void setAccounts(const QList<Account> &accounts);
    void setFilter(const CompanyFilter &filter);

    QModelIndex top(CompanyGroup group) const { return top(static_cast<size_t>(group)); }
    /// The row of \a account; that of all where there is one account, or where it is not open.
    QModelIndex top(const AccountId &account) const;
    /// Whether \a index is of \a group, as a row at the top or below one.
    bool isOf(CompanyGroup group, const QModelIndex &index) const;
    /// How many companies are in the tree: of the only account, or of all.
    int treeCount() const;
    /// Set for the row of one account among several.
    std::optional<AccountId> account(const QModelIndex &index) const;
    /// Invalid when the company is not shown.
    QModelIndex indexOf(const CompanyKey &company) const;
    /// Set for rows that are a company.
    std::optional<CompanyKey> company(const QModelIndex &index) const;
    CompanyLook look(const QModelIndex &index) const;
    /// A company of the list is being read just now.
    bool isAnyReading() const { return m_isAnyReading; }
    /// Rows come and go just now: what becomes current is not the person's choice.
    bool isUpdating() const { return m_isUpdating; }

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    /// All rows are as the fleet is.
    void updated();

private:
    // A group is a row at the top and the companies below it: the three of CompanyGroup, then the accounts where there are several.
    bool areSeveral() const { return m_accounts.size() > 1; }
    size_t treeOf(qsizetype account) const
    {
        return areSeveral() ? companyGroupCount + static_cast<size_t>(account) : 0;
    }
    QModelIndex top(size_t group) const { return createIndex(static_cast<int>(group), 0, quintptr(0)); }
    const CompanyRow *companyRow(const QModelIndex &index) const;
    CompanyLook topLook(size_t group) const;
    CompanyLook accountLook(const Account &account) const;
    QString toolTip(const QModelIndex &index) const;
    void updateLater(bool listsChanged);
    void update();
    void updateLists();
    void updateStates();
    void apply(size_t group, std::vector<CompanyRow> wanted);
    void removeOthers(size_t group, const QSet<CompanyKey> &wanted);
    void reorder(size_t group, const std::vector<CompanyRow> &wanted);
    void insertNew(size_t group, const std::vector<CompanyRow> &wanted);
    void announce(size_t group, const std::vector<bool> &changed);

    const Fleet &m_fleet;
    QList<Account> m_accounts;
    CompanyFilter m_filter;
    CompanyRows m_maker;
    std::vector<std::vector<CompanyRow>> m_lists{companyGroupCount};
    QTimer m_updater;
    std::chrono::milliseconds m_updating{0}; // what it took the last time
    bool m_listsChanged = false;
    bool m_isUpdating = false;
    bool m_isAnyReading = false;
};
