// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/health/healthlimits.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

/// What was read, and what could not be: a sentence for each place that was left out. The rest holds.
struct LimitReading
{
    LimitBook book;
    QStringList problems;
};

/// {"accounts": {ID: set}, "systems": {"server": set}, "groups": {name: set},
///  "companies": [{"account": ID, "company": ID, "limits": set}]}, a set being {"stale_hours": 36, "late_hours": 6,
/// "offline_hours": 168, "new_hours": 24}, each of them left out where it is not set.
QJsonObject limitsToJson(const LimitBook &book);
/// A limit is a number of hours over 0 and up to ten years. What is not known is told and left out, never guessed.
LimitReading limitsFromJson(const QJsonObject &json);
