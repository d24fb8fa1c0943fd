// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QList>
#include <QSslError>
#include <QString>

/// Why a certificate is not trusted, for the person: which certificate, for which names, from when to when, and what the clock of this
/// computer says where that is the question. A line for each fault, each once. Empty: there is none. \a now is UTC.
QString tlsFaultText(const QList<QSslError> &errors, const QDateTime &now);
