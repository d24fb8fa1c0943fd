// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changerun.h"

#include <QSqlQuery>
#include <QVariant>

// How runs, changes and attempts are written as rows of the journal's tables, and read again. Times are ISO 8601 with milliseconds,
// UTC; what has parts is JSON.

QString insertRun();
QVariantList valuesOf(const ChangeRun &run);
QString runLines();
ChangeRun runOf(const QSqlQuery &row);

/// Of one account, whose id each statement takes, in the order in which they can go.
QStringList removals();

QString insertChange();
QVariantList valuesOf(const ChangeRecord &change);
/// Of what can differ after a change was confirmed.
QString updateChange();
QVariantList changedValuesOf(const ChangeRecord &change);
QString changeLines();
/// Without account and attempts. A request that cannot be read makes it Unknown, whatever its state: it is never sent.
ChangeRecord changeOf(const QSqlQuery &row);

/// Of an attempt that is there already: its end.
QString putAttempt();
QVariantList valuesOf(ChangeId change, const ChangeAttempt &attempt);
QString attemptLines();
ChangeId changeOfAttempt(const QSqlQuery &row);
ChangeAttempt attemptOf(const QSqlQuery &row);
