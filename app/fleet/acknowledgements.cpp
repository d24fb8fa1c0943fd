// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fleet/acknowledgements.h"

#include "app/health/acknowledgementjson.h"
#include "app/query/querymatch.h"
#include "app/query/searchtext.h"

#include <QDateTime>
#include <QSet>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

/// A computer that slept, or whose clock was set, is noticed within this.
static constexpr std::chrono::milliseconds longestTimer = 10min;

Acknowledgements::Acknowledgements(const DeviceTable &table, const HealthColumn &health,
                                   const QString &profile, QObject *parent, HealthColumn::Clock clock)
    : QObject(parent), m_table(table), m_health(health),
      m_clock(clock ? std::move(clock) : HealthColumn::Clock(&QDateTime::currentMSecsSinceEpoch)),
      m_file(profile)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &Acknowledgements::look);
    connect(&health, &HealthColumn::countsChanged, this, &Acknowledgements::look);
    read();
    look();
}

void Acknowledgements::read()
{
    const QJsonArray entries = m_file.list();
    for (const auto &entry : entries) {
        if (std::optional<Acknowledgement> one = acknowledgementFromJson(entry.toObject()))
            m_all.insert_or_assign(one->subject, *one);
    }
}

void Acknowledgements::add(const Subject &subject, const QString &note, qint64 until)
{
    const Acknowledgement now{.subject = subject,
                              .note = note,
                              .until = until,
                              .stateThen = stateOf(subject).value_or(Health::Unknown)};
    m_all.insert_or_assign(subject, now);
    save(subject, &now);
    waitForNext();
    emit changed();
}

void Acknowledgements::remove(const Subject &subject)
{
    if (m_all.erase(subject) == 0)
        return;
    save(subject, nullptr);
    emit changed();
}

const Acknowledgement *Acknowledgements::of(const Subject &subject) const
{
    const auto found = m_all.find(subject);
    return found == m_all.end() ? nullptr : &found->second;
}

const Acknowledgement *Acknowledgements::of(DeviceRow row) const
{
    if (m_all.empty())
        return nullptr;
    if (const Acknowledgement *own = of(m_table.key(row)))
        return own;
    return of(m_table.company(m_table.code(WordColumn::Company, row)));
}

RowBits Acknowledgements::rows(const QueryValue &value) const
{
    RowBits rows;
    QSet<quint32> companies; // codes
    const QueryMatcher matcher(value, 0);
    for (const auto &[subject, acknowledgement] : m_all) {
        if (value.match != QueryMatch::None && !matcher.fits(searchText(acknowledgement.note).toUtf8()))
            continue;
        if (const auto *company = std::get_if<CompanyKey>(&subject))
            companies.insert(m_table.companyCode(*company));
        else if (const std::optional<DeviceRow> row = m_table.find(std::get<DeviceKey>(subject)))
            rows.insert(*row);
    }
    companies.remove(0); // not in the table
    if (companies.isEmpty())
        return rows;
    for (const DeviceRow row : m_table.liveRows()) {
        if (companies.contains(m_table.code(WordColumn::Company, row)))
            rows.insert(row);
    }
    return rows;
}

/// nullopt: nothing is known of it yet.
std::optional<Health> Acknowledgements::stateOf(const Subject &subject) const
{
    if (const auto *company = std::get_if<CompanyKey>(&subject))
        return m_health.counts(m_table.companyCode(*company)).worst();
    const std::optional<DeviceRow> row = m_table.find(std::get<DeviceKey>(subject));
    return row ? m_health.health(*row) : std::nullopt;
}

void Acknowledgements::look()
{
    const qint64 now = m_clock();
    std::vector<std::pair<Acknowledgement, bool>> over;
    for (const auto &[subject, acknowledgement] : m_all) {
        // of what is not read yet only the time counts
        const Health state = stateOf(subject).value_or(acknowledgement.stateThen);
        if (!acknowledgement.holds(state, now))
            over.emplace_back(acknowledgement, now < acknowledgement.until);
    }
    for (const auto &[acknowledgement, gotWorse] : over) {
        m_all.erase(acknowledgement.subject);
        save(acknowledgement.subject, nullptr);
    }
    waitForNext();
    if (over.empty())
        return;
    emit changed();
    for (const auto &[acknowledgement, gotWorse] : over)
        emit ended(acknowledgement, gotWorse);
}

void Acknowledgements::save(const Subject &subject, const Acknowledgement *now)
{
    const auto trouble = m_file.apply([&](QJsonArray &list) {
        for (qsizetype i = list.size(); i-- > 0;) {
            const auto entry = acknowledgementFromJson(list[i].toObject());
            if (entry && entry->subject == subject)
                list.removeAt(i);
        }
        if (now)
            list.append(toJson(*now));
    });
    if (trouble)
        emit troubleFound(*trouble);
}

void Acknowledgements::waitForNext()
{
    if (m_all.empty()) {
        m_next.stop();
        return;
    }
    const auto soonest =
        std::ranges::min_element(m_all, {}, [](const auto &each) { return each.second.until; });
    const std::chrono::milliseconds left(std::max<qint64>(0, soonest->second.until - m_clock()));
    m_next.start(std::min(left, longestTimer));
}
