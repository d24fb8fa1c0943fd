// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/channel.h"
#include "app/sheets/sheettrouble.h"
#include "app/sheets/sheetwriter.h"

#include <QObject>
#include <QSaveFile>

#include <memory>
#include <string>

struct SheetFileCommand
{
    enum Kind { Open, Write, Commit, Cancel };

    Kind kind;
    SheetRows rows{}; ///< Of Write.
    qsizetype rowsSoFar = 0; ///< With these.
};

struct SheetFileReport
{
    enum Kind { Written, Committed, Cancelled, Failed };

    Kind kind;
    qsizetype rowsSoFar = 0;
    qint64 bytes = 0; ///< Of the file so far.
    SheetTrouble trouble{}; ///< Of Failed.
};

/// The export's half that lives on the export's thread: turns rows into text and puts them on the disk. Made on the owner's thread and
/// moved before the first command; after that only the two channels lead in and out. After its last report (Committed,
/// Cancelled or Failed) it does nothing any more. One that goes before leaves the old file as it was.
class SheetFile : public QObject
{
    Q_OBJECT

public:
    SheetFile(const QString &file, std::unique_ptr<SheetWriter> writer,
              std::shared_ptr<Channel<SheetFileReport>> reports);

    const std::shared_ptr<Channel<SheetFileCommand>> &commands() const { return m_commands; }

private:
    void obey();
    void open();
    void write(const SheetFileCommand &command);
    void commit();
    bool put(const std::string &text);
    void discard();
    void end(SheetFileReport::Kind kind);

    const QString m_name;
    std::unique_ptr<SheetWriter> m_writer;
    std::shared_ptr<Channel<SheetFileReport>> m_reports;
    std::shared_ptr<Channel<SheetFileCommand>> m_commands;
    QSaveFile m_file;
    std::string m_text; ///< Keeps its memory from piece to piece.
    qsizetype m_rowsSoFar = 0;
    qint64 m_bytes = 0;
    bool m_hasEnded = false;
};
