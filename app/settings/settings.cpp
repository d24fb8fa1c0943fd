// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/settings.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

// What other rooms keep here are limits and the like; more would make every saving slow.
constexpr qsizetype largestJson = 256 * 1024;

QString keyOf(const SettingRow &row)
{
    return QString::fromLatin1(row.key);
}

} // namespace

Settings::Settings(const QString &profile, QObject *parent)
    : QObject(parent), m_file(profile, u"settings.json"_s), m_troubleAtStart(m_file.load())
{
    const QStringList strange = keysNotUnderstood();
    if (!m_troubleAtStart && !strange.isEmpty())
        m_troubleAtStart = ProfileTrouble{.kind = ProfileTroubleKind::NotUnderstood,
                                          .file = m_file.path(),
                                          .detail = strange.join(u", "_s)};
}

void Settings::reset(const SettingRow &setting)
{
    apply([key = keyOf(setting)](QJsonObject &object) { object.remove(key); });
}

int Settings::number(const SettingRow &row) const
{
    return row.valueOf(m_file.content().value(keyOf(row))).value_or(row.fallback);
}

QJsonValue Settings::json(const SettingRow &row) const
{
    const QJsonValue stored = m_file.content().value(keyOf(row));
    return stored.isUndefined() ? QJsonValue() : stored;
}

bool Settings::setNumber(const SettingRow &row, int value)
{
    if (!row.allows(value))
        return false;
    apply(
        [key = keyOf(row), stored = row.stored(value)](QJsonObject &object) { object.insert(key, stored); });
    return true;
}

bool Settings::setJson(const SettingRow &row, const QJsonValue &value)
{
    if (value.isUndefined()
        || QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).size() > largestJson)
        return false;
    apply([key = keyOf(row), value](QJsonObject &object) { object.insert(key, value); });
    return true;
}

bool Settings::change(const Setting<QJsonValue> &setting, const std::function<void(QJsonObject &)> &changing)
{
    QJsonObject changed = json(setting).toObject();
    changing(changed);
    if (QJsonDocument(changed).toJson(QJsonDocument::Compact).size() > largestJson)
        return false;
    apply([key = keyOf(setting), changing](QJsonObject &object) {
        QJsonObject part = object.value(key).toObject();
        changing(part);
        object.insert(key, part);
    });
    return true;
}

void Settings::apply(const ProfileFile::Change &change)
{
    const QJsonObject before = m_file.content();
    const std::optional<ProfileTrouble> trouble = m_file.apply(change);
    for (const SettingRow *row : settingTable) {
        const QString key = keyOf(*row);
        const QJsonValue was = before.value(key);
        const QJsonValue is = m_file.content().value(key);
        const bool isOther = row->kind == SettingKind::Json
            ? was != is
            : row->valueOf(was).value_or(row->fallback) != row->valueOf(is).value_or(row->fallback);
        if (isOther)
            emit changed(key);
    }
    if (trouble)
        emit troubleFound(*trouble);
}

QStringList Settings::keysNotUnderstood() const
{
    QStringList keys;
    for (const SettingRow *row : settingTable) {
        const QString key = keyOf(*row);
        if (row->kind != SettingKind::Json && m_file.content().contains(key)
            && !row->valueOf(m_file.content().value(key)))
            keys.append(key);
    }
    return keys;
}

QTimeZone serverTimeZone(const Settings &settings)
{
    switch (settings.value(setting::serverClock)) {
    case ServerClock::Utc:
        return QTimeZone::utc();
    case ServerClock::ThisComputer:
        return QTimeZone::systemTimeZone();
    case ServerClock::FixedOffset:
        return QTimeZone(settings.value(setting::serverOffset) * 60);
    }
    return QTimeZone::utc();
}
