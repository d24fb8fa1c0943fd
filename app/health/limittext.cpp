// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/limittext.h"

#include "app/health/healthlimits.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

struct LimitUnit
{
    qint64 length;
    const char *text; ///< Context "HealthLimits".
    std::array<QLatin1StringView, 3> words; ///< What it is read by, in lower case.
};

constexpr std::array units{
    LimitUnit{7 * day, nullptr, {"w"_L1, "week"_L1, "weeks"_L1}},
    LimitUnit{day, QT_TRANSLATE_NOOP("HealthLimits", "%1 d"), {"d"_L1, "day"_L1, "days"_L1}},
    LimitUnit{hour, QT_TRANSLATE_NOOP("HealthLimits", "%1 h"), {"h"_L1, "hour"_L1, "hours"_L1}},
    LimitUnit{minute, QT_TRANSLATE_NOOP("HealthLimits", "%1 min"), {"min"_L1, "m"_L1, "minutes"_L1}}};

std::optional<qint64> unitOf(QStringView word)
{
    const auto found = std::ranges::find_if(units, [&word](const LimitUnit &unit) {
        return std::ranges::any_of(unit.words, [&word](QLatin1StringView each) {
            return word.compare(each, Qt::CaseInsensitive) == 0;
        });
    });
    return found == units.end() ? std::nullopt : std::optional(found->length);
}

/// Takes from the front of \a rest what \a belongs says.
template <typename Belongs>
QStringView takeWhile(QStringView &rest, Belongs belongs)
{
    rest = rest.trimmed();
    qsizetype length = 0;
    while (length < rest.size() && belongs(rest[length]))
        ++length;
    const QStringView taken = rest.first(length);
    rest = rest.sliced(length);
    return taken;
}

} // namespace

QString limitText(qint64 limit, const QLocale &locale)
{
    QStringList parts;
    for (const LimitUnit &unit : units) {
        if (!unit.text || limit < unit.length)
            continue;
        parts << QCoreApplication::translate("HealthLimits", unit.text)
                     .arg(locale.toString(limit / unit.length));
        limit %= unit.length;
    }
    return parts.join(u' ');
}

std::optional<qint64> limitFromText(const QString &text, const QLocale &locale)
{
    double sum = 0;
    QStringView rest = QStringView(text).trimmed();
    if (rest.isEmpty())
        return std::nullopt;
    while (!rest.isEmpty()) {
        const QStringView number = takeWhile(rest, [](QChar c) { return !c.isLetter() && !c.isSpace(); });
        const QStringView word = takeWhile(rest, [](QChar c) { return c.isLetter(); });
        bool isNumber = false;
        double value = locale.toDouble(number, &isNumber);
        if (!isNumber)
            value = QLocale::c().toDouble(number, &isNumber);
        const std::optional<qint64> unit = unitOf(word);
        if (!isNumber || !unit || !(value >= 0))
            return std::nullopt;
        sum += value * static_cast<double>(*unit);
        rest = rest.trimmed();
    }
    if (!(sum >= static_cast<double>(minute)) || sum > static_cast<double>(longestLimit))
        return std::nullopt;
    return static_cast<qint64>(std::round(sum));
}
