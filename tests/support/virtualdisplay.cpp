// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/virtualdisplay.h"

using namespace Qt::StringLiterals;

namespace {
constexpr int startLimitMs = 10'000;
constexpr int endLimitMs = 2'000;
} // namespace

VirtualDisplay::~VirtualDisplay()
{
    m_process.terminate();
    if (m_process.state() != QProcess::NotRunning && !m_process.waitForFinished(endLimitMs))
        m_process.kill();
}

bool VirtualDisplay::start()
{
    m_process.setStandardErrorFile(QProcess::nullDevice());
    // the server finds a free number by itself and writes it
    m_process.start(
        u"Xvfb"_s,
        {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, u"1440x900x24"_s, u"-nolisten"_s, u"tcp"_s});
    while (!m_process.canReadLine()) {
        if (!m_process.waitForReadyRead(startLimitMs))
            return false;
    }
    m_name = u':' + QString::fromLatin1(m_process.readLine().trimmed());
    return m_name.size() > 1;
}
