// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/health/limitspage.h"

#include "ui/health/limitdialog.h"
#include "ui/health/limitrulemodel.h"
#include "ui/widgets/plaintable.h"
#include "ui/window/looks.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int limitWidth = 112;

} // namespace

LimitsPage::LimitsPage(const Fleet &fleet, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_fleet(fleet), m_model(new LimitRuleModel(fleet, theme, this)),
      m_table(new QTableView(this)), m_problems(new QLabel(this)),
      m_add(makeButton(u"addLimits"_s, tr("Add limits…"), &LimitsPage::add)),
      m_change(makeButton(u"changeLimits"_s, tr("Change…"), &LimitsPage::change)),
      m_remove(makeButton(u"removeLimits"_s, tr("Remove"), &LimitsPage::remove))
{
    setObjectName(u"limitsPage"_s);
    setUpTable();
    layOut();
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &LimitsPage::showChosen);
    connect(m_table, &QAbstractItemView::activated, this, &LimitsPage::change);
    setBook({}, {});
}

QPushButton *LimitsPage::makeButton(const QString &name, const QString &text, void (LimitsPage::*act)())
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAccessibleName(text);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, act);
    return button;
}

void LimitsPage::setUpTable()
{
    setUpPlainTable(m_table, u"limitTable"_s, tr("Health limits"));
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->horizontalHeader()->setDefaultSectionSize(limitWidth);
    m_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    auto *remove = new QAction(m_remove->text(), m_table);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    connect(remove, &QAction::triggered, m_remove, &QPushButton::click);
    m_table->addAction(remove);
}

void LimitsPage::layOut()
{
    auto *says = new QLabel(tr("When a device turns Stale, Late or Offline long. Each limit comes from the "
                               "closest place that sets it: the company, else the group, else the kind of "
                               "system, else the account, else Steward's default. A change holds at once."),
                            this);
    m_problems->setObjectName(u"limitProblems"_s);
    for (QLabel *label : {says, m_problems}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    setInk(says, Ink::Text2);
    setInk(m_problems, Ink::Warn);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_add);
    buttons->addWidget(m_change);
    buttons->addWidget(m_remove);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 12, 20, 12);
    column->setSpacing(12);
    column->addWidget(says);
    column->addWidget(m_table, 1);
    column->addWidget(m_problems);
    column->addLayout(buttons);
}

void LimitsPage::setBook(const LimitBook &book, const QStringList &problems)
{
    const int row = m_table->currentIndex().row();
    m_model->setBook(book);
    m_table->setCurrentIndex(m_model->index(std::clamp(row, 0, m_model->rowCount() - 1), 0));
    m_problems->setText(tr("Not understood in the settings file, and left out: %1").arg(problems.join(u' ')));
    m_problems->setVisible(!problems.isEmpty());
    showChosen();
}

void LimitsPage::showChosen()
{
    const QModelIndex current = m_table->currentIndex();
    m_change->setEnabled(current.isValid());
    const bool isSet = current.isValid() && m_model->book().places().contains(m_model->place(current.row()));
    m_remove->setEnabled(isSet);
    m_remove->setToolTip(isSet ? QString() : tr("These are Steward's defaults."));
}

void LimitsPage::add()
{
    ask(std::nullopt);
}

void LimitsPage::change()
{
    if (m_table->currentIndex().isValid())
        ask(m_model->place(m_table->currentIndex().row()));
}

void LimitsPage::remove()
{
    if (m_table->currentIndex().isValid())
        keep(m_model->place(m_table->currentIndex().row()), {});
}

void LimitsPage::ask(const std::optional<LimitPlace> &place)
{
    auto *dialog = new LimitDialog(m_fleet, m_model->book(), place, this);
    connect(dialog, &LimitDialog::limitsChosen, this, &LimitsPage::keep);
    dialog->open();
}

/// Who keeps the limits shows them here again: setBook().
void LimitsPage::keep(const LimitPlace &place, const LimitSet &set)
{
    LimitBook book = m_model->book();
    book.setSet(place, set);
    emit bookChanged(book);
    if (const int row = m_model->rowOf(place); row >= 0)
        m_table->setCurrentIndex(m_model->index(row, 0));
}
