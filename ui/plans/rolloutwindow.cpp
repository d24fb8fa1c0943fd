// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/rolloutwindow.h"

#include "app/base/sentname.h"
#include "app/base/visibletext.h"
#include "app/plans/plandraftwords.h"
#include "app/plans/templatefile.h"
#include "ui/plans/planeffectmodel.h"
#include "ui/widgets/note.h"
#include "ui/widgets/plaintable.h"
#include "ui/window/looks.h"

#include <QFileDialog>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

QString companiesText(qsizetype count)
{
    return count == 1 ? RollOutWindow::tr("1 company")
                      : RollOutWindow::tr("%1 companies").arg(QLocale().toString(count));
}

bool isEmptyTemplate(const PlanDraft &draft)
{
    return draft.what == WhatToBackup::FileFolder && draft.items.isEmpty();
}

} // namespace

RollOutWindow::RollOutWindow(Setup setup, PlanList &plans, const Theme &theme, QWidget *parent)
    : QDialog(parent), m_theme(theme), m_setup(std::move(setup)),
      m_rollOut(new PlanRollOut(m_setup.rollOut, plans, this)), m_model(new RollOutModel(*m_rollOut, this)),
      m_effects(new PlanEffectModel(this)), m_name(new QLineEdit(this)), m_query(new QLineEdit(this)),
      m_template(new QLabel(this)), m_querySays(new QLabel(this)), m_summary(new QLabel(this)),
      m_company(new QLabel(this)), m_trouble(new Note(Note::Kind::Warning, theme, this)),
      m_open(new QPushButton(tr("Open a template…"), this)),
      m_all(new QPushButton(tr("All companies"), this)), m_none(new QPushButton(tr("None"), this)),
      m_wider(new QPushButton(this)),
      m_companies(makeTable(u"rollOutCompanies"_s, tr("Companies of the roll-out"))),
      m_devices(makeTable(u"rollOutDevices"_s, tr("Devices of the company"))),
      m_again(new QPushButton(tr("Change it"), this)), m_main(new QPushButton(this)),
      m_column(new QVBoxLayout(this))
{
    setObjectName(u"rollOutWindow"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("One plan for many companies"));
    resize(1180, 760);
    for (QLabel *text : {m_template, m_querySays, m_summary, m_company}) {
        text->setTextFormat(Qt::PlainText);
        text->setWordWrap(true);
    }
    m_column->setContentsMargins(16, 12, 16, 12);
    m_column->setSpacing(8);
    m_column->addWidget(makeForm());
    m_trouble->setObjectName(u"rollOutTrouble"_s);
    m_trouble->hide();
    m_column->addWidget(m_trouble);
    m_column->addWidget(makeTables(), 1);
    m_column->addWidget(makeFoot());
    connectParts();
    m_model->tick(m_setup.ticked);
    findDevices();
    showState();
}

QWidget *RollOutWindow::makeForm()
{
    auto *form = new QWidget(this);
    auto *rows = new QGridLayout(form); // not a QFormLayout, which cuts texts of two lines
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setColumnStretch(1, 1);
    m_open->setObjectName(u"rollOutTemplate"_s);
    m_template->setObjectName(u"rollOutTemplateSays"_s);
    m_name->setObjectName(u"rollOutName"_s);
    m_query->setObjectName(u"rollOutQuery"_s);
    m_query->setPlaceholderText(u"os:windows health:never"_s);
    m_querySays->setObjectName(u"rollOutQuerySays"_s);
    m_name->setAccessibleName(tr("Name of the plan"));
    m_query->setAccessibleName(tr("Devices of each company"));
    const auto addField = [rows, form](int row, const QString &text, QLineEdit *field) {
        auto *label = new QLabel(text, form);
        label->setBuddy(field);
        rows->addWidget(label, row, 0);
        rows->addWidget(field, row, 1, 1, 2);
    };
    rows->addWidget(new QLabel(tr("Template"), form), 0, 0);
    rows->addWidget(m_template, 0, 1);
    rows->addWidget(m_open, 0, 2);
    addField(1, tr("Name of the plan"), m_name);
    addField(2, tr("Devices of each company, as in the query box"), m_query);
    rows->addWidget(m_querySays, 3, 1, 1, 2);
    return form;
}

QTableView *RollOutWindow::makeTable(const QString &name, const QString &accessibleName)
{
    auto *table = new QTableView(this);
    setUpPlainTable(table, name, accessibleName);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->horizontalHeader()->setStretchLastSection(true);
    return table;
}

QWidget *RollOutWindow::makeTables()
{
    m_companies->setModel(m_model);
    m_companies->horizontalHeader()->resizeSection(RollOutModel::Company, 280);
    m_companies->horizontalHeader()->resizeSection(RollOutModel::NotMentioned, 130);
    m_devices->setModel(m_effects);
    m_devices->horizontalHeader()->setDefaultSectionSize(150);
    m_all->setObjectName(u"rollOutAll"_s);
    m_none->setObjectName(u"rollOutNone"_s);
    m_wider->setObjectName(u"rollOutWider"_s);
    m_wider->setText(QString(m_setup.wider.text).replace(u'&', u"&&"_s));
    m_wider->setVisible(!m_setup.wider.companies.isEmpty());
    for (QPushButton *button : {m_all, m_none, m_wider})
        setSmall(button);
    auto *upper = new QWidget(this);
    auto *upperColumn = new QVBoxLayout(upper);
    upperColumn->setContentsMargins(0, 0, 0, 0);
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_all);
    choice->addWidget(m_none);
    choice->addWidget(m_wider);
    choice->addStretch(1);
    upperColumn->addLayout(choice);
    upperColumn->addWidget(m_companies, 1);
    auto *lower = new QWidget(this);
    auto *lowerColumn = new QVBoxLayout(lower);
    lowerColumn->setContentsMargins(0, 0, 0, 0);
    m_company->setObjectName(u"rollOutCompany"_s);
    lowerColumn->addWidget(m_company);
    lowerColumn->addWidget(m_devices, 1);
    auto *tables = new QSplitter(Qt::Vertical, this);
    tables->setChildrenCollapsible(false);
    tables->addWidget(upper);
    tables->addWidget(lower);
    tables->setStretchFactor(0, 2);
    tables->setStretchFactor(1, 1);
    return tables;
}

QWidget *RollOutWindow::makeFoot()
{
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    auto *close = new QPushButton(tr("Close"), foot);
    close->setObjectName(u"rollOutClose"_s);
    m_summary->setObjectName(u"rollOutSummary"_s);
    m_again->setObjectName(u"rollOutAgain"_s);
    m_main->setObjectName(u"rollOutMain"_s);
    for (QPushButton *button : {close, m_again, m_main, m_open, m_all, m_none, m_wider})
        button->setAutoDefault(false);
    setKind(m_main, ButtonKind::Main);
    row->addWidget(close);
    row->addWidget(m_summary, 1);
    row->addWidget(m_again);
    row->addWidget(m_main);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return foot;
}

void RollOutWindow::connectParts()
{
    m_findSoon.setSingleShot(true);
    m_findSoon.setInterval(150ms);
    connect(&m_findSoon, &QTimer::timeout, this, &RollOutWindow::findDevices);
    connect(m_query, &QLineEdit::textChanged, this, [this] { m_findSoon.start(); });
    connect(m_name, &QLineEdit::textChanged, this, &RollOutWindow::takeEdit);
    connect(m_open, &QPushButton::clicked, this, &RollOutWindow::askForTemplate);
    connect(m_all, &QPushButton::clicked, this, [this] { m_model->tickAll(true); });
    connect(m_none, &QPushButton::clicked, this, [this] { m_model->tickAll(false); });
    connect(m_wider, &QPushButton::clicked, this, [this] { m_model->tick(m_setup.wider.companies); });
    connect(m_model, &RollOutModel::tickedChanged, this, &RollOutWindow::takeEdit);
    connect(m_companies->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RollOutWindow::showCompany);
    connect(m_rollOut, &PlanRollOut::changed, this, &RollOutWindow::follow);
    m_showSoon.setSingleShot(true);
    m_showSoon.setInterval(30ms);
    connect(&m_showSoon, &QTimer::timeout, this, [this] {
        showState();
        showCompany();
    });
    connect(m_rollOut, &PlanRollOut::rowChanged, this, [this](int row) {
        m_model->takeRow(row);
        if (!m_showSoon.isActive())
            m_showSoon.start();
    });
    connect(m_again, &QPushButton::clicked, m_rollOut, &PlanRollOut::reset);
    connect(m_main, &QPushButton::clicked, this, &RollOutWindow::pressMain);
}

void RollOutWindow::setRunPart(QWidget *part)
{
    part->setParent(this);
    m_column->insertWidget(1, part);
}

void RollOutWindow::askForTemplate()
{
    auto *dialog = new QFileDialog(this, tr("Open a template"), {},
                                   tr("Templates of backup plans (*.json);;All files (*)"));
    dialog->setObjectName(u"rollOutTemplateFile"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &RollOutWindow::openTemplate);
    dialog->open();
}

void RollOutWindow::openTemplate(const QString &path)
{
    const auto read = readTemplateFile(path);
    m_trouble->setTexts({}, read ? QString() : read.error());
    m_trouble->setVisible(!read);
    if (read)
        m_setup.draft = *read;
    takeEdit();
}

PlanDraft RollOutWindow::draft() const
{
    PlanDraft draft = m_setup.draft;
    draft.name = m_name->text();
    return draft;
}

void RollOutWindow::findDevices()
{
    m_findSoon.stop();
    const auto companies = m_setup.companies(m_query->text());
    setWrong(m_query, !companies);
    setInk(m_querySays, companies ? Ink::Text2 : Ink::Bad);
    m_querySays->setText(companies ? tr("Empty: every device. group:\"Front desk\" takes a group by its "
                                        "name. Which devices fit is looked "
                                        "up when you press the button below.")
                                   : companies.error());
    m_query->setAccessibleDescription(m_querySays->text());
    m_model->setCompanies(companies.value_or(QList<FittingCompany>()));
}

/// What was prepared was for something else.
void RollOutWindow::takeEdit()
{
    const bool isPrepared =
        m_rollOut->step() != PlanRollOut::Step::Idle && m_rollOut->step() < PlanRollOut::Step::Sending;
    if (isPrepared)
        m_rollOut->reset();
    else
        showState();
}

void RollOutWindow::follow()
{
    m_model->takeRows();
    for (; m_runsTold < m_rollOut->runs().size(); ++m_runsTold)
        emit runBegun(m_rollOut->runs()[m_runsTold]);
    if (m_rollOut->runs().empty())
        m_runsTold = 0;
    showState();
    showCompany();
}

void RollOutWindow::showState()
{
    const bool isIdle = m_rollOut->step() == PlanRollOut::Step::Idle;
    m_template->setText(isEmptyTemplate(m_setup.draft) ? tr("None is chosen yet.")
                                                       : planInWords(m_setup.draft).join(u" · "_s));
    m_summary->setText(summary());
    m_model->setOpen(isIdle);
    for (QWidget *field : std::initializer_list<QWidget *>{m_name, m_query, m_open, m_all, m_none, m_wider})
        field->setEnabled(isIdle);
    if (const QString &trouble = m_rollOut->trouble(); !isIdle) {
        m_trouble->setTexts({}, trouble);
        m_trouble->setVisible(!trouble.isEmpty());
    }
    showButtons();
}

void RollOutWindow::showButtons()
{
    const PlanRollOut::Step step = m_rollOut->step();
    const qsizetype replaced = m_rollOut->count(PlanEffectKind::Replaced);
    const QString companies = companiesText(m_rollOut->companyCount());
    m_again->setVisible(step != PlanRollOut::Step::Idle && step < PlanRollOut::Step::Sending);
    m_main->setVisible(step <= PlanRollOut::Step::Ready);
    if (step == PlanRollOut::Step::Idle) {
        m_main->setText(tr("See what would happen"));
        m_main->setEnabled(!isEmptyTemplate(m_setup.draft) && !sentName(m_name->text()).isEmpty()
                           && !m_model->ticked().isEmpty());
        return;
    }
    m_main->setEnabled(step == PlanRollOut::Step::Ready && m_rollOut->companyCount() > 0);
    m_main->setText(replaced > 0
                        ? tr("Create for %1, replacing %2…").arg(companies, QLocale().toString(replaced))
                        : tr("Create for %1…").arg(companies));
}

QString RollOutWindow::summary() const
{
    switch (m_rollOut->step()) {
    case PlanRollOut::Step::Idle: {
        qsizetype devices = 0;
        const QList<FittingCompany> ticked = m_model->ticked();
        for (const FittingCompany &company : ticked)
            devices += company.devices;
        return tr("Ticked: %1, with %2 devices that fit. Nothing is sent yet.")
            .arg(companiesText(ticked.size()), QLocale().toString(devices));
    }
    case PlanRollOut::Step::Reading:
        return tr("The plans of these companies are being read.");
    case PlanRollOut::Step::Asking:
        return tr("IDrive is asked by dry runs.");
    default:
        break;
    }
    QStringList parts{tr("%1 of %2")
                          .arg(QLocale().toString(m_rollOut->companyCount()),
                               companiesText(std::ssize(m_rollOut->rows())))};
    for (const PlanEffectKind kind : planEffectKinds) {
        if (m_rollOut->count(kind) > 0)
            parts << tr("%1: %2").arg(label(kind), QLocale().toString(m_rollOut->count(kind)));
    }
    return parts.join(u" · "_s);
}

void RollOutWindow::showCompany()
{
    const QModelIndex current = m_companies->currentIndex();
    const RollOutRow *row = current.isValid() ? m_model->prepared(current.row()) : nullptr;
    m_company->setText(row ? row->target.title : tr("Choose a prepared company above to see its devices."));
    m_effects->setImpact(row ? row->impact : PlanImpact(), m_name->text());
}

void RollOutWindow::pressMain()
{
    if (m_rollOut->step() != PlanRollOut::Step::Idle) {
        askAndApply();
        return;
    }
    if (m_findSoon.isActive()) // what stands in the field counts
        findDevices();
    if (m_main->isEnabled())
        m_rollOut->prepare(draft(), m_setup.targets(m_query->text(), m_model->ticked()));
}

void RollOutWindow::askAndApply()
{
    auto *question = new QMessageBox(this);
    question->setObjectName(u"rollOutQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setIcon(QMessageBox::Warning);
    question->setTextFormat(Qt::PlainText);
    question->setWindowTitle(windowTitle());
    question->setText(tr("“%1” is created for %2. Devices that lose their present plan for good: %3.")
                          .arg(visibleText(m_name->text()), companiesText(m_rollOut->companyCount()),
                               QLocale().toString(m_rollOut->count(PlanEffectKind::Replaced))));
    question->setInformativeText(
        tr("One company after the other; the plans of each are read right before, and others than "
           "you saw stop that company. The API cannot undo this."));
    QPushButton *go = question->addButton(tr("Create"), QMessageBox::AcceptRole);
    go->setObjectName(u"rollOutYes"_s);
    go->setAutoDefault(false);
    QPushButton *stay = question->addButton(QMessageBox::Cancel);
    question->setDefaultButton(stay); // Enter is not yes
    question->setEscapeButton(stay);
    connect(go, &QPushButton::clicked, m_rollOut, &PlanRollOut::apply);
    question->open();
}
