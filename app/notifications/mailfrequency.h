// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/openword.h"

#include <array>

/// When mails are sent about a backup: of a device, and of a plan.
/// Source: API document, "Update Email Notification for a Device", type; "Create Backup Plan", send_email_notification.
enum class MailFrequency { Always, OnFailure, Never };

/// All of them, in the order in which they are shown.
inline constexpr std::array allMailFrequencies{MailFrequency::Always, MailFrequency::OnFailure,
                                               MailFrequency::Never};

OpenWord<MailFrequency> mailFrequency(const QString &word);
/// As it is sent: "ON_FAILURE".
QString wireWord(MailFrequency frequency);
QString label(MailFrequency frequency);
