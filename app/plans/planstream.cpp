// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planstream.h"

#include <QJsonDocument>

#include <algorithm>
#include <optional>
#include <utility>

namespace {

std::optional<QJsonObject> objectFrom(const QByteArray &bytes)
{
    const QJsonDocument document = QJsonDocument::fromJson(bytes);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

} // namespace

PlanStream::PlanStream(std::function<void(PlanChunk)> emitChunk) : m_emit(std::move(emitChunk)) { }

void PlanStream::begin(qint64 declaredBytes)
{
    m_declared = declaredBytes;
}

Result<bool> PlanStream::take(QByteArrayView bytes)
{
    m_window.append(bytes);
    const Result<void> scanned = m_scanner.scan(m_window, m_windowBegin, m_rows);
    const bool hasRows = emitRows();
    if (!scanned)
        return tl::make_unexpected(scanned.error());
    return hasRows;
}

Result<void> PlanStream::end()
{
    Result<void> ended = m_scanner.end(m_window, m_windowBegin, m_rows);
    emitRows();
    return ended;
}

void PlanStream::breakOff()
{
    m_window.clear(); // whole rows went out when they came
}

// True when there were some.
bool PlanStream::emitRows()
{
    const bool hasRows = !m_rows.empty();
    if (hasRows) {
        PlanChunk chunk{.bytesTaken = m_rows.back().end, .bytesDeclared = m_declared};
        for (const ObjectScanner::Row &row : m_rows)
            readRow(row, chunk);
        m_rows.clear();
        m_emit(std::move(chunk));
    }
    const qint64 needed = m_scanner.firstNeeded();
    m_window.remove(0, needed - m_windowBegin);
    m_windowBegin = needed;
    return hasRows;
}

void PlanStream::readRow(const ObjectScanner::Row &row, PlanChunk &chunk) const
{
    const QByteArray bytes =
        QByteArray::fromRawData(m_window.constData() + (row.begin - m_windowBegin), row.end - row.begin);
    std::optional<QJsonObject> object = row.isDamaged ? std::nullopt : objectFrom(bytes);
    bool isRepaired = false;
    if (!object && !row.isDamaged) {
        // one byte that is no UTF-8 is to cost that character, not the plan
        object = objectFrom(QString::fromUtf8(bytes).toUtf8());
        isRepaired = object.has_value();
    }
    if (!object) {
        const QByteArray text(bytes.constData(), std::min(bytes.size(), DamagedPlan::longestText));
        chunk.damaged.append({.position = row.begin, .size = bytes.size(), .text = text});
        return;
    }
    Plan plan = readPlan(*object);
    plan.isRepaired = isRepaired;
    chunk.plans.append(std::move(plan));
}
