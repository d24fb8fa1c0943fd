// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plangroup.h"

#include "app/net/jsonid.h"

QString PlanGroup::idText() const
{
    return id.isString() ? id.toString() : id.toVariant().toString();
}

PlanGroup typedGroup(const QString &id)
{
    return {.id = jsonNumberId(id.trimmed())};
}
