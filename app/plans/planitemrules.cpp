// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planitemrules.h"

#include "app/base/sentname.h"
#include "app/base/visibletext.h"
#include "app/notifications/notificationrule.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct PlanItemRulesWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanItemRules)
};

using Weight = PlanProblem::Weight;

bool isWindowsPath(const QString &path)
{
    const bool hasDrive =
        path.size() > 2 && path[0].isLetter() && path[1] == u':' && (path[2] == u'\\' || path[2] == u'/');
    return hasDrive || path.startsWith(R"(\\)"_L1);
}

bool isUnixPath(const QString &path)
{
    return path.startsWith(u'/') || path.startsWith("~/"_L1);
}

bool isWindowsRule(const QString &item)
{
    return item.startsWith(u'%');
}

/// "Mac 2, Linux 3": how many of the chosen devices do not run Windows.
QString otherSystems(const ChosenSystems &systems)
{
    QStringList counts;
    if (systems.mac > 0)
        counts << PlanItemRulesWords::tr("Mac %1").arg(QLocale().toString(systems.mac));
    if (systems.linux > 0)
        counts << PlanItemRulesWords::tr("Linux %1").arg(QLocale().toString(systems.linux));
    return counts.join(", "_L1);
}

QString ruleWarning(const QString &rule, const ChosenSystems &systems)
{
    if (isWindowsRule(rule) && systems.notWindows() > 0)
        return PlanItemRulesWords::tr("A rule of Windows, which means nothing elsewhere. Chosen devices: %1.")
            .arg(otherSystems(systems));
    if (!policyRules().contains(rule))
        return PlanItemRulesWords::tr("The API document does not name this rule.");
    return {};
}

/// The first thing that is worth a word: one path, one sentence.
QString itemWarning(const QString &item, const ChosenSystems &systems)
{
    if (isPolicyRule(item))
        return ruleWarning(item, systems);
    if (item.size() > 1 && item.startsWith(u'"') && item.endsWith(u'"'))
        return PlanItemRulesWords::tr("The quotes are sent as part of the path.");
    if (item.trimmed().size() != item.size())
        return PlanItemRulesWords::tr("The blanks around it are sent as part of the path.");
    if (isWindowsPath(item))
        return systems.notWindows() > 0
            ? PlanItemRulesWords::tr("A path of Windows. Chosen devices that do not run it: %1.")
                  .arg(otherSystems(systems))
            : QString();
    if (isUnixPath(item))
        return systems.windows > 0
            ? PlanItemRulesWords::tr("A path of Mac or Linux. Chosen devices that run Windows: %1.")
                  .arg(QLocale().toString(systems.windows))
            : QString();
    return PlanItemRulesWords::tr("Not a whole path from a drive or from /.");
}

void checkItems(const PlanDraft &draft, const ChosenSystems &systems, QList<PlanProblem> &problems)
{
    QSet<QString> before;
    for (qsizetype i = 0; i < draft.items.size(); ++i) {
        const QString &item = draft.items[i];
        if (item.isEmpty())
            continue; // never sent
        const auto say = [&](Weight weight, const QString &sentence) {
            problems.append({.field = PlanField::Items, .weight = weight, .entry = i, .sentence = sentence});
        };
        if (item.trimmed().isEmpty())
            say(Weight::Fault, PlanItemRulesWords::tr("A path is all blanks."));
        else if (const auto unseen = unsendableCharacter(item))
            say(Weight::Fault,
                PlanItemRulesWords::tr("Holds the character %1, which cannot be seen.")
                    .arg(codePointName(*unseen)));
        else if (before.contains(item))
            say(Weight::Warning, PlanItemRulesWords::tr("Stands there twice. It is sent once."));
        else if (const QString warning = itemWarning(item, systems); !warning.isEmpty())
            say(Weight::Warning, warning);
        before.insert(item);
    }
    if (before.isEmpty())
        problems.append(
            {.field = PlanField::Items,
             .sentence = PlanItemRulesWords::tr("Name at least one folder, file or policy rule.")});
}

void checkLocalPath(const PlanDraft &draft, QList<PlanProblem> &problems)
{
    const QString &path = draft.localPath;
    if (path.isEmpty())
        return;
    if (path.trimmed().isEmpty())
        problems.append({.field = PlanField::LocalPath,
                         .sentence = PlanItemRulesWords::tr(
                             "The local path is all blanks. Leave it empty for the default place.")});
    else if (const auto unseen = unsendableCharacter(path))
        problems.append({.field = PlanField::LocalPath,
                         .sentence = PlanItemRulesWords::tr(
                                         "The local path holds the character %1, which cannot be seen.")
                                         .arg(codePointName(*unseen))});
    else if (!isWindowsPath(path) && !isUnixPath(path))
        problems.append({.field = PlanField::LocalPath,
                         .weight = Weight::Warning,
                         .sentence = PlanItemRulesWords::tr(
                             "This is not a whole path from a drive or from /. IDrive does not say how "
                             "local paths are written.")});
}

void checkExclusions(const PlanDraft &draft, QList<PlanProblem> &problems)
{
    if (draft.what != WhatToBackup::FileFolder)
        return;
    for (qsizetype i = 0; i < draft.excludePartial.size(); ++i) {
        const QString &pattern = draft.excludePartial[i];
        if (pattern.contains(u','))
            problems.append(
                {.field = PlanField::Exclusions,
                 .entry = i,
                 .sentence = PlanItemRulesWords::tr(
                                 "%1 holds a comma: the API parts patterns by commas, so it cannot be "
                                 "sent. One pattern a line.")
                                 .arg(visibleText(pattern))});
        else if (unsendableCharacter(pattern))
            problems.append({.field = PlanField::Exclusions,
                             .entry = i,
                             .sentence = PlanItemRulesWords::tr("%1 holds a character that cannot be seen.")
                                             .arg(visibleText(pattern))});
    }
}

} // namespace

QList<PlanProblem> itemProblems(const PlanDraft &draft, const ChosenSystems &systems)
{
    QList<PlanProblem> problems;
    if (draft.what == WhatToBackup::FileFolder)
        checkItems(draft, systems, problems);
    if (draft.where == WhereToBackup::Local)
        checkLocalPath(draft, problems);
    return problems;
}

QList<PlanProblem> optionProblems(const PlanDraft &draft)
{
    QList<PlanProblem> problems;
    checkExclusions(draft, problems);
    const NotificationRule mails{.set = backupSet(BackupSet::Default),
                                 .frequency = draft.schedule.mailFrequency,
                                 .emails = draft.schedule.emails};
    const QList<RuleFault> faults = ruleFaults(mails);
    for (const RuleFault &fault : faults)
        problems.append({.field = PlanField::Emails, .entry = fault.email, .sentence = fault.sentence});
    return problems;
}

QStringList policyRules()
{
    return {u"[PROFILEDEFAULTFOLDERS]"_s, u"[All Profiles Folder]"_s, u"%ALLUSERSPROFILE%"_s,
            u"%PROGRAMFILES%"_s, u"%WINDIR%"_s};
}

bool isPolicyRule(const QString &item)
{
    const QString word = item.trimmed();
    const auto isWithin = [&](QChar begin, QChar end) {
        return word.size() > 2 && word.startsWith(begin) && word.indexOf(end, 1) == word.size() - 1;
    };
    return isWithin(u'[', u']') || isWithin(u'%', u'%');
}

QStringList usualExclusions()
{
    return u"*.appicon,*.appinfo,*.cab,*.dl_,*.dll,*.dmg,*.drk,*.exe,*.fdd,*.hdd,*.hds,*.iso,*.ithmb,*.log,*."
           u"mem,"
           "*.menudata,*.msi,*.nvram,*.o,*.ost,*.pva,*.pvi,*.pvm,*.pvs,*.qtch,*.sparseimage,*.sys,*.vdi,*."
           "vhd,*.vhdx,"
           "*.vmc,*.vmdk,*.vmem,*.vmsd,*.vmsn,*.vmss,*.vmx,*.vmxf,*.vo1,*.vo2,*.vsv,*.vud,*.wab~,*.wim"_s
               .split(u',');
}
