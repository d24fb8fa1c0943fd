// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>

#include <functional>
#include <span>

/// One part of Steward that has the profile open: puts the thing number 1 or 2 into its file.
struct OpenStore
{
    std::function<bool(int)> put; ///< False: it is told that the disk has it not.
    std::function<QSet<int>()> read; ///< What holds now, in memory.
};

/// What becomes of a file that cannot be read.
enum class Damage {
    SetAside, ///< It is kept under another name.
    Stays, ///< It is left where it is, and another one is written.
    Replaced, ///< It holds sizes of windows, or the person wrote over it.
};

/// Two Stewards that have the file open.
enum class Sharing {
    Joined, ///< Both things are there.
    LastWins, ///< The file is that of the one who wrote last, and whole.
    SecondIsTold, ///< The second one does not write, and says so.
};

/// One kind of file that Steward writes.
struct StoreRow
{
    const char *name;
    const char *file; ///< Below the profile; "*" for a part that is not fixed.
    Damage damage;
    Sharing sharing;
    bool isJson; ///< With the field "version".
    std::function<OpenStore(const QString &profile)> open;
};

/// Every file that Steward keeps in the profile, or writes for itself where the person says.
std::span<const StoreRow> profileStores();
