// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/bodyrules.h"
#include "app/sandbox/refusals.h"

#include <QJsonObject>

#include <string>

/// Reads \a text as JSON and holds it against \a rules. Everything that is wrong with it is named: unknown fields, then
/// the single fields in the order of the rules, then what does not go together.
Allowed<QJsonObject> readBody(const std::string &text, const BodyRules &rules);
