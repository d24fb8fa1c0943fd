// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/profiletrouble.h"
#include "ui/window/notices.h"

/// Says in the banner what is wrong with a file of the profile. Each file that could not be read is told; of those that cannot be saved
/// the last one, because their reason is the same.
void sayFileTrouble(Notices &notices, const ProfileTrouble &trouble);

/// Says what is wrong with the file of \a keeper: what its reading had to tell, and whatever comes later.
template <typename Keeper>
void followFile(Notices &notices, const Keeper &keeper)
{
    QObject::connect(&keeper, &Keeper::troubleFound, &notices,
                     [&notices](const ProfileTrouble &trouble) { sayFileTrouble(notices, trouble); });
    if (const auto &trouble = keeper.troubleAtStart())
        sayFileTrouble(notices, *trouble);
}
