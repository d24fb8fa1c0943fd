// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/setupsystem.h"

#include "app/base/wordtable.h"

using namespace Qt::StringLiterals;

namespace {

constexpr std::array systems{
    WireWord{"WIN"_L1, SetupSystem::Win, QT_TRANSLATE_NOOP("WireWords", "Windows")},
    WireWord{"MSI"_L1, SetupSystem::Msi, QT_TRANSLATE_NOOP("WireWords", "Windows (MSI)")},
    WireWord{"MAC"_L1, SetupSystem::Mac, QT_TRANSLATE_NOOP("WireWords", "macOS")},
    WireWord{"PKG"_L1, SetupSystem::Pkg, QT_TRANSLATE_NOOP("WireWords", "macOS (PKG)")},
    WireWord{"RPM"_L1, SetupSystem::Rpm, QT_TRANSLATE_NOOP("WireWords", "Linux (RPM)")},
    WireWord{"DEB"_L1, SetupSystem::Deb, QT_TRANSLATE_NOOP("WireWords", "Linux (DEB)")},
};
static_assert(systems.size() == allSetupSystems.size());

} // namespace

QString wireWord(SetupSystem system)
{
    return wireWordBy(systems, system);
}

QString label(SetupSystem system)
{
    return labelBy(systems, system);
}
