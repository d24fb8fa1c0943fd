// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/change.h"

#include <array>

/// What a person confirms: one change or many.
struct NewRun
{
    QString title{}; ///< "New company", "Companies from a sheet".
    QString target{}; ///< "Pellham Motors", "500 companies below Northwind".
    /// The confirmation covers sending once more what two look-ups proved absent.
    bool resendsAbsent = false;
    std::vector<NewChange> changes{};
};

/// How many changes of a run are in each state.
struct RunCounts
{
    std::array<qsizetype, changeStates.size()> byState{};

    qsizetype of(ChangeState state) const { return byState[static_cast<size_t>(state)]; }
    qsizetype &of(ChangeState state) { return byState[static_cast<size_t>(state)]; }
    qsizetype total() const;
    /// Those to which nothing more happens by itself.
    qsizetype ended() const;
};

/// One confirmation and what became of it so far.
struct ChangeRun
{
    RunId id = RunId::None;
    AccountId account{};
    QString title{};
    QString target{};
    bool resendsAbsent = false;
    QDateTime begunAt{}; ///< UTC.
    RunCounts counts{};
};

/// Why nothing is sent, or nothing more: for the person.
struct ChangeTrouble
{
    QString what{}; ///< What happened: one short sentence.
    QString advice{}; ///< What it means and what to do.

    friend bool operator==(const ChangeTrouble &, const ChangeTrouble &) = default;
};

Q_DECLARE_METATYPE(ChangeTrouble)
