// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/changes/changelook.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr std::array looks{
    ChangeLook{ChangeState::Waiting, Glyph::Clock, Token::Idle, false},
    ChangeLook{ChangeState::Running, Glyph::HealthRunning, Token::Run, false},
    ChangeLook{ChangeState::Done, Glyph::Check, Token::Ok, false},
    ChangeLook{ChangeState::DoneInPart, Glyph::HealthStale, Token::Warn, true},
    ChangeLook{ChangeState::Refused, Glyph::HealthFailing, Token::Bad, true},
    ChangeLook{ChangeState::NotSent, Glyph::HealthNotManaged, Token::Idle, false},
    ChangeLook{ChangeState::Unknown, Glyph::HealthUnknown, Token::Warn, true},
};

constexpr qint64 daysOfWeek = 7;

} // namespace

const ChangeLook &lookOf(ChangeState state)
{
    return *std::ranges::find(looks, state, &ChangeLook::state);
}

QString changeTimeText(const QDateTime &at, const QDateTime &now)
{
    if (!at.isValid())
        return {};
    const QDateTime here = at.toLocalTime();
    const qint64 days = here.date().daysTo(now.toLocalTime().date());
    const QLocale locale;
    if (days == 0)
        return locale.toString(here.time(), u"HH:mm:ss"_s);
    if (days > 0 && days < daysOfWeek)
        return locale.toString(here, u"ddd HH:mm"_s);
    return locale.toString(here.date(), QLocale::ShortFormat);
}

QString changeTimeToolTip(const QDateTime &at)
{
    return at.isValid() ? QLocale().toString(at.toLocalTime(), u"yyyy-MM-dd HH:mm:ss t"_s) : QString();
}

QString changeDurationText(std::optional<std::chrono::milliseconds> duration)
{
    if (!duration)
        return {};
    if (*duration < std::chrono::seconds(1))
        return QCoreApplication::translate("ChangeLook", "%1 ms")
            .arg(QLocale().toString(qint64(duration->count())));
    return QCoreApplication::translate("ChangeLook", "%1 s")
        .arg(QLocale().toString(std::chrono::duration<double>(*duration).count(), 'f', 1));
}
