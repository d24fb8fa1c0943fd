// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

#include <tl/expected.hpp>

enum class JournalTroubleKind {
    NoRoom, ///< The disk is full.
    InUse, ///< Another Steward with the same profile writes its changes.
    Newer, ///< A newer Steward made it; it is left as it is.
    NotWritable, ///< The folder or the disk refuses.
    Damaged, ///< It was not readable as a journal; it was set aside and a new one begun.
};

/// What went wrong with the journal. While nothing can be written to it, nothing is sent (all kinds but Damaged).
struct JournalTrouble
{
    JournalTroubleKind kind = JournalTroubleKind::NotWritable;
    QString file{}; ///< The whole path.
    QString keptAs{}; ///< Of Damaged: where the old one stands now; empty: it could not be moved.
    QString systemWords{}; ///< For quotation; may be empty.

    /// What happened: one short sentence.
    QString what() const;
    /// What it means and what to do.
    QString advice() const;

    friend bool operator==(const JournalTrouble &, const JournalTrouble &) = default;
};

Q_DECLARE_METATYPE(JournalTrouble)

using JournalResult = tl::expected<void, JournalTrouble>;
