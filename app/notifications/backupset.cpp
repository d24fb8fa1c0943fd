// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/backupset.h"

#include "app/base/wordtable.h"

using namespace Qt::StringLiterals;

namespace {

constexpr std::array sets{
    WireWord{"DEFAULT"_L1, BackupSet::Default, QT_TRANSLATE_NOOP("WireWords", "Cloud (default)")},
    WireWord{"LOCAL"_L1, BackupSet::Local, QT_TRANSLATE_NOOP("WireWords", "Local")},
    WireWord{"ENTIRE_MACHINE"_L1, BackupSet::EntireMachine, QT_TRANSLATE_NOOP("WireWords", "Entire machine")},
    WireWord{"MAPPED_DRIVE"_L1, BackupSet::MappedDrive, QT_TRANSLATE_NOOP("WireWords", "Mapped drives")},
    WireWord{"EXPRESS"_L1, BackupSet::Express, QT_TRANSLATE_NOOP("WireWords", "Express")},
};
static_assert(sets.size() == allBackupSets.size());

} // namespace

OpenWord<BackupSet> backupSet(const QString &word)
{
    return openWordBy(sets, word);
}

OpenWord<BackupSet> backupSet(BackupSet set)
{
    return {wireWordBy(sets, set), set};
}

QString label(BackupSet set)
{
    return labelBy(sets, set);
}
