// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/openword.h"

#include <QString>

/// What a device's `status` means. Words that occur in the API document: "Fetch Device Summary", "Create Backup Plan", "Error Types".
enum class DeviceStatus { Online, Offline, Blocked, Archived, Cancelled, NotActive, NotConfigured };

/// What a device's `backup_status` means.
enum class LastResult { Success, Failed, InProgress, Cancelled };

/// What a device's `os` means.
enum class DeviceOs { Windows, Mac, Linux };

/// Case, blanks, '_' and '-' do not count; both "canceled" and "cancelled" are known.
OpenWord<DeviceStatus> deviceStatus(const QString &word);
/// "Failed" and "Failure" are one; only "Success" itself is a success.
OpenWord<LastResult> lastResult(const QString &word);
/// By how the word begins: "windows", "Windows Server 2022". A word that is not known is none of the three.
OpenWord<DeviceOs> deviceOs(const QString &word);

/// The word for the person: translated where it is known, else as the server wrote it. Empty where none was given.
QString label(const OpenWord<DeviceStatus> &status);
QString label(const OpenWord<LastResult> &result);
QString label(const OpenWord<DeviceOs> &os);
