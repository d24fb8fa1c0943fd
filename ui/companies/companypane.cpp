// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companypane.h"

#include "app/base/visibletext.h"
#include "app/fleet/joinedsearch.h"
#include "ui/companies/companyactions.h"
#include "ui/companies/companysearchfield.h"
#include "ui/companies/companysection.h"
#include "ui/companies/companytreeview.h"
#include "ui/widgets/topbar.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QScopedValueRollback>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr int leastWidth = 180;
constexpr int mostWidth = 400;
// What stands in "Search IDrive for …", in pixels: the rest of the row has the words.
constexpr int searchedTextWidth = 90;

/// One line of the pane's own words.
QLabel *makeLine(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setContentsMargins(12, 4, 12, 4);
    return label;
}

} // namespace

CompanyPane::CompanyPane(Fleet &fleet, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_fleet(fleet), m_theme(theme), m_model(new CompanyTreeModel(fleet, this)),
      m_search(new JoinedSearch(fleet, this)), m_actions(new CompanyActions(theme, this)),
      m_field(new CompanySearchField(theme, this)), m_heading(makeLine(this)), m_noAccount(makeLine(this)),
      m_noMatch(makeLine(this)), m_tree(new CompanyTreeView(*m_model, CompanyGroup::Tree, theme, this)),
      m_searchRow(new QToolButton(this)),
      m_found(new CompanySection(*m_model, CompanyGroup::FoundBySearch, theme, this)),
      m_known(new CompanySection(*m_model, CompanyGroup::KnownFromDevices, theme, this))
{
    setObjectName(u"companyPane"_s);
    setMinimumWidth(leastWidth);
    setMaximumWidth(mostWidth);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::AlternateBase);
    m_tree->setObjectName(u"companyTree"_s);
    m_heading->setObjectName(u"companyHeading"_s);
    m_heading->setFont(theme.font(TextStyle::Small));
    m_heading->setFixedHeight(28);
    setInk(m_heading, Ink::Text2);
    m_noAccount->setObjectName(u"noAccount"_s);
    m_noAccount->setText(tr("No account yet."));
    setInk(m_noAccount, Ink::Text3);
    m_noMatch->setObjectName(u"noMatch"_s);
    m_noMatch->setText(tr("No company in this list matches."));
    setInk(m_noMatch, Ink::Text3);
    m_searchRow->setObjectName(u"searchAtIdrive"_s);
    m_searchRow->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setKind(m_searchRow, ButtonKind::Link);
    setLeadingIcon(m_searchRow, glyphIcon(theme, Glyph::Search, Token::Acc));
    layOut();
    connectViews();
    connectSearch();
    setAccounts({});
}

QWidget *CompanyPane::makeBar()
{
    auto *bar = new TopBar(m_theme, this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 0, 12, 0);
    row->addWidget(m_field);
    return bar;
}

void CompanyPane::layOut()
{
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(8, 0, 8, 0); // nothing is left of it while there is nothing to search
    searchRow->addWidget(m_searchRow);
    searchRow->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(m_heading);
    column->addWidget(m_noAccount);
    column->addWidget(m_tree, 1);
    column->addStretch(0); // takes the room while there is no tree
    column->addWidget(m_noMatch);
    column->addLayout(searchRow);
    column->addWidget(m_found);
    column->addWidget(m_known);
    setTabOrder(m_field, m_tree);
    setTabOrder(m_tree, m_searchRow);
}

QList<CompanyTreeView *> CompanyPane::views() const
{
    return {m_tree, m_found->view(), m_known->view()};
}

void CompanyPane::connectViews()
{
    const QList<CompanyTreeView *> all = views();
    for (CompanyTreeView *view : all) {
        connect(view->selectionModel(), &QItemSelectionModel::selectionChanged, this,
                [this, view] { takeChoice(view); });
        connect(view, &QWidget::customContextMenuRequested, this,
                [this, view](const QPoint &place) { showMenu(view, place); });
        connect(view, &CompanyTreeView::leftAbove, this, [this, view] { moveAway(view, -1); });
        connect(view, &CompanyTreeView::leftBelow, this, [this, view] { moveAway(view, 1); });
    }
    connect(m_model, &CompanyTreeModel::updated, this, &CompanyPane::showChoice);
    connect(m_model, &CompanyTreeModel::updated, this, &CompanyPane::showTexts);
    connect(m_model, &CompanyTreeModel::updated, this, &CompanyPane::showWanted);
    connect(m_actions, &CompanyActions::copied, this, &CompanyPane::statusMessage);
    connect(m_actions, &CompanyActions::readRequested, &m_fleet, &Fleet::readCompany);
}

void CompanyPane::connectSearch()
{
    connect(m_field, &QLineEdit::textChanged, this, [this] {
        m_search->cancel();
        m_found->setNote({});
        filter();
    });
    connect(m_field, &CompanySearchField::left, m_tree, qOverload<>(&QWidget::setFocus));
    connect(m_field, &CompanySearchField::searchRequested, this, &CompanyPane::searchAtIdrive);
    connect(m_searchRow, &QToolButton::clicked, this, &CompanyPane::searchAtIdrive);
    connect(m_search, &JoinedSearch::answered, this, &CompanyPane::showFound);
}

void CompanyPane::setAccounts(const QList<Account> &accounts)
{
    QList<AccountId> ids;
    for (const Account &account : accounts)
        ids.append(account.id);
    const bool areOthers = std::exchange(m_accounts, ids) != ids || ids.isEmpty();
    if (areOthers) {
        m_search->cancel();
        m_field->clear();
        m_field->setEnabled(!ids.isEmpty());
    }
    m_model->setAccounts(accounts);
    if (areOthers)
        choose({});
    showTexts();
}

void CompanyPane::choose(const std::optional<CompanyKey> &company)
{
    choose(company, std::nullopt);
}

void CompanyPane::chooseAccount(const AccountId &account)
{
    choose(std::nullopt, account);
}

void CompanyPane::choose(const std::optional<CompanyKey> &company, const std::optional<AccountId> &account)
{
    const bool isOther = m_chosen != company || m_chosenAccount != account;
    m_chosen = company;
    m_chosenAccount = account;
    showChoice();
    if (isOther)
        emit chosenChanged();
}

void CompanyPane::bringIntoSight(const CompanyKey &company)
{
    m_wantedInSight = company;
    showWanted();
}

void CompanyPane::showWanted()
{
    const QModelIndex row = m_wantedInSight ? m_model->indexOf(*m_wantedInSight) : QModelIndex();
    if (!row.isValid())
        return;
    m_wantedInSight.reset();
    const QList<CompanyTreeView *> all = views();
    for (CompanyTreeView *view : all) {
        if (view->shows(row))
            view->scrollTo(row);
    }
}

QString CompanyPane::accountTitle() const
{
    return m_model->look(m_model->top(CompanyGroup::Tree)).title;
}

QString CompanyPane::accountTitle(const AccountId &account) const
{
    return m_model->look(m_model->top(account)).title;
}

QString CompanyPane::chosenTitle() const
{
    const CompanyEntry *entry = m_chosen ? m_fleet.companies().find(*m_chosen) : nullptr;
    if (m_chosenAccount)
        return accountTitle(*m_chosenAccount);
    return entry ? visibleText(entry->title()) : tr("All companies");
}

/// The account that is chosen as a whole, or else all of them: a company may be below any.
void CompanyPane::searchAtIdrive()
{
    const QString text = m_field->text().trimmed();
    m_search->search(m_chosenAccount ? QList<AccountId>{*m_chosenAccount} : m_accounts, text,
                     m_field->match());
    if (m_search->isSearching())
        m_found->setNote(tr("Searching IDrive for “%1”…").arg(visibleText(text)));
}

void CompanyPane::showFound()
{
    filter();
    const QSet<CompanyKey> &found = m_search->found();
    const bool isAnyNew = std::ranges::any_of(found, [this](const CompanyKey &key) {
        const CompanyEntry *entry = m_fleet.companies().find(key);
        return entry && entry->place == CompanyPlace::FoundBySearch;
    });
    if (const std::optional<ApiError> &error = m_search->error())
        m_found->setNote(error->what() + u' ' + error->advice(), true);
    else if (m_search->isSearching())
        return; // the note says so
    else if (found.isEmpty())
        m_found->setNote(tr("No company with this name."));
    else if (!isAnyNew)
        m_found->setNote(tr("IDrive found %1, all of them above.").arg(QLocale().toString(found.size())));
    else
        m_found->setNote({});
}

void CompanyPane::filter()
{
    m_model->setFilter({.text = m_field->text().trimmed(), .always = m_search->found()});
}

/// What the person selected in \a view; what only moves because rows come and go is no choice.
void CompanyPane::takeChoice(const CompanyTreeView *view)
{
    const QModelIndexList selected = view->selectionModel()->selectedIndexes();
    if (m_isShowingChoice || m_model->isUpdating() || selected.isEmpty())
        return;
    choose(m_model->company(selected.first()), m_model->account(selected.first()));
}

QModelIndex CompanyPane::chosenIndex() const
{
    if (m_chosen)
        return m_model->indexOf(*m_chosen);
    return m_chosenAccount ? m_model->top(*m_chosenAccount) : m_model->top(CompanyGroup::Tree);
}

void CompanyPane::showChoice()
{
    if (m_chosen && !m_fleet.companies().find(*m_chosen)) {
        choose({}); // it is gone
        return;
    }
    const QScopedValueRollback showing(m_isShowingChoice, true);
    const QModelIndex wanted = chosenIndex();
    const QList<CompanyTreeView *> all = views();
    for (CompanyTreeView *view : all) {
        if (!wanted.isValid() || !view->shows(wanted))
            view->selectionModel()->clear();
        else if (!view->selectionModel()->isSelected(wanted))
            view->setCurrentIndex(wanted);
    }
    m_actions->setCompany(m_chosen ? m_fleet.companies().find(*m_chosen) : nullptr);
}

void CompanyPane::showTexts()
{
    const int shown = m_model->treeCount();
    const QString text = m_field->text().trimmed();
    m_heading->setText(headingText(shown, !text.isEmpty()));
    m_tree->setVisible(!m_accounts.isEmpty());
    m_noAccount->setVisible(m_accounts.isEmpty());
    m_noMatch->setVisible(!m_accounts.isEmpty() && !text.isEmpty() && shown == 0);
    m_searchRow->setVisible(!text.isEmpty());
    const QString quoted = fontMetrics().elidedText(visibleText(text), Qt::ElideRight, searchedTextWidth);
    m_searchRow->setText(tr("Search IDrive for “%1”").arg(quoted).replace(u'&', u"&&"_s));
    m_searchRow->setAccessibleName(tr("Search IDrive for “%1”").arg(visibleText(text)));
}

QString CompanyPane::headingText(int shown, bool isFiltered) const
{
    const auto isListed = [this](const CompanyEntry &entry) {
        return m_accounts.contains(entry.key.account)
            && (entry.place == CompanyPlace::Own || entry.place == CompanyPlace::Sub
                || entry.place == CompanyPlace::Created);
    };
    const auto known = std::ranges::count_if(m_fleet.companies().entries(), isListed);
    if (known == 0)
        return tr("Companies");
    if (!isFiltered)
        return tr("Companies %1").arg(QLocale().toString(shown));
    return tr("Companies %1 of %2").arg(QLocale().toString(shown), QLocale().toString(qint64(known)));
}

/// Up from the first row or down from the last one: the list before or after \a view, or the search field.
void CompanyPane::moveAway(CompanyTreeView *view, int by)
{
    const QList<CompanyTreeView *> all = views();
    for (qsizetype next = all.indexOf(view) + by; next >= 0 && next < all.size(); next += by) {
        if (all[next]->isVisible() && all[next]->takeFocusAt(by > 0 ? Qt::TopEdge : Qt::BottomEdge))
            return;
    }
    if (by < 0)
        m_field->setFocus();
}

void CompanyPane::showMenu(CompanyTreeView *view, const QPoint &place)
{
    if (!m_chosen || !view->indexAt(place).isValid())
        return;
    auto *menu = new QMenu(view);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions(m_actions->actions());
    menu->popup(view->viewport()->mapToGlobal(place));
}
