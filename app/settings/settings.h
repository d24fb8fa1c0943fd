// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/profilefile.h"
#include "app/settings/settingtable.h"

#include <QObject>
#include <QTimeZone>

#include <functional>
#include <optional>
#include <type_traits>
#include <utility>

/// What the person chose (settingtable.h), in the file settings.json of the profile. Every value has a default; a file that
/// is missing, damaged or newer is no reason not to start.
///
/// Another Steward with the same profile may change settings, too: its changes are taken over, and announced, when this one
/// saves its next change.
class Settings : public QObject
{
    Q_OBJECT

public:
    /// \a profile is the folder of all settings; empty: nothing is read or saved.
    explicit Settings(const QString &profile, QObject *parent = nullptr);

    /// What the reading of the file had to tell, if anything. For one banner at the start.
    const std::optional<ProfileTrouble> &troubleAtStart() const { return m_troubleAtStart; }

    template <typename T>
    T value(const Setting<T> &setting) const
    {
        if constexpr (std::is_same_v<T, QJsonValue>)
            return json(setting);
        else
            return static_cast<T>(number(setting));
    }

    /// Saves at once. False, and nothing changed, when \a value is not one of the setting's. A disk that refuses is told by
    /// troubleFound(); the value holds all the same.
    template <typename T>
    bool setValue(const Setting<T> &setting, const std::type_identity_t<T> &value)
    {
        if constexpr (std::is_same_v<T, QJsonValue>)
            return setJson(setting, value);
        else
            return setNumber(setting, static_cast<int>(value));
    }

    /// Changes a part of what another room keeps, under the lock of the file: parts that another Steward changed stay. False as for
    /// setValue().
    bool change(const Setting<QJsonValue> &setting, const std::function<void(QJsonObject &)> &changing);

    /// The same by row, for whoever goes through the table: not for SettingKind::Json.
    int number(const SettingRow &row) const;
    bool setNumber(const SettingRow &row, int value);

    /// Back to the default: the file says nothing of it any more.
    void reset(const SettingRow &setting);

    /// Calls \a follow(value) now and after each change, as long as \a context lives.
    template <typename T, typename Follow>
    void follow(const Setting<T> &setting, QObject *context, Follow follow)
    {
        follow(value(setting));
        connect(this, &Settings::changed, context,
                [this, setting, follow = std::move(follow)](const QString &key) {
                    if (key == QLatin1StringView(setting.key))
                        follow(value(setting));
                });
    }

signals:
    /// The value of the setting of that key is another one now.
    void changed(const QString &key);
    void troubleFound(const ProfileTrouble &trouble);

private:
    QJsonValue json(const SettingRow &row) const;
    bool setJson(const SettingRow &row, const QJsonValue &value);
    void apply(const ProfileFile::Change &change);
    QStringList keysNotUnderstood() const;

    ProfileFile m_file;
    std::optional<ProfileTrouble> m_troubleAtStart;
};

/// The zone that \a settings say the server's times are in.
QTimeZone serverTimeZone(const Settings &settings);
