// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Why no company can be called \a typed, in one sentence; empty when one can. A company cannot be renamed or deleted through the API,
/// so this is asked before every creation. Blanks around the name do not count: it is sent without them.
/// Source: API document, "Create Company" ("The name field is mandatory"); API.md, rows 71 and 96.
QString companyNameFault(const QString &typed);
