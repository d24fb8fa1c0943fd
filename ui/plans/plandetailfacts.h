// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plan.h"
#include "ui/widgets/factlist.h"

#include <QList>

#include <functional>

/// Of the devices of a plan, more than these are counted and not listed.
inline constexpr qsizetype mostPlanDevices = 100;

/// Everything that the API said of a plan, in sections; of what it did not say, that it did not. \a company is the name of the plan's company.
QList<FactSection> planDetailFacts(const Plan &plan, const QString &company);

/// The devices of a plan with their state, and what else the API said of them: the reason of a failure, and the plans in their other
/// backup sets. \a nameOf gives the name of a device that the answer only names by its ID; it may be empty.
FactSection planDeviceFacts(const Plan &plan, const std::function<QString(const DeviceId &)> &nameOf);

/// Sections for the clipboard: a label and its value in each line, parted by a tab.
QString sectionsAsText(const QString &title, const QList<FactSection> &sections);
