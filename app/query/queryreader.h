// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/query/query.h"
#include "app/query/queryproblem.h"

#include <QStringView>

#include <tl/expected.hpp>

/// More words than a person writes; each costs a pass over the table.
inline constexpr int mostQueryValues = 500;

/// Reads what stands in the query box.
///
///     acme srv            rows in which both words occur somewhere
///     "srv-1"             the same as whole words: not srv-10
///     status:online,off   online or off within the status; status:"online" the whole status
///     -os:linux           not those
///     group:none          without a group
///     version:<6.8.2      compared number by number; also <= = >= >
///     last:>7d,never      an age in m, h, d or w; without a field it is of the first age field: >7d
///
/// A backslash takes the meaning from a blank, a comma, a colon, a quote, a backslash or a sign behind it; before anything else it is
/// itself, so that C:\Data needs none. A colon behind letters that are no field is a problem; behind a single letter it is text.
tl::expected<Query, QueryProblem> readQuery(QStringView text, const QueryFields &fields);
