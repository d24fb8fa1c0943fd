// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/windowframe.h"

#include "app/base/ids.h"

#include <QObject>

#include <optional>

class QAction;

/// New companies below the one that is chosen in the tree: the actions for its menus, and their dialogs. For the whole account that
/// is its own company.
class NewCompanies : public QObject
{
    Q_OBJECT

public:
    explicit NewCompanies(const WindowFrame &frame, QObject *parent = nullptr);

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
    void show(const CompanyKey &company);

    const WindowFrame m_frame;
    QAction *m_newCompany;
};
