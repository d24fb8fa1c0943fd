// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

/// The systems that a setup link can be had for. The API document does not say what tells WIN from MSI and MAC from PKG.
/// Source: API document, "Fetch Configuration ID", build_type.
enum class SetupSystem { Win, Msi, Mac, Pkg, Rpm, Deb };

/// All of them, in the order in which they are shown.
inline constexpr std::array allSetupSystems{SetupSystem::Win, SetupSystem::Msi, SetupSystem::Mac,
                                            SetupSystem::Pkg, SetupSystem::Rpm, SetupSystem::Deb};

/// As it is sent: "WIN".
QString wireWord(SetupSystem system);
/// For the person: "Windows (MSI)".
QString label(SetupSystem system);
