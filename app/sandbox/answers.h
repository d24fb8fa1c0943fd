// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/sandbox/planrows.h"
#include "app/sandbox/query.h"
#include "app/sandbox/refusals.h"
#include "app/sandbox/sandboxstate.h"

#include <QJsonObject>

#include <memory>
#include <string>
#include <variant>

/// What the API document can be read both ways about.
struct Reading
{
    enum class BareList : std::uint8_t { All, Own };

    BareList bareList = BareList::All; ///< what GET /device/summary without a company means
    bool dryRunActs = false; ///< a dry run has the effect of a real one
};

/// A whole body of JSON.
struct TextAnswer
{
    std::string json;
    int status = 200;
};

/// The devices that the body lists: they are written while they are sent.
struct DeviceListAnswer
{
    DeviceRange range;
    std::shared_ptr<const PlanBook> plans;
    ClockReading clock;
};

using Answer = std::variant<TextAnswer, DeviceListAnswer, PlanListAnswer>;

/// What an operation works on.
struct Call
{
    SandboxState &state;
    const Reading &reading;
    const UrlQuery &query;
    const QJsonObject &body; ///< empty for reads
};

/// The company that the query names, or the key's own.
Allowed<const PretendCompany *> askedCompany(const Call &call);

// The sections of the API document, Device and Company Operations.

/// Source: API document, Fetch Company Summary.
Allowed<Answer> companySummary(const Call &call);

/// Source: API document, Fetch Configuration ID.
Allowed<Answer> configurationOfCompany(const Call &call);

/// Source: API document, Create Company. Two companies may have the same name: the document does not say otherwise.
Allowed<Answer> createCompany(const Call &call);

/// Source: API document, Fetch Company by Name. A partial match is the text anywhere in the name; the
/// document does not say.
Allowed<Answer> companiesByName(const Call &call);

/// Source: API document, Fetch Device Summary.
Allowed<Answer> deviceSummary(const Call &call);

/// Source: API document, Update Email Notification for a Device. The device must be active and follow a plan in this
/// set; settings that it has already are same_state.
Allowed<Answer> setEmailNotification(const Call &call);

/// Source: API document, Create Backup Plan, Fetch Backup Plan.
Allowed<Answer> createPlan(const Call &call);
Allowed<Answer> plansOfCompany(const Call &call);
