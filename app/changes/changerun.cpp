// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/changerun.h"

#include <numeric>

qsizetype RunCounts::total() const
{
    return std::accumulate(byState.begin(), byState.end(), qsizetype(0));
}

qsizetype RunCounts::ended() const
{
    return total() - of(ChangeState::Waiting) - of(ChangeState::Running);
}
