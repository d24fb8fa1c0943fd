// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plancheck.h"

#include <QWidget>

#include <map>

class QBoxLayout;
class QLabel;
class QVBoxLayout;

/// One step of the wizard: fields of the one draft, and below each field what there is to say of it.
class PlanWizardPage : public QWidget
{
    Q_OBJECT

public:
    /// \a draft outlives the page.
    PlanWizardPage(PlanDraft &draft, PlanStep step, const QString &name, QWidget *parent);

    PlanStep step() const { return m_step; }
    /// Shows the draft as it is now.
    virtual void load() = 0;
    /// Called when the page is shown.
    virtual void enter() { }
    /// Shows those of \a problems that are about fields of this page.
    virtual void showProblems(const QList<PlanProblem> &problems);
    /// Puts the focus where \a field is filled in.
    void focusField(PlanField field);

signals:
    void edited();

protected:
    PlanDraft &draft() { return m_draft; }
    const PlanDraft &draft() const { return m_draft; }
    QVBoxLayout *column() const { return m_column; }
    QLabel *makeHeading(const QString &text);
    /// Below \a input stands what there is to say of \a field. \a text names it; empty: the input names itself.
    void addField(QBoxLayout *column, PlanField field, const QString &text, QWidget *input);
    /// A quiet sentence.
    QLabel *makeHint(const QString &text);

private:
    struct Place
    {
        QWidget *input;
        QLabel *says;
    };

    PlanDraft &m_draft;
    PlanStep m_step;
    QVBoxLayout *m_column;
    std::map<PlanField, Place> m_places;
};

/// "Targets", "What", …
QString label(PlanStep step);
