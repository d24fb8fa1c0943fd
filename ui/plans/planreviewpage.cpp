// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planreviewpage.h"

#include "app/base/visibletext.h"
#include "app/plans/plandraftwords.h"
#include "app/plans/planimpact.h"
#include "ui/plans/planeffectmodel.h"
#include "ui/widgets/plaintable.h"
#include "ui/window/looks.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QJsonDocument>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

/// By PlanEffectModel::Column; the last one takes the rest.
static constexpr std::array columnWidths{160, 80, 140, 150, 150};

PlanReviewPage::PlanReviewPage(PlanDraft &draft, QWidget *parent)
    : PlanWizardPage(draft, PlanStep::Review, u"planReviewPage"_s, parent),
      m_title(makeHeading(tr("What would happen"))), m_words(makeHint({})), m_counts(makeHeading({})),
      m_says(makeHint({})), m_dryRun(makeHint({})), m_faults(makeHint({})), m_table(new QTableView(this)),
      m_model(new PlanEffectModel(this)), m_again(new QPushButton(tr("Read plans again"), this)),
      m_askDryRun(new QPushButton(this)), m_showJson(new QPushButton(tr("Show the request"), this)),
      m_json(new QPlainTextEdit(this))
{
    m_title->setObjectName(u"planReviewTitle"_s);
    m_words->setObjectName(u"planReviewWords"_s);
    m_words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setInk(m_words, Ink::Text);
    m_counts->setObjectName(u"planReviewCounts"_s);
    m_says->setObjectName(u"planReviewSays"_s);
    m_dryRun->setObjectName(u"planDryRunSays"_s);
    m_faults->setObjectName(u"planReviewFaults"_s);
    setInk(m_faults, Ink::Bad);
    m_again->setObjectName(u"planReadAgain"_s);
    m_askDryRun->setObjectName(u"planDryRun"_s);
    m_showJson->setObjectName(u"planShowJson"_s);
    m_showJson->setCheckable(true);
    m_json->setObjectName(u"planJson"_s);
    m_json->setAccessibleName(tr("The request as JSON"));
    m_json->setReadOnly(true);
    m_json->hide();
    setUpTable();
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_title, m_words, m_faults, m_counts, m_says, m_dryRun})
        column()->addWidget(part);
    column()->addLayout(makeButtons());
    column()->addWidget(m_json, 1);
    column()->addWidget(m_table, 2);
    setDryRun({});
}

void PlanReviewPage::setUpTable()
{
    setUpPlainTable(m_table, u"planEffects"_s, tr("What happens to each device"));
    m_table->setModel(m_model);
    for (size_t column = 0; column < columnWidths.size(); ++column)
        m_table->horizontalHeader()->resizeSection(static_cast<int>(column), columnWidths.at(column));
    m_table->horizontalHeader()->setStretchLastSection(true);
}

QHBoxLayout *PlanReviewPage::makeButtons()
{
    auto *copy = new QPushButton(tr("Copy as text"), this);
    copy->setObjectName(u"planCopyReview"_s);
    auto *buttons = new QHBoxLayout;
    for (QPushButton *button : {m_askDryRun, m_again, m_showJson, copy})
        buttons->addWidget(button);
    buttons->addStretch(1);
    connect(m_askDryRun, &QPushButton::clicked, this, &PlanReviewPage::dryRunRequested);
    connect(m_again, &QPushButton::clicked, this, &PlanReviewPage::readAgainRequested);
    connect(m_showJson, &QPushButton::toggled, this, &PlanReviewPage::showJson);
    connect(copy, &QPushButton::clicked, this, [this] {
        const QStringList texts{m_title->text(), m_words->text(),  m_counts->text(),
                                m_says->text(),  m_dryRun->text(), m_model->text()};
        QGuiApplication::clipboard()->setText(texts.join(u'\n'));
    });
    return buttons;
}

/// Made when it is wanted: a plan for thousands of devices is a long text.
void PlanReviewPage::showJson()
{
    const bool isWanted = m_showJson->isChecked();
    if (isWanted)
        m_json->setPlainText(
            QString::fromUtf8(QJsonDocument(planBody(draft())).toJson(QJsonDocument::Indented)));
    m_json->setVisible(isWanted);
}

void PlanReviewPage::load()
{
    showJson();
    QStringList lines;
    lines << tr("Name: %1").arg(visibleText(draft().name));
    lines << tr("Company ID: %1").arg(draft().company.text());
    lines << tr("Targets: %1 devices, %2 groups")
                 .arg(locale().toString(draft().devices.size()), locale().toString(draft().groups.size()));
    lines << planInWords(draft());
    m_words->setText(lines.join(u'\n'));
}

void PlanReviewPage::showProblems(const QList<PlanProblem> &problems)
{
    QStringList faults;
    for (const PlanProblem &problem : problems) {
        if (problem.weight == PlanProblem::Weight::Fault)
            faults << tr("%1: %2", "a step, what is wrong there")
                          .arg(label(stepOf(problem.field)), wholeSentence(problem, draft()));
    }
    m_faults->setText(faults.join(u'\n'));
    m_faults->setVisible(!faults.isEmpty());
}

void PlanReviewPage::setImpact(const PlanImpact &impact, const QString &says)
{
    m_model->setImpact(impact, draft().name);
    QStringList counts;
    for (const PlanEffectKind kind : planEffectKinds) {
        if (impact.count(kind) > 0)
            counts << tr("%1: %2").arg(label(kind), locale().toString(impact.count(kind)));
    }
    m_counts->setText(counts.join(u" · "_s));
    m_says->setText(says);
}

void PlanReviewPage::setUnknown(const QString &says)
{
    m_model->setImpact({}, {});
    m_counts->clear();
    m_says->setText(says);
}

void PlanReviewPage::setDryRun(const DryRunNote &note)
{
    m_dryRun->setText(note.says);
    m_dryRun->setVisible(!note.says.isEmpty());
    setInk(m_dryRun, note.isBad ? Ink::Bad : Ink::Text2);
    m_askDryRun->setText(note.button);
    m_askDryRun->setVisible(!note.button.isEmpty());
}

const PlanImpact &PlanReviewPage::impact() const
{
    return m_model->impact();
}

void PlanReviewPage::showResult(const QString &title)
{
    m_title->setText(title);
    m_again->hide();
    setDryRun({});
}
