// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// From now on blocks of 4 MiB and more go back to the system when they are freed. Called once, before threads begin.
///
/// glibc raises that limit by itself to the largest block it has seen freed, up to 32 MiB, and keeps what is smaller. Lower than
/// 4 MiB, the arrays that a million rows are sorted with would be fetched from the system anew for each sort, which takes
/// half as long again. Where there is no glibc this does nothing.
void returnLargeBlocks();

/// Gives everything that was freed back to the system: 100 MB after a million devices were read. Takes milliseconds, so it is
/// for threads that nobody waits for. Where there is no glibc this does nothing.
void returnFreedMemory();
