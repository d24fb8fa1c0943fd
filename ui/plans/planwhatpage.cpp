// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planwhatpage.h"

#include "app/base/visibletext.h"
#include "ui/plans/pathchips.h"
#include "ui/window/looks.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

PlanWhatPage::PlanWhatPage(PlanDraft &draft, const Theme &theme, QWidget *parent)
    : PlanWizardPage(draft, PlanStep::What, u"planWhatPage"_s, parent),
      m_files(new QRadioButton(tr("Files and folders"), this)),
      m_machine(new QRadioButton(tr("Entire machine (Windows only)"), this)), m_paths(new QWidget(this)),
      m_items(new PathChips(theme, m_paths)), m_leftOut(makeHint({}))
{
    m_files->setObjectName(u"planFiles"_s);
    m_machine->setObjectName(u"planMachine"_s);
    auto *kinds = new QWidget(this);
    kinds->setAccessibleName(tr("What to back up"));
    auto *kindColumn = new QVBoxLayout(kinds);
    kindColumn->setContentsMargins(0, 0, 0, 0);
    kindColumn->addWidget(m_files);
    kindColumn->addWidget(m_machine);
    addField(column(), PlanField::What, tr("What to back up"), kinds);
    column()->addWidget(m_leftOut);
    m_leftOut->setObjectName(u"planLeftOut"_s);

    auto *pathColumn = new QVBoxLayout(m_paths);
    pathColumn->setContentsMargins(0, 8, 0, 0);
    auto *rules = new QHBoxLayout;
    rules->addWidget(makeHint(tr("Add a rule:")));
    const QStringList names = policyRules();
    for (const QString &rule : names) {
        auto *button = new QPushButton(rule, m_paths);
        button->setObjectName(u"planRule"_s + rule);
        button->setAccessibleName(tr("Add the rule %1").arg(rule));
        setSmall(button);
        rules->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, rule] { m_items->add({rule}); });
    }
    rules->addStretch(1);
    m_items->setObjectName(u"planItems"_s);
    addField(pathColumn, PlanField::Items, tr("Paths and rules, sent exactly as typed"), m_items);
    pathColumn->insertLayout(1, rules);
    column()->addWidget(m_paths, 1);
    column()->addStretch(0);

    connect(m_machine, &QRadioButton::toggled, this, [this](bool isMachine) {
        this->draft().what = isMachine ? WhatToBackup::EntireMachine : WhatToBackup::FileFolder;
        showKind();
        emit edited();
    });
    connect(m_items, &PathChips::edited, this, [this] {
        this->draft().items = m_items->items();
        emit edited();
    });
}

void PlanWhatPage::load()
{
    const QSignalBlocker quietKind(m_machine);
    (draft().what == WhatToBackup::EntireMachine ? m_machine : m_files)->setChecked(true);
    m_items->setItems(draft().items);
    showKind();
}

void PlanWhatPage::setLeftOut(const QStringList &names, qsizetype count)
{
    m_leftOutNames = names;
    m_leftOutCount = count;
    showKind();
}

void PlanWhatPage::showKind()
{
    const bool isMachine = draft().what == WhatToBackup::EntireMachine;
    m_paths->setVisible(!isMachine);
    QStringList names = m_leftOutNames;
    if (m_leftOutCount > names.size())
        names.append(tr("and %1 more").arg(locale().toString(m_leftOutCount - names.size())));
    m_leftOut->setText(tr("Left out: %1").arg(visibleText(names.join(", "_L1))));
    m_leftOut->setVisible(isMachine && !names.isEmpty());
}

void PlanWhatPage::showProblems(const QList<PlanProblem> &problems)
{
    QList<PlanProblem> others = problems;
    others.removeIf([](const PlanProblem &problem) { return problem.field == PlanField::Items; });
    PlanWizardPage::showProblems(others);
    m_items->showProblems(problems);
}
