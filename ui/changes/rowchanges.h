// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changejournal.h"

#include <QHash>
#include <QObject>

#include <optional>
#include <vector>

/// Which change each row of a preview became, once it was confirmed, and what came of it.
class RowChanges : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    /// \a rows have become \a changes of \a journal, which outlives this. Adds to what was known before.
    void add(const ChangeJournal &journal, const std::vector<qsizetype> &rows,
             const std::vector<ChangeId> &changes);
    void clear();

    /// What came of \a row, in one line: "Refused: …", with what the server has against which field. Empty: it became no change.
    QString text(qsizetype row) const;
    /// nullopt: it became no change.
    std::optional<ChangeState> state(qsizetype row) const;

signals:
    /// Something came of \a row.
    void rowChanged(qsizetype row);

private:
    const ChangeRecord *change(qsizetype row) const;

    const ChangeJournal *m_journal = nullptr;
    QHash<qsizetype, ChangeId> m_changes;
    QHash<ChangeId, qsizetype> m_rows;
};
