// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planwizardpage.h"

#include "ui/window/looks.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace {

/// A field may have thousands of entries; the first few faults tell what is the matter.
QString firstOf(QStringList sentences)
{
    constexpr qsizetype most = 5;
    if (const qsizetype more = sentences.size() - most; more > 0) {
        sentences.resize(most);
        sentences << PlanWizardPage::tr("And %1 more.").arg(QLocale().toString(more));
    }
    return sentences.join(u'\n');
}

} // namespace

PlanWizardPage::PlanWizardPage(PlanDraft &draft, PlanStep step, const QString &name, QWidget *parent)
    : QWidget(parent), m_draft(draft), m_step(step), m_column(new QVBoxLayout(this))
{
    setObjectName(name);
    setAccessibleName(label(step));
    m_column->setContentsMargins(24, 20, 24, 20);
    m_column->setSpacing(8);
}

QLabel *PlanWizardPage::makeHeading(const QString &text)
{
    auto *heading = new QLabel(text, this);
    heading->setTextFormat(Qt::PlainText);
    QFont font = heading->font();
    font.setWeight(QFont::DemiBold);
    heading->setFont(font);
    heading->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    return heading;
}

QLabel *PlanWizardPage::makeHint(const QString &text)
{
    auto *hint = new QLabel(text, this);
    hint->setTextFormat(Qt::PlainText);
    hint->setWordWrap(true);
    setInk(hint, Ink::Text2);
    return hint;
}

void PlanWizardPage::addField(QBoxLayout *column, PlanField field, const QString &text, QWidget *input)
{
    if (!text.isEmpty()) {
        QLabel *heading = makeHeading(text);
        heading->setBuddy(input);
        column->addWidget(heading);
        if (input->accessibleName().isEmpty())
            input->setAccessibleName(text);
    }
    column->addWidget(input);
    auto *says = new QLabel(this);
    says->setObjectName(u"planSays%1"_s.arg(static_cast<int>(field)));
    says->setTextFormat(Qt::PlainText);
    says->setWordWrap(true);
    says->hide();
    column->addWidget(says);
    m_places[field] = {input, says};
}

void PlanWizardPage::showProblems(const QList<PlanProblem> &problems)
{
    for (const auto &[field, place] : m_places) {
        QStringList faults;
        QStringList warnings;
        for (const PlanProblem &problem : problems) {
            if (problem.field == field)
                (problem.weight == PlanProblem::Weight::Fault ? faults : warnings).append(problem.sentence);
        }
        setWrong(place.input, !faults.isEmpty());
        setInk(place.says, faults.isEmpty() ? Ink::Warn : Ink::Bad);
        place.says->setText(firstOf(faults + warnings));
        place.says->setVisible(!place.says->text().isEmpty());
        place.input->setAccessibleDescription(place.says->text());
    }
}

void PlanWizardPage::focusField(PlanField field)
{
    if (const auto place = m_places.find(field); place != m_places.end())
        place->second.input->setFocus(Qt::OtherFocusReason);
}

QString label(PlanStep step)
{
    switch (step) {
    case PlanStep::Targets:
        return PlanWizardPage::tr("Targets");
    case PlanStep::What:
        return PlanWizardPage::tr("What");
    case PlanStep::Where:
        return PlanWizardPage::tr("Where");
    case PlanStep::When:
        return PlanWizardPage::tr("When");
    case PlanStep::Options:
        return PlanWizardPage::tr("Options");
    case PlanStep::Review:
        return PlanWizardPage::tr("Review");
    }
    return {};
}
