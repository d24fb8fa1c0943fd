// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/windowframe.h"

#include "app/base/ids.h"
#include "app/changes/changerun.h"
#include "app/settings/importmemory.h"

#include <QObject>

#include <functional>
#include <optional>

class QAction;

/// New companies below the one that is chosen in the tree, one or many: the actions for its menus, and their dialogs. For the whole account
/// that is its own company.
class NewCompanies : public QObject
{
    Q_OBJECT

public:
    using AccountNames = std::function<QString(const AccountId &)>;

    NewCompanies(const WindowFrame &frame, AccountNames accountName, QObject *parent = nullptr);

signals:
    /// The person wants to see the changes of \a run.
    void activityRequested(RunId run);

private:
    struct Parent
    {
        CompanyKey key;
        QString title;
    };

    std::optional<Parent> chosenParent() const;
    QString whyNot() const;
    void showUsable();
    void openNewCompany();
    void openManyCompanies();
    void show(const CompanyKey &company);

    const WindowFrame m_frame;
    const AccountNames m_accountName;
    QAction *m_newCompany;
    QAction *m_manyCompanies;
    ImportMemory m_imports;
};
