// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class Notices;
struct ProfileTrouble;

/// Says in the banner what is wrong with a file of the profile. Each file that could not be read is told; of those that cannot be saved
/// the last one, because their reason is the same.
void sayFileTrouble(Notices &notices, const ProfileTrouble &trouble);
