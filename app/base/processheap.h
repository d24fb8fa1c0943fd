// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Gives everything that was freed back to the system: 100 MB after a million devices were read. Takes milliseconds, so it is
/// for threads that nobody waits for. Where there is no glibc this does nothing.
void returnFreedMemory();

/// Has large blocks given back to the system as soon as they are freed, always. By itself glibc raises the size from which it does so
/// with every large block that goes, and then keeps what a list of a million devices left between the blocks that stay: 20 MB. For the
/// beginning of a program. Where there is no glibc this does nothing.
void returnLargeBlocks();
