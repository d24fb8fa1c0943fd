// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleet.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <functional>

/// Reads the fleet again by itself: after an interval with some chance in it, so that many Stewards do not ask at once; slower while
/// nobody looks; once after the computer woke up and once when the network is back. Accounts whose key is refused are left alone.
class AutoRefresh : public QObject
{
    Q_OBJECT

public:
    /// What tests make different.
    struct Setup
    {
        std::function<std::chrono::milliseconds()> steady; ///< Stands still while the computer sleeps.
        std::function<std::chrono::milliseconds()> wall;
        std::function<double()> chance; ///< 0 to 1.
        std::chrono::milliseconds step{5'000}; ///< Between two looks at the clocks; 0: the test calls look().
    };
    static Setup usualSetup();

    /// Never more often than this.
    static constexpr std::chrono::seconds leastInterval{60};
    /// How much slower in the background.
    static constexpr int backgroundFactor = 4;

    /// \a fleet outlives this. Off until setInterval().
    explicit AutoRefresh(Fleet &fleet, Setup setup = usualSetup(), QObject *parent = nullptr);

    /// 0: off. Less than leastInterval counts as that.
    void setInterval(std::chrono::seconds interval);
    /// Nobody looks: no window of Steward is in front.
    void setInBackground(bool isInBackground);
    /// Follows what the system says about the network, where it says anything.
    void watchNetwork();
    void noteNetwork(bool isThere);
    /// Looks at the clocks, and reads when it is time.
    void look();

private:
    bool isOn() const { return m_interval.count() > 0; }
    void planNext();
    void planSoon();

    Fleet &m_fleet;
    Setup m_setup;
    std::chrono::milliseconds m_interval{0};
    bool m_isInBackground = false;
    bool m_isNetworkThere = true;
    std::chrono::milliseconds m_last; // when the last reading began or ended, by the steady clock
    std::chrono::milliseconds m_next{0};
    std::chrono::milliseconds m_steady; // at the last look
    std::chrono::milliseconds m_wall;
    QTimer m_looker;
};
