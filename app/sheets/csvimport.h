// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/channel.h"
#include "app/sheets/csvreader.h"

#include <QObject>
#include <QThread>

#include <atomic>
#include <memory>

/// Reads a CSV file on a thread of its own. Deleting it cancels what is under way; nobody hears of it then.
class CsvImport : public QObject
{
    Q_OBJECT

public:
    explicit CsvImport(const QString &file, QObject *parent = nullptr);
    ~CsvImport() override;

    void start();

    /// What was read so far; it is gone here then.
    std::vector<CsvRow> takeRows() { return std::exchange(m_rows, {}); }
    /// Of finished(): all of them.
    const std::vector<CsvFault> &faults() const { return m_faults; }

signals:
    /// Bytes of the file so far, and in all.
    void progressed(qint64 bytes, qint64 total);
    void finished();
    /// \a systemWords: why the file could not be read.
    void failed(const QString &systemWords);

private:
    struct Piece
    {
        std::vector<CsvRow> rows{};
        std::vector<CsvFault> faults{}; // of the last one
        qint64 bytes = 0;
        qint64 total = 0;
        bool isLast = false;
        QString systemWords{};
    };

    static void read(const QString &name, Channel<Piece> &pieces, const std::atomic<bool> &isCancelled);
    void takePieces();

    const QString m_file;
    std::vector<CsvRow> m_rows;
    std::vector<CsvFault> m_faults;
    std::shared_ptr<Channel<Piece>> m_pieces;
    std::shared_ptr<std::atomic<bool>> m_isCancelled = std::make_shared<std::atomic<bool>>(false);
    std::unique_ptr<QThread> m_thread;
};
