// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/changesubjects.h"

#include "app/companies/companycreation.h"
#include "app/notifications/notificationchange.h"
#include "app/plans/plancreation.h"

ChangeSubjects changeSubjects()
{
    return {
        std::make_shared<CompanyCreation>(),
        std::make_shared<NotificationChange>(),
        std::make_shared<PlanCreation>(),
        std::make_shared<PlanDryRun>(),
    };
}
