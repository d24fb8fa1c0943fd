// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/sheets/exportdialog.h"

#include "app/base/visibletext.h"
#include "app/sheets/filename.h"
#include "app/sheets/sheetexport.h"
#include "ui/widgets/note.h"
#include "ui/window/icons.h"
#include "ui/window/looks.h"
#include "ui/window/progressline.h"
#include "ui/window/theme.h"

#include <QCloseEvent>
#include <QDate>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <chrono>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Counts of a grid that is being read or dragged over are shown at this pace.
constexpr auto countPace = 50ms;

QString proposedName(const ExportSubject &subject)
{
    return safeFileName(subject.title()) + u' ' + QDate::currentDate().toString(Qt::ISODate);
}

/// For sentences and buttons: one that is long has its ends.
QString shownName(const QString &file)
{
    constexpr qsizetype longest = 40;
    const QString name = visibleText(QFileInfo(file).fileName());
    return name.size() <= longest ? name : name.first(longest / 2) + u'…' + name.last(longest / 2);
}

} // namespace

ExportDialog::ExportDialog(std::unique_ptr<ExportSubject> subject, const ExportHabits &habits,
                           const Theme &theme, QWidget *parent)
    : QDialog(parent), m_subject(std::move(subject)),
      m_form(new ExportForm(habits, proposedName(*m_subject), this)),
      m_warning(new Note(Note::Kind::Warning, theme, this)), m_said(new QLabel(this)),
      m_progress(new ProgressLine(theme, this)),
      m_openFolder(makeButton(u"openExportFolder"_s, tr("Open folder"))),
      m_close(makeButton(u"closeExport"_s, tr("Close"))), m_export(makeButton(u"startExport"_s, tr("Export")))
{
    setObjectName(u"exportDialog"_s);
    setLeadingIcon(m_openFolder, glyphIcon(theme, Glyph::Open));
    setKind(m_export, ButtonKind::Main);
    m_warning->setObjectName(u"exportWarning"_s);
    m_said->setObjectName(u"exportSaid"_s);
    m_said->setTextFormat(Qt::PlainText);
    m_said->setWordWrap(true);
    m_said->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_progress->setObjectName(u"exportProgress"_s);
    m_progress->setAccessibleName(tr("Progress of the export"));
    layOut();
    m_showSoon.setSingleShot(true);
    m_showSoon.setInterval(countPace);
    connect(&m_showSoon, &QTimer::timeout, this, &ExportDialog::showSubject);
    connect(m_subject.get(), &ExportSubject::changed, &m_showSoon, [this] {
        if (!m_showSoon.isActive())
            m_showSoon.start();
    });
    connect(m_form, &ExportForm::changed, this, [this] {
        if (m_state != State::Writing)
            setState(State::Choosing);
    });
    connect(m_export, &QPushButton::clicked, this, &ExportDialog::begin);
    connect(m_close, &QPushButton::clicked, this, &ExportDialog::reject);
    connect(m_openFolder, &QPushButton::clicked, this, &ExportDialog::openFolder);
    showSubject();
    setState(State::Choosing);
}

ExportDialog::~ExportDialog() = default;

QPushButton *ExportDialog::makeButton(const QString &name, const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setObjectName(name);
    return button;
}

QHBoxLayout *ExportDialog::makeButtons()
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(m_openFolder);
    buttons->addStretch(1);
    buttons->addWidget(m_close);
    buttons->addWidget(m_export);
    return buttons;
}

void ExportDialog::layOut()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(20, 20, 20, 16);
    column->setSpacing(12);
    column->addWidget(m_form);
    if ((m_choices = m_subject->makeChoices(this)))
        column->addWidget(m_choices);
    column->addWidget(m_warning);
    column->addWidget(m_progress);
    column->addWidget(m_said);
    column->addStretch(1);
    column->addLayout(makeButtons());
    setMinimumWidth(560);
}

void ExportDialog::setState(State state)
{
    m_state = state;
    const bool isWriting = state == State::Writing;
    const bool isAsking = state == State::Asking;
    m_form->setEnabled(!isWriting && !isAsking);
    if (m_choices)
        m_choices->setEnabled(!isWriting && !isAsking);
    m_progress->setVisible(isWriting);
    m_openFolder->setVisible(state == State::Written);
    m_warning->setVisible(isAsking);
    if (state == State::Choosing)
        m_said->clear();
    m_said->setVisible(!m_said->text().isEmpty());
    m_export->setVisible(!isWriting);
    m_close->setText(isWriting      ? tr("Cancel export")
                         : isAsking ? tr("Keep %1").arg(shownName(m_file)).replace(u'&', u"&&"_s)
                                    : tr("Close"));
    // Enter is not yes to losing a file
    const bool isCloseDefault = isAsking || isWriting || state == State::Written;
    m_export->setDefault(!isCloseDefault);
    m_close->setDefault(isCloseDefault);
    if (isCloseDefault)
        m_close->setFocus();
    showSubject();
}

void ExportDialog::showSubject()
{
    setWindowTitle(tr("Export: %1").arg(visibleText(m_subject->title())));
    for (const ExportRows rows : {ExportRows::Shown, ExportRows::Selected})
        m_form->setCount(rows, m_subject->count(rows), m_subject->remark(rows));
    const qsizetype count = m_subject->count(m_form->rows());
    if (m_state == State::Asking)
        m_export->setText(tr("Replace %1").arg(shownName(m_file)).replace(u'&', u"&&"_s));
    else
        m_export->setText(count == 1 ? tr("Export 1 row")
                                     : tr("Export %1 rows").arg(locale().toString(count)));
    const bool hasFile = !m_form->file().isEmpty();
    m_export->setEnabled(hasFile && count > 0);
    m_export->setToolTip(!hasFile         ? tr("Name a file first")
                             : count == 0 ? tr("There are no rows to export")
                                          : QString());
}

void ExportDialog::begin()
{
    if (m_state == State::Asking) {
        write();
        return;
    }
    m_file = m_form->file();
    const QFileInfo older(m_file);
    if (!older.isFile()) {
        write();
        return;
    }
    m_said->clear();
    setState(State::Asking);
    m_warning->setTexts({},
                        tr("There is a file %1 already, of %2, with %3 bytes. Exporting replaces it.")
                            .arg(shownName(m_file),
                                 locale().toString(older.lastModified(), QLocale::ShortFormat),
                                 locale().toString(older.size())));
}

void ExportDialog::write()
{
    const SheetLayout layout{.format = m_form->format(),
                             .csv = {.separator = m_form->separator()},
                             .title = {.title = m_subject->title(), .note = m_subject->note()}};
    m_run = std::make_unique<SheetExport>(m_subject->source(m_form->rows()), layout, m_file);
    connect(m_run.get(), &SheetExport::progressed, this, &ExportDialog::showProgress);
    connect(m_run.get(), &SheetExport::finished, this, &ExportDialog::showWritten);
    connect(m_run.get(), &SheetExport::failed, this, &ExportDialog::showFailure);
    connect(m_run.get(), &SheetExport::cancelled, this, &ExportDialog::showCancelled);
    emit started(m_form->habits());
    showProgress(0, m_run->expectedRows());
    setState(State::Writing);
    m_run->start();
}

void ExportDialog::showProgress(qsizetype rowsWritten, qsizetype expectedRows)
{
    const int percent = expectedRows > 0 ? static_cast<int>(100 * rowsWritten / expectedRows) : 0;
    m_progress->setPercent(percent);
    m_said->setText(
        tr("%1 of %2 rows are written").arg(locale().toString(rowsWritten), locale().toString(expectedRows)));
}

void ExportDialog::showWritten(qsizetype rows, qint64 bytes)
{
    const qsizetype gone = m_run->expectedRows() - rows;
    QString sentence = rows == 1
        ? tr("%1 is written: 1 row, %2 bytes.").arg(shownName(m_file), locale().toString(bytes))
        : tr("%1 is written: %2 rows, %3 bytes.")
              .arg(shownName(m_file), locale().toString(rows), locale().toString(bytes));
    if (gone > 0)
        sentence += u' ' + tr("Rows that went away meanwhile: %1.").arg(locale().toString(gone));
    m_said->setText(sentence);
    end(State::Written);
}

void ExportDialog::showFailure(const SheetTrouble &trouble)
{
    m_said->clear();
    end(State::Choosing);
    m_warning->setTexts({}, trouble.what() + u' ' + trouble.advice(), visibleText(trouble.systemWords));
    m_warning->setVisible(true);
}

void ExportDialog::showCancelled()
{
    end(State::Choosing);
    m_said->setText(tr("Cancelled. Nothing was written; an older file of this name is as it was."));
    m_said->setVisible(true);
}

/// The run is over. It emits just now, so it goes later.
void ExportDialog::end(State state)
{
    m_run.release()->deleteLater();
    if (m_isLeaving)
        deleteLater();
    setState(state);
}

void ExportDialog::openFolder()
{
    QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_file).path()));
}

void ExportDialog::reject()
{
    switch (m_state) {
    case State::Writing:
        m_run->cancel();
        break;
    case State::Asking:
        setState(State::Choosing);
        break;
    case State::Choosing:
    case State::Written:
        QDialog::reject();
        deleteLater();
        break;
    }
}

void ExportDialog::closeEvent(QCloseEvent *event)
{
    // the run ends on a thread of its own, which nobody waits for
    m_isLeaving = m_run != nullptr;
    if (m_run)
        m_run->cancel();
    else
        deleteLater();
    event->accept();
}
