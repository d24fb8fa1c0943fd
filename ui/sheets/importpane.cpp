// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/importpane.h"

#include "app/base/visibletext.h"
#include "ui/sheets/columnchooser.h"
#include "ui/sheets/importmodel.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/plaintable.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/progressline.h"
#include "ui/window/theme.h"

#include <QButtonGroup>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QMimeData>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStandardPaths>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int pasteHeight = 96;
constexpr int lineWidth = 64;
constexpr int leastCellWidth = 110;
constexpr int shareOfCells = 55; // percent; the verdict has the rest
constexpr auto pasteQuiet = 150ms;

struct SegmentLine
{
    QLatin1StringView name;
    std::optional<RowVerdict> verdict;
};
const std::array segments{SegmentLine{"importAll"_L1, std::nullopt},
                          SegmentLine{"importGood"_L1, RowVerdict::Good},
                          SegmentLine{"importDoubtful"_L1, RowVerdict::Doubtful},
                          SegmentLine{"importLeftOut"_L1, RowVerdict::LeftOut}};

QString fileOf(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 ? urls.constFirst().toLocalFile() : QString();
}

} // namespace

ImportPane::ImportPane(Setup setup, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_setup(std::move(setup)), m_theme(theme), m_sheet(new ImportedSheet(this)),
      m_model(new ImportModel(theme, this)), m_browse(new QPushButton(tr("Choose a CSV file…"), this)),
      m_said(new ElidedLabel(this)), m_progress(new ProgressLine(theme, this)),
      m_cancel(new QPushButton(tr("Cancel reading"), this)),
      m_pasteInstead(new QPushButton(tr("Paste lines instead"), this)), m_paste(new QPlainTextEdit(this)),
      m_sourcePart(makeSource()),
      m_columns(new ColumnChooser(m_setup.columns, m_setup.habits.headings, this)),
      m_segments(new QButtonGroup(this)), m_segmentsPart(makeSegments()), m_table(new QTableView(this)),
      m_empty(new EmptyState(theme, this))
{
    setObjectName(u"importPane"_s);
    setAcceptDrops(true);
    makeTable();
    m_empty->setContent(
        {.glyph = Glyph::Table, .title = m_setup.emptyTitle, .sentences = m_setup.emptySentences});
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(m_sourcePart);
    column->addWidget(m_columns);
    column->addWidget(m_segmentsPart);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    connectParts();
    showState();
    showCounts();
}

ImportPane::~ImportPane() = default;

QWidget *ImportPane::makeSource()
{
    auto *part = new QWidget(this);
    m_browse->setObjectName(u"importBrowse"_s);
    m_said->setObjectName(u"importSaid"_s);
    setInk(m_said, Ink::Text2);
    m_progress->setObjectName(u"importProgress"_s);
    m_progress->setAccessibleName(tr("How much of the file is read"));
    m_cancel->setObjectName(u"importCancel"_s);
    m_pasteInstead->setObjectName(u"importPasteInstead"_s);
    for (QPushButton *button : {m_browse, m_cancel, m_pasteInstead})
        button->setAutoDefault(false);
    setLeadingIcon(m_browse, glyphIcon(m_theme, Glyph::Open));
    setKind(m_pasteInstead, ButtonKind::Link);
    m_paste->setObjectName(u"importPaste"_s);
    m_paste->setAccessibleName(tr("Lines to import"));
    m_paste->setPlaceholderText(m_setup.pasteHint);
    m_paste->setTabChangesFocus(true);
    m_paste->setFixedHeight(pasteHeight);
    m_paste->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_paste->setAcceptDrops(false); // a file's address is no line of it
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_browse);
    row->addWidget(m_said, 2);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_pasteInstead);
    auto *column = new QVBoxLayout(part);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(m_paste);
    return part;
}

QToolButton *ImportPane::makeSegment(const QString &name, std::optional<RowVerdict> verdict)
{
    auto *segment = new QToolButton(this);
    segment->setObjectName(name);
    segment->setCheckable(true);
    segment->setChecked(!verdict);
    m_segments->addButton(segment);
    connect(segment, &QToolButton::clicked, this, [this, verdict] { m_model->setShown(verdict); });
    return segment;
}

QWidget *ImportPane::makeSegments()
{
    auto *part = new QWidget(this);
    auto *row = new QHBoxLayout(part);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    for (const SegmentLine &line : segments)
        row->addWidget(makeSegment(line.name, line.verdict));
    row->addStretch(1);
    return part;
}

void ImportPane::makeTable()
{
    setUpPlainTable(m_table, u"importPreview"_s, tr("Preview"));
    m_table->setModel(m_model);
    m_table->setIconSize({14, 14});
    m_table->horizontalHeader()->setStretchLastSection(true);
}

void ImportPane::connectParts()
{
    m_pasteSoon.setSingleShot(true);
    m_pasteSoon.setInterval(pasteQuiet);
    connect(&m_pasteSoon, &QTimer::timeout, this, &ImportPane::takePaste);
    connect(m_paste, &QPlainTextEdit::textChanged, this, [this] {
        m_pasteSoon.start();
        emit changed(); // what is shown is not what stands in the field
    });
    connect(m_browse, &QPushButton::clicked, this, &ImportPane::browse);
    connect(m_cancel, &QPushButton::clicked, m_sheet, &ImportedSheet::clear);
    connect(m_pasteInstead, &QPushButton::clicked, this, [this] {
        m_sheet->clear();
        m_paste->setFocus();
        takePaste();
    });
    connect(m_sheet, &ImportedSheet::changed, this, &ImportPane::takeSheet);
    connect(m_columns, &ColumnChooser::changed, this, &ImportPane::judge);
    connect(m_model, &ImportModel::countsChanged, this, &ImportPane::showCounts);
    connect(m_model, &ImportModel::judged, this, &ImportPane::showState);
}

ImportHabits ImportPane::habits() const
{
    return {.folder = m_setup.habits.folder, .headings = m_columns->known()};
}

void ImportPane::browse()
{
    const QString folder = QFileInfo(m_setup.habits.folder).isDir()
        ? m_setup.habits.folder
        : QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto *dialog = new QFileDialog(this, tr("Choose a CSV file"), folder,
                                   tr("Sheets as CSV (*.csv *.txt *.tsv);;All files (*)"));
    dialog->setObjectName(u"importFileDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportPane::readFile);
    dialog->open();
}

void ImportPane::readFile(const QString &file)
{
    if (m_isClosed)
        return;
    m_setup.habits.folder = QFileInfo(file).absolutePath();
    m_pasteSoon.stop();
    m_sheet->readFile(file);
}

/// Lines of names are pasted, or cells out of a spreadsheet, or a sheet with its headings. Without headings a comma is part of a name.
void ImportPane::takePaste()
{
    m_pasteSoon.stop();
    const QString text = m_paste->toPlainText();
    const QString head = text.section(u'\n', 0, 0, QString::SectionSkipEmpty);
    const CsvSheet first = readCsv(head.toUtf8());
    const bool isSheet =
        !first.rows.empty() && isHeading(first.rows.front(), m_setup.columns, m_columns->known());
    m_sheet->readText(text, isSheet ? std::nullopt : std::optional(CsvSeparator::Tab));
}

void ImportPane::takeSheet()
{
    if (m_sheet->state() == ImportedSheet::State::Read && !m_sheet->rows().empty()) {
        m_columns->setSheet(m_sheet->rows().front(), m_sheet->file().isEmpty());
        return;
    }
    if (m_sheet->state() != ImportedSheet::State::Reading || m_model->count() > 0 || m_model->isJudging())
        m_model->clear();
    showState();
}

void ImportPane::judge()
{
    if (m_isClosed || m_sheet->state() != ImportedSheet::State::Read)
        return;
    if (m_columns->whyNot().isEmpty()) {
        m_model->judge(*m_sheet, m_columns->hasHeading() ? 1 : 0, m_setup.makeJudge(m_columns->chosen()));
        m_table->setColumnWidth(0, lineWidth);
        const int cells = m_model->columnCount() - 2;
        const int cellWidth = std::max(leastCellWidth, width() * shareOfCells / 100 / std::max(cells, 1));
        for (int column = 1; column <= cells; ++column)
            m_table->setColumnWidth(column, cellWidth);
    } else {
        m_model->clear();
    }
    showState();
}

bool ImportPane::isReady() const
{
    return whyNotReady().isEmpty();
}

QString ImportPane::whyNotReady() const
{
    if (m_sheet->state() == ImportedSheet::State::Reading || m_model->isJudging() || m_pasteSoon.isActive())
        return tr("The sheet is being read.");
    if (m_sheet->state() != ImportedSheet::State::Read)
        return tr("Choose a CSV file or paste lines first.");
    return m_columns->whyNot();
}

void ImportPane::close()
{
    m_isClosed = true;
    m_sourcePart->hide();
    m_columns->hide();
}

QString ImportPane::sourceText() const
{
    const QString name = visibleText(QFileInfo(m_sheet->file()).fileName());
    const auto rows = std::ssize(m_sheet->rows());
    switch (m_sheet->state()) {
    case ImportedSheet::State::Empty:
        return tr("or drop it here, or paste lines below");
    case ImportedSheet::State::Reading:
        return tr("Reading %1").arg(name);
    case ImportedSheet::State::Failed:
        return tr("%1 cannot be read. %2").arg(name, visibleText(m_sheet->systemWords()));
    case ImportedSheet::State::Read:
        break;
    }
    if (rows == 0)
        return tr("%1 holds nothing.").arg(name);
    return m_sheet->file().isEmpty() ? tr("%1 lines are pasted").arg(QLocale().toString(rows))
                                     : tr("%1: %2 lines").arg(name, QLocale().toString(rows));
}

void ImportPane::showState()
{
    const bool isReading = m_sheet->state() == ImportedSheet::State::Reading;
    const bool isFile = !m_sheet->file().isEmpty();
    m_said->setText(sourceText());
    setInk(m_said, m_sheet->state() == ImportedSheet::State::Failed ? Ink::Bad : Ink::Text2);
    m_progress->setVisible(isReading);
    m_progress->setPercent(m_sheet->percent());
    m_cancel->setVisible(isReading);
    m_pasteInstead->setVisible(isFile && !isReading);
    m_paste->setVisible(!isFile);
    const bool hasSheet = m_sheet->state() == ImportedSheet::State::Read && !m_sheet->rows().empty();
    m_columns->setVisible(hasSheet && !m_isClosed);
    showCounts();
}

void ImportPane::showCounts()
{
    const QLocale locale;
    const QList<QAbstractButton *> buttons = m_segments->buttons();
    const std::array words{tr("All"), tr("Without a remark"), tr("With a remark"), tr("Left out")};
    for (size_t i = 0; i < segments.size(); ++i) {
        const std::optional<RowVerdict> verdict = segments.at(i).verdict;
        const qsizetype count = verdict ? m_model->count(*verdict) : m_model->count();
        QAbstractButton *button = buttons.at(static_cast<qsizetype>(i));
        button->setText(u"%1 %2"_s.arg(words.at(i), locale.toString(count)));
        button->setVisible(!verdict || count > 0 || button->isChecked());
    }
    const bool hasRows = m_model->count() > 0;
    m_segmentsPart->setVisible(hasRows);
    m_table->setVisible(hasRows);
    m_empty->setVisible(!hasRows);
    emit changed();
}

void ImportPane::dragEnterEvent(QDragEnterEvent *event)
{
    if (!m_isClosed && !fileOf(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void ImportPane::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    readFile(fileOf(*event->mimeData()));
}
