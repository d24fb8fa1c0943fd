// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plancheck.h"

#include "app/base/sentname.h"
#include "app/base/visibletext.h"
#include "app/plans/planitemrules.h"
#include "app/plans/planschedulerules.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct PlanCheckWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanCheck)
};

using Weight = PlanProblem::Weight;

/// Names are not limited by the document; longer ones cannot be told apart in a list.
constexpr qsizetype longName = 100;

void checkTargets(const PlanDraft &draft, const PlanSurroundings &around, QList<PlanProblem> &problems)
{
    const bool hasGroup = std::ranges::any_of(
        draft.groups, [](const PlanGroup &group) { return !group.idText().trimmed().isEmpty(); });
    if (draft.company.isEmpty())
        problems.append(
            {.field = PlanField::Company, .sentence = PlanCheckWords::tr("Choose the company of the plan.")});
    if (draft.devices.isEmpty() && !hasGroup)
        problems.append(
            {.field = PlanField::Devices,
             .sentence = PlanCheckWords::tr(
                 "Choose at least one device or group: IDrive does not say for whom a plan without "
                 "targets would be.")});
    if (around.missingDevices > 0)
        problems.append(
            {.field = PlanField::Devices,
             .sentence = PlanCheckWords::tr("Take out what is not in the fleet any more. Devices: %n.",
                                            nullptr, static_cast<int>(around.missingDevices))});
    if (around.systems.inactive > 0)
        problems.append({.field = PlanField::Devices,
                         .weight = Weight::Warning,
                         .sentence = PlanCheckWords::tr(
                             "What is blocked, archived or not active will be left out. Devices: %n.",
                             nullptr, static_cast<int>(around.systems.inactive))});
}

void checkGroups(const PlanDraft &draft, const PlanSurroundings &around, QList<PlanProblem> &problems)
{
    for (qsizetype i = 0; i < draft.groups.size(); ++i) {
        const QString id = draft.groups[i].idText();
        if (id.trimmed().isEmpty())
            problems.append({.field = PlanField::Groups,
                             .entry = i,
                             .sentence = PlanCheckWords::tr("A group has no ID.")});
        else if (unsendableCharacter(id))
            problems.append(
                {.field = PlanField::Groups,
                 .entry = i,
                 .sentence = PlanCheckWords::tr("The group ID %1 holds a character that cannot be seen.")
                                 .arg(visibleText(id))});
        else if (!around.knownGroups.contains(id))
            problems.append(
                {.field = PlanField::Groups,
                 .weight = Weight::Warning,
                 .entry = i,
                 .sentence = PlanCheckWords::tr(
                                 "No plan that was read names group %1. The API has no list of groups, "
                                 "so it cannot be checked.")
                                 .arg(visibleText(id))});
    }
    if (!draft.groups.isEmpty())
        problems.append({.field = PlanField::Groups,
                         .weight = Weight::Warning,
                         .sentence = PlanCheckWords::tr(
                             "Devices in groups cannot be listed beforehand: which plans they lose is not "
                             "known.")});
}

void checkName(const PlanDraft &draft, const PlanSurroundings &around, QList<PlanProblem> &problems)
{
    const QString name = sentName(draft.name);
    if (name.isEmpty())
        problems.append({.field = PlanField::Name, .sentence = PlanCheckWords::tr("Give the plan a name.")});
    else if (const auto unseen = unsendableCharacter(name))
        problems.append(
            {.field = PlanField::Name,
             .sentence =
                 PlanCheckWords::tr("The name holds the character %1, which cannot be seen. Type it anew.")
                     .arg(codePointName(*unseen))});
    else if (around.planNames.contains(name, Qt::CaseInsensitive))
        problems.append(
            {.field = PlanField::Name,
             .weight = Weight::Warning,
             .sentence = PlanCheckWords::tr("The company has a plan of this name. There would be two.")});
    if (name.size() > longName)
        problems.append({.field = PlanField::Name,
                         .weight = Weight::Warning,
                         .sentence = PlanCheckWords::tr(
                                         "The name has %1 characters. IDrive does not say how many it takes.")
                                         .arg(name.size())});
}

void checkWhat(const PlanDraft &draft, const PlanSurroundings &around, QList<PlanProblem> &problems)
{
    if (draft.what != WhatToBackup::EntireMachine)
        return;
    const ChosenSystems &systems = around.systems;
    const bool nobodyIsLeft =
        draft.groups.isEmpty() && systems.total() > 0 && systems.total() == systems.notWindows();
    if (nobodyIsLeft)
        problems.append({.field = PlanField::What,
                         .sentence = PlanCheckWords::tr(
                             "Entire machines are backed up on Windows only, and none of the devices runs "
                             "it: the plan would be for nobody.")});
    else if (systems.notWindows() > 0)
        problems.append(
            {.field = PlanField::What,
             .weight = Weight::Warning,
             .sentence = PlanCheckWords::tr("Mac and Linux will be left out: entire machines are backed "
                                            "up on Windows only. Devices: %n.",
                                            nullptr, static_cast<int>(systems.notWindows()))});
    if (systems.unknown > 0)
        problems.append(
            {.field = PlanField::What,
             .weight = Weight::Warning,
             .sentence = PlanCheckWords::tr(
                 "Where the system is not known and not Windows, devices are left out. Such devices: %n.",
                 nullptr, static_cast<int>(systems.unknown))});
}

} // namespace

PlanStep stepOf(PlanField field)
{
    switch (field) {
    case PlanField::Company:
    case PlanField::Devices:
    case PlanField::Groups:
    case PlanField::Name:
        return PlanStep::Targets;
    case PlanField::What:
    case PlanField::Items:
        return PlanStep::What;
    case PlanField::Where:
    case PlanField::LocalPath:
        return PlanStep::Where;
    case PlanField::Frequency:
    case PlanField::ScheduleMonths:
    case PlanField::ScheduleDates:
    case PlanField::ScheduleDays:
    case PlanField::Time:
    case PlanField::CutOff:
        return PlanStep::When;
    case PlanField::Exclusions:
    case PlanField::Cdp:
    case PlanField::Emails:
        return PlanStep::Options;
    }
    return PlanStep::Review;
}

QList<PlanProblem> planProblems(const PlanDraft &draft, const PlanSurroundings &around)
{
    QList<PlanProblem> problems;
    checkName(draft, around, problems);
    checkTargets(draft, around, problems);
    checkGroups(draft, around, problems);
    checkWhat(draft, around, problems);
    problems += itemProblems(draft, around.systems);
    problems += scheduleProblems(draft.schedule);
    problems += optionProblems(draft);
    return problems;
}

QString wholeSentence(const PlanProblem &problem, const PlanDraft &draft)
{
    const bool isOfItem =
        problem.field == PlanField::Items && problem.entry >= 0 && problem.entry < draft.items.size();
    return isOfItem ? PlanCheckWords::tr("%1: %2", "a path, what is to be said of it")
                          .arg(visibleText(draft.items[problem.entry]), problem.sentence)
                    : problem.sentence;
}

bool mayBeSent(const QList<PlanProblem> &problems)
{
    return std::ranges::none_of(problems,
                                [](const PlanProblem &problem) { return problem.weight == Weight::Fault; });
}
