// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"

#include <QString>
#include <QStringView>

// What chips and filters do to the text of the query box. The rest of the text stays as the person wrote it.

/// \a text without one of its parts and the blanks that parted it. \a part: of readQuery(\a text).
QString withoutPart(QStringView text, const QueryPart &part);

/// True when a part of \a query that is not excluded asks for \a value of \a field.
bool asksFor(const Query &query, int field, const QueryValue &value);

/// \a text with \a value of \a field added, or, when it is there, taken away. A new value joins the list of the field's first
/// part that is not excluded; one that is excluded is no longer so. A text that cannot be read comes back as it is.
QString toggled(QStringView text, const QueryFields &fields, int field, const QueryValue &value);
