// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/operations.h"

#include <array>

namespace {

using enum ParameterKind;

constexpr std::array company{ParameterRule{"company_id", Number}};
constexpr std::array<std::string_view, 6> buildWords{"WIN", "MAC", "RPM", "DEB", "MSI", "PKG"};
constexpr std::array configuration{ParameterRule{"company_id", Number},
                                   ParameterRule{"private_encryption", Boolean},
                                   ParameterRule{"full_client", Boolean},
                                   ParameterRule{.name = "build_type", .kind = Word, .words = buildWords}};
constexpr std::array companyName{ParameterRule{.name = "name", .isRequired = true},
                                 ParameterRule{"case_sensitive", Boolean}, ParameterRule{"exact", Boolean}};
constexpr std::array device{ParameterRule{"company_id", Number}, ParameterRule{"device_id"}};
constexpr std::array dryRun{ParameterRule{"dry_run", Boolean}};
constexpr std::array plan{ParameterRule{"company_id", Number}, ParameterRule{"backup_id"}};

const std::array table{
    Operation{"GET /company", company, nullptr, &companySummary},
    Operation{"GET /company/fetch_config_id", configuration, nullptr, &configurationOfCompany},
    Operation{"POST /company", {}, &createCompanyBody, &createCompany},
    Operation{"GET /company/name", companyName, nullptr, &companiesByName},
    Operation{"GET /device/summary", device, nullptr, &deviceSummary},
    Operation{
        "PUT /device/backup_plan/email_notification", {}, &emailNotificationBody, &setEmailNotification},
    Operation{"POST /backup_plan", dryRun, &createPlanBody, &createPlan},
    Operation{"GET /backup_plan", plan, nullptr, &plansOfCompany},
    Operation{countersOperation, {}, nullptr, nullptr},
    Operation{nextErrorOperation, {}, &nextErrorBody, nullptr},
};

constexpr std::string_view basePath = "/api/msp";

} // namespace

bool Operation::isAt(std::string_view wholePath) const
{
    const bool isOfApi = answer != nullptr;
    if (!isOfApi)
        return wholePath == path();
    return wholePath.starts_with(basePath) && wholePath.substr(basePath.size()) == path();
}

std::span<const Operation> operations()
{
    return table;
}
