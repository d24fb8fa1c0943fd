// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicefilter.h"
#include "app/devices/devicewords.h"
#include "app/query/searchtext.h"
#include "app/query/versionorder.h"

/// A query read in the plainest way: every row as a list of texts, every value compared with each of them.
class PlainQuery
{
public:
    PlainQuery(const DeviceTable &table, const DeviceQueryFields &fields, const DeviceFilterSources &sources,
               qint64 now)
        : m_table(table), m_fields(fields), m_sources(sources), m_now(now)
    { }

    bool meets(const Query &query, DeviceRow row) const
    {
        return std::ranges::all_of(query.parts, [&](const QueryPart &part) { return meets(part, row); });
    }

    bool meets(const QueryPart &part, DeviceRow row) const
    {
        return part.isExcluded != std::ranges::any_of(part.values, [&](const QueryValue &value) {
                   return fits(value, part.field, row);
               });
    }

private:
    bool fits(const QueryValue &value, int field, DeviceRow row) const
    {
        if (field == anyField) {
            QStringList texts;
            for (const DeviceFact fact :
                 {DeviceFact::Status, DeviceFact::LastResult, DeviceFact::Os, DeviceFact::Version,
                  DeviceFact::Group, DeviceFact::Tag, DeviceFact::Name, DeviceFact::Id})
                texts.append(textsOf(fact, row));
            texts.append(m_table.companyName(m_table.code(WordColumn::Company, row)));
            return fitsAny(value, texts, true);
        }
        const DeviceFact fact = m_fields.fact(field);
        if (fact == DeviceFact::LastSuccess || fact == DeviceFact::NextRun)
            return fitsAge(value, fact, row);
        return fitsAny(value, textsOf(fact, row), false);
    }

    QStringList textsOf(DeviceFact fact, DeviceRow row) const
    {
        const auto text = [&](TextColumn column) {
            return QStringList(QString::fromUtf8(m_table.text(column, row)));
        };
        const auto word = [&](WordColumn column) {
            return m_table.word(column, m_table.code(column, row));
        };
        switch (fact) {
        case DeviceFact::Status:
            return {word(WordColumn::Status), label(deviceStatus(word(WordColumn::Status)))};
        case DeviceFact::LastResult:
            return {word(WordColumn::LastResult), label(lastResult(word(WordColumn::LastResult)))};
        case DeviceFact::Os:
            return {word(WordColumn::Os), label(deviceOs(word(WordColumn::Os)))};
        case DeviceFact::Version:
            return {word(WordColumn::Version)};
        case DeviceFact::Group:
            return {word(WordColumn::Group)};
        case DeviceFact::Company:
            return {word(WordColumn::Company), m_table.companyName(m_table.code(WordColumn::Company, row))};
        case DeviceFact::Account:
            return {m_table.accountName(m_table.code(WordColumn::Account, row))};
        case DeviceFact::Tag:
            return text(TextColumn::Tag);
        case DeviceFact::Name:
            return text(TextColumn::Name);
        case DeviceFact::Id:
            return text(TextColumn::Id);
        case DeviceFact::Health:
            return {row < m_sources.health.size() ? m_sources.healthWords.value(m_sources.health[row])
                                                  : QString()};
        default:
            return {};
        }
    }

    static bool fitsAny(const QueryValue &value, const QStringList &texts, bool isOfWords)
    {
        return std::ranges::any_of(texts,
                                   [&](const QString &text) { return fitsText(value, text, isOfWords); });
    }

    static bool fitsText(const QueryValue &value, const QString &text, bool isOfWords)
    {
        const QString folded = searchText(text);
        const QString wanted = searchText(value.text);
        const std::partial_ordering order = compareVersions(text, value.text);
        switch (value.match) {
        case QueryMatch::Contains:
            return folded.contains(wanted);
        case QueryMatch::Exact:
            return isOfWords ? hasWords(folded, wanted) : folded == wanted;
        case QueryMatch::None:
            return text.isEmpty();
        case QueryMatch::Below:
            return order < 0;
        case QueryMatch::AtMost:
            return order <= 0;
        case QueryMatch::Equal:
            return order == 0;
        case QueryMatch::AtLeast:
            return order >= 0;
        case QueryMatch::Above:
            return order > 0;
        }
        Q_UNREACHABLE();
    }

    // As whole words: where two letters or digits meet, there is no edge. Tests' texts have none outside of the first plane.
    static bool hasWords(const QString &text, const QString &wanted)
    {
        const auto isOfWord = [&](qsizetype at) {
            return at >= 0 && at < text.size() && (text[at].isLetterOrNumber() || text[at].isMark());
        };
        for (qsizetype at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) {
            const qsizetype end = at + wanted.size();
            const bool isInside = (isOfWord(at - 1) && isOfWord(at)) || (isOfWord(end - 1) && isOfWord(end));
            if (!isInside)
                return true;
        }
        return false;
    }

    bool fitsAge(const QueryValue &value, DeviceFact fact, DeviceRow row) const
    {
        const bool isBack = fact == DeviceFact::LastSuccess;
        const qint64 time = m_table.time(isBack ? TimeColumn::LastSuccess : TimeColumn::NextRun, row);
        if (time == noTime || value.match == QueryMatch::None)
            return time == noTime && value.match == QueryMatch::None;
        const qint64 age = isBack ? m_now - time : time - m_now;
        switch (value.match) {
        case QueryMatch::Below:
            return age < value.age;
        case QueryMatch::AtMost:
            return age <= value.age;
        case QueryMatch::AtLeast:
            return age >= value.age;
        default:
            return age > value.age;
        }
    }

    const DeviceTable &m_table;
    const DeviceQueryFields &m_fields;
    const DeviceFilterSources &m_sources;
    qint64 m_now;
};
