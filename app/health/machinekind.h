// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QtGlobal>

/// What a device is for, as far as its limits go.
enum class MachineKind : quint8 { Workstation, Server, Linux, Unsure };
inline constexpr size_t machineKindCount = 4;

/// What the `os` word alone says. The API document's samples say no more than "windows" and "linux", so Windows is a server or a
/// workstation only where IDrive writes an edition ("Windows Server 2022", "Windows 11 Pro").
MachineKind kindByOs(const QString &os);

/// What the name of the device's group says, if it has one of a few whole words in it: "Servers", "Sales laptops". Else unsure.
MachineKind kindByGroup(const QString &group);

/// The system decides where it can, then the group: a guess, and the person can set limits for the group instead.
constexpr MachineKind kindOf(MachineKind byOs, MachineKind byGroup)
{
    return byOs == MachineKind::Unsure ? byGroup : byOs;
}

/// "server", as a part of a sentence; translated.
QString label(MachineKind kind);
