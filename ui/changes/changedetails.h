// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/change.h"

#include <QWidget>

class AccountChanges;
class ChangeListModel;
class DetailsPane;
class FactList;
class Note;
class QLabel;
class QPushButton;
class Theme;

/// One change of the journal, whole: its state and what that means, the request, each attempt, the answer, and what can be done.
class ChangeDetails : public QWidget
{
    Q_OBJECT

public:
    /// \a changes, \a model and \a theme outlive this.
    ChangeDetails(AccountChanges &changes, const ChangeListModel &model, const Theme &theme,
                  QWidget *parent = nullptr);

    /// None: nothing is chosen.
    void setChange(ChangeId change);
    ChangeId change() const { return m_change; }

signals:
    void closeRequested();
    /// Something was done that the status line may say for a moment.
    void statusMessage(const QString &text);

private:
    void layOut(const Theme &theme);
    void showChange();
    void showButtons(const ChangeRecord &change);
    void sendAgain();
    void copyAll();

    AccountChanges &m_changes;
    const ChangeListModel &m_model;
    const Theme &m_theme;
    ChangeId m_change = ChangeId::None;
    DetailsPane *m_pane;
    QLabel *m_mark;
    QLabel *m_state;
    QLabel *m_meaning;
    Note *m_quotation;
    QPushButton *m_check;
    QPushButton *m_again;
    FactList *m_facts;
    FactList *m_request;
    FactList *m_attempts;
    FactList *m_answer;
};
