// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/devicelife.h"

#include "app/sandbox/chance.h"

#include <array>
#include <cstddef>

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::milliseconds;
using std::chrono::minutes;

namespace {

using Day = std::chrono::sys_days;

enum class NextRun : std::uint8_t { Planned, Missed, NotPlanned };

using enum DeviceStatus;
using enum BackupResult;
using enum NextRun;

/// How well the backups of some devices go: every `period` days the last `trouble` days are bad ones, without
/// a success. Status, result and next run are those of the bad days.
struct Temperament
{
    int share; // of 1,024 devices
    int period; // days, a power of two
    int trouble; // days
    DeviceStatus status;
    BackupResult result;
    NextRun next;
};

constexpr int never = 0; // as period: there was no backup yet
constexpr std::array<Temperament, 12> temperaments{{
    {797, 256, 1, Online, Failed, Planned}, // fails once in a while
    {95, 32, 1, Online, Cancelled, Planned},
    {38, 64, 4, Online, Failure, Planned},
    {8, 64, 30, Online, Failed, Planned},
    {40, 32, 2, Offline, Success, Missed}, // away for a week-end
    {16, 128, 60, Offline, Success, NotPlanned}, // away for weeks
    {16, 32, 12, Online, Success, Missed}, // there, and yet no run starts
    {4, never, 0, Online, None, Planned},
    {3, 256, 256, Blocked, None, NotPlanned},
    {3, 256, 256, Archived, Success, NotPlanned},
    {2, 4, 4, Paused, Success, NotPlanned}, // a word that the API document does not have
    {2, 16, 16, Online, InProgress, NotPlanned}, // a run that never ends
}};

constexpr std::array<std::uint8_t, 1024> temperamentOfLuck = [] {
    std::array<std::uint8_t, 1024> table{};
    std::size_t luck = 0;
    for (std::size_t i = 0; i < temperaments.size(); ++i) {
        for (int share = 0; share < temperaments[i].share; ++share)
            table[luck++] = static_cast<std::uint8_t>(i);
    }
    return luck == table.size() ? table : throw "the shares are not 1,024 in all";
}();

Moment runStart(const PretendDevice &device, Day day)
{
    return day + minutes(device.startMinute);
}

/// A run takes 4 to 74 minutes, each day another while.
Moment runEnd(const PretendDevice &device, Day day)
{
    const std::uint64_t luck =
        chance(device.word, static_cast<std::uint64_t>(day.time_since_epoch().count()));
    return runStart(device, day) + minutes(4) + milliseconds(bits(luck, 0, 22));
}

bool isAwayThisHour(const PretendDevice &device, const ClockReading &clock)
{
    return bits(chance(device.word, clock.hour), 32, pretendRoles()[device.role].awayBits) == 0;
}

DeviceLife badDay(const Temperament &temperament, const PretendDevice &device, Day newestRun,
                  int daysInTrouble)
{
    const Moment lastSuccess = runEnd(device, newestRun - days(daysInTrouble + 1));
    DeviceLife life{temperament.status, temperament.result, lastSuccess, {}};
    if (temperament.next == Planned)
        life.nextBackup = runStart(device, newestRun + days(1));
    else if (temperament.next == Missed)
        life.nextBackup = runStart(device, newestRun - days(daysInTrouble));
    return life;
}

} // namespace

ClockReading::ClockReading(Moment moment)
    : now(moment), today(floor<days>(moment)), sinceMidnight(floor<minutes>(moment - today)),
      hour(static_cast<std::uint64_t>(floor<hours>(moment.time_since_epoch()).count()))
{ }

DeviceLife deviceLife(const PretendDevice &device, const ClockReading &clock)
{
    const Temperament &temperament = temperaments[temperamentOfLuck[device.temperament]];
    const bool hasRunToday = minutes(device.startMinute) <= clock.sinceMidnight;
    const Day newestRun = clock.today - days(hasRunToday ? 0 : 1);
    const Moment next = runStart(device, newestRun + days(1));
    if (temperament.period == never)
        return {temperament.status, temperament.result, {}, next};

    const auto dayOfPeriod =
        static_cast<int>((newestRun.time_since_epoch().count() + device.phase) & (temperament.period - 1));
    const int daysInTrouble = dayOfPeriod - (temperament.period - temperament.trouble);
    if (daysInTrouble >= 0)
        return badDay(temperament, device, newestRun, daysInTrouble);

    const Moment end = runEnd(device, newestRun);
    if (end <= clock.now)
        return {isAwayThisHour(device, clock) ? Offline : Online, Success, end, next};
    // It still runs. On the first good day the bad days lie between it and the success before.
    const days sinceSuccess(dayOfPeriod == 0 ? temperament.trouble + 1 : 1);
    return {Online, InProgress, runEnd(device, newestRun - sinceSuccess), next};
}
