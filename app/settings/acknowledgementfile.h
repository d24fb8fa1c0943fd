// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/profilefile.h"

#include <QJsonArray>

/// What the person has acknowledged, as the health room writes it: a list whose entries mean nothing here; in the file
/// acknowledgements.json of the profile.
class AcknowledgementFile
{
public:
    explicit AcknowledgementFile(const QString &profile);

    const std::optional<ProfileTrouble> &troubleAtStart() const { return m_troubleAtStart; }
    QJsonArray list() const;
    /// Applies \a change to the list as it is on the disk now, so that two Stewards keep each other's entries. When the disk
    /// refuses, the change holds here and is saved with the next one.
    std::optional<ProfileTrouble> apply(const std::function<void(QJsonArray &)> &change);

private:
    ProfileFile m_file;
    std::optional<ProfileTrouble> m_troubleAtStart;
};
