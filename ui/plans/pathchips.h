// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plancheck.h"

#include <QStringList>
#include <QWidget>

class PathChipModel;
class QKeyEvent;
class QLabel;
class QLineEdit;
class QListView;
class Theme;

/// A field for paths and policy rules of a plan, and below it the chips of those that are there. Enter, a pasted line break or leaving the field makes
/// chips of what stands there. In the list, Del takes chips out, Ctrl+Z brings them back, F2 edits, Ctrl+C and Ctrl+V copy and
/// paste lines. Each path is kept exactly as it was typed.
class PathChips : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the chips.
    explicit PathChips(const Theme &theme, QWidget *parent = nullptr);

    /// The chips, and after them what is still being typed.
    QStringList items() const;
    void setItems(const QStringList &items);
    /// New chips, after what is being typed.
    void add(const QStringList &items);
    /// Says those of \a problems that are about items(): at their chips, and below the field.
    void showProblems(const QList<PlanProblem> &problems);

signals:
    /// items() are others.
    void edited();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setUpList(const Theme &theme);
    void setUpEntry();
    void takeText(const QString &text);
    /// What was typed becomes a chip.
    void takeTyped();
    bool takeEntryKey(const QKeyEvent &event);
    bool takeListKey(const QKeyEvent &event);
    void remove(const std::vector<int> &rows);
    std::vector<int> selectedRows() const;
    void goTo(int row);

    PathChipModel *m_model;
    QListView *m_list;
    QLineEdit *m_entry;
    QLabel *m_says; // of the entry
    QLabel *m_marked;
};
