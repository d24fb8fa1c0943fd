// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>

/// An X display of its own, without a screen. Ends with this object.
class VirtualDisplay
{
public:
    ~VirtualDisplay();

    /// False when Xvfb is not there or does not start within ten seconds.
    bool start();
    /// For DISPLAY, e.g. ":99".
    const QString &name() const { return m_name; }

private:
    QProcess m_process;
    QString m_name;
};
