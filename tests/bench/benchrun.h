// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/samples.h"

#include <QProcess>
#include <QString>
#include <QStringList>

/// What a run is about.
struct BenchRun
{
    QString folder; ///< Of the programs.
    qint64 devices = 0;
    bool isPacked = false; ///< The server compresses.
    bool hasPlainQt = false; ///< The plain Qt program is measured too.
    QString endpoint; ///< Another server than our own; empty: our own.
};

/// bench_server, for as long as this lives.
class BenchServer
{
public:
    ~BenchServer();

    /// False when it did not start.
    bool start(const QString &folder, qint64 devices, bool isPacked);
    QString endpoint() const { return m_endpoint; }

private:
    QProcess m_process;
    QString m_endpoint;
};

/// Does everything once, each in a process of its own, and adds the samples. False when a program failed; it said why.
bool measureOnce(const BenchRun &run, const QString &endpoint, Samples &samples);
/// The memory of the window on a fleet without devices.
bool measureEmpty(const BenchRun &run, Samples &samples);
