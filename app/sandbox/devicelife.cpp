// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/devicelife.h"

#include "app/sandbox/chance.h"

#include <array>
#include <cstddef>

using std::chrono::days;
using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::minutes;

namespace {

using Day = std::chrono::sys_days;

enum class NextRun : std::uint8_t { Planned, Missed, NotPlanned };

using enum DeviceStatus;
using enum BackupResult;
using enum NextRun;

/// How well the backups of some devices go: every `period` days the last `trouble` days are bad ones, without
/// a success. Status and next run are those of the bad days; `outcome` is how runs end that start in them, None if none
/// starts. Where all days but one are bad, the status holds on the good one, too.
struct Temperament
{
    int share; // of 1,024 devices
    int period; // days, a power of two
    int trouble; // days
    DeviceStatus status;
    BackupResult outcome;
    NextRun next;
};

constexpr int never = 0; // as period: there was no backup yet
constexpr std::array<Temperament, 12> temperaments{{
    {797, 256, 1, Online, Failed, Planned}, // fails once in a while
    {95, 32, 1, Online, Cancelled, Planned},
    {38, 64, 4, Online, Failure, Planned},
    {8, 64, 30, Online, Failed, Planned},
    {40, 32, 2, Offline, None, Planned}, // away for a week-end
    {16, 128, 60, Offline, None, NotPlanned}, // away for weeks
    {16, 32, 12, Online, None, Missed}, // there, and yet no run starts
    {4, never, 0, Online, None, Planned},
    {3, 256, 255, Blocked, None, NotPlanned},
    {3, 256, 255, Archived, None, NotPlanned},
    {2, 4, 3, Paused, None, NotPlanned}, // a word that the API document does not have
    {2, 16, 15, Online, InProgress, NotPlanned}, // a run that never ends
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

const Temperament &temperamentOf(const PretendDevice &device)
{
    return temperaments[temperamentOfLuck[device.temperament]];
}

/// Which bad day in a row \a day is for \a device, from 0; below 0 on good days.
int dayInTrouble(const Temperament &temperament, const PretendDevice &device, Day day)
{
    if (temperament.period == never)
        return -1;
    const auto dayOfPeriod =
        static_cast<int>((day.time_since_epoch().count() + device.phase) & (temperament.period - 1));
    return dayOfPeriod - (temperament.period - temperament.trouble);
}

bool isInTrouble(const Temperament &temperament, const PretendDevice &device, Day day)
{
    return dayInTrouble(temperament, device, day) >= 0 || temperament.trouble + 1 == temperament.period;
}

/// Hours of presence begin at another minute for each device, so that they do not all come and go together.
std::int64_t presenceHour(const PretendDevice &device, std::int64_t minute)
{
    return (minute + device.phase) / 60;
}

/// What chance decides for one such hour: bits 0 to 21 how long a run takes that starts in it, bits 32 and on whether
/// the device is away.
std::uint64_t luckOfHour(const PretendDevice &device, std::int64_t hour)
{
    return chance(device.word, static_cast<std::uint64_t>(hour));
}

bool isAway(const PretendDevice &device, std::uint64_t luckOfHour)
{
    return bits(luckOfHour, 32, pretendRoles()[device.role].awayBits) == 0;
}

std::int64_t minuteOf(Moment moment)
{
    return floor<minutes>(moment.time_since_epoch()).count();
}

struct Run
{
    BackupResult outcome = None; // None: it was missed
    Moment start = {};
    Moment end = {};
};

/// 4 to 74 minutes, each time another while; half an hour less where runs follow each other within the hour.
milliseconds runLength(std::uint64_t luck, const PlanSchedule &schedule)
{
    const unsigned lengthBits = schedule.frequency == PlanSchedule::Frequency::Hourly ? 21 : 22;
    return minutes(4) + milliseconds(bits(luck, 0, lengthBits));
}

Run runFrom(Moment start, std::uint64_t luck, BackupResult outcome, const PlanSchedule &schedule)
{
    Run run{outcome, start, start + runLength(luck, schedule)};
    if (outcome == InProgress)
        run.end = Moment::max();
    if (const std::optional<Moment> stop = schedule.cutoffAfter(start); stop && *stop < run.end)
        run = {Cancelled, start, *stop};
    return run;
}

/// What became of the run that was \a planned.
Run runOf(const Temperament &temperament, const PretendDevice &device, const PlanSchedule &schedule,
          Moment planned)
{
    BackupResult outcome = Success;
    if (dayInTrouble(temperament, device, floor<days>(planned)) >= 0) {
        outcome = temperament.outcome;
        if (outcome == None && temperament.status != Offline)
            return {};
    }
    const std::uint64_t luck = luckOfHour(device, presenceHour(device, minuteOf(planned)));
    if (outcome != None && !isAway(device, luck))
        return runFrom(planned, luck, outcome, schedule);
    if (!schedule.startsMissed)
        return {};
    const std::optional<Moment> back = onlineFrom(device, planned);
    const std::optional<Moment> following = schedule.startAfter(planned);
    if (!back || (following && *back >= *following))
        return {};
    const std::uint64_t luckThen = luckOfHour(device, presenceHour(device, minuteOf(*back)));
    return runFrom(*back, luckThen, outcome == None ? Success : outcome, schedule);
}

std::optional<Moment> nextBackup(const Temperament &temperament, const PretendDevice &device,
                                 const ScheduleReading &reading, const ClockReading &clock)
{
    if (temperament.next == Planned)
        return reading.next;
    const int today = dayInTrouble(temperament, device, clock.today);
    if (today < 0)
        return reading.next;
    if (temperament.next == NotPlanned)
        return std::nullopt;
    return reading.schedule->startAfter(clock.today - days(today) - milliseconds(1));
}

/// When the latest planned run has ended, if it went as it should: so it is with nearly all devices at nearly all times,
/// and lists of a million want it fast.
std::optional<Moment> plainEnd(const Temperament &temperament, const PretendDevice &device,
                               const ScheduleReading &reading, const ClockReading &clock)
{
    if (!reading.latest || dayInTrouble(temperament, device, reading.latestDay) >= 0)
        return std::nullopt;
    const std::uint64_t luck = luckOfHour(device, presenceHour(device, reading.latestMinute));
    const Moment end = *reading.latest + runLength(luck, *reading.schedule);
    const bool isPlain = end <= clock.now && end < reading.latestCutoff && !isAway(device, luck);
    return isPlain ? std::optional(end) : std::nullopt;
}

/// Looks back from the latest planned run until it meets a success.
void lookBack(BackupLife &life, const Temperament &temperament, const PretendDevice &device,
              const ScheduleReading &reading, const ClockReading &clock)
{
    constexpr int mostSteps = 64; // nobody is away so often that it takes more
    std::optional<Moment> planned = reading.latest;
    for (int step = 0; planned && step < mostSteps; ++step) {
        const Run run = runOf(temperament, device, *reading.schedule, *planned);
        if (run.outcome != None && run.start <= clock.now) {
            const bool isOver = run.end <= clock.now;
            if (!life.began) {
                life.began = run.start;
                life.result = isOver ? run.outcome : InProgress;
            }
            if (isOver && run.outcome == Success) {
                life.lastBackup = run.end;
                return;
            }
        }
        // All bad days of a row are alike: none has a success, and of what was missed in them only the last can
        // have been made up for.
        const Day day = floor<days>(*planned);
        const int bad = dayInTrouble(temperament, device, day);
        const Moment before = (bad >= 0 ? Moment(day - days(bad)) : *planned) - milliseconds(1);
        planned = reading.schedule->startUpTo(before);
    }
}

} // namespace

BackupLife backupLife(const PretendDevice &device, const ScheduleReading &reading, const ClockReading &clock)
{
    const Temperament &temperament = temperamentOf(device);
    BackupLife life;
    if (temperament.period == never) {
        life.nextBackup = reading.next;
        return life;
    }
    life.nextBackup = nextBackup(temperament, device, reading, clock);
    life.lastBackup = plainEnd(temperament, device, reading, clock);
    if (life.lastBackup) {
        life.began = reading.latest;
        life.result = Success;
    } else {
        lookBack(life, temperament, device, reading, clock);
    }
    return life;
}

DeviceStatus deviceStatus(const PretendDevice &device, const ClockReading &clock, bool isRunning)
{
    if (isRunning)
        return Online;
    const Temperament &temperament = temperamentOf(device);
    if (temperament.status != Online && isInTrouble(temperament, device, clock.today))
        return temperament.status;
    return isAway(device, luckOfHour(device, presenceHour(device, clock.minute))) ? Offline : Online;
}

bool isInactive(DeviceStatus status)
{
    return status == Blocked || status == Archived;
}

std::optional<Moment> onlineFrom(const PretendDevice &device, Moment moment)
{
    constexpr int mostHours = 100 * 24;
    const Temperament &temperament = temperamentOf(device);
    for (int step = 0; step < mostHours; ++step) {
        const Day day = floor<days>(moment);
        const int bad = temperament.status == Offline ? dayInTrouble(temperament, device, day) : -1;
        if (bad >= 0) {
            moment = day + days(temperament.trouble - bad);
            continue;
        }
        const std::int64_t hour = presenceHour(device, minuteOf(moment));
        if (!isAway(device, luckOfHour(device, hour)))
            return moment;
        moment = Moment(minutes((hour + 1) * 60 - device.phase));
    }
    return std::nullopt;
}
