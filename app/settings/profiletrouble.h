// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

enum class ProfileTroubleKind {
    Damaged, ///< The file was not readable as what it should be; it was set aside.
    Newer, ///< A newer Steward wrote it; it was set aside.
    NotUnderstood, ///< Some values of it have no meaning here; they are left alone.
    Unreadable, ///< The file is there and the system does not let it be read, or it is no file.
    NotSaved, ///< Folder or disk refuse; what was changed holds until Steward ends.
    InUse, ///< Another Steward was writing and did not come to an end.
};

/// What went wrong with a file of the profile, in words for the person. Nothing of this kind stops Steward.
struct ProfileTrouble
{
    ProfileTroubleKind kind = ProfileTroubleKind::NotSaved;
    QString file{}; ///< The whole path.
    QString keptAs{}; ///< Of Damaged and Newer: where the file stands now; empty when it could not be moved.
    QString detail{}; ///< The system's words, or the names that were not understood. May be empty.

    /// What happened: one short sentence.
    QString what() const;
    /// What it means and what to do.
    QString advice() const;

    friend bool operator==(const ProfileTrouble &, const ProfileTrouble &) = default;
};

Q_DECLARE_METATYPE(ProfileTrouble)
