// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/companies/companylist.h"

#include <QAction>
#include <QList>
#include <QObject>

class Theme;

/// What can be done with the company that is chosen in the tree. For the Company menu, the tree's context menu and the empty
/// states; each action says in its tooltip why it cannot be used.
class CompanyActions : public QObject
{
    Q_OBJECT

public:
    /// \a theme outlives the actions.
    explicit CompanyActions(const Theme &theme, QObject *parent = nullptr);

    /// Whom the actions are for; nullptr: all companies at once.
    void setCompany(const CompanyEntry *company);

    QAction *readAction() const { return m_read; }
    QList<QAction *> actions() const { return m_actions; }
    /// What other subjects do with the chosen company stands behind the rest. The actions outlive this or go with it.
    void add(const QList<QAction *> &actions);
    /// The same, before the rest.
    void addFirst(const QList<QAction *> &actions);

signals:
    /// Something is on the clipboard; \a what says which: "Company ID of Acme copied".
    void copied(const QString &what);
    void readRequested(const CompanyKey &company);
    /// More can be done now.
    void added(const QList<QAction *> &actions);

private:
    void copy(const QString &text, const QString &what);
    static void setUsable(QAction *action, bool isUsable, const QString &whyNot);

    std::optional<CompanyEntry> m_company;
    QAction *m_copyId;
    QAction *m_read;
    QList<QAction *> m_actions;
};
