// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plandraftwords.h"

#include "app/base/visibletext.h"
#include "app/plans/planimpact.h"
#include "app/plans/schedule.h"
#include "app/plans/schedulesentence.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

struct DraftWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanDraftWords)
};

QString listed(const QStringList &texts)
{
    constexpr qsizetype most = 20;
    QString line = visibleText(texts.mid(0, most).join("; "_L1));
    if (const qsizetype more = texts.size() - most; more > 0)
        line += u' ' + DraftWords::tr("and %1 more").arg(QLocale().toString(more));
    return line;
}

QStringList optionsInWords(const PlanDraft &draft)
{
    QStringList leftOut;
    if (draft.excludeHidden)
        leftOut << DraftWords::tr("hidden files");
    if (draft.excludeSystem)
        leftOut << DraftWords::tr("system files");
    if (!draft.excludePartial.isEmpty())
        leftOut << listed(draft.excludePartial);
    return {DraftWords::tr("Leaves out: %1")
                .arg(leftOut.isEmpty() ? DraftWords::tr("nothing") : leftOut.join(", "_L1)),
            DraftWords::tr("Continuous data protection: %1")
                .arg(draft.enableCdp ? label(draft.cdpFrequency) : DraftWords::tr("off"))};
}

QString mailInWords(const ScheduleDraft &schedule)
{
    const QString often = DraftWords::tr("E-mail: %1").arg(label(schedule.mailFrequency));
    return schedule.mailFrequency == MailFrequency::Never
        ? often
        : DraftWords::tr("%1, to %2", "how often, addresses").arg(often, listed(schedule.emails));
}

} // namespace

QStringList planInWords(const PlanDraft &draft)
{
    const bool isFiles = draft.what == WhatToBackup::FileFolder;
    const bool hasPath = draft.where == WhereToBackup::Local && !draft.localPath.isEmpty();
    QStringList lines{DraftWords::tr("What: %1").arg(label(draft.what))};
    if (isFiles)
        lines << DraftWords::tr("Items: %1").arg(listed(draft.items));
    lines << DraftWords::tr("Where: %1").arg(label(draft.where))
            + (hasPath ? u", "_s + visibleText(draft.localPath) : QString());
    lines << DraftWords::tr("When: %1").arg(scheduleSentence(readSchedule(scheduleBody(draft.schedule))));
    if (draft.schedule.startMissedBackup)
        lines << DraftWords::tr("A missed backup is started when the device is back");
    if (isFiles)
        lines << optionsInWords(draft);
    lines << mailInWords(draft.schedule)
          << DraftWords::tr("Backup set: %1").arg(backupSet(setOf(draft)).word());
    return lines;
}
