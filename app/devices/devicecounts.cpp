// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicecounts.h"

#include "app/query/searchtext.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

// Behind the bytes: rows of which no health is known. It has no word.
static constexpr size_t withoutHealth = std::numeric_limits<quint8>::max() + 1;

DeviceCounts::DeviceCounts(DeviceFilter &filter, const Query &query, qint64 now, const RowBits &among,
                           const std::vector<DeviceFact> &facts)
    : m_filter(filter), m_tests(filter.testsOf(query, now)), m_among(among),
      m_blocks(RowBlock::countOf(filter.table().columns()))
{
    std::vector<bool> isOwn(m_tests.partCount());
    for (const DeviceFact fact : facts) {
        const int place = filter.fields().fieldOf(fact);
        if (place == anyField)
            continue;
        Field field{.field = place,
                    .fact = fact,
                    .column = wordColumnOf(fact),
                    .ownParts = {},
                    .rows = {},
                    .tags = {}};
        if (field.column)
            field.rows.resize(filter.table().wordCount(*field.column));
        else if (fact == DeviceFact::Health)
            field.rows.resize(withoutHealth + 1);
        for (size_t part = 0; part < m_tests.partCount(); ++part) {
            if (m_tests.field(part) != place)
                continue;
            field.ownParts.push_back(part);
            isOwn[part] = true;
        }
        m_fields.push_back(std::move(field));
    }
    for (size_t part = 0; part < isOwn.size(); ++part) {
        if (!isOwn[part])
            m_otherParts.push_back(part);
    }
}

bool DeviceCounts::advance(qsizetype rows)
{
    for (; rows > 0 && !isFinished(); rows -= RowBlock::rows)
        count(RowBlock(m_nextBlock++));
    return isFinished();
}

void DeviceCounts::count(RowBlock block)
{
    BlockBits base = BlockBits::of(m_among, block);
    base.keep(BlockBits::of(m_filter.table().columns().live(), block));
    for (const size_t part : m_otherParts)
        m_tests.keepPart(part, block, base);
    if (base.isEmpty())
        return;
    std::vector<BlockBits> meets(m_fields.size(), base); // the parts of each field
    for (size_t i = 0; i < m_fields.size(); ++i) {
        for (const size_t part : m_fields[i].ownParts)
            m_tests.keepPart(part, block, meets[i]);
    }
    for (size_t i = 0; i < m_fields.size(); ++i) {
        BlockBits bits = base;
        for (size_t other = 0; other < m_fields.size(); ++other) {
            if (other != i)
                bits.keep(meets[other]);
        }
        count(m_fields[i], block, bits);
    }
}

void DeviceCounts::count(Field &field, RowBlock block, const BlockBits &bits) const
{
    const auto countRow = [&field](size_t code) {
        if (code < field.rows.size())
            ++field.rows[code];
    };
    for (const quint64 word : bits.words)
        field.all += std::popcount(word);
    if (field.fact == DeviceFact::Tag) {
        countTags(field, block, bits);
    } else if (field.column) {
        const auto &codes =
            m_filter.table().columns().codesOfPage(static_cast<size_t>(*field.column), block.page());
        for (size_t i = 0; i < RowBlock::words; ++i) {
            if (bits.words[i] == 0)
                continue;
            codes.forEach(block.firstInPage() + i * 64, 64, [&](size_t place, quint32 code) {
                if (((bits.words[i] >> (place % 64)) & 1) != 0)
                    countRow(code);
            });
        }
    } else if (field.fact == DeviceFact::Health) {
        const std::span<const quint8> health = m_filter.sources().health;
        bits.forEach([&](size_t place) {
            const size_t row = block.firstRow() + place;
            countRow(row < health.size() ? health[row] : withoutHealth);
        });
    }
}

void DeviceCounts::countTags(Field &field, RowBlock block, const BlockBits &bits) const
{
    qsizetype without = 0; // most rows, as a rule
    bits.forEach([&](size_t place) {
        const QByteArrayView text =
            m_filter.table().columns().text(TextColumn::Tag, block.firstRow() + static_cast<quint32>(place));
        if (text.isEmpty()) {
            ++without;
            return;
        }
        const std::string_view tag(text.data(), static_cast<size_t>(text.size()));
        auto known = field.tags.find(tag);
        if (known == field.tags.end())
            known = field.tags.emplace(tag, 0).first;
        ++known->second;
    });
    if (without > 0)
        field.tags[std::string()] += without;
}

std::vector<QueryFieldCounts> DeviceCounts::counts() const
{
    std::vector<QueryFieldCounts> counts;
    for (const Field &field : m_fields)
        counts.push_back({field.field, values(field), field.all});
    return counts;
}

QString DeviceCounts::shown(const Field &field, size_t code) const
{
    if (field.column)
        return DeviceSearchWords::shown(m_filter.table(), *field.column, static_cast<quint32>(code));
    return m_filter.sources().healthWords.value(static_cast<qsizetype>(code));
}

QString DeviceCounts::labelOf(const Field &field, size_t code) const
{
    const QStringList &labels = m_filter.sources().healthLabels;
    return field.column || labels.isEmpty() ? shown(field, code) : labels.value(static_cast<qsizetype>(code));
}

/// Words that a query takes for one are one value: "Failed" and "Failure", "online" and "Online".
std::vector<QueryValueCount> DeviceCounts::values(const Field &field) const
{
    std::vector<QueryValueCount> values;
    QHash<QString, size_t> places; // by search text
    const auto add = [&](const QString &word, const QString &label, qsizetype rows) {
        if (rows == 0)
            return;
        const QString key = searchText(word);
        const auto known = places.constFind(key);
        if (known != places.cend()) {
            values[*known].rows += rows;
            return;
        }
        places.insert(key, values.size());
        if (word.isEmpty())
            values.push_back(
                {{QueryMatch::None, {}}, QCoreApplication::translate("DeviceQuery", "none"), rows});
        else
            values.push_back({{QueryMatch::Exact, word}, label, rows});
    };
    for (size_t code = 0; code < field.rows.size(); ++code)
        add(shown(field, code), labelOf(field, code), field.rows[code]);
    for (const auto &[tag, rows] : field.tags)
        add(QString::fromStdString(tag), QString::fromStdString(tag), rows);
    if (field.fact == DeviceFact::Health)
        return values; // the worst first, as everywhere
    const auto rows = [](const QueryValueCount &value) {
        return value.rows;
    };
    std::ranges::sort(values, {}, [](const QueryValueCount &value) { return value.label; });
    std::ranges::stable_sort(values, std::ranges::greater(), rows);
    return values;
}
