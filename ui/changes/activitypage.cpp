// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/activitypage.h"

#include "app/steward/accountchanges.h"
#include "ui/changes/activityquery.h"
#include "ui/changes/changedetails.h"
#include "ui/changes/changesheet.h"
#include "ui/changes/runheader.h"
#include "ui/query/querybox.h"
#include "ui/query/querychips.h"
#include "ui/sheets/exportdialog.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/plaintable.h"
#include "ui/window/looks.h"
#include "ui/window/theme.h"

#include <QButtonGroup>
#include <QFrame>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSplitter>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int barHeight = 40;
constexpr int detailsWidth = 300;
constexpr int leastDetailsWidth = 240;
constexpr std::array<int, ChangeListModel::columns> widths{84, 110, 120, 260, 116, 300, 64};

struct SegmentLine
{
    QLatin1StringView name;
    std::optional<ChangeState> state;
};
const std::array segments{SegmentLine{"segmentAll"_L1, std::nullopt},
                          SegmentLine{"segmentWaiting"_L1, ChangeState::Waiting},
                          SegmentLine{"segmentUnknown"_L1, ChangeState::Unknown},
                          SegmentLine{"segmentRefused"_L1, ChangeState::Refused},
                          SegmentLine{"segmentNotSent"_L1, ChangeState::NotSent},
                          SegmentLine{"segmentDone"_L1, ChangeState::Done}};

} // namespace

ActivityPage::ActivityPage(AccountChanges &changes, ChangeListModel::AccountNames accountName,
                           const Theme &theme, QWidget *parent)
    : QWidget(parent), m_changes(changes), m_theme(theme),
      m_model(new ChangeListModel(changes.journal(), std::move(accountName), theme, this)),
      m_query(new ActivityQuery(*m_model, changes.journal(), this)),
      m_queryBox(new QueryBox(*m_query, theme, this)), m_segments(new QButtonGroup(this)),
      m_run(new RunHeader(changes, theme, this)), m_table(new QTableView(this)),
      m_details(new ChangeDetails(changes, *m_model, theme, this)), m_empty(new EmptyState(theme, this)),
      m_splitter(new QSplitter(this))
{
    setObjectName(u"activityPage"_s);
    m_queryBox->setSubject(u"activityQuery"_s, u"state:unknown"_s,
                           tr("Filters the changes. Words, or a field and a value such as state:unknown."));
    m_queryBox->setAccessibleName(tr("Query over changes"));
    makeTable();
    layOut();
    connectParts();
    showCounts();
    chooseRun();
}

QToolButton *ActivityPage::makeSegment(const QString &name, std::optional<ChangeState> state)
{
    auto *segment = new QToolButton(this);
    segment->setObjectName(name);
    segment->setCheckable(true);
    segment->setChecked(!state);
    m_segments->addButton(segment);
    connect(segment, &QToolButton::clicked, this, [this, state] { m_model->setState(state); });
    return segment;
}

QWidget *ActivityPage::makeBar()
{
    auto *bar = new QWidget(this);
    bar->setFixedHeight(barHeight);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(12, 0, 8, 0);
    row->setSpacing(4);
    for (const SegmentLine &line : segments)
        row->addWidget(makeSegment(line.name, line.state));
    auto *chips = new QueryChips(*m_query, m_theme, bar);
    chips->setObjectName(u"activityQueryChips"_s);
    row->addWidget(chips, 1);
    auto *kept = new ElidedLabel(
        m_changes.isForThisSessionOnly() ? tr("kept until Steward ends") : tr("kept on this computer"), bar);
    kept->setObjectName(u"journalKept"_s);
    setInk(kept, Ink::Text2);
    row->addWidget(kept);
    auto *exportButton = new QToolButton(bar);
    exportButton->setObjectName(u"exportActivity"_s);
    exportButton->setText(tr("Export…"));
    setLeadingIcon(exportButton, glyphIcon(m_theme, Glyph::Export));
    connect(exportButton, &QToolButton::clicked, this, [this] { openExport(RunId::None); });
    row->addWidget(exportButton);
    return bar;
}

void ActivityPage::makeTable()
{
    setUpPlainTable(m_table, u"activityTable"_s, tr("Changes, newest first"));
    m_table->setModel(m_model);
    m_table->setFrameShape(QFrame::NoFrame);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setIconSize({14, 14});
    QHeaderView *header = m_table->horizontalHeader();
    for (size_t column = 0; column < widths.size(); ++column)
        header->resizeSection(static_cast<int>(column), widths.at(column));
    header->setSectionResizeMode(static_cast<int>(ChangeListModel::Column::Result), QHeaderView::Stretch);
}

void ActivityPage::layOut()
{
    auto *left = new QWidget(this);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    column->addWidget(makeRule(left));
    column->addWidget(m_run);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    m_details->setMinimumWidth(leastDetailsWidth);
    m_details->hide();
    m_splitter->setObjectName(u"activitySplitter"_s);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_details);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setSizes({4 * detailsWidth, detailsWidth});
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_splitter);
}

void ActivityPage::connectParts()
{
    connect(m_queryBox, &QueryBox::left, this, [this] { m_table->setFocus(); });
    connect(m_model, &ChangeListModel::countsChanged, this, &ActivityPage::showCounts);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ActivityPage::showChoice);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &ActivityPage::showChoice);
    connect(m_details, &ChangeDetails::closeRequested, this, &ActivityPage::clearChoice);
    connect(m_details, &ChangeDetails::statusMessage, this, &ActivityPage::statusMessage);
    connect(m_run, &RunHeader::statusMessage, this, &ActivityPage::statusMessage);
    connect(m_run, &RunHeader::showRequested, this, &ActivityPage::showRun);
    connect(m_run, &RunHeader::sheetRequested, this, &ActivityPage::openExport);
    connect(&m_changes, &AccountChanges::runChanged, this, &ActivityPage::chooseRun);
    connect(&m_changes, &AccountChanges::runnerChanged, this, &ActivityPage::showAccounts);
}

void ActivityPage::showAccounts()
{
    m_query->apply();
    chooseRun();
}

void ActivityPage::showCounts()
{
    const QLocale locale;
    const auto &counts = m_model->counts();
    qsizetype all = 0;
    for (const qsizetype count : counts)
        all += count;
    const QList<QAbstractButton *> buttons = m_segments->buttons();
    for (size_t i = 0; i < segments.size(); ++i) {
        QAbstractButton *button = buttons.at(static_cast<qsizetype>(i));
        const std::optional<ChangeState> state = segments.at(i).state;
        const qsizetype count = state ? counts.at(static_cast<size_t>(*state)) : all;
        button->setText(u"%1 %2"_s.arg(state ? label(*state) : tr("All"), locale.toString(count)));
        button->setVisible(!state || count > 0 || button->isChecked());
    }
    const bool hasAny = m_model->rowCount() > 0;
    m_table->setVisible(hasAny);
    m_empty->setVisible(!hasAny);
    const bool isJournalEmpty = m_changes.journal().changes().empty();
    m_empty->setContent(
        isJournalEmpty
            ? EmptyText{.glyph = Glyph::Activity,
                        .title = tr("Nothing was changed yet"),
                        .sentences =
                            tr("Each change that Steward sends to IDrive stands here, with what came of it.")}
            : EmptyText{.glyph = Glyph::Activity,
                        .title = tr("No change fits"),
                        .sentences = tr("The journal holds other changes. Clear the query, or choose All.")});
}

void ActivityPage::showChoice()
{
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    const ChangeRecord *chosen = rows.isEmpty() ? nullptr : m_model->change(rows.constFirst().row());
    m_details->setChange(chosen ? chosen->id : ChangeId::None);
    m_details->setVisible(chosen);
    chooseRun();
}

/// That of the change that is chosen, else what the person wanted to see, else the newest that is under way.
void ActivityPage::chooseRun()
{
    const ChangeJournal &journal = m_changes.journal();
    const ChangeRecord *chosen = journal.find(m_details->change());
    RunId run = m_wantedRun;
    if (const ChangeRun *ofChosen = chosen ? journal.find(chosen->run) : nullptr;
        ofChosen && ofChosen->counts.total() > 1) {
        run = ofChosen->id;
    } else if (run == RunId::None) {
        for (const auto &[id, known] : journal.runs()) {
            if (known.counts.ended() < known.counts.total())
                run = id;
        }
        // one that has just ended stays, with its result
        const ChangeRun *shown = journal.find(m_run->run());
        if (run == RunId::None && shown && shown->counts.total() > 1)
            run = shown->id;
    }
    if (run != m_run->run())
        m_run->setRun(run);
}

void ActivityPage::showRun(RunId run)
{
    m_wantedRun = run;
    m_table->clearSelection();
    m_segments->buttons().constFirst()->click();
    m_query->setText(u"run:\"%1\""_s.arg(static_cast<qint64>(run)));
    chooseRun();
}

bool ActivityPage::clearChoice()
{
    const bool hasChoice = m_table->selectionModel()->hasSelection();
    m_table->clearSelection();
    return hasChoice;
}

void ActivityPage::openExport(RunId run)
{
    if (m_export && m_export->isVisible()) {
        m_export->raise();
        m_export->activateWindow();
        return;
    }
    std::unique_ptr<ExportSubject> subject;
    if (run == RunId::None)
        subject = std::make_unique<ActivityExport>(*m_model, m_changes.journal());
    else
        subject = std::make_unique<RunExport>(
            m_changes.journal(),
            [model = m_model](const AccountId &account) { return model->accountName(account); }, run);
    m_export = new ExportDialog(std::move(subject), m_habits, m_theme, this);
    connect(m_export, &ExportDialog::started, this,
            [this](const ExportHabits &habits) { m_habits = habits; });
    m_export->show();
}
