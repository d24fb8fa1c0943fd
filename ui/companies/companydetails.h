// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/companies/companylist.h"

#include <QWidget>

#include <optional>

class DetailsPane;
class FactList;
class Fleet;
class Note;
class Theme;

/// One company whole: what IDrive says of it, what was read, and the parts that other subjects put below. All texts are plain.
class CompanyDetails : public QWidget
{
    Q_OBJECT

public:
    /// \a fleet and \a theme outlive the pane.
    CompanyDetails(const Fleet &fleet, const Theme &theme, QWidget *parent = nullptr);

    /// nullopt: no company; the pane is not shown then.
    void setCompany(const std::optional<CompanyKey> &company);
    /// Puts \a part below a line of its own.
    void addPart(QWidget *part);

signals:
    void closeRequested();
    /// Text was put on the clipboard; \a what says which: "Company ID copied".
    void copied(const QString &what);

private:
    void showFacts();
    void copyAll();
    void copy(const QString &text, const QString &what);

    const Fleet &m_fleet;
    std::optional<CompanyKey> m_company;
    DetailsPane *m_pane;
    Note *m_warning;
    FactList *m_facts;
};
