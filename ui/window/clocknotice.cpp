// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/clocknotice.h"

#include "app/steward/steward.h"
#include "ui/window/notices.h"

#include <QLocale>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QLatin1StringView topic("clock");

std::chrono::seconds distanceOf(const Session &session)
{
    return std::chrono::abs(session.client().clockAhead());
}

/// "12 minutes", "3 hours", "365 days": never one of them, so that the word is right.
QString spanText(std::chrono::seconds span)
{
    const QLocale locale;
    if (span >= 48h)
        return ClockNotice::tr("%1 days").arg(locale.toString(qint64(span / 24h)));
    if (span >= 2h)
        return ClockNotice::tr("%1 hours").arg(locale.toString(qint64(span / 1h)));
    return ClockNotice::tr("%1 minutes").arg(locale.toString(qint64(span / 1min)));
}

} // namespace

ClockNotice::ClockNotice(Steward &steward, Notices &notices, QObject *parent)
    : QObject(parent), m_steward(steward), m_notices(notices)
{
    connect(&steward, &Steward::clockAheadChanged, this, &ClockNotice::show);
    connect(&steward, &Steward::closed, this, [this] {
        if (m_notices.has(topic))
            show();
    });
}

void ClockNotice::show()
{
    if (const Session *session = furthest())
        say(*session);
    else
        m_notices.takeBack(topic);
}

const Session *ClockNotice::furthest() const
{
    const Session *furthest = nullptr;
    const QList<Account> accounts = m_steward.accounts();
    for (const Account &account : accounts) {
        const Session *session = m_steward.session(account.id);
        if (session && distanceOf(*session) > (furthest ? distanceOf(*furthest) : 0s))
            furthest = session;
    }
    return furthest;
}

void ClockNotice::say(const Session &session)
{
    const QDateTime here = QDateTime::currentDateTime();
    const QDateTime there = here.addSecs(session.client().clockAhead().count());
    const QLocale locale;
    m_notices.say(
        topic,
        {.text = {.kind = BannerKind::Warning,
                  .what = tr("The clocks of this computer and of %1 differ by %2.")
                              .arg(session.account().endpoint.hostText(), spanText(distanceOf(session))),
                  .rest =
                      tr("This computer says %1, the server %2. Ages, Late and Stale are reckoned by this "
                         "computer's clock: check its date, time and zone.")
                          .arg(locale.toString(here, QLocale::ShortFormat),
                               locale.toString(there, QLocale::ShortFormat))}});
}
