// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planitemrules.h"

#include "app/base/sentname.h"
#include "app/base/visibletext.h"
#include "app/notifications/notificationrule.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

struct Words
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

QString named(const char *sentence, const QString &item)
{
    return QCoreApplication::translate("PlanItemRules", sentence).arg(visibleText(item));
}

/// The first thing that is worth a word: one path, one sentence.
QString itemWarning(const QString &item, const ChosenSystems &systems, const QStringList &before)
{
    if (before.contains(item))
        return named(QT_TRANSLATE_NOOP("PlanItemRules", "%1 stands there twice. It is sent once."), item);
    if (isPolicyRule(item)) {
        if (isWindowsRule(item) && systems.notWindows() > 0)
            return named(QT_TRANSLATE_NOOP("PlanItemRules", "%1 means nothing on the Mac and Linux devices."),
                         item);
        if (!policyRules().contains(item))
            return named(QT_TRANSLATE_NOOP("PlanItemRules", "The API document does not name the rule %1."),
                         item);
        return {};
    }
    if (item.size() > 1 && item.startsWith(u'"') && item.endsWith(u'"'))
        return named(QT_TRANSLATE_NOOP("PlanItemRules", "The quotes around %1 are sent as part of the path."),
                     item);
    if (item.trimmed().size() != item.size())
        return named(QT_TRANSLATE_NOOP("PlanItemRules", "The blanks around %1 are sent as part of the path."),
                     item);
    if (isWindowsPath(item))
        return systems.notWindows() > 0
            ? named(QT_TRANSLATE_NOOP("PlanItemRules",
                                      "%1 is a path of Windows, and some devices run Mac or Linux."),
                    item)
            : QString();
    if (isUnixPath(item))
        return systems.windows > 0
            ? named(QT_TRANSLATE_NOOP("PlanItemRules",
                                      "%1 is a path of Mac or Linux, and some devices run Windows."),
                    item)
            : QString();
    return named(QT_TRANSLATE_NOOP("PlanItemRules", "%1 is not a whole path from a drive or from /."), item);
}

void checkItems(const PlanDraft &draft, const ChosenSystems &systems, QList<PlanProblem> &problems)
{
    QStringList before;
    for (qsizetype i = 0; i < draft.items.size(); ++i) {
        const QString &item = draft.items[i];
        if (item.isEmpty())
            continue; // never sent
        if (item.trimmed().isEmpty())
            problems.append(
                {.field = PlanField::Items, .entry = i, .sentence = Words::tr("A path is all blanks.")});
        else if (const auto unseen = unsendableCharacter(item))
            problems.append({.field = PlanField::Items,
                             .entry = i,
                             .sentence = Words::tr("%1 holds the character %2, which cannot be seen.")
                                             .arg(visibleText(item), codePointName(*unseen))});
        else if (const QString warning = itemWarning(item, systems, before); !warning.isEmpty())
            problems.append(
                {.field = PlanField::Items, .weight = Weight::Warning, .entry = i, .sentence = warning});
        before.append(item);
    }
    if (before.isEmpty())
        problems.append({.field = PlanField::Items,
                         .sentence = Words::tr("Name at least one folder, file or policy rule.")});
}

void checkLocalPath(const PlanDraft &draft, QList<PlanProblem> &problems)
{
    const QString &path = draft.localPath;
    if (path.isEmpty())
        return;
    if (path.trimmed().isEmpty())
        problems.append(
            {.field = PlanField::LocalPath,
             .sentence = Words::tr("The local path is all blanks. Leave it empty for the default place.")});
    else if (const auto unseen = unsendableCharacter(path))
        problems.append({.field = PlanField::LocalPath,
                         .sentence = Words::tr("The local path holds the character %1, which cannot be seen.")
                                         .arg(codePointName(*unseen))});
    else if (!isWindowsPath(path) && !isUnixPath(path))
        problems.append(
            {.field = PlanField::LocalPath,
             .weight = Weight::Warning,
             .sentence = Words::tr("This is not a whole path from a drive or from /. IDrive does not say how "
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
                 .sentence = Words::tr("%1 holds a comma: the API parts patterns by commas, so it cannot be "
                                       "sent. One pattern a line.")
                                 .arg(visibleText(pattern))});
        else if (unsendableCharacter(pattern))
            problems.append(
                {.field = PlanField::Exclusions,
                 .entry = i,
                 .sentence =
                     Words::tr("%1 holds a character that cannot be seen.").arg(visibleText(pattern))});
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
