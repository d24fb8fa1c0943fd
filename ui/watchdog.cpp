// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/watchdog.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSaveFile>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto interval = 4ms;
constexpr size_t longestKept = 20;

qint64 microseconds(const QElapsedTimer &clock)
{
    return clock.nsecsElapsed() / 1000;
}

double milliseconds(qint64 us)
{
    return static_cast<double>(us) / 1000.0;
}

} // namespace

void PauseRecord::add(Pause pause)
{
    ++m_count;
    const auto tenths = static_cast<size_t>(std::max<qint64>(pause.us, 0) / 100);
    ++m_byLength[std::min(tenths, m_byLength.size() - 1)];

    const auto place = std::ranges::upper_bound(m_longest, pause.us, std::greater<>(), &Pause::us);
    if (place == m_longest.end() && m_longest.size() == longestKept)
        return;
    m_longest.insert(place, pause);
    if (m_longest.size() > longestKept)
        m_longest.pop_back();
}

double PauseRecord::percentile(double share) const
{
    const auto wanted = static_cast<qint64>(std::ceil(share * static_cast<double>(m_count)));
    qint64 seen = 0;
    for (size_t tenths = 0; tenths < m_byLength.size(); ++tenths) {
        seen += m_byLength[tenths];
        if (seen >= wanted && seen > 0)
            return static_cast<double>(tenths + 1) / 10.0;
    }
    return 0;
}

QJsonObject PauseRecord::toJson() const
{
    QJsonArray longest;
    for (const Pause &pause : m_longest)
        longest.append(QJsonObject{{u"pause_ms"_s, milliseconds(pause.us)}, {u"at_ms"_s, pause.atMs}});
    return {{u"interval_ms"_s, static_cast<qint64>(interval.count())},
            {u"ticks"_s, m_count},
            {u"p95_ms"_s, percentile(0.95)},
            {u"p99_ms"_s, percentile(0.99)},
            {u"longest"_s, longest}};
}

Watchdog::Watchdog(QString file, QObject *parent) : QObject(parent), m_file(std::move(file))
{
    m_clock.start();
    m_timer.setTimerType(Qt::PreciseTimer);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &Watchdog::tick);
    m_timer.start();
}

Watchdog::~Watchdog()
{
    QSaveFile file(m_file);
    const bool isWritten = file.open(QIODevice::WriteOnly)
        && file.write(QJsonDocument(m_record.toJson()).toJson()) > 0 && file.commit();
    if (!isWritten)
        QTextStream(stderr)
            << tr("The pauses could not be written to %1: %2.").arg(m_file, file.errorString()) << Qt::endl;
}

void Watchdog::tick()
{
    const qint64 now = microseconds(m_clock);
    const qint64 gap = now - std::exchange(m_lastTickUs, now);
    const qint64 ownInterval = std::chrono::microseconds(interval).count();
    m_record.add({.us = std::max<qint64>(gap - ownInterval, 0), .atMs = now / 1000});
}
