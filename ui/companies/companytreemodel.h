// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "ui/companies/companyrows.h"

#include <QAbstractItemModel>
#include <QTimer>

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
    bool isCounted = false; ///< \a count is a number.
};

/// The companies of one account, out of the fleet. Three rows at the top, which are always there: the account, with its companies
/// below; "Found by search"; "Known from devices". Views show one of them each.
///
/// Follows the fleet by keyed differences, at most 25 times a second: selection, expansion and scroll position stay.
class CompanyTreeModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// \a fleet outlives the model.
    explicit CompanyTreeModel(const Fleet &fleet, QObject *parent = nullptr);

    /// Whose companies are shown; nullptr: nobody's.
    void setAccount(const Account *account);
    void setFilter(const CompanyFilter &filter);

    QModelIndex top(CompanyGroup group) const;
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
    std::vector<CompanyRow> &rows(CompanyGroup group) { return m_lists[static_cast<size_t>(group)]; }
    const std::vector<CompanyRow> &rows(CompanyGroup group) const
    {
        return m_lists[static_cast<size_t>(group)];
    }
    const CompanyRow *companyRow(const QModelIndex &index) const;
    CompanyLook topLook(CompanyGroup group) const;
    QString toolTip(const QModelIndex &index) const;
    void updateLater(bool listsChanged);
    void update();
    void updateLists();
    void updateStates();
    void apply(CompanyGroup group, std::vector<CompanyRow> wanted);
    void removeOthers(CompanyGroup group, const QSet<CompanyKey> &wanted);
    void reorder(CompanyGroup group, const std::vector<CompanyRow> &wanted);
    void insertNew(CompanyGroup group, const std::vector<CompanyRow> &wanted);
    void announce(CompanyGroup group, const std::vector<bool> &changed);

    const Fleet &m_fleet;
    std::optional<Account> m_account;
    CompanyFilter m_filter;
    CompanyRows m_maker;
    CompanyLists m_lists;
    QTimer m_updater;
    bool m_listsChanged = false;
    bool m_isUpdating = false;
    bool m_isAnyReading = false;
};
