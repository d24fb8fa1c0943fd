// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <cstdio>
#include <cstdlib>

/// What each target defines: inputs of the right kind to begin with, and the reading of any input at all. It ends the program when
/// something that must hold does not; the sanitizers look for the rest.
QByteArrayList seeds();
void tryBytes(QByteArrayView bytes);

/// Ends the program with \a rule on its lips unless it \a holds.
inline void mustHold(bool holds, const char *rule)
{
    if (holds)
        return;
    (void)std::fprintf(stderr, "Broken: %s\n", rule);
    std::abort();
}
