// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/autorefresh.h"

#include <QNetworkInformation>
#include <QRandomGenerator>

#include <algorithm>

using namespace std::chrono_literals;

namespace {

// A part of the interval, more or less.
constexpr double jitter = 0.1;
// After waking up or with the network: everything else on this computer and in this office asks just then, too.
constexpr auto longestPause = 10'000ms;
// The clocks went apart by more than any clock is corrected: the computer slept.
constexpr auto sleepAtLeast = 60'000ms;

} // namespace

AutoRefresh::Setup AutoRefresh::usualSetup()
{
    return {.steady =
                [] {
                    return std::chrono::duration_cast<std::chrono::milliseconds>(
                        std::chrono::steady_clock::now().time_since_epoch());
                },
            .wall =
                [] {
                    return std::chrono::duration_cast<std::chrono::milliseconds>(
                        std::chrono::system_clock::now().time_since_epoch());
                },
            .chance =
                [] {
                    return QRandomGenerator::global()->generateDouble();
                }};
}

AutoRefresh::AutoRefresh(Fleet &fleet, Setup setup, QObject *parent)
    : QObject(parent), m_fleet(fleet), m_setup(std::move(setup)), m_last(m_setup.steady()), m_steady(m_last),
      m_wall(m_setup.wall())
{
    const auto noteReading = [this] {
        m_last = m_setup.steady();
        planNext();
    };
    connect(&fleet, &Fleet::readingStarted, this, noteReading);
    connect(&fleet, &Fleet::readingEnded, this, noteReading);
    connect(&m_looker, &QTimer::timeout, this, &AutoRefresh::look);
}

void AutoRefresh::setInterval(std::chrono::seconds interval)
{
    m_interval = interval.count() <= 0 ? 0s : std::max(interval, leastInterval);
    planNext();
    if (!isOn() || m_setup.step.count() == 0)
        m_looker.stop();
    else
        m_looker.start(m_setup.step);
}

void AutoRefresh::setInBackground(bool isInBackground)
{
    if (m_isInBackground == isInBackground)
        return;
    m_isInBackground = isInBackground;
    planNext();
}

void AutoRefresh::watchNetwork()
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability))
        return; // this system says nothing about it
    const QNetworkInformation *information = QNetworkInformation::instance();
    const auto isThere = [](QNetworkInformation::Reachability reachability) {
        return reachability != QNetworkInformation::Reachability::Disconnected;
    };
    m_isNetworkThere = isThere(information->reachability());
    connect(information, &QNetworkInformation::reachabilityChanged, this,
            [this, isThere](QNetworkInformation::Reachability now) { noteNetwork(isThere(now)); });
}

void AutoRefresh::noteNetwork(bool isThere)
{
    const bool isBack = isThere && !m_isNetworkThere;
    m_isNetworkThere = isThere;
    if (isBack)
        planSoon();
}

void AutoRefresh::look()
{
    const auto steady = m_setup.steady();
    const auto wall = m_setup.wall();
    const auto slept = (wall - m_wall) - (steady - m_steady);
    m_steady = steady;
    m_wall = wall;
    if (slept >= sleepAtLeast)
        planSoon();
    if (!isOn() || !m_isNetworkThere || steady < m_next || m_fleet.isReading())
        return;
    planNext(); // also when nothing is read: there is no account, or every key is refused
    m_fleet.refreshByItself();
}

void AutoRefresh::planNext()
{
    const double factor = (m_isInBackground ? backgroundFactor : 1) * (1 + jitter * m_setup.chance());
    const auto wait = std::chrono::milliseconds(static_cast<qint64>(double(m_interval.count()) * factor));
    m_next = m_last + wait;
    if (m_next <= m_setup.steady()) // nothing was read since: from now on
        m_next = m_setup.steady() + wait;
}

/// Once, whatever comes together: waking up brings the network back, too.
void AutoRefresh::planSoon()
{
    const auto pause =
        std::chrono::milliseconds(static_cast<qint64>(double(longestPause.count()) * m_setup.chance()));
    m_next = std::min(m_next, m_setup.steady() + pause);
}
