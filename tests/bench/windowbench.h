// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/endpoint.h"
#include "app/steward/steward.h"
#include "tests/bench/framewatch.h"
#include "tests/bench/samples.h"
#include "ui/window/mainwindow.h"
#include "ui/window/theme.h"

#include <QObject>
#include <QTemporaryDir>

#include <functional>
#include <optional>
#include <random>

class DeviceGrid;

/// The real window on a fleet that arrives over HTTP, and what a person does in it; each step measured from the input event to the end of
/// the flush that shows its result.
class WindowBench : public QObject
{
    Q_OBJECT

public:
    /// Samples go to \a samples, in milliseconds and megabytes. \a application and \a samples outlive the bench.
    WindowBench(FrameWatch &application, Samples &samples, Endpoint endpoint, QByteArray key);
    ~WindowBench() override;

    /// Opens the account and waits until every row stands in its order. \a devices is how many there will be.
    bool load(qsizetype devices);
    /// What is resident without any devices: the other memory figures are read against these.
    void noteEmptyMemory();
    /// Rows will arrive sorted by status, so that nobody has put the names in order.
    void startByStatus();
    /// Sorts by name for the first time.
    bool sortByNameFirst();
    /// Everything in the table of actions (windowactions.cpp), \a steps times each where they are quick.
    bool act(int steps);
    /// Reads everything again while rows are selected, the current one in the middle of the screen.
    bool refresh();
    /// The limit that frames are compared with: the cells of one screen as glyph runs in a window of the grid's size.
    void paintGlyphRuns(int times);

    // The actions. \a step counts from 0.
    void jump(int step);
    void turnWheel(int step);
    void sortByName(int step);
    void sortByStatus(int step);
    void sortByTime(int step);
    void typeLetter(int step); ///< Of a word that is typed to its end.
    void typeOnly(int step); ///< A letter in the empty box.
    void clearQuery(int step);
    void selectAll(int step);
    void clearSelection(int step);
    void selectHundredThousand(int step);

private:
    bool measure(const QString &key, const std::function<void()> &act);
    /// Runs the event loop until \a isDone in a frame; the time of that frame, none when it does not come.
    std::optional<Instant> waitFor(const std::function<bool()> &isDone);
    bool isInOrder() const;
    bool isFirstRowSeen() const;
    /// Adds the longest pause since the last call to the samples, under each of \a keys.
    void notePause(const QStringList &keys);
    void noteFirstByte(Instant firstRows);
    void clickHeader(int column);
    void type(char letter);

    FrameWatch &m_application;
    Samples &m_samples;
    Endpoint m_endpoint;
    QByteArray m_key;
    QTemporaryDir m_profile;
    Theme m_theme;
    Steward m_steward;
    MainWindow m_window{m_steward, m_theme, m_profile.path()};
    DeviceGrid *m_grid;
    PauseWatch m_pauses;
    std::mt19937 m_random{1};
    qsizetype m_devices = 0;
};
