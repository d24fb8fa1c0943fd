// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/companies/companytreemodel.h"

#include <QWidget>

#include <optional>

class CompanyActions;
class CompanySearchField;
class CompanySection;
class CompanyTreeView;
class ElidedLabel;
class JoinedSearch;
class QLabel;
class QToolButton;
class Theme;

/// The left side of the window: the search field, the account with its companies, and at the foot those that are known in
/// another way. One company, or the whole account, is chosen at any time.
class CompanyPane : public QWidget
{
    Q_OBJECT

public:
    /// \a fleet and \a theme outlive the pane.
    CompanyPane(Fleet &fleet, const Theme &theme, QWidget *parent = nullptr);

    /// Whose companies are shown. Where other accounts are open than before, all companies are chosen then.
    void setAccounts(const QList<Account> &accounts);

    /// nullopt: a whole account, or all.
    const std::optional<CompanyKey> &chosen() const { return m_chosen; }
    /// The account that is chosen as a whole, one of several; nullopt: a company is, or all are.
    const std::optional<AccountId> &chosenAccount() const { return m_chosenAccount; }
    void choose(const std::optional<CompanyKey> &company);
    /// Scrolls to \a company as soon as it has a row; what is chosen stays.
    void bringIntoSight(const CompanyKey &company);
    void chooseAccount(const AccountId &account);
    /// The name of the account: as the person calls it, or that of its own company, or the host. Of several: "All accounts".
    QString accountTitle() const;
    /// Of one of several, the same.
    QString accountTitle(const AccountId &account) const;
    /// The name of what is chosen, for titles.
    QString chosenTitle() const;

    CompanyActions *companyActions() const { return m_actions; }
    CompanySearchField *searchField() const { return m_field; }
    CompanyTreeView *tree() const { return m_tree; }
    CompanySection *foundSection() const { return m_found; }
    CompanySection *knownSection() const { return m_known; }
    CompanyTreeModel *model() const { return m_model; }

    /// Asks IDrive for companies with the text of the field in their name.
    void searchAtIdrive();

signals:
    void chosenChanged();
    /// Something was done that the status line may say for a moment.
    void statusMessage(const QString &text);

private:
    QWidget *makeBar();
    void layOut();
    void connectViews();
    void connectSearch();
    void filter();
    void showFound();
    void choose(const std::optional<CompanyKey> &company, const std::optional<AccountId> &account);
    QModelIndex chosenIndex() const;
    void takeChoice(const CompanyTreeView *view);
    void showChoice();
    void showWanted();
    void showTexts();
    QString headingText(int shown, bool isFiltered) const;
    void moveAway(CompanyTreeView *view, int by);
    void showMenu(CompanyTreeView *view, const QPoint &place);
    QList<CompanyTreeView *> views() const;

    Fleet &m_fleet;
    const Theme &m_theme;
    QList<AccountId> m_accounts;
    std::optional<AccountId> m_chosenAccount;
    std::optional<CompanyKey> m_chosen;
    std::optional<CompanyKey> m_wantedInSight;
    bool m_isShowingChoice = false;
    CompanyTreeModel *m_model;
    JoinedSearch *m_search;
    CompanyActions *m_actions;
    CompanySearchField *m_field;
    QLabel *m_heading;
    QLabel *m_noAccount;
    QLabel *m_noMatch;
    CompanyTreeView *m_tree;
    QToolButton *m_searchRow;
    CompanySection *m_found;
    CompanySection *m_known;
};
