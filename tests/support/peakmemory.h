// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFile>

/// How much memory this process had at most since it was made, in bytes (VmHWM).
class PeakMemory
{
public:
    PeakMemory()
    {
        // From /proc/self/clear_refs, proc(5): 5 sets the peak back to what is held by now.
        QFile refs(QStringLiteral("/proc/self/clear_refs"));
        if (refs.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            refs.write("5");
        m_before = status("VmRSS:");
    }

    qint64 growth() const { return status("VmHWM:") - m_before; }

private:
    static qint64 status(const QByteArray &line)
    {
        QFile file(QStringLiteral("/proc/self/status"));
        if (!file.open(QIODevice::ReadOnly))
            return -1;
        const QByteArray text = file.readAll();
        const QByteArray kibibytes = text.sliced(text.indexOf(line) + line.size()).trimmed();
        return kibibytes.left(kibibytes.indexOf(' ')).toLongLong() << 10;
    }

    qint64 m_before;
};

#ifdef __SANITIZE_ADDRESS__
// The sanitizer keeps up to 256 MiB of what was freed, to catch late uses: more than what is measured here.
// NOLINTNEXTLINE(bugprone-reserved-identifier,readability-identifier-naming): the name is the sanitizer's
extern "C" const char *__asan_default_options();
const char *__asan_default_options()
{
    return "quarantine_size_mb=4";
}
#endif
