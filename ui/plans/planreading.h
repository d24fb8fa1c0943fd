// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plantable.h"
#include "ui/plans/planbar.h"

#include <QList>
#include <QString>

class Fleet;

/// The companies of \a scope, in the order of the tree.
QList<CompanyKey> companiesOf(const Fleet &fleet, const PlanScope &scope);

/// How much of the plans of \a scope was read.
PlanReadingState planReading(const Fleet &fleet, const PlanScope &scope);

/// Which companies of \a scope could not be read and why, and which of their plans could not: a sentence in each line, the first few. Empty: all
/// went well. Plain text, a server's words may be in it.
QString planTrouble(const Fleet &fleet, const PlanScope &scope);
