// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/healthlimitsjson.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace {

constexpr double millisecondsPerHour = 3'600'000;
constexpr double mostHours = static_cast<double>(longestLimit) / millisecondsPerHour;

template <typename Enum>
struct JsonWord
{
    QLatin1StringView word;
    Enum value;
};
// clang before 17 needs to be told.
template <typename Enum>
JsonWord(QLatin1StringView, Enum) -> JsonWord<Enum>;

constexpr std::array limitWords{
    JsonWord{QLatin1StringView("stale_hours"), LimitKind::Stale},
    JsonWord{QLatin1StringView("late_hours"), LimitKind::Late},
    JsonWord{QLatin1StringView("offline_hours"), LimitKind::Offline},
    JsonWord{QLatin1StringView("new_hours"), LimitKind::Fresh},
};

constexpr std::array systemWords{
    JsonWord{QLatin1StringView("workstation"), MachineKind::Workstation},
    JsonWord{QLatin1StringView("server"), MachineKind::Server},
    JsonWord{QLatin1StringView("linux"), MachineKind::Linux},
    JsonWord{QLatin1StringView("unsure"), MachineKind::Unsure},
};

template <typename Table>
auto valueOf(const QString &word, const Table &table) -> std::optional<decltype(table.front().value)>
{
    const auto found = std::ranges::find_if(table, [&word](const auto &each) { return word == each.word; });
    return found == table.end() ? std::nullopt : std::optional(found->value);
}

QJsonObject setToJson(const LimitSet &set)
{
    QJsonObject json;
    for (const JsonWord<LimitKind> &each : limitWords) {
        if (const std::optional<qint64> limit = set[static_cast<size_t>(each.value)])
            json.insert(each.word, static_cast<double>(*limit) / millisecondsPerHour);
    }
    return json;
}

/// Reads one object, and notes what is wrong with it.
class Reader
{
public:
    QStringList problems;

    // What stands under \a name, when it is an object.
    QJsonObject object(const QJsonObject &json, const QString &name)
    {
        const QJsonValue value = json.value(name);
        if (!value.isUndefined() && !value.isObject())
            note(QCoreApplication::translate("HealthLimits", "\"%1\" is not an object; it is left out.")
                     .arg(name));
        return value.toObject();
    }

    std::optional<LimitSet> set(const QJsonValue &value, const QString &place)
    {
        if (!value.isObject()) {
            note(QCoreApplication::translate("HealthLimits", "%1 is not an object; it is left out.")
                     .arg(place));
            return std::nullopt;
        }
        LimitSet set;
        const QJsonObject json = value.toObject();
        for (auto each = json.begin(); each != json.end(); ++each)
            setLimit(set, each.key(), each.value(), place);
        return set;
    }

    void note(const QString &problem) { problems += problem; }

private:
    void setLimit(LimitSet &set, const QString &word, const QJsonValue &value, const QString &place)
    {
        const std::optional<LimitKind> kind = valueOf(word, limitWords);
        const double hours = value.toDouble(-1);
        const double milliseconds = std::round(hours * millisecondsPerHour);
        if (!kind) {
            note(QCoreApplication::translate("HealthLimits", "%1: \"%2\" is no limit; it is left out.")
                     .arg(place, word));
        } else if (!value.isDouble() || milliseconds < 1 || hours > mostHours) {
            note(QCoreApplication::translate(
                     "HealthLimits",
                     "%1: \"%2\" is not a number of hours over 0 and up to 10 years; it is left out.")
                     .arg(place, word));
        } else {
            set[static_cast<size_t>(*kind)] = static_cast<qint64>(milliseconds);
        }
    }
};

void readCompanies(Reader &reader, const QJsonValue &value, LimitBook &book)
{
    if (!value.isUndefined() && !value.isArray())
        reader.note(
            QCoreApplication::translate("HealthLimits", "\"companies\" is not a list; it is left out."));
    const QJsonArray companies = value.toArray();
    for (qsizetype i = 0; i < companies.size(); ++i) {
        const QJsonValue each = companies.at(i);
        const QString place = u"companies[%1]"_s.arg(i);
        const QString account = each[u"account"].toString();
        const QString company = each[u"company"].toString();
        if (account.isEmpty() || company.isEmpty())
            reader.note(QCoreApplication::translate("HealthLimits",
                                                    "%1 names no account or no company; it is left out.")
                            .arg(place));
        else if (const std::optional<LimitSet> set = reader.set(each[u"limits"], place))
            book.companies.insert({AccountId(account), CompanyId(company)}, *set);
    }
}

} // namespace

QJsonObject limitsToJson(const LimitBook &book)
{
    QJsonObject accounts;
    for (auto each = book.accounts.begin(); each != book.accounts.end(); ++each)
        accounts.insert(each.key().text(), setToJson(each.value()));
    QJsonObject systems;
    for (const JsonWord<MachineKind> &each : systemWords) {
        if (const auto found = book.systems.find(each.value); found != book.systems.end())
            systems.insert(each.word, setToJson(found.value()));
    }
    QJsonObject groups;
    for (auto each = book.groups.begin(); each != book.groups.end(); ++each)
        groups.insert(each.key(), setToJson(each.value()));
    QList<CompanyKey> keys = book.companies.keys();
    std::ranges::sort(keys); // so that equal books are equal texts
    QJsonArray companies;
    for (const CompanyKey &key : std::as_const(keys))
        companies.append(QJsonObject{{u"account"_s, key.account.text()},
                                     {u"company"_s, key.company.text()},
                                     {u"limits"_s, setToJson(book.companies.value(key))}});
    return {{u"accounts"_s, accounts},
            {u"systems"_s, systems},
            {u"groups"_s, groups},
            {u"companies"_s, companies}};
}

LimitReading limitsFromJson(const QJsonObject &json)
{
    Reader reader;
    LimitBook book;
    const QJsonObject accounts = reader.object(json, u"accounts"_s);
    for (auto each = accounts.begin(); each != accounts.end(); ++each) {
        if (const std::optional<LimitSet> set = reader.set(each.value(), u"accounts/"_s + each.key()))
            book.accounts.insert(AccountId(each.key()), *set);
    }
    const QJsonObject systems = reader.object(json, u"systems"_s);
    for (auto each = systems.begin(); each != systems.end(); ++each) {
        const std::optional<MachineKind> kind = valueOf(each.key(), systemWords);
        if (!kind)
            reader.note(
                QCoreApplication::translate("HealthLimits", "\"%1\" is no kind of system; it is left out.")
                    .arg(each.key()));
        else if (const std::optional<LimitSet> set = reader.set(each.value(), u"systems/"_s + each.key()))
            book.systems.insert(*kind, *set);
    }
    const QJsonObject groups = reader.object(json, u"groups"_s);
    for (auto each = groups.begin(); each != groups.end(); ++each) {
        if (const std::optional<LimitSet> set = reader.set(each.value(), u"groups/"_s + each.key()))
            book.groups.insert(LimitBook::groupKey(each.key()), *set);
    }
    readCompanies(reader, json.value(u"companies"), book);
    return {book, reader.problems};
}
