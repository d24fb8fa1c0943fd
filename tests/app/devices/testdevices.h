// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"

#include <QByteArrayView>
#include <QString>

#include <array>
#include <map>
#include <random>
#include <span>
#include <string>
#include <vector>

/// A device as a test writes it down.
struct TestDevice
{
    std::array<std::string, textColumnCount> texts;
    std::array<std::string, wordColumnCount> words;
    std::array<qint64, timeColumnCount> times{noTime, noTime};
    std::array<std::string, timeColumnCount> oddTimes;
    quint8 marks = 0;

    std::string &id() { return texts[static_cast<size_t>(TextColumn::Id)]; }
    std::string &name() { return texts[static_cast<size_t>(TextColumn::Name)]; }
    std::string &tag() { return texts[static_cast<size_t>(TextColumn::Tag)]; }
    std::string &word(WordColumn column) { return words[static_cast<size_t>(column)]; }
    std::string &company() { return word(WordColumn::Company); }
    const std::string &id() const { return texts[static_cast<size_t>(TextColumn::Id)]; }
    const std::string &company() const { return words[static_cast<size_t>(WordColumn::Company)]; }

    friend auto operator<=>(const TestDevice &, const TestDevice &) = default;
};

inline TestDevice testDevice(std::string id, std::string company = "1", std::string name = "srv")
{
    TestDevice device;
    device.id() = std::move(id);
    device.company() = std::move(company);
    device.name() = std::move(name);
    return device;
}

/// Writes the chunks of one answer, as a reader would: words get their codes as they come.
class TestAnswer
{
public:
    DeviceChunk chunk(std::span<const TestDevice> devices)
    {
        DeviceChunk chunk;
        for (const TestDevice &device : devices)
            add(chunk, device);
        return chunk;
    }

private:
    void add(DeviceChunk &chunk, const TestDevice &device)
    {
        for (size_t column = 0; column < textColumnCount; ++column) {
            const std::string &text = device.texts[column];
            chunk.textSpans[column].push_back(
                {static_cast<quint32>(chunk.texts.size()), static_cast<quint32>(text.size())});
            chunk.texts.insert(chunk.texts.end(), text.begin(), text.end());
        }
        for (size_t column = 0; column < wordColumnCount; ++column)
            chunk.codes[column].push_back(codeOf(chunk, column, device.words[column]));
        for (size_t column = 0; column < timeColumnCount; ++column) {
            chunk.times[column].push_back(device.times[column]);
            if (!device.oddTimes[column].empty())
                chunk.oddTimes.push_back(
                    {chunk.rows, static_cast<TimeColumn>(column), device.oddTimes[column]});
        }
        chunk.marks.push_back(device.marks);
        chunk.idHashes.push_back(
            deviceIdHash(QByteArrayView(device.id().data(), static_cast<qsizetype>(device.id().size()))));
        if ((device.marks & RowMark::damaged) != 0)
            chunk.damages.push_back({chunk.rows, 4711, QByteArray("{broken")});
        ++chunk.rows;
    }

    quint32 codeOf(DeviceChunk &chunk, size_t column, const std::string &word)
    {
        if (word.empty())
            return 0;
        const auto [place, isNew] =
            m_codes[column].try_emplace(word, static_cast<quint32>(m_codes[column].size() + 1));
        if (isNew)
            chunk.newWords[column].push_back(word);
        return place->second;
    }

    std::array<std::map<std::string, quint32>, wordColumnCount> m_codes;
};

/// What the table holds in \a row, as a test would have written it. Damage is not looked at.
inline TestDevice deviceAt(const DeviceTable &table, DeviceRow row)
{
    TestDevice device;
    for (size_t column = 0; column < textColumnCount; ++column)
        device.texts[column] = table.text(static_cast<TextColumn>(column), row).toByteArray().toStdString();
    for (size_t column = 0; column < wordColumnCount; ++column) {
        const WordColumn each = static_cast<WordColumn>(column);
        device.words[column] = table.word(each, table.code(each, row)).toStdString();
    }
    device.marks = table.marks(row);
    for (size_t column = 0; column < timeColumnCount; ++column) {
        const TimeColumn each = static_cast<TimeColumn>(column);
        device.times[column] = table.time(each, row);
        constexpr qsizetype canonicalLength = 23; // no test's odd time is as long
        const QString text = table.timeText(each, row);
        if (text.size() != canonicalLength)
            device.oddTimes[column] = text.toStdString();
    }
    return device;
}

/// "srv-" and 7: "srv-7".
inline std::string numbered(std::string text, size_t number)
{
    text += std::to_string(number);
    return text;
}

/// A number below \a end.
inline size_t below(std::mt19937 &random, size_t end)
{
    return std::uniform_int_distribution<size_t>(0, end - 1)(random);
}

/// A device of the usual kind: an ID of 50 characters, a name of about 19, a tag of about 6, in one of \a companies.
inline TestDevice usualDevice(std::mt19937 &random, size_t companies)
{
    static constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    static constexpr std::array sites{"berlin", "lyon", "porto", "austin", "pune"};
    static constexpr std::array kinds{"srv", "ws", "nb", "SQL", "Mail-Gateway"};
    static constexpr std::array states{"online", "offline", "blocked", "archived"};
    static constexpr std::array results{"Success", "Failed", "In Progress", "Cancelled"};
    static constexpr std::array systems{"windows", "linux", "mac"};
    static constexpr qint64 february = 1771000000000; // of 2026, and a month from there
    TestDevice device;
    for (int i = 0; i < 50; ++i)
        device.id() += alphabet[below(random, alphabet.size())];
    device.name()
        .append(sites[below(random, sites.size())])
        .append("-")
        .append(kinds[below(random, kinds.size())]);
    device.name() = numbered(device.name() + '-', below(random, 100'000'000));
    device.tag() = below(random, 4) == 0 ? std::string() : numbered("floor ", below(random, 40));
    device.company() = std::to_string(15000 + below(random, companies));
    device.word(WordColumn::Status) = states[below(random, states.size())];
    device.word(WordColumn::LastResult) = results[below(random, results.size())];
    device.word(WordColumn::Os) = systems[below(random, systems.size())];
    device.word(WordColumn::Version) = numbered("6.8.", below(random, 60));
    device.word(WordColumn::Group) = numbered("Group ", below(random, 900));
    for (qint64 &time : device.times)
        time = february + static_cast<qint64>(below(random, 2'600'000'000));
    if (below(random, 20) == 0)
        device.times[0] = noTime;
    return device;
}

/// \a count of them, 200 devices a company.
inline std::vector<TestDevice> usualFleet(size_t count, std::mt19937 &random)
{
    std::vector<TestDevice> devices(count);
    for (TestDevice &device : devices)
        device = usualDevice(random, count / 200 + 1);
    return devices;
}
