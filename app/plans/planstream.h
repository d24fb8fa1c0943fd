// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/bodysink.h"
#include "app/net/objectscanner.h"
#include "app/plans/plan.h"

#include <functional>
#include <vector>

/// A row of the plan list that is no JSON object (the API document's own sample is one: `falsev`). It is shown as damaged.
struct DamagedPlan
{
    static constexpr qsizetype longestText = 64 << 10;

    qint64 position = 0; ///< Of its first byte in the answer.
    qint64 size = 0; ///< In bytes.
    QByteArray text{}; ///< As it came; its begin, if it is longer than longestText.

    friend bool operator==(const DamagedPlan &, const DamagedPlan &) = default;
};

/// What came of the plan list since the last chunk.
struct PlanChunk
{
    QList<Plan> plans{};
    QList<DamagedPlan> damaged{};
    qint64 bytesTaken = 0; ///< Of the whole answer, up to the last row in here.
    qint64 bytesDeclared = -1; ///< -1: not known.
};

/// Reads the plan list while it arrives: whole rows are cut by ObjectScanner and read one by one. No row is dropped: what cannot be read
/// is kept as damaged, with its byte offset.
/// Source: API document, "Fetch Backup Plan".
class PlanStream final : public BodySink
{
public:
    /// \a emitChunk is called on the client's thread.
    explicit PlanStream(std::function<void(PlanChunk)> emitChunk);

    void begin(qint64 declaredBytes) override;
    Result<bool> take(QByteArrayView bytes) override;
    Result<void> end() override;
    void breakOff() override;

private:
    bool emitRows();
    void readRow(const ObjectScanner::Row &row, PlanChunk &chunk) const;

    std::function<void(PlanChunk)> m_emit;
    ObjectScanner m_scanner;
    std::vector<ObjectScanner::Row> m_rows; // whole, in the window, not read yet
    QByteArray m_window; // the bytes that are still needed
    qint64 m_windowBegin = 0;
    qint64 m_declared = -1;
};
