// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/health/health.h"

#include <QString>
#include <QtGlobal>

#include <variant>

/// "Known, ticket 4711, until Monday": why a device, or all of a company, is left out of the morning check for a while.
struct Acknowledgement
{
    std::variant<DeviceKey, CompanyKey> subject;
    QString note; ///< As the person wrote it; plain text.
    qint64 until = 0; ///< Milliseconds since 1970-01-01T00:00 UTC.
    Health stateThen = Health::Unknown; ///< Of the device, or the worst one of the company.

    /// True for the device itself and for each device of the company.
    bool isAbout(const DeviceKey &device, const CompanyKey &company) const;
    /// False when the time is up, or when a state became worse than it was: then the acknowledgement is over for good, and whoever keeps
    /// it drops it. \a state: of the device, or the worst one of the company.
    bool holds(Health state, qint64 now) const { return now < until && !isWorse(state, stateThen); }

    friend bool operator==(const Acknowledgement &, const Acknowledgement &) = default;
};

/// True when a device in \a state wants to be looked at. \a acknowledgement: the one that is about it; nullptr: none.
bool isInMorningCheck(Health state, const Acknowledgement *acknowledgement, qint64 now);
