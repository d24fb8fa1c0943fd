// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/companies/companyrequests.h"

#include <QLineEdit>

class QMenu;
class Theme;

/// The field above the company tree. What is typed filters the tree; Enter asks IDrive, with the two switches of its search, which
/// are in the menu at the field's end.
class CompanySearchField : public QLineEdit
{
    Q_OBJECT

public:
    /// \a theme outlives the field.
    explicit CompanySearchField(const Theme &theme, QWidget *parent = nullptr);

    NameMatch match() const;
    /// "Whole name only" and "Match case": checkable, for menus.
    QAction *exactAction() const { return m_exact; }
    QAction *caseAction() const { return m_case; }

signals:
    /// The person wants IDrive to be asked for what stands in the field.
    void searchRequested();
    /// Down, or Esc in an empty field: on to the tree.
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showOptions();

    QMenu *m_options;
    QAction *m_exact;
    QAction *m_case;
};
