// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// Memory of this process in megabytes (10^6 bytes), as Linux counts it in /proc/self/status. 0 where it does not.
struct ProcessMemory
{
    double resident = 0; ///< VmRSS
    double peak = 0; ///< VmHWM: the most since the start, or since forgetPeak()

    static ProcessMemory now();
    /// The peak is counted anew from what is resident now.
    static void forgetPeak();
};
