// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/companies/companylist.h"
#include "ui/widgets/emptystate.h"

#include <QLocale>

#include <optional>

class DeviceQuery;

// What stands where the grid has no rows.

/// What the buttons are called, plain text; empty: there is none.
struct EmptyActions
{
    QString copyLink; ///< Of a company without devices.
    QString read; ///< Of one whose devices are not known.
};

/// Why \a scope shows no devices; nothing: no company is chosen.
EmptyText noDevicesText(std::optional<DeviceKnowledge> known, const QString &scope,
                        const EmptyActions &actions);

/// That no device of the \a all in \a scope meets the query, and what would be if its last part were gone.
EmptyText noMatchText(DeviceQuery &query, qsizetype all, const QString &scope, const QLocale &locale);
