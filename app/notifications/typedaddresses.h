// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

/// What a person typed or pasted as addresses, taken apart.
struct TypedAddresses
{
    QStringList addresses{}; ///< Each once (case does not count), in their order; also those with a fault.
    QStringList faults{}; ///< One sentence for each that mail cannot go to.
    qsizetype namesDropped = 0; ///< "Eve <eve@example.com>" was taken for its address.

    bool isGood() const { return !addresses.isEmpty() && faults.isEmpty(); }
};

/// Addresses in \a text: parted by line breaks, commas, semicolons or blanks, with names around them or without.
TypedAddresses typedAddresses(const QString &text);
