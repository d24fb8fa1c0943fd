// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/openword.h"

#include <array>

/// A device's backup sets. The words mix what is backed up with where it goes; others may come.
/// Source: API document, "Update Email Notification for a Device", backup_set.
enum class BackupSet { Default, Local, EntireMachine, MappedDrive, Express };

/// All of them, in the order in which they are shown.
inline constexpr std::array allBackupSets{BackupSet::Default, BackupSet::Local, BackupSet::EntireMachine,
                                          BackupSet::MappedDrive, BackupSet::Express};

OpenWord<BackupSet> backupSet(const QString &word);
/// The set as an open word, written as it is sent: "ENTIRE_MACHINE".
OpenWord<BackupSet> backupSet(BackupSet set);
/// For the person.
QString label(BackupSet set);
