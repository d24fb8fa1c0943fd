// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/planwizard.h"

#include "app/base/visibletext.h"
#include "app/plans/planimpact.h"
#include "app/plans/templatefile.h"
#include "ui/plans/plandevicemodel.h"
#include "ui/plans/planoptionspage.h"
#include "ui/plans/planreviewpage.h"
#include "ui/plans/plantargetspage.h"
#include "ui/plans/planwhatpage.h"
#include "ui/plans/planwhenpage.h"
#include "ui/plans/planwherepage.h"
#include "ui/widgets/note.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

static constexpr int stepHeight = 32;

/// Texts stay where they are when a mark comes.
static QIcon blankIcon()
{
    QPixmap pixmap(16, 16);
    pixmap.fill(Qt::transparent);
    return pixmap;
}

static std::unique_ptr<DraftKeeper> makeKeeper(const PlanWizardSetup &setup, const QString &profile)
{
    const PlanDrafts drafts(profile);
    return std::make_unique<DraftKeeper>(
        drafts, setup.draftFile.isEmpty() ? drafts.newFile(setup.company.account) : setup.draftFile);
}

PlanWizard::PlanWizard(PlanWizardSetup setup, PlanList &plans, Runner runner, const QString &profile,
                       const Theme &theme, QWidget *parent)
    : QDialog(parent), m_setup(std::move(setup)), m_plans(plans), m_runner(std::move(runner)), m_theme(theme),
      m_keeper(makeKeeper(m_setup, profile)), m_draft(m_setup.draft),
      m_devices(new PlanDeviceModel(m_setup.devices, this)),
      m_dryRuns(new PlanDryRuns({.company = m_setup.company,
                                 .companyTitle = m_setup.companyTitle,
                                 .verdict = m_setup.verdict,
                                 .runner = m_runner},
                                m_plans, this)),
      m_steps(new QListWidget(this)), m_stack(new QStackedWidget(this)), m_says(new QLabel(this)),
      m_back(new QPushButton(tr("Back"), this)), m_next(new QPushButton(this)),
      m_create(new QPushButton(this))
{
    setObjectName(u"planWizard"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("New backup plan for %1").arg(m_setup.companyTitle));
    resize(1180, 760);
    m_draft.company = m_setup.company.company;
    m_steps->setObjectName(u"planSteps"_s);
    m_steps->setAccessibleName(tr("Steps"));
    m_steps->setFixedWidth(200);
    m_steps->setSpacing(2);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_steps);
    middle->addWidget(m_stack, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addWidget(makeRule(this));
    column->addLayout(middle, 1);
    column->addWidget(makeRule(this));
    column->addWidget(makeFoot());
    addPages();
    connect(m_keeper.get(), &DraftKeeper::kept, this, &PlanWizard::sayKept);
    connect(&m_plans, &PlanList::companyChanged, this, &PlanWizard::takePlans);
    connect(m_steps, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0)
            showStep(planSteps.at(static_cast<size_t>(row)));
    });
    readPlans();
    takeKnownPlans();
    check();
    showStep(PlanStep::Targets);
}

PlanWizard::~PlanWizard()
{
    hide(); // as QDialog does when the draft that an open editor writes to is gone
    if (m_dryRuns->isUnderWay() && parent())
        m_dryRuns->goOnIn(parent());
}

void PlanWizard::addPages()
{
    m_targets = new PlanTargetsPage(m_draft, *m_devices, m_setup.companyTitle, this);
    m_what = new PlanWhatPage(m_draft, m_theme, this);
    m_review = new PlanReviewPage(m_draft, this);
    m_pages = {m_targets,
               m_what,
               new PlanWherePage(m_draft, this),
               new PlanWhenPage(m_draft, this),
               new PlanOptionsPage(m_draft, this),
               m_review};
    for (PlanWizardPage *page : m_pages) {
        page->load();
        auto *area = new QScrollArea(this);
        area->setWidgetResizable(true);
        area->setFrameShape(QFrame::NoFrame);
        area->setWidget(page);
        m_stack->addWidget(area);
        auto *item = new QListWidgetItem(label(page->step()), m_steps);
        item->setSizeHint({0, stepHeight});
        connect(page, &PlanWizardPage::edited, this, &PlanWizard::takeEdit);
    }
    connect(m_review, &PlanReviewPage::readAgainRequested, this, &PlanWizard::readPlans);
    connect(m_review, &PlanReviewPage::dryRunRequested, this, &PlanWizard::offerDryRun);
    connect(m_dryRuns, &PlanDryRuns::changed, this, &PlanWizard::followDryRuns);
    connect(m_dryRuns, &PlanDryRuns::refused, this, &PlanWizard::showRefusedDryRun);
}

QWidget *PlanWizard::makeHead()
{
    auto *head = new QWidget(this);
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins(16, 10, 16, 10);
    auto *title = new QLabel(windowTitle(), head);
    title->setTextFormat(Qt::PlainText);
    title->setFont(m_theme.font(TextStyle::Title));
    column->addWidget(title);
    if (!m_setup.remarks.isEmpty()) {
        auto *note = new Note(Note::Kind::Warning, m_theme, head);
        note->setObjectName(u"planRemarks"_s);
        note->setTexts(tr("Look at this before you go on"), m_setup.remarks.join(u' '));
        column->addWidget(note);
    }
    return head;
}

QWidget *PlanWizard::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 10, 16, 10);
    auto *close = new QPushButton(tr("Close"), foot);
    close->setObjectName(u"planClose"_s);
    m_says->setObjectName(u"planWizardSays"_s);
    m_says->setTextFormat(Qt::PlainText);
    m_says->setWordWrap(true);
    setInk(m_says, Ink::Text2);
    m_back->setObjectName(u"planBack"_s);
    m_next->setObjectName(u"planNext"_s);
    m_create->setObjectName(u"planCreate"_s);
    auto *save = new QPushButton(tr("Save as template…"), foot);
    save->setObjectName(u"planSaveTemplate"_s);
    save->setToolTip(tr("A file without company, devices and name, to begin other plans with"));
    for (QPushButton *button : {close, save, m_back, m_create})
        button->setAutoDefault(false);
    setKind(m_create, ButtonKind::Main);
    row->addWidget(close);
    row->addWidget(save);
    row->addWidget(m_says, 1);
    row->addWidget(m_back);
    row->addWidget(m_next);
    row->addWidget(m_create);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &PlanWizard::askWhereToSave);
    connect(m_back, &QPushButton::clicked, this,
            [this] { m_steps->setCurrentRow(m_steps->currentRow() - 1); });
    connect(m_next, &QPushButton::clicked, this,
            [this] { m_steps->setCurrentRow(m_steps->currentRow() + 1); });
    connect(m_create, &QPushButton::clicked, this, &PlanWizard::askAndCreate);
    return foot;
}

void PlanWizard::showStep(PlanStep step)
{
    const auto row = static_cast<int>(step);
    if (m_stack->currentIndex() != row)
        m_isLeft.at(static_cast<size_t>(m_stack->currentIndex())) = true;
    m_steps->setCurrentRow(row);
    m_stack->setCurrentIndex(row);
    page(step)->enter();
    showMarks();
    if (step == PlanStep::Review && m_run == RunId::None)
        reckon();
    showButtons();
}

void PlanWizard::takeEdit()
{
    m_isReviewed = false;
    m_isAnswered = false;
    m_keeper->keepSoon(m_draft);
    check();
}

/// Called with each key: nothing here goes through the devices or the plans.
void PlanWizard::check()
{
    m_around.systems = m_devices->systems();
    m_around.missingDevices = m_devices->missing();
    if (m_draft.what == WhatToBackup::EntireMachine)
        m_what->setLeftOut(m_devices->notWindows(PlanWhatPage::mostNames), m_around.systems.notWindows());
    m_problems = planProblems(m_draft, m_around);
    for (PlanWizardPage *page : m_pages)
        page->showProblems(m_problems);
    showMarks();
    showButtons();
}

/// What is right and what is wrong in the steps that were left once.
void PlanWizard::showMarks()
{
    for (const PlanStep step : planSteps) {
        const auto place = static_cast<size_t>(step);
        const bool isWrong = std::ranges::any_of(m_problems, [step](const PlanProblem &problem) {
            return stepOf(problem.field) == step && problem.weight == PlanProblem::Weight::Fault;
        });
        const bool isMarked = m_isLeft.at(place) && step != PlanStep::Review;
        QListWidgetItem *item = m_steps->item(static_cast<int>(place));
        item->setIcon(!isMarked     ? blankIcon()
                          : isWrong ? glyphIcon(m_theme, Glyph::Warning, Token::Bad)
                                    : glyphIcon(m_theme, Glyph::Check, Token::Ok));
        const QString said = !isMarked ? QString() : isWrong ? tr("something is wrong here") : tr("in order");
        item->setData(Qt::AccessibleDescriptionRole, said);
        item->setToolTip(said);
    }
}

void PlanWizard::takeKnownPlans()
{
    m_around = {};
    if (const CompanyPlans *known = m_plans.of(m_setup.company)) {
        for (const Plan &plan : known->plans()) {
            m_around.planNames.append(plan.name);
            for (const PlanGroup &group : plan.groups.value_or(QList<PlanGroup>()))
                m_around.knownGroups.append(group.idText());
        }
    }
    m_around.knownGroups.removeDuplicates();
    m_targets->setKnownGroups(m_around.knownGroups);
}

QList<ChosenDevice> PlanWizard::chosen() const
{
    return m_devices->chosen();
}

void PlanWizard::showButtons()
{
    const int row = m_stack->currentIndex();
    const bool isLast = row + 1 == static_cast<int>(planSteps.size());
    m_back->setVisible(!m_isCreated);
    m_back->setEnabled(row > 0 && m_run == RunId::None);
    m_next->setVisible(!isLast);
    m_create->setVisible(isLast && !m_isCreated);
    if (!isLast)
        m_next->setText(tr("Next: %1").arg(label(planSteps.at(static_cast<size_t>(row) + 1))));
    const bool asksOnceMore = m_replaced > 0 || !m_draft.groups.isEmpty();
    m_create->setText(
        m_replaced > 0
            ? tr("Create plan for %1, replacing %2…").arg(m_setup.companyTitle, locale().toString(m_replaced))
            : asksOnceMore ? tr("Create plan for %1…").arg(m_setup.companyTitle)
                           : tr("Create plan for %1").arg(m_setup.companyTitle));
    const ChangeRunner *runner = m_runner();
    const bool maySend = runner && !runner->isReadOnly();
    m_create->setEnabled(isLast && m_run == RunId::None && m_isReviewed && maySend && mayBeSent(m_problems));
    m_create->setToolTip(maySend ? QString() : tr("This account is not open for changes."));
    m_steps->setEnabled(m_run == RunId::None);
    if (m_run == RunId::None && m_says->text().isEmpty())
        m_says->setText(
            tr("The API cannot change or delete a plan: what is created stays until another replaces it."));
}

void PlanWizard::readPlans()
{
    m_isReviewed = false;
    m_plans.read({m_setup.company});
    takePlans(m_setup.company);
}

void PlanWizard::takePlans(const CompanyKey &company)
{
    if (company != m_setup.company || m_plans.isReading(m_setup.company) || m_run != RunId::None)
        return;
    takeKnownPlans();
    check();
    if (m_stack->currentIndex() == static_cast<int>(PlanStep::Review))
        reckon();
    showButtons();
}

void PlanWizard::reckon()
{
    const CompanyPlans *known = m_plans.of(m_setup.company);
    m_isReviewed = false;
    m_replaced = 0;
    if (m_plans.isReading(m_setup.company)) {
        m_review->setUnknown(tr("The company’s plans are being read."));
        m_review->setDryRun(m_dryRuns->isUnderWay() ? tryNote() : DryRunNote());
    } else if (!known || known->error() || !known->readAt().isValid()) {
        m_review->setUnknown(
            known && known->error()
                ? known->error()->what() + u' ' + known->error()->advice()
                : tr("The company’s plans were not read: what would be replaced is not known."));
    } else {
        const DryRunAnswer *answer = m_dryRuns->answerTo(m_draft);
        if (!answer && mayBeSent(m_problems) && m_dryRuns->mayAsk()) {
            m_dryRuns->ask(m_draft); // and comes back here
            return;
        }
        const PlanCreated *said = dryRunSaid(answer, known->plans());
        const PlanImpact impact = planImpact(m_draft, touched(said), known->plans(), said);
        m_replaced = impact.count(PlanEffectKind::Replaced);
        m_reviewed = m_draft;
        m_isReviewed = !m_dryRuns->isUnderWay() && !(answer && answer->refusesFields());
        m_review->setImpact(impact,
                            said
                                ? tr("As IDrive answered a dry run at %1; plans as of %2. They are read once "
                                     "more right before the plan is sent, and others stop it.")
                                      .arg(locale().toString(answer->at.toLocalTime().time()),
                                           locale().toString(known->readAt().toLocalTime().time()))
                                : tr("Steward’s own reckoning from the plans as of %1; they are read once "
                                     "more right before the plan is sent, and others stop it.")
                                      .arg(locale().toString(known->readAt().toLocalTime().time())));
        m_review->setDryRun(dryRunNote(answer, said));
    }
    showButtons();
}

void PlanWizard::askWhereToSave()
{
    auto *dialog =
        new QFileDialog(this, tr("Save as template"), {}, tr("Templates of backup plans (*.json)"));
    dialog->setObjectName(u"planTemplateFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    dialog->selectFile(u"backup-plan.json"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &PlanWizard::saveTemplate);
    dialog->open();
}

void PlanWizard::saveTemplate(const QString &path)
{
    const QString problem = writeTemplateFile(path, m_draft);
    m_says->setText(problem.isEmpty() ? tr("The template was written to %1.").arg(visibleText(path))
                                      : problem);
}

void PlanWizard::sayKept(bool isKept)
{
    if (m_isAnswered || m_run != RunId::None)
        return;
    m_says->setText(isKept ? tr("Draft kept %1").arg(locale().toString(QTime::currentTime()))
                           : tr("The draft could not be kept: the profile’s folder cannot be written."));
}
