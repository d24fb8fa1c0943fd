// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/demandederrors.h"

#include <algorithm>

bool DemandedErrors::add(DemandedError error)
{
    const std::lock_guard lock(m_mutex);
    if (m_waiting.size() >= most)
        return false;
    m_waiting.push_back(std::move(error));
    return true;
}

std::optional<DemandedError> DemandedErrors::take(std::string_view operation)
{
    const std::lock_guard lock(m_mutex);
    const auto found = std::ranges::find_if(m_waiting, [operation](const DemandedError &error) {
        return error.operation.empty() || error.operation == operation;
    });
    if (found == m_waiting.end())
        return std::nullopt;
    DemandedError error = *found;
    if (--found->times == 0)
        m_waiting.erase(found);
    return error;
}
