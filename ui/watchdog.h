// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QJsonObject>
#include <QObject>
#include <QString>
#include <QTimer>

#include <array>
#include <vector>

/// How long the window's thread was busy with one thing, so that it could neither paint nor take a key.
struct Pause
{
    qint64 us = 0; ///< Beyond the tick's own interval.
    qint64 atMs = 0; ///< When it ended, since the watchdog was made.
};

/// Pauses, counted: the longest ones each, all of them by length. Pure.
class PauseRecord
{
public:
    void add(Pause pause);

    qint64 count() const { return m_count; }
    /// The longest ones, longest first; 20 at most.
    const std::vector<Pause> &longest() const { return m_longest; }
    /// The length that \a share (0 to 1) of all pauses do not exceed, in milliseconds; exact to 0.1 ms up to 1 s.
    double percentile(double share) const;
    QJsonObject toJson() const;

private:
    std::array<qint64, 10'001> m_byLength{}; // tenths of a millisecond; the last one: a second and more
    std::vector<Pause> m_longest;
    qint64 m_count = 0;
};

/// Measures the pauses of the thread it lives on by a timer that should tick every few milliseconds, and writes them to a
/// file when it ends.
class Watchdog : public QObject
{
    Q_OBJECT

public:
    explicit Watchdog(QString file, QObject *parent = nullptr);
    ~Watchdog() override;

    const PauseRecord &record() const { return m_record; }

private:
    void tick();

    QString m_file;
    QElapsedTimer m_clock;
    QTimer m_timer;
    qint64 m_lastTickUs = 0;
    PauseRecord m_record;
};
