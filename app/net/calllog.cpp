// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/calllog.h"

void CallLog::add(CallRecord record)
{
    if (m_records.size() == mostRecords)
        m_records.pop_front();
    m_records.push_back(std::move(record));
    emit recorded(m_records.back());
}
