// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/profiletrouble.h"

#include <QJsonObject>

#include <functional>
#include <optional>
#include <vector>

/// One JSON object in a file of the profile folder, which several Stewards may share: settings, views, histories.
///
/// A change is a function on the object, not a new object: under a lock it is applied to what the disk holds at that moment, so that
/// two Stewards do not undo each other's changes; of two changes of one value the later one stays. The file is written
/// whole or not at all (QSaveFile), for its owner alone (0600); a folder that is made is its owner's alone (0700).
///
/// A file that is damaged, too large or of a newer format is set aside under another name and told; then the object is
/// empty. Fields that nobody knows stay as they are.
class ProfileFile
{
public:
    using Change = std::function<void(QJsonObject &)>;

    /// \a folder is the profile; empty: nothing is read or saved. \a version is the newest format that is understood; a file says
    /// its own in the field "version" (none: 1).
    ProfileFile(const QString &folder, const QString &name, int version = 1);

    /// Reads the file. One that is not there is an empty object and no trouble.
    std::optional<ProfileTrouble> load();
    /// What was read, with every change since.
    const QJsonObject &content() const { return m_content; }
    /// The whole path; empty when there is no profile.
    const QString &path() const { return m_path; }

    /// Applies \a change, here and on the disk; content() is then what both Stewards made of it. When the disk refuses, the change
    /// holds here, and the next call brings it to the disk together with its own.
    std::optional<ProfileTrouble> apply(const Change &change);

private:
    struct Reading
    {
        QJsonObject content{};
        std::optional<ProfileTroubleKind> trouble{};
        QString detail{};
    };

    Reading read() const;
    std::optional<ProfileTrouble> takeOver(const Reading &reading);
    std::optional<ProfileTrouble> saveUnderLock();
    QString lockName() const;
    ProfileTrouble trouble(ProfileTroubleKind kind, const QString &detail) const;

    QString m_path;
    int m_version;
    QJsonObject m_content;
    std::vector<Change> m_unsaved; ///< Applied here, not on the disk yet.
};
