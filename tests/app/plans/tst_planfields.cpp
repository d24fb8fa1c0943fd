// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planstream.h"
#include "tests/app/plans/plansample.h"
#include "tests/support/wrongvalues.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

// A part of a plan, and where it comes from.
struct Part
{
    QLatin1StringView path;
    QString (*shown)(const Plan &plan);
};

QString shown(const std::optional<bool> &flag)
{
    return flag ? QVariant(*flag).toString() : u"-"_s;
}

QString shown(const std::optional<QStringList> &texts)
{
    return texts ? texts->join(u'|') : u"-"_s;
}

QString shown(const std::optional<QList<DeviceId>> &devices)
{
    QString text = devices ? QString() : u"-"_s;
    for (const DeviceId &device : devices.value_or(QList<DeviceId>()))
        text += device.text() + u'|';
    return text;
}

const Schedule &scheduleOf(const Plan &plan)
{
    static const Schedule none;
    return plan.schedule ? *plan.schedule : none;
}

const PlanDevice &deviceOf(const Plan &plan)
{
    static const PlanDevice none{};
    return plan.devices && !plan.devices->isEmpty() ? plan.devices->constFirst() : none;
}

PlanOfSet setOf(const Plan &plan)
{
    const QList<PlanOfSet> sets = deviceOf(plan).sets.value_or(QList<PlanOfSet>());
    return sets.isEmpty() ? PlanOfSet() : sets.constFirst();
}

PlanGroup groupOf(const Plan &plan)
{
    return plan.groups && !plan.groups->isEmpty() ? plan.groups->constFirst() : PlanGroup();
}

constexpr auto parts = std::to_array<Part>({
    {"backup_id"_L1, [](const Plan &p) { return p.id.text(); }},
    {"company_id"_L1, [](const Plan &p) { return p.company.text(); }},
    {"name"_L1, [](const Plan &p) { return p.name; }},
    {"backup_set"_L1, [](const Plan &p) { return p.set.word(); }},
    {"is_backup_enabled"_L1, [](const Plan &p) { return shown(p.isEnabled); }},
    {"cdp_enabled"_L1, [](const Plan &p) { return shown(p.isCdpEnabled); }},
    {"cdp_frequency"_L1, [](const Plan &p) { return p.cdpFrequency.word(); }},
    {"exclude_system"_L1, [](const Plan &p) { return shown(p.excludeSystem); }},
    {"exclude_hidden"_L1, [](const Plan &p) { return shown(p.excludeHidden); }},
    {"exclude_partial"_L1, [](const Plan &p) { return shown(p.excludePartial); }},
    {"backup_applied_on"_L1, [](const Plan &p) { return shown(p.appliedOn); }},
    {"backup_pending_on"_L1, [](const Plan &p) { return shown(p.pendingOn); }},
    {"backup_failed_on"_L1, [](const Plan &p) { return shown(p.failedOn); }},
    {"backup_details.what_to_backup"_L1, [](const Plan &p) { return p.what.word(); }},
    {"backup_details.where_to_backup"_L1, [](const Plan &p) { return p.where.word(); }},
    {"backup_details.items_to_backup"_L1, [](const Plan &p) { return shown(p.items); }},
    {"backup_details.local_dest_path"_L1, [](const Plan &p) { return p.localPath; }},
    {"schedule_info.frequency_type"_L1, [](const Plan &p) { return scheduleOf(p).frequency.word(); }},
    {"schedule_info.time"_L1, [](const Plan &p) { return scheduleOf(p).time.text; }},
    {"schedule_info.cutoff_time"_L1, [](const Plan &p) { return scheduleOf(p).cutOff.text; }},
    {"schedule_info.months"_L1, [](const Plan &p) { return shown(std::optional(wireWords(scheduleOf(p).months.value_or(Months())))); }},
    {"schedule_info.dates"_L1, [](const Plan &p) { return shown(std::optional(wireWords(scheduleOf(p).dates.value_or(MonthDates())))); }},
    {"schedule_info.days"_L1, [](const Plan &p) { return shown(std::optional(wireWords(scheduleOf(p).days.value_or(WeekDays())))); }},
    {"schedule_info.daily_mode"_L1, [](const Plan &p) { return scheduleOf(p).dailyMode.word(); }},
    {"schedule_info.scheduler_disabled"_L1, [](const Plan &p) { return shown(scheduleOf(p).isDisabled); }},
    {"schedule_info.start_missed_backup"_L1, [](const Plan &p) { return shown(scheduleOf(p).startMissedBackup); }},
    {"schedule_info.email"_L1, [](const Plan &p) { return shown(scheduleOf(p).emails); }},
    {"schedule_info.send_email_notification"_L1, [](const Plan &p) { return scheduleOf(p).mailFrequency.word(); }},
    {"devices.0.device_id"_L1, [](const Plan &p) { return deviceOf(p).id.text(); }},
    {"devices.0.company_id"_L1, [](const Plan &p) { return deviceOf(p).company.text(); }},
    {"devices.0.name"_L1, [](const Plan &p) { return deviceOf(p).name; }},
    {"devices.0.status"_L1, [](const Plan &p) { return deviceOf(p).status.word(); }},
    {"devices.0.os"_L1, [](const Plan &p) { return deviceOf(p).os.word(); }},
    {"devices.0.version"_L1, [](const Plan &p) { return deviceOf(p).version; }},
    {"devices.0.custom_tag"_L1, [](const Plan &p) { return deviceOf(p).tag; }},
    {"devices.0.group_name"_L1, [](const Plan &p) { return deviceOf(p).group; }},
    {"devices.0.backup_status"_L1, [](const Plan &p) { return deviceOf(p).lastResult.word(); }},
    {"devices.0.last_backup"_L1, [](const Plan &p) { return deviceOf(p).lastBackup; }},
    {"devices.0.next_backup"_L1, [](const Plan &p) { return deviceOf(p).nextBackup; }},
    {"devices.0.backup_failure_reason"_L1, [](const Plan &p) { return deviceOf(p).failureReason; }},
    {"devices.0.next_scheduled_backupset_name"_L1, [](const Plan &p) { return deviceOf(p).nextSet.word(); }},
    {"devices.0.user_backup_sets.DEFAULT.backup_id"_L1, [](const Plan &p) { return setOf(p).plan.text(); }},
    {"devices.0.user_backup_sets.DEFAULT.backup_name"_L1, [](const Plan &p) { return setOf(p).name; }},
    {"groups.0.group_id"_L1, [](const Plan &p) { return groupOf(p).idText(); }},
    {"groups.0.group_name"_L1, [](const Plan &p) { return groupOf(p).name; }},
});

bool isWithin(const QString &path, const QString &other)
{
    return path == other || path.startsWith(other + u'.');
}

// Those parts that changed although the change lies elsewhere.
QStringList touched(const Plan &plan, const Plan &good, const QString &changedPath)
{
    QStringList paths;
    for (const Part &part : parts) {
        const bool isConcerned = isWithin(part.path, changedPath) || isWithin(changedPath, part.path);
        if (!isConcerned && part.shown(plan) != part.shown(good))
            paths << part.path;
    }
    return paths;
}

// How the stream reads \a row alone.
PlanChunk streamed(const QJsonValue &row)
{
    PlanChunk all;
    PlanStream stream([&all](const PlanChunk &chunk) {
        all.plans += chunk.plans;
        all.damaged += chunk.damaged;
    });
    const QByteArray body = QJsonDocument(QJsonArray{row}).toJson(QJsonDocument::Compact);
    stream.begin(body.size());
    if (!stream.take(body) || !stream.end())
        all.plans.clear();
    return all;
}

QList<OtherField> allOthers(const Plan &plan)
{
    QList<OtherField> others = plan.otherFields + scheduleOf(plan).otherFields;
    for (const PlanDevice &device : plan.devices.value_or(QList<PlanDevice>()))
        others += device.otherFields;
    return others;
}

} // namespace

/// What a wrong value in any field of a plan costs: that field.
class TestPlanFields : public QObject
{
    Q_OBJECT

private slots:
    void everyFieldIsWatched()
    {
        const Plan plan = readPlan(object(wholePlan()));
        for (const Part &part : parts)
            QVERIFY2(!part.shown(plan).isEmpty() && part.shown(plan) != u'-', part.path.data());
        // five objects and lists in between hold the others
        QCOMPARE(fieldCount(object(wholePlan())), qsizetype(parts.size()) + 6);
    }

    void F34_F35_aWrongValueCostsItsFieldAlone()
    {
        const qsizetype huge = qEnvironmentVariableIntValue("STEWARD_HUGE_TEXT");
        const QJsonObject whole = object(wholePlan());
        const Plan good = readPlan(whole);
        for (const ChangedAnswer &changed : withWrongValues(whole, huge > 0 ? huge : 1 << 20)) {
            const QString where = changed.path + u": "_s + QString::fromLatin1(changed.change);
            const PlanChunk chunk = streamed(changed.answer);
            QVERIFY2(chunk.plans.size() == 1 && chunk.damaged.isEmpty(), qPrintable(where));
            const QStringList others = touched(chunk.plans[0], good, changed.path);
            QVERIFY2(others.isEmpty(), qPrintable(where + u" changed "_s + others.join(u' ')));
        }
    }

    void whatHasAnotherTypeIsCounted()
    {
        for (const ChangedAnswer &changed : withWrongValues(object(wholePlan()), 8)) {
            const Plan plan = readPlan(changed.answer.toObject());
            const bool isNone =
                changed.change == "absent" || changed.change == "null" || changed.change == "\"\"";
            if (isNone)
                QVERIFY2(plan.unreadableFields == 0, qPrintable(changed.path));
            const bool isEmptyMap = changed.change == "{}"
                && (changed.path.contains("user_backup_sets"_L1) || changed.path == "backup_details"_L1
                    || changed.path == "schedule_info"_L1 || changed.path == "devices"_L1);
            if (changed.change == "{}" && !isEmptyMap && !changed.path.contains(".DEFAULT."_L1))
                QVERIFY2(plan.unreadableFields > 0, qPrintable(changed.path));
        }
    }

    void aRowWithoutAnyFieldIsKept()
    {
        const PlanChunk chunk = streamed(QJsonObject());
        QCOMPARE(chunk.plans.size(), 1);
        QCOMPARE(chunk.plans[0], readPlan({}));
    }

    void unknownFieldsAreKept()
    {
        const QJsonObject whole = object(wholePlan());
        const Plan good = readPlan(whole);
        for (const ChangedAnswer &changed : withUnknownFields(whole)) {
            if (changed.path.contains(u"user_backup_sets."_s + unknownFieldName()))
                continue; // a set of that name
            const Plan plan = readPlan(changed.answer.toObject());
            const QList<OtherField> others = allOthers(plan);
            QVERIFY2(others.size() == 1, qPrintable(changed.path));
            QString path = changed.path;
            path.remove("0."_L1).remove("DEFAULT."_L1);
            QCOMPARE(others[0].path, path);
            if (changed.change == "{}" || changed.change == "true")
                QCOMPARE(others[0].json, QString::fromLatin1(changed.change));
            QVERIFY(touched(plan, good, changed.path).isEmpty());
            QCOMPARE(plan.unreadableFields, 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestPlanFields)
#include "tst_planfields.moc"
