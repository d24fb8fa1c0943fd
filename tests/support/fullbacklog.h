// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QtGlobal>

/// A port of 127.0.0.1 that does not answer to a knock: its queue of connections is full and nobody takes one from it.
class FullBacklog
{
public:
    FullBacklog();
    ~FullBacklog();
    Q_DISABLE_COPY_MOVE(FullBacklog)

    /// "http://127.0.0.1:<port>/api/msp"
    QString address() const;

private:
    QList<int> m_sockets; // the listening one first
    quint16 m_port = 0;
};
