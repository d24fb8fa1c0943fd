// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/channel.h"
#include "app/sheets/sheetfile.h"
#include "app/sheets/sheettrouble.h"
#include "app/sheets/sheetwriter.h"

#include <QObject>
#include <QThread>
#include <QTimer>

#include <memory>

/// Writes a table into a file, in the background: rows are read on this thread a few milliseconds at a time, written as text and
/// put on the disk on a thread of its own. At most four pieces of about 128 KiB are under way, whatever the table's size.
///
/// The file is there whole or not at all, for its owner alone (0600): until the end the rows go to a file beside it, and an older
/// file of that name stays as it was when the export fails or is cancelled.
///
/// Exactly one of finished(), cancelled() and failed() is emitted, never before start() returns.
class SheetExport : public QObject
{
    Q_OBJECT

public:
    /// \a file is the whole path; whether an older one may be replaced was asked already.
    SheetExport(std::unique_ptr<SheetSource> source, const SheetLayout &layout, QString file,
                QObject *parent = nullptr);
    /// Cancels what is under way.
    ~SheetExport() override;

    const QString &file() const { return m_file; }
    qsizetype rowsRead() const { return m_rowsRead; }
    qsizetype expectedRows() const { return m_expectedRows; }

    void start();
    /// Does nothing before start(). Too late when the file is complete already: then finished() comes as if nothing had been said.
    void cancel();

signals:
    /// A piece is written.
    void progressed(qsizetype rowsWritten, qsizetype expectedRows);
    void finished(qsizetype rows, qint64 bytes);
    void cancelled();
    void failed(const SheetTrouble &trouble);

private:
    void readRows();
    void takeReports();
    void end(const SheetFileReport &last);

    std::unique_ptr<SheetSource> m_source;
    const SheetLayout m_layout;
    const QString m_file;
    const qsizetype m_expectedRows;
    qsizetype m_rowsRead = 0;
    qsizetype m_rowsWritten = 0;
    int m_piecesWanted = 0;
    bool m_isReading = false;
    QTimer m_turn; // runs while pieces are wanted: other events come first
    std::shared_ptr<Channel<SheetFileReport>> m_reports;
    std::shared_ptr<Channel<SheetFileCommand>> m_commands;
    QThread m_thread;
};
