// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/acknowledgement.h"

bool Acknowledgement::isAbout(const DeviceKey &device, const CompanyKey &company) const
{
    if (const auto *one = std::get_if<DeviceKey>(&subject))
        return *one == device;
    return std::get<CompanyKey>(subject) == company;
}

bool isInMorningCheck(Health state, const Acknowledgement *acknowledgement, qint64 now)
{
    return healthRow(state).isInMorningCheck && !(acknowledgement && acknowledgement->holds(state, now));
}
