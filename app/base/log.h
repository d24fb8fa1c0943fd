// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QLoggingCategory>
#include <QString>

Q_DECLARE_LOGGING_CATEGORY(lcNet)
Q_DECLARE_LOGGING_CATEGORY(lcFleet)
Q_DECLARE_LOGGING_CATEGORY(lcSandbox)

/// Sends every log line of the program through redacted() before Qt's own handler gets it.
void installRedactingLog();

/// \a line without what must not be in a log: bearer tokens, configuration IDs, the token of setup links.
/// By shape, so that no secret has to be known here.
QString redacted(QString line);
