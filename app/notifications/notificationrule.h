// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notifications/backupset.h"
#include "app/notifications/mailfrequency.h"

#include <QList>
#include <QStringList>

/// Who gets mail about one backup set of a device, and when. What holds at present cannot be read from the API, so a rule is always one
/// that a person made.
/// Source: API document, "Update Email Notification for a Device".
struct NotificationRule
{
    OpenWord<BackupSet> set; ///< Also one that a device has and Steward does not know.
    MailFrequency frequency = MailFrequency::OnFailure;
    QStringList emails{}; ///< As typed. They count for ALWAYS and ON_FAILURE only.

    friend bool operator==(const NotificationRule &, const NotificationRule &) = default;
};

enum class RuleField { Set, Emails };

/// One thing that is wrong with a rule.
struct RuleFault
{
    RuleField field = RuleField::Set;
    qsizetype email = -1; ///< Which of the addresses; -1: none of them.
    QString sentence{};

    friend bool operator==(const RuleFault &, const RuleFault &) = default;
};

/// What stands in the way of sending \a rule: one sentence for each fault. Empty: nothing does.
QList<RuleFault> ruleFaults(const NotificationRule &rule);

/// Why mail cannot go to \a address, in one sentence; empty when it looks as if it could. Addresses beyond ASCII may be good.
QString emailFault(const QString &address);

/// The addresses as they are sent: without blanks around them, each once (case does not count), none for NEVER.
QStringList emailsToSend(MailFrequency frequency, const QStringList &typed);

/// What \a rule sends, without its set: "When a backup fails, to a@b.example". For the person.
QString sentText(const NotificationRule &rule);
