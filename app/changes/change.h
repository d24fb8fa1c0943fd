// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/changes/changerequest.h"
#include "app/changes/changestate.h"

#include <QDateTime>
#include <QList>
#include <QMetaType>

#include <any>
#include <chrono>
#include <optional>
#include <vector>

/// A line of the journal: one change. Given by the journal; 0: none.
enum class ChangeId : qint64 { None = 0 };
/// What one confirmation covers: one change or thousands. Given by the journal; 0: none.
enum class RunId : qint64 { None = 0 };

/// A change as a subject hands it to the runner.
struct NewChange
{
    QString kind{}; ///< ChangeSubject::kind() of the subject that looks it up.
    QString target{}; ///< What it is done to or makes, for the person: a company's or a device's name.
    QString place{}; ///< Where, for the person: "below Northwind". May be empty.
    ChangeRequest request{};
    /// What the subject needs to look it up, also after a restart: ids known before, devices meant. Goes into the journal: no key, no
    /// setup link, no configuration ID.
    QJsonObject facts{};
};

/// What the server's good answer, or a look-up, says of a change.
struct ChangeAnswer
{
    bool isWhole = true; ///< False: done in part.
    QString sentence{}; ///< What came of it, short: "company ID 16204".
    QString key{}; ///< The id of what was made, if any: no other change's look-up takes it for its own.
    QJsonObject facts{}; ///< For the details. Goes into the journal: no setup link, no configuration ID.
    std::any value{}; ///< The subject's own value. Not in the journal: gone after a restart.
};

/// Why a change is not done, in words, as the journal keeps them.
struct ChangeFailure
{
    QString what{}; ///< One short sentence.
    QString advice{};
    QString quotation{}; ///< The server's own words. May be empty.
    std::optional<ApiError> error{}; ///< Not in the journal: gone after a restart.

    static ChangeFailure of(const ApiError &error);
};

/// One attempt: the request was on the wire, or was about to be.
struct ChangeAttempt
{
    int number = 1;
    QDateTime at{}; ///< When its line was written, right before sending; UTC.
    std::optional<std::chrono::milliseconds> duration{}; ///< nullopt: Steward ended before its end.
    std::optional<WriteEnd> end{};
    int httpStatus = 0; ///< 0: no answer, or a good one.
};

/// A change with everything that the journal knows of it.
struct ChangeRecord
{
    ChangeId id = ChangeId::None;
    RunId run = RunId::None;
    AccountId account{};
    QString title{}; ///< What kind of change, for the person: "New company".
    NewChange change{};
    QDateTime madeAt{}; ///< When it was confirmed; UTC.
    QDateTime endedAt{}; ///< When its state became the present one, unless it waits or runs; UTC.
    ChangeState state = ChangeState::Waiting;
    LookUpState lookUp = LookUpState::None;
    int sentThisTime = 0; ///< Attempts since the person last confirmed it.
    ChangeAnswer answer{}; ///< Of Done and DoneInPart.
    std::optional<ChangeFailure> failure{}; ///< Of the others that ended; of Unknown: what makes it so.
    std::vector<ChangeAttempt> attempts{};

    /// From the first attempt's line to the last one's end; nullopt: not sent, or not ended.
    std::optional<std::chrono::milliseconds> duration() const;
};

/// What came of \a change, in one short line: "company ID 16204", "answer was lost, looking it up".
QString whatCameOf(const ChangeRecord &change);

/// True when the person may confirm \a change once more: it is certain that it was not done, or two look-ups did not find it, or
/// doing it twice is the same as once.
bool mayBeRetried(const ChangeRecord &change);

Q_DECLARE_METATYPE(ChangeId)
Q_DECLARE_METATYPE(RunId)
