// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/health/healthlimits.h"
#include "app/health/healthrules.h"

#include <QList>
#include <QLocale>
#include <QString>
#include <QtGlobal>

/// The server's own words about one device, as they came. Empty: not given.
struct ServerWords
{
    QString status;
    QString result;
    QString lastBackup;
    QString nextBackup;
};

/// Where the limit of a line comes from, for the person to change it.
enum class LimitOrigin : quint8 { None, Default, Account, System, Group, Company, Schedule };

/// One rule that matches, with what it was measured by.
struct WhyLine
{
    HealthRule rule = HealthRule::NotManaged;
    qint64 measured = noTime; ///< Milliseconds of age, or a count of readings; noTime: nothing was measured.
    qint64 limit = noTime; ///< In the unit of measured; noTime: the rule has none.
    LimitOrigin origin = LimitOrigin::None;
    qint64 time =
        noTime; ///< What was measured from, e.g. the planned run; on the server's clock, or on ours for "seen".
    MachineKind kind = MachineKind::Unsure; ///< Whose default it is, where the origin is Default.
    bool isZoneDoubtful = false; ///< The answer may be wrong by the hours of a time zone.
    QString plan{}; ///< The name of the plan whose schedule was measured by. Empty: none was.
    QString words; ///< The server's own, as they came: shown below the sentence, plain text. Empty: none.

    friend bool operator==(const WhyLine &, const WhyLine &) = default;
};
using WhyLines = QList<WhyLine>;

/// Everything there is to explain a device's word.
struct WhyQuestion
{
    HealthFacts facts;
    ServerWords words;
    LimitSubject subject;
    qint64 now = 0; ///< On the clock of the facts.
    QString plan{}; ///< Whose schedule it is that facts has; the server's text.
    bool isZoneDoubtful = false; ///< See ZoneCheck.
};

/// A line for every rule that matches, in the order of the rules: the first one gave the device its word.
WhyLines whyLines(const WhyQuestion &question, const LimitBook &book);

/// What \a line says to the person, without the server's words. Translated, plain text; one to three short sentences: what is, what it
/// means, what is assumed.
QString sentence(const WhyLine &line, const QLocale &locale);
