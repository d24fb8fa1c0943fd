// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/servertime.h"

#include "app/devices/devicechunk.h"

#include <QtEndian>

#include <array>
#include <cstring>

namespace {

constexpr ServerTime notATime{.time = noTime, .isCanonical = false};
constexpr std::string_view shape = "dddd-dd-ddTdd:dd:dd"; // d: a digit

constexpr bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

// The number that stands at \a place in \a size digits.
constexpr int number(std::string_view text, size_t place, size_t size)
{
    int value = 0;
    for (size_t i = place; i < place + size; ++i)
        value = 10 * value + (text[i] - '0');
    return value;
}

bool fitsShape(std::string_view text)
{
    bool fits = true;
    for (size_t i = 0; i < shape.size(); ++i)
        fits = fits
            && (shape[i] == 'd' ? isDigit(text[i])
                                : text[i] == shape[i] || (shape[i] == 'T' && text[i] == ' '));
    return fits;
}

constexpr int daysOfMonth(int year, int month)
{
    constexpr std::array days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[static_cast<size_t>(month - 1)] + (month == 2 && isLeap ? 1 : 0);
}

// Days since 1970-01-01 in the Gregorian calendar. The year is counted from March, so that the leap day is its last.
constexpr qint64 daysSinceEpoch(int year, int month, int day)
{
    const int marchYear = month > 2 ? year : year - 1;
    const int marchMonth = month > 2 ? month - 3 : month + 9;
    const int daysBeforeMonth = (153 * marchMonth + 2) / 5;
    const int daysBeforeYear = 365 * marchYear + marchYear / 4 - marchYear / 100 + marchYear / 400;
    return daysBeforeYear + daysBeforeMonth + day - 1 - 719468;
}
static_assert(daysSinceEpoch(1970, 1, 1) == 0 && daysSinceEpoch(2000, 2, 29) == 11016);

struct Clock
{
    int year;
    int month;
    int day;
    int hour;
    int minute;
    int second;

    bool isPossible() const
    {
        return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysOfMonth(year, month)
            && hour <= 23 && minute <= 59 && second <= 59;
    }
    qint64 milliseconds() const
    {
        return (((daysSinceEpoch(year, month, day) * 24 + hour) * 60 + minute) * 60 + second) * 1000;
    }
};

// Eight characters, looked at as one number: a digit where the pattern has '0', elsewhere the pattern's own character.
class EightCharacters
{
public:
    consteval explicit EightCharacters(std::string_view pattern)
    {
        for (size_t i = 0; i < 8; ++i) {
            const quint64 c = static_cast<quint8>(pattern[i]);
            m_pattern |= c << (8 * i);
            m_toHighBit |= (c == '0' ? Q_UINT64_C(0x76) : Q_UINT64_C(0x7F)) << (8 * i);
        }
    }

    // Looks at the first eight of \a text. Byte n of \a pairs becomes the number that the digits n and n + 1 make. False: other
    // characters.
    bool read(std::string_view text, quint64 &pairs) const
    {
        quint64 bytes = 0;
        std::memcpy(&bytes, text.data(), sizeof bytes);
        const quint64 digits = qFromLittleEndian(bytes) ^ m_pattern; // and 0 where there is none
        pairs = digits * 10 + (digits >> 8);
        return ((digits | (digits + m_toHighBit)) & Q_UINT64_C(0x8080808080808080)) == 0;
    }

private:
    quint64 m_pattern = 0;
    quint64 m_toHighBit = 0; // added to a byte that is too large, it sets the high bit
};

// The usual form in a fraction of the time. False: another form, or no time.
bool readCanonical(std::string_view text, qint64 &time)
{
    constexpr EightCharacters dateShape("0000-00-");
    constexpr EightCharacters clockShape("00T00:00");
    constexpr EightCharacters restShape("0:00.000");
    quint64 date = 0;
    quint64 clock = 0;
    quint64 rest = 0;
    if (text.size() != 23 || !dateShape.read(text, date) || !clockShape.read(text.substr(8), clock)
        || !restShape.read(text.substr(15), rest))
        return false;
    const auto pair = [](quint64 pairs, int place) {
        return static_cast<int>(pairs >> (8 * place) & 0xFF);
    };
    const Clock read{.year = 100 * pair(date, 0) + pair(date, 2),
                     .month = pair(date, 5),
                     .day = pair(clock, 0),
                     .hour = pair(clock, 3),
                     .minute = pair(clock, 6),
                     .second = pair(rest, 2)};
    time = read.milliseconds() + 10 * pair(rest, 5) + (text.back() - '0');
    return read.isPossible();
}

// Takes ".123456" off \a rest: milliseconds, -1 when there are no digits behind the point.
int takeDecimals(std::string_view &rest)
{
    if (rest.empty() || rest.front() != '.')
        return 0;
    size_t size = 1;
    int milliseconds = 0;
    for (int weight = 100; size < rest.size() && isDigit(rest[size]); weight /= 10, ++size)
        milliseconds += weight * (rest[size] - '0');
    rest.remove_prefix(size);
    return size > 1 ? milliseconds : -1;
}

// The minutes of "", "Z", "+05:30", "-0800"; false when \a zone is none of these.
bool readOffset(std::string_view zone, int &minutes)
{
    minutes = 0;
    if (zone.empty() || zone == "Z")
        return true;
    const bool hasColon = zone.size() == 6 && zone[3] == ':';
    if ((zone.size() != 5 && !hasColon) || (zone[0] != '+' && zone[0] != '-'))
        return false;
    const size_t last = zone.size() - 2;
    if (!isDigit(zone[1]) || !isDigit(zone[2]) || !isDigit(zone[last]) || !isDigit(zone[last + 1]))
        return false;
    minutes = 60 * number(zone, 1, 2) + number(zone, last, 2);
    if (number(zone, 1, 2) > 23 || number(zone, last, 2) > 59)
        return false;
    minutes *= zone[0] == '-' ? -1 : 1;
    return true;
}

} // namespace

ServerTime readServerTime(std::string_view text)
{
    qint64 canonical = noTime;
    if (readCanonical(text, canonical))
        return {.time = canonical, .isCanonical = true};
    if (text.size() < shape.size() || !fitsShape(text))
        return notATime;
    const Clock clock{.year = number(text, 0, 4),
                      .month = number(text, 5, 2),
                      .day = number(text, 8, 2),
                      .hour = number(text, 11, 2),
                      .minute = number(text, 14, 2),
                      .second = number(text, 17, 2)};
    std::string_view rest = text.substr(shape.size());
    const int milliseconds = takeDecimals(rest);
    int offset = 0;
    if (!clock.isPossible() || milliseconds < 0 || !readOffset(rest, offset))
        return notATime;
    return {.time = clock.milliseconds() + milliseconds - offset * Q_INT64_C(60'000), .isCanonical = false};
}
