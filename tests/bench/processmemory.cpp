// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/processmemory.h"

#include <QFile>

using namespace Qt::StringLiterals;

// The line of /proc/self/status that begins with \a name holds a number of kibibytes.
static double megabytes(const QByteArray &status, const QByteArray &name)
{
    const qsizetype begin = status.indexOf(QByteArray('\n' + name + ':'));
    if (begin < 0)
        return 0;
    const qsizetype number = begin + name.size() + 2;
    const QByteArray line = status.mid(number, status.indexOf('\n', number) - number).simplified();
    return line.split(' ').front().toDouble() * 1024 / 1e6;
}

ProcessMemory ProcessMemory::now()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray status = file.readAll();
    return {.resident = megabytes(status, "VmRSS"), .peak = megabytes(status, "VmHWM")};
}

void ProcessMemory::forgetPeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5"); // proc(5): resets the peak
}
