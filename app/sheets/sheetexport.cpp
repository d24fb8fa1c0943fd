// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/sheetexport.h"

#include <QElapsedTimer>

#include <utility>

using namespace Qt::StringLiterals;

namespace {

constexpr size_t pieceBytes = 128 * 1024;
constexpr qint64 pieceMilliseconds = 4;
constexpr int piecesUnderWay = 4;

} // namespace

SheetExport::SheetExport(std::unique_ptr<SheetSource> source, const SheetLayout &layout, QString file,
                         QObject *parent)
    : QObject(parent), m_source(std::move(source)), m_layout(layout), m_file(std::move(file)),
      m_expectedRows(m_source->expectedRows()),
      m_reports(Channel<SheetFileReport>::create(this, [this] { takeReports(); }))
{
    connect(&m_turn, &QTimer::timeout, this, &SheetExport::readRows);
    m_thread.setObjectName(u"export"_s);
}

SheetExport::~SheetExport()
{
    cancel();
    m_thread.quit();
    m_thread.wait();
}

void SheetExport::start()
{
    Q_ASSERT(!m_commands);
    auto *sheetFile = new SheetFile(m_file, SheetWriter::create(m_layout, m_source->columns()), m_reports);
    m_commands = sheetFile->commands();
    sheetFile->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, sheetFile, &QObject::deleteLater);
    m_thread.start();
    m_commands->push({.kind = SheetFileCommand::Open});
    m_isReading = true;
    m_piecesWanted = piecesUnderWay;
    m_turn.start(0);
}

void SheetExport::cancel()
{
    m_isReading = false;
    m_turn.stop();
    if (m_commands)
        m_commands->push({.kind = SheetFileCommand::Cancel});
}

void SheetExport::readRows()
{
    QElapsedTimer clock;
    clock.start();
    SheetRows rows;
    while (m_isReading && rows.byteCount() < pieceBytes && clock.elapsed() < pieceMilliseconds) {
        m_isReading = m_source->addNextRow(rows);
        m_rowsRead += m_isReading ? 1 : 0;
    }
    m_commands->push({.kind = SheetFileCommand::Write, .rows = std::move(rows), .rowsSoFar = m_rowsRead});
    if (!m_isReading)
        m_commands->push({.kind = SheetFileCommand::Commit});
    if (--m_piecesWanted == 0 || !m_isReading)
        m_turn.stop();
}

void SheetExport::takeReports()
{
    for (const SheetFileReport &report : m_reports->takeAll()) {
        if (report.kind != SheetFileReport::Written) {
            end(report); // whoever is told may delete this
            return;
        }
        m_rowsWritten = report.rowsSoFar;
        ++m_piecesWanted;
    }
    if (m_isReading && !m_turn.isActive())
        m_turn.start(0);
    emit progressed(m_rowsWritten, m_expectedRows);
}

void SheetExport::end(const SheetFileReport &last)
{
    m_isReading = false;
    m_turn.stop();
    m_thread.quit();
    switch (last.kind) {
    case SheetFileReport::Written:
        break;
    case SheetFileReport::Committed:
        emit finished(last.rowsSoFar, last.bytes);
        break;
    case SheetFileReport::Cancelled:
        emit cancelled();
        break;
    case SheetFileReport::Failed:
        emit failed(last.trouble);
        break;
    }
}
