// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/savedview.h"

/// The views that Steward brings along, in their order; names in the person's language. They can be hidden, not changed.
///
/// Queries are of the query box; their health words are those of `health:`. Column words are the API document's or,
/// for what Steward reckons, its own ("health").
QList<SavedView> builtInViews();
