// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// What an inner error is about. Other words than the requests have: BackupPolicy is what and where, BackupPolicySchedule is when,
/// Emails is either of the two places for addresses.
/// Source: API document, "Error Fields"; Name is not listed there, and a request has it.
enum class ErrorField {
    Device,
    Company,
    NotificationServer,
    Emails,
    BackupSet,
    BackupPolicy,
    BackupPolicySchedule,
    Status,
    Name,
};

/// The field that the server's \a word names; nullopt for a word that is not known.
std::optional<ErrorField> errorFieldOf(QStringView word);

/// The field's name for the person.
QString errorFieldLabel(ErrorField field);
