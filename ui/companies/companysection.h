// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/companies/companyrows.h"

#include <QFrame>

class CompanyTreeModel;
class CompanyTreeView;
class QLabel;
class QToolButton;
class Theme;

/// A list of companies at the foot of the tree: a heading with their number, which opens and closes it, a question mark that says
/// what they are, and a note. Not shown while it has neither companies nor a note.
class CompanySection : public QFrame
{
    Q_OBJECT

public:
    /// \a model and \a theme outlive the section.
    CompanySection(CompanyTreeModel &model, CompanyGroup group, const Theme &theme,
                   QWidget *parent = nullptr);

    CompanyTreeView *view() const { return m_view; }

    /// One or two sentences below the heading; empty: none. \a isBad: something went wrong.
    void setNote(const QString &note, bool isBad = false);
    QString note() const;

private:
    QWidget *makeHeading();
    void showState();

    CompanyTreeModel &m_model;
    CompanyGroup m_group;
    const Theme &m_theme;
    QToolButton *m_heading = nullptr;
    QLabel *m_note;
    CompanyTreeView *m_view;
    bool m_isOpen = true;
};
