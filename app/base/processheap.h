// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Gives everything that was freed back to the system: 100 MB after a million devices were read. Takes milliseconds, so it is
/// for threads that nobody waits for. Where there is no glibc this does nothing.
void returnFreedMemory();
