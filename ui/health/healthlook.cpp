// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/health/healthlook.h"

#include <array>

namespace {

constexpr std::array<HealthLook, healthCount> healthLooks{{
    {Health::Failing, Glyph::HealthFailing, Token::Bad, Token::Bad, true},
    {Health::Never, Glyph::HealthNever, Token::Bad, Token::Bad, true},
    {Health::Stale, Glyph::HealthStale, Token::Warn, Token::Warn, true},
    {Health::Late, Glyph::HealthLate, Token::Warn, Token::Warn, true},
    {Health::OfflineLong, Glyph::HealthOffline, Token::Idle, Token::Idle, false},
    {Health::Unknown, Glyph::HealthUnknown, Token::Idle, Token::Idle, false},
    {Health::NeverNew, Glyph::HealthNever, Token::Idle, Token::Idle, false},
    {Health::Running, Glyph::HealthRunning, Token::Run, Token::Run, false},
    {Health::Protected, Glyph::HealthProtected, Token::Ok, Token::Text, false},
    {Health::NotManaged, Glyph::HealthNotManaged, Token::Idle, Token::Idle, false},
}};

} // namespace

const HealthLook &healthLook(Health health)
{
    return healthLooks[static_cast<size_t>(health)];
}

Token barToken(HealthTone tone)
{
    switch (tone) {
    case HealthTone::Bad:
        return Token::Badb;
    case HealthTone::Warn:
        return Token::Warnb;
    case HealthTone::Run:
        return Token::Runb;
    case HealthTone::Ok:
        return Token::Okb;
    case HealthTone::Idle:
    case HealthTone::None:
        break;
    }
    return Token::Idleb;
}
