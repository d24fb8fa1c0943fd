// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/openword.h"

#include <array>

/// Source of all: API document, "Create Backup Plan".
enum class WhatToBackup { FileFolder, EntireMachine };
enum class WhereToBackup { Cloud, Local };
enum class CdpFrequency { RealTime, TenMinutes, ThirtyMinutes, SixtyMinutes };

/// All of each, in the order in which they are shown.
inline constexpr std::array allWhatToBackup{WhatToBackup::FileFolder, WhatToBackup::EntireMachine};
inline constexpr std::array allWhereToBackup{WhereToBackup::Cloud, WhereToBackup::Local};
inline constexpr std::array allCdpFrequencies{CdpFrequency::RealTime, CdpFrequency::TenMinutes,
                                              CdpFrequency::ThirtyMinutes, CdpFrequency::SixtyMinutes};

OpenWord<WhatToBackup> whatToBackup(const QString &word);
OpenWord<WhereToBackup> whereToBackup(const QString &word);
OpenWord<CdpFrequency> cdpFrequency(const QString &word);

/// As they are sent: "FILE_FOLDER", "CLOUD", "TEN_MINUTES".
QString wireWord(WhatToBackup what);
QString wireWord(WhereToBackup where);
QString wireWord(CdpFrequency frequency);

/// For the person.
QString label(WhatToBackup what);
QString label(WhereToBackup where);
QString label(CdpFrequency frequency);
