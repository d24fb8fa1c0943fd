// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/manycompaniesdialog.h"

#include "app/base/visibletext.h"
#include "app/companies/companysheet.h"
#include "app/steward/accountchanges.h"
#include "ui/changes/changelook.h"
#include "ui/changes/changesheet.h"
#include "ui/changes/rowchanges.h"
#include "ui/changes/runheader.h"
#include "ui/sheets/exportdialog.h"
#include "ui/sheets/importmodel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/note.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr QSize firstSize(960, 680);
constexpr int longestButtonName = 240; // pixels

} // namespace

ManyCompaniesDialog::ManyCompaniesDialog(AccountChanges &changes, const CompanyList &known, Setup setup,
                                         const Theme &theme, QWidget *parent)
    : QDialog(parent, Qt::Window), m_changes(changes), m_known(known), m_setup(std::move(setup)),
      m_theme(theme), m_rows(new RowChanges(this)), m_title(new ElidedLabel(this)),
      m_header(new RunHeader(changes, theme, this)),
      m_pane(new ImportPane(
          {.columns = CompanySheet::columns(m_setup.belowTitle),
           .makeJudge = [this](const ChosenColumns &columns) { return makeSheet(columns); },
           .pasteHint = tr(
               "One company in a line. Cells from a spreadsheet may have a second column: what the company "
               "is to be below."),
           .emptyTitle = tr("No companies yet"),
           .emptySentences =
               tr("Each line of the sheet stands here with what will come of it, before anything is sent."),
           .habits = m_setup.habits},
          theme, this)),
      m_trouble(new Note(Note::Kind::Warning, theme, this)),
      m_resend(new QCheckBox(tr("Send once more what two look-ups proved absent"), this)),
      m_summary(makeLine(u"manyCompaniesSummary"_s)),
      m_close(makeButton(u"closeManyCompanies"_s, tr("Close"))),
      m_create(makeButton(u"createCompanies"_s, {}))
{
    setObjectName(u"manyCompaniesDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Many companies"));
    layOut();
    connectParts();
    showAll();
}

QPushButton *ManyCompaniesDialog::makeButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    button->setAutoDefault(false); // Return is no yes here
    return button;
}

QLabel *ManyCompaniesDialog::makeLine(const QString &name)
{
    auto *line = new QLabel(this);
    line->setObjectName(name);
    line->setTextFormat(Qt::PlainText);
    line->setWordWrap(true);
    setInk(line, Ink::Text2);
    return line;
}

void ManyCompaniesDialog::layOut()
{
    m_title->setObjectName(u"manyCompaniesTitle"_s);
    m_title->setText(tr("Many companies below %1").arg(visibleText(m_setup.belowTitle)));
    m_title->setFont(m_theme.font(TextStyle::Title));
    m_header->setShowText(tr("Show in Activity"));
    m_header->layout()->setContentsMargins({}); // the dialog has its own
    m_trouble->setObjectName(u"manyCompaniesTrouble"_s);
    m_resend->setObjectName(u"resendAbsentCompanies"_s);
    m_resend->setAccessibleName(m_resend->text());
    m_resend->setChecked(true);
    m_resend->setToolTip(
        tr("When an answer is lost, Steward looks twice whether the company was created. With this, "
           "one that is not there is sent a second time by itself; else it waits for you."));
    setKind(m_create, ButtonKind::Main);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(m_summary, 1);
    foot->addWidget(m_close);
    foot->addWidget(m_create);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_title);
    column->addWidget(m_header);
    column->addWidget(m_pane, 1);
    column->addWidget(m_trouble);
    column->addWidget(m_resend);
    column->addLayout(foot);
    resize(firstSize);
}

void ManyCompaniesDialog::connectParts()
{
    connect(m_pane, &ImportPane::changed, this, &ManyCompaniesDialog::showAll);
    connect(m_create, &QPushButton::clicked, this, &ManyCompaniesDialog::create);
    connect(m_close, &QPushButton::clicked, this, &ManyCompaniesDialog::reject);
    connect(m_header, &RunHeader::statusMessage, this, &ManyCompaniesDialog::statusMessage);
    connect(m_header, &RunHeader::showRequested, this, &ManyCompaniesDialog::activityRequested);
    connect(m_header, &RunHeader::sheetRequested, this, &ManyCompaniesDialog::exportResult);
    connect(m_rows, &RowChanges::rowChanged, m_pane->model(), &ImportModel::showResult);
    connect(&m_changes, &AccountChanges::runnerChanged, this, &ManyCompaniesDialog::showAll);
    connect(&m_changes, &AccountChanges::stopped, this,
            [this](const AccountId &account, const ChangeTrouble &trouble) {
                const bool isOurs = m_run != RunId::None && account == m_setup.below.account && runner()
                    && runner()->isPaused(m_run);
                if (isOurs)
                    m_trouble->setTexts(trouble.what, trouble.advice);
                m_trouble->setVisible(isOurs);
            });
    connect(&m_changes, &AccountChanges::runChanged, this, [this](RunId run) {
        if (run == m_run && runner() && !runner()->isPaused(run))
            m_trouble->hide();
    });
    connect(&m_theme, &Theme::changed, this, [this] { m_title->setFont(m_theme.font(TextStyle::Title)); });
}

std::shared_ptr<RowJudge> ManyCompaniesDialog::makeSheet(const ChosenColumns &columns)
{
    m_sheet = std::make_shared<CompanySheet>(m_known, m_setup.below, m_setup.belowTitle, columns);
    return m_sheet;
}

ChangeRunner *ManyCompaniesDialog::runner() const
{
    return m_changes.runner(m_setup.below.account);
}

QString ManyCompaniesDialog::whyNot() const
{
    const ChangeRunner *sender = runner();
    if (!sender)
        return tr("The account is not open.");
    if (sender->isReadOnly())
        return tr("This account is read-only.");
    if (!m_pane->isReady())
        return m_pane->whyNotReady();
    if (m_sheet->madeCount() == 0)
        return tr("No line can be created.");
    return m_sheet->madeCount() > CompanySheet::most
        ? tr("At most %1 companies at once: part the sheet.").arg(QLocale().toString(CompanySheet::most))
        : QString();
}

/// The first press confirms: what it does stands on the button, and in the preview.
void ManyCompaniesDialog::create()
{
    if (m_run != RunId::None || !whyNot().isEmpty())
        return;
    const auto run = runner()->start(m_sheet->run(m_resend->isChecked()));
    if (!run) {
        m_trouble->setTexts(run.error().what, run.error().advice);
        m_trouble->show();
        return;
    }
    m_run = *run;
    followRun();
    emit confirmed();
}

void ManyCompaniesDialog::followRun()
{
    std::vector<qsizetype> rows;
    for (qsizetype row = 0; row < std::ssize(m_sheet->companies()); ++row) {
        if (m_sheet->companies()[static_cast<size_t>(row)].isMade)
            rows.push_back(row);
    }
    m_rows->add(m_changes.journal(), rows, m_changes.journal().changesOf(m_run));
    m_pane->close();
    m_pane->model()->setResults([this](qsizetype row) {
        const std::optional<ChangeState> state = m_rows->state(row);
        return state ? RowResult{.text = m_rows->text(row),
                                 .mark = glyphIcon(m_theme, lookOf(*state).mark, lookOf(*state).ink)}
                     : RowResult();
    });
    m_trouble->hide();
    m_header->setRun(m_run);
    showAll();
}

void ManyCompaniesDialog::showAll()
{
    const bool isConfirmed = m_run != RunId::None;
    const QString reason = isConfirmed ? tr("They are confirmed.") : whyNot();
    m_trouble->setVisible(m_trouble->isVisibleTo(this) && isConfirmed);
    m_title->setVisible(!isConfirmed); // the run has its own
    m_resend->setVisible(!isConfirmed);
    m_create->setText(buttonText());
    m_create->setEnabled(reason.isEmpty());
    m_create->setToolTip(reason);
    m_summary->setText(isConfirmed || reason.isEmpty() ? summaryText() : reason);
}

QString ManyCompaniesDialog::buttonText() const
{
    if (!m_pane->isReady() || m_sheet->madeCount() == 0)
        return tr("Create companies");
    const QString below =
        m_create->fontMetrics()
            .elidedText(visibleText(m_sheet->parentsText()), Qt::ElideRight, longestButtonName)
            .replace(u'&', u"&&"_s);
    return m_sheet->madeCount() == 1
        ? tr("Create 1 company below %1").arg(below)
        : tr("Create %1 companies below %2").arg(QLocale().toString(m_sheet->madeCount()), below);
}

QString ManyCompaniesDialog::summaryText() const
{
    const QLocale locale;
    const qsizetype leftOut = m_pane->model()->count(RowVerdict::LeftOut);
    QStringList sentences;
    if (leftOut > 0)
        sentences << (leftOut == 1 ? tr("1 line is left out.")
                                   : tr("%1 lines are left out.").arg(locale.toString(leftOut)));
    if (m_run == RunId::None)
        sentences << tr(
            "One company is created after the other; each name is looked for right before. A company "
            "cannot be renamed, moved or deleted through IDrive's API.");
    else
        sentences << tr("This window may be closed: the run goes on, and stands under Activity.");
    return sentences.join(u' ');
}

void ManyCompaniesDialog::exportResult()
{
    if (m_export && m_export->isVisible()) {
        m_export->raise();
        m_export->activateWindow();
        return;
    }
    m_export = new ExportDialog(std::make_unique<RunExport>(m_changes.journal(), m_setup.accountName, m_run),
                                {}, m_theme, this);
    m_export->show();
}

void ManyCompaniesDialog::reject()
{
    QDialog::reject();
    deleteLater();
}
