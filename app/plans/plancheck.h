// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plandraft.h"
#include "app/plans/plantargets.h"

#include <QSet>

#include <array>

/// A field of the draft, as a person meets it.
enum class PlanField {
    Company,
    Devices,
    Groups,
    Name,
    What,
    Items,
    Where,
    LocalPath,
    Frequency,
    ScheduleMonths,
    ScheduleDates,
    ScheduleDays,
    Time,
    CutOff,
    Exclusions,
    Cdp,
    Emails,
};

/// The steps in which a plan is made.
enum class PlanStep { Targets, What, Where, When, Options, Review };
inline constexpr std::array planSteps{PlanStep::Targets, PlanStep::What,    PlanStep::Where,
                                      PlanStep::When,    PlanStep::Options, PlanStep::Review};

/// Where \a field is filled in.
PlanStep stepOf(PlanField field);

/// One thing to be said about a draft.
struct PlanProblem
{
    enum class Weight {
        Fault, ///< The plan cannot be created like this.
        Warning, ///< It can, and the person has to know.
    };

    PlanField field = PlanField::Company;
    Weight weight = Weight::Fault;
    qsizetype entry = -1; ///< Which of the items, groups, patterns or addresses; -1: none of them.
    QString sentence{}; ///< Of an item: without the item, which stands beside it.

    friend bool operator==(const PlanProblem &, const PlanProblem &) = default;
};

/// What the rules have to know beside the draft.
struct PlanSurroundings
{
    ChosenSystems systems{}; ///< Of the devices of the draft that are known.
    qsizetype missingDevices = 0; ///< Devices of the draft that the fleet does not know (any more).
    QStringList planNames{}; ///< Of the company's plans, as far as they were read.
    QStringList knownGroups{}; ///< PlanGroup::idText() of groups that plans name.
};

/// Every rule of the API document's three tables and what must be known before a plan is created, which nothing takes back. Faults and
/// warnings in the order of the steps. Pure, and quick: called for each key.
/// Source: API document, "Create Backup Plan"; API.md, part E.
QList<PlanProblem> planProblems(const PlanDraft &draft, const PlanSurroundings &around);

/// The sentence of \a problem where the item of \a draft that it is about is not beside it: "“C:\a”: a path …". For the screen.
QString wholeSentence(const PlanProblem &problem, const PlanDraft &draft);

/// Nothing stands in the way of sending.
bool mayBeSent(const QList<PlanProblem> &problems);

/// The predefined policy rules that the document names.
/// Source: API document, "Create Backup Plan", items_to_backup.
QStringList policyRules();
/// "[All Profiles Folder]", "%WINDIR%": a rule, whether or not the document names it; else it is a path.
bool isPolicyRule(const QString &item);

/// The patterns of the document's sample, for whoever wants the usual list.
/// Source: API document, "Create Backup Plan", exclude_partial.
QStringList usualExclusions();
