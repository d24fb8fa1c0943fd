// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/healthfacts.h"

StatusMeaning statusMeaning(const OpenWord<DeviceStatus> &status)
{
    if (status.word().isEmpty())
        return StatusMeaning::NotReported;
    if (!status.known())
        return StatusMeaning::NotUnderstood;
    switch (*status.known()) {
    case DeviceStatus::Online:
        return StatusMeaning::Online;
    case DeviceStatus::Offline:
        return StatusMeaning::Offline;
    case DeviceStatus::Blocked:
    case DeviceStatus::Archived:
    case DeviceStatus::Cancelled:
        return StatusMeaning::NotManaged;
    case DeviceStatus::NotActive:
    case DeviceStatus::NotConfigured:
        break;
    }
    return StatusMeaning::NotUnderstood;
}

ResultMeaning resultMeaning(const OpenWord<LastResult> &result)
{
    if (result.word().isEmpty())
        return ResultMeaning::NotReported;
    if (!result.known())
        return ResultMeaning::NotUnderstood;
    switch (*result.known()) {
    case LastResult::Success:
        return ResultMeaning::Success;
    case LastResult::Failed:
        return ResultMeaning::Failed;
    case LastResult::InProgress:
        return ResultMeaning::InProgress;
    case LastResult::Cancelled:
        return ResultMeaning::Cancelled;
    }
    return ResultMeaning::NotUnderstood;
}
