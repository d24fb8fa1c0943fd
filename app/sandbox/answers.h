// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/pretendfleet.h"
#include "app/sandbox/query.h"
#include "app/sandbox/refusals.h"

#include <string>
#include <variant>

/// What GET /device/summary without a company means. The API document can be read both ways.
enum class BareList : std::uint8_t { All, Own };

/// A whole body of JSON, or the devices that the body lists: those are written while they are sent.
using Answer = std::variant<std::string, DeviceRange>;

/// What an operation works on.
struct Pretence
{
    const PretendFleet &fleet;
    BareList bareList = BareList::All;
};

/// Source: API document, Fetch Company Summary.
Allowed<Answer> companySummary(const Pretence &pretence, const Query &query);

/// Source: API document, Fetch Company by Name. A partial match is the text anywhere in the name; the
/// document does not say.
Allowed<Answer> companiesByName(const Pretence &pretence, const Query &query);

/// Source: API document, Fetch Device Summary.
Allowed<Answer> deviceSummary(const Pretence &pretence, const Query &query);
