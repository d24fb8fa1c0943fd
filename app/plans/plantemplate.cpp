// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plantemplate.h"

#include "app/base/visibletext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

struct PlanTemplateWords
{
    Q_DECLARE_TR_FUNCTIONS(PlanTemplate)
};

constexpr QLatin1StringView format("steward-backup-plan");
constexpr int version = 1;

/// Takes values out of an object, and remembers the first that is not as it should be.
class DraftReader
{
public:
    explicit DraftReader(QJsonObject object) : m_object(std::move(object)) { }

    void flag(QLatin1StringView name, bool &into)
    {
        if (const QJsonValue value = take(name, QJsonValue::Bool); !value.isUndefined())
            into = value.toBool();
    }
    void text(QLatin1StringView name, QString &into)
    {
        if (const QJsonValue value = take(name, QJsonValue::String); !value.isUndefined())
            into = value.toString();
    }
    void texts(QLatin1StringView name, QStringList &into)
    {
        const QJsonValue value = take(name, QJsonValue::Array);
        if (value.isUndefined())
            return;
        into.clear();
        const QJsonArray entries = value.toArray();
        for (const auto &entry : entries) {
            if (!entry.isString())
                fail(name);
            into.append(entry.toString());
        }
    }
    template <typename Enum>
    void word(QLatin1StringView name, OpenWord<Enum> (*read)(const QString &), Enum &into)
    {
        const QJsonValue value = take(name, QJsonValue::String);
        if (value.isUndefined())
            return;
        if (const auto known = read(value.toString()).known())
            into = *known;
        else
            fail(name);
    }
    template <typename Set>
    void set(QLatin1StringView name, Set (*read)(const QStringList &, QStringList &), Set &into)
    {
        if (!m_object.contains(name))
            return;
        QStringList words;
        texts(name, words);
        QStringList unknown;
        into = read(words, unknown);
        if (!unknown.isEmpty())
            fail(name);
    }
    void time(QLatin1StringView name, QTime &into)
    {
        const QJsonValue value = take(name, QJsonValue::String);
        if (value.isUndefined())
            return;
        into = QTime::fromString(value.toString(), u"HH:mm:ss"_s);
        if (!into.isValid())
            fail(name);
    }
    QJsonObject object(QLatin1StringView name) { return take(name, QJsonValue::Object).toObject(); }
    QJsonArray groups(QLatin1StringView name)
    {
        const QJsonArray ids = take(name, QJsonValue::Array).toArray();
        for (const auto &id : ids) {
            if (!id.isString() && !id.isDouble())
                fail(name);
        }
        return ids;
    }
    void fail(const QString &name)
    {
        if (m_fault.isEmpty())
            m_fault = PlanTemplateWords::tr("The file cannot be used: “%1” is not as it should be.")
                          .arg(visibleText(name));
    }
    /// The first fault; also a name that no draft has.
    QString fault()
    {
        if (!m_object.isEmpty())
            fail(m_object.begin().key());
        return m_fault;
    }

private:
    QJsonValue take(QLatin1StringView name, QJsonValue::Type type)
    {
        if (!m_object.contains(name))
            return QJsonValue::Undefined;
        const QJsonValue value = m_object.take(name);
        if (value.type() == type)
            return value;
        fail(name);
        return QJsonValue::Undefined;
    }

    QJsonObject m_object;
    QString m_fault;
};

QJsonObject scheduleJson(const ScheduleDraft &schedule)
{
    QJsonObject json{{u"frequency"_s, wireWord(schedule.frequency)},
                     {u"time"_s, schedule.time.toString(u"HH:mm:ss"_s)},
                     {u"months"_s, QJsonArray::fromStringList(wireWords(schedule.months))},
                     {u"dates"_s, QJsonArray::fromStringList(wireWords(schedule.dates))},
                     {u"days"_s, QJsonArray::fromStringList(wireWords(schedule.days))},
                     {u"daily_mode"_s, wireWord(schedule.dailyMode)},
                     {u"is_disabled"_s, schedule.isDisabled},
                     {u"start_missed"_s, schedule.startMissedBackup},
                     {u"mail"_s, wireWord(schedule.mailFrequency)},
                     {u"emails"_s, QJsonArray::fromStringList(schedule.emails)}};
    if (schedule.cutOff)
        json["cut_off"_L1] = schedule.cutOff->toString(u"HH:mm:ss"_s);
    return json;
}

QString readScheduleDraft(const QJsonObject &json, ScheduleDraft &schedule)
{
    DraftReader reader(json);
    reader.word("frequency"_L1, scheduleFrequency, schedule.frequency);
    reader.time("time"_L1, schedule.time);
    reader.set("months"_L1, monthsFrom, schedule.months);
    reader.set("dates"_L1, monthDatesFrom, schedule.dates);
    reader.set("days"_L1, weekDaysFrom, schedule.days);
    reader.word("daily_mode"_L1, dailyMode, schedule.dailyMode);
    reader.flag("is_disabled"_L1, schedule.isDisabled);
    reader.flag("start_missed"_L1, schedule.startMissedBackup);
    reader.word("mail"_L1, mailFrequency, schedule.mailFrequency);
    reader.texts("emails"_L1, schedule.emails);
    if (json.contains("cut_off"_L1)) {
        QTime cutOff;
        reader.time("cut_off"_L1, cutOff);
        schedule.cutOff = cutOff;
    }
    return reader.fault();
}

void addTargets(QJsonObject &json, const PlanDraft &draft)
{
    QJsonArray devices;
    for (const DeviceId &device : draft.devices)
        devices.append(device.text());
    QJsonArray groups;
    for (const PlanGroup &group : draft.groups)
        groups.append(group.id);
    json["company"_L1] = draft.company.text();
    json["name"_L1] = draft.name;
    json["devices"_L1] = devices;
    json["groups"_L1] = groups;
}

void readTargets(DraftReader &reader, PlanDraft &draft)
{
    QString company;
    QStringList devices;
    reader.text("company"_L1, company);
    reader.text("name"_L1, draft.name);
    reader.texts("devices"_L1, devices);
    draft.company = CompanyId(company);
    for (const QString &device : std::as_const(devices))
        draft.devices.append(DeviceId(device));
    const QJsonArray groups = reader.groups("groups"_L1);
    for (const auto &group : groups)
        draft.groups.append({group, {}});
}

tl::expected<PlanDraft, QString> readPlanDraft(QJsonObject json)
{
    PlanDraft draft;
    DraftReader reader(std::move(json));
    const QString scheduleFault = readScheduleDraft(reader.object("schedule"_L1), draft.schedule);
    readTargets(reader, draft);
    reader.word("what"_L1, whatToBackup, draft.what);
    reader.word("where"_L1, whereToBackup, draft.where);
    reader.texts("items"_L1, draft.items);
    reader.text("local_path"_L1, draft.localPath);
    reader.flag("exclude_hidden"_L1, draft.excludeHidden);
    reader.flag("exclude_system"_L1, draft.excludeSystem);
    reader.flag("cdp"_L1, draft.enableCdp);
    reader.word("cdp_frequency"_L1, cdpFrequency, draft.cdpFrequency);
    reader.texts("exclude"_L1, draft.excludePartial);
    const QString fault = scheduleFault.isEmpty() ? reader.fault() : scheduleFault;
    if (!fault.isEmpty())
        return tl::unexpected(fault);
    return draft;
}

} // namespace

QByteArray draftFile(const PlanDraft &draft, DraftParts parts)
{
    QJsonObject plan{{u"what"_s, wireWord(draft.what)},
                     {u"where"_s, wireWord(draft.where)},
                     {u"items"_s, QJsonArray::fromStringList(draft.items)},
                     {u"local_path"_s, draft.localPath},
                     {u"schedule"_s, scheduleJson(draft.schedule)},
                     {u"exclude_hidden"_s, draft.excludeHidden},
                     {u"exclude_system"_s, draft.excludeSystem},
                     {u"cdp"_s, draft.enableCdp},
                     {u"cdp_frequency"_s, wireWord(draft.cdpFrequency)},
                     {u"exclude"_s, QJsonArray::fromStringList(draft.excludePartial)}};
    if (parts == DraftParts::Everything)
        addTargets(plan, draft);
    const QJsonObject file{{u"format"_s, format}, {u"version"_s, version}, {u"plan"_s, plan}};
    return QJsonDocument(file).toJson(QJsonDocument::Indented);
}

tl::expected<PlanDraft, QString> readDraft(const QByteArray &file)
{
    const QJsonObject json =
        file.size() > mostDraftBytes ? QJsonObject() : QJsonDocument::fromJson(file).object();
    if (json.value("format"_L1).toString() != format || !json.value("plan"_L1).isObject())
        return tl::unexpected(PlanTemplateWords::tr("The file is no template of a backup plan."));
    if (json.value("version"_L1).toInt() != version)
        return tl::unexpected(PlanTemplateWords::tr("The template is of another version of Steward."));
    return readPlanDraft(json.value("plan"_L1).toObject());
}
