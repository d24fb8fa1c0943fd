// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QString>

/// \a id as a request body holds it where the API document says "number": as a number when the digits that come back from one are
/// exactly those of \a id, else as the text that it is. "007" and what is beyond 2^63 stay texts: no digit may change on the way.
/// Source: API document, "Create Company" (`"company_id": 1111`).
QJsonValue jsonNumberId(const QString &id);
