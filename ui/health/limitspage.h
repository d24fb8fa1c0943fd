// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/health/healthlimits.h"

#include <QStringList>
#include <QWidget>

#include <optional>

class Fleet;
class LimitRuleModel;
class QLabel;
class QPushButton;
class QTableView;
class Theme;

/// The limits of health: what holds for each kind of system, and what was set for accounts, groups and companies.
class LimitsPage : public QWidget
{
    Q_OBJECT

public:
    /// Both outlive the page.
    LimitsPage(const Fleet &fleet, const Theme &theme, QWidget *parent = nullptr);

    /// Shows \a book. \a problems: what of it was not understood and is left out, a sentence each.
    void setBook(const LimitBook &book, const QStringList &problems);

signals:
    /// The person changed the limits: \a book holds from now on.
    void bookChanged(const LimitBook &book);

private:
    QPushButton *makeButton(const QString &name, const QString &text, void (LimitsPage::*act)());
    void setUpTable();
    void layOut();
    void showChosen();
    void add();
    void change();
    void remove();
    void ask(const std::optional<LimitPlace> &place);
    void keep(const LimitPlace &place, const LimitSet &set);

    const Fleet &m_fleet;
    LimitRuleModel *m_model;
    QTableView *m_table;
    QLabel *m_problems;
    QPushButton *m_add;
    QPushButton *m_change;
    QPushButton *m_remove;
};
