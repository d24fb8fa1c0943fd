// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>

class Notices;
class Session;
class Steward;

/// Says when this computer's clock and that of a server are far apart: ages, Late and Stale are reckoned by this computer's. Of several
/// accounts the one that is furthest away is told. What the person dismissed is not said again before the clocks agreed.
class ClockNotice : public QObject
{
    Q_OBJECT

public:
    /// Both outlive this.
    ClockNotice(Steward &steward, Notices &notices, QObject *parent);

private:
    void show();
    const Session *furthest() const;
    void say(const Session &session);

    Steward &m_steward;
    Notices &m_notices;
};
