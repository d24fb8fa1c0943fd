// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/planwords.h"

#include "app/base/wordtable.h"

using namespace Qt::StringLiterals;

namespace {

constexpr std::array whatWords{
    WireWord{"FILE_FOLDER"_L1, WhatToBackup::FileFolder, QT_TRANSLATE_NOOP("WireWords", "Files and folders")},
    WireWord{"ENTIRE_MACHINE"_L1, WhatToBackup::EntireMachine,
             QT_TRANSLATE_NOOP("WireWords", "Entire machine")},
};
constexpr std::array whereWords{
    WireWord{"CLOUD"_L1, WhereToBackup::Cloud, QT_TRANSLATE_NOOP("WireWords", "Cloud")},
    WireWord{"LOCAL"_L1, WhereToBackup::Local, QT_TRANSLATE_NOOP("WireWords", "Local")},
};
constexpr std::array cdpWords{
    WireWord{"REAL_TIME"_L1, CdpFrequency::RealTime, QT_TRANSLATE_NOOP("WireWords", "At once")},
    WireWord{"TEN_MINUTES"_L1, CdpFrequency::TenMinutes, QT_TRANSLATE_NOOP("WireWords", "Every 10 minutes")},
    WireWord{"THIRTY_MINUTES"_L1, CdpFrequency::ThirtyMinutes,
             QT_TRANSLATE_NOOP("WireWords", "Every 30 minutes")},
    WireWord{"SIXTY_MINUTES"_L1, CdpFrequency::SixtyMinutes,
             QT_TRANSLATE_NOOP("WireWords", "Every 60 minutes")},
};
static_assert(whatWords.size() == allWhatToBackup.size() && whereWords.size() == allWhereToBackup.size()
              && cdpWords.size() == allCdpFrequencies.size());

} // namespace

OpenWord<WhatToBackup> whatToBackup(const QString &word)
{
    return openWordBy(whatWords, word);
}

OpenWord<WhereToBackup> whereToBackup(const QString &word)
{
    return openWordBy(whereWords, word);
}

OpenWord<CdpFrequency> cdpFrequency(const QString &word)
{
    return openWordBy(cdpWords, word);
}

QString wireWord(WhatToBackup what)
{
    return wireWordBy(whatWords, what);
}

QString wireWord(WhereToBackup where)
{
    return wireWordBy(whereWords, where);
}

QString wireWord(CdpFrequency frequency)
{
    return wireWordBy(cdpWords, frequency);
}

QString label(WhatToBackup what)
{
    return labelBy(whatWords, what);
}

QString label(WhereToBackup where)
{
    return labelBy(whereWords, where);
}

QString label(CdpFrequency frequency)
{
    return labelBy(cdpWords, frequency);
}
