// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <chrono>
#include <vector>

class QTimer;

/// What the window's thread has used up to now.
struct Instant
{
    double clock = 0; ///< ms of the steady clock
    double processor = 0; ///< ms of this thread

    static Instant now();
    friend Instant operator-(Instant a, Instant b)
    {
        return {.clock = a.clock - b.clock, .processor = a.processor - b.processor};
    }
};

/// The application of the benchmarks: tells when what was painted of one widget has left for the display.
///
/// Widgets paint in one place: a QEvent::UpdateRequest (or an expose) reaches the top-level widget, which paints all that is dirty into its
/// backing store and flushes that to the platform before it returns (QWidget::event, QWidgetRepaintManager::sync in Qt 6). So a
/// frame is over when notify() returns from such an event within which the watched widget got its QEvent::Paint; a paint event alone
/// says that painting begins, and a posted event says that some later turn of the loop has come.
class FrameWatch : public QApplication
{
    Q_OBJECT

public:
    using QApplication::QApplication;

    void watch(QWidget *widget) { m_watched = widget; }
    QWidget *watched() const { return m_watched; }
    bool notify(QObject *receiver, QEvent *event) override;

signals:
    /// A frame with the watched widget in it was flushed at \a when.
    void flushed(Instant when);

private:
    QWidget *m_watched = nullptr;
    bool m_isPainted = false;
};

/// How long the thread it lives on stays away from its event loop: by the clock, as a person meets it, and by its own
/// processor time, which other programs on the same machine do not change.
class PauseWatch : public QObject
{
    Q_OBJECT

public:
    explicit PauseWatch(QObject *parent = nullptr);

    /// The longest since the last call. Both parts stand alone: they may be of different pauses.
    Instant takeLongest();

private:
    void tick();

    QTimer *m_timer;
    Instant m_last;
    Instant m_longest;
};
