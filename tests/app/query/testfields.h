// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/queryfields.h"

/// A table of books.
inline QueryFields bookFields()
{
    const auto text = [](const char16_t *name) {
        return QString::fromUtf16(name);
    };
    return QueryFields(
        {{.name = text(u"title"), .label = text(u"Title")},
         {.name = text(u"shelf"), .label = text(u"Shelf"), .aliases = {text(u"place")}, .hasValueList = true},
         {.name = text(u"edition"), .label = text(u"Edition"), .kind = QueryKind::Version},
         {.name = text(u"lent"), .label = text(u"Last lent"), .kind = QueryKind::Age},
         {.name = text(u"due"), .label = text(u"Due"), .kind = QueryKind::Age}});
}

inline constexpr int titleField = 0;
inline constexpr int shelfField = 1;
inline constexpr int editionField = 2;
inline constexpr int lentField = 3;
