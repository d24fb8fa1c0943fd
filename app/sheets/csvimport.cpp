// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/csvimport.h"

#include <QFile>

#include <algorithm>
#include <iterator>
#include <utility>

static constexpr qint64 pieceBytes = 256 * 1024;

CsvImport::CsvImport(const QString &file, QObject *parent)
    : QObject(parent), m_file(file), m_pieces(Channel<Piece>::create(this, [this] { takePieces(); }))
{ }

CsvImport::~CsvImport()
{
    *m_isCancelled = true;
    if (m_thread)
        m_thread->wait();
}

void CsvImport::start()
{
    Q_ASSERT(!m_thread);
    m_thread.reset(QThread::create([file = m_file, pieces = m_pieces, isCancelled = m_isCancelled] {
        read(file, *pieces, *isCancelled);
    }));
    m_thread->setObjectName(QStringLiteral("import"));
    m_thread->start();
}

void CsvImport::read(const QString &name, Channel<Piece> &pieces, const std::atomic<bool> &isCancelled)
{
    QFile file(name);
    CsvReader reader;
    if (!file.open(QIODevice::ReadOnly)) {
        pieces.push({.isLast = true, .systemWords = file.errorString()});
        return;
    }
    const qint64 total = file.size();
    qint64 bytes = 0;
    while (!isCancelled) {
        const QByteArray piece = file.read(pieceBytes);
        if (piece.isEmpty())
            break;
        bytes += piece.size();
        reader.add(piece);
        pieces.push({.rows = reader.takeRows(), .bytes = bytes, .total = std::max(total, bytes)});
    }
    if (file.error() != QFileDevice::NoError) {
        pieces.push({.isLast = true, .systemWords = file.errorString()});
        return;
    }
    reader.end();
    pieces.push({.rows = reader.takeRows(),
                 .faults = reader.faults(),
                 .bytes = bytes,
                 .total = bytes,
                 .isLast = true});
}

void CsvImport::takePieces()
{
    for (Piece &piece : m_pieces->takeAll()) {
        std::ranges::move(piece.rows, std::back_inserter(m_rows));
        if (!piece.isLast) {
            emit progressed(piece.bytes, piece.total);
            continue;
        }
        m_faults = std::move(piece.faults);
        if (piece.systemWords.isEmpty())
            emit finished();
        else
            emit failed(piece.systemWords);
        return; // whoever is told may delete this
    }
}
