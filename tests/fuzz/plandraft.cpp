// SPDX-License-Identifier: GPL-3.0-or-later
// I20: a draft or template that anybody wrote is read, or refused in a sentence.
#include "app/plans/plantemplate.h"

#include "tests/fuzz/target.h"

using namespace Qt::StringLiterals;

QByteArrayList seeds()
{
    PlanDraft draft{.company = CompanyId(u"14366"_s), .devices = {DeviceId(u"pc-a"_s)}, .name = u"nightly"_s};
    draft.items = {u"C:\\Data\\"_s, u"[All Profiles Folder]"_s};
    draft.groups = {typedGroup(u"7"_s), typedGroup(u"front desk"_s)};
    draft.schedule.frequency = ScheduleFrequency::Monthly;
    draft.schedule.dates.lastDay = true;
    draft.schedule.cutOff = QTime(7, 0);
    draft.schedule.emails = {u"noc@northwind.example"_s};
    return {draftFile(draft, DraftParts::Everything), draftFile(draft, DraftParts::WithoutTargets),
            R"({"format":"steward-backup-plan","version":1,"plan":{}})"};
}

void tryBytes(QByteArrayView bytes)
{
    const auto draft = readDraft(bytes.toByteArray());
    if (!draft) {
        mustHold(!draft.error().isEmpty(), "a refusal has a sentence");
        return;
    }
    const auto again = readDraft(draftFile(*draft, DraftParts::Everything));
    mustHold(again && *again == *draft, "what was read is written and read as the same");
}
