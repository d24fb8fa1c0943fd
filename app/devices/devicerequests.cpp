// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicerequests.h"

using namespace Qt::StringLiterals;

ListRequest deviceList()
{
    return {.path = u"/device/summary"_s, .query = {}};
}

ListRequest deviceList(const CompanyId &company)
{
    return {.path = u"/device/summary"_s, .query = {{u"company_id"_s, company.text()}}};
}
