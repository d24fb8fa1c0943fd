// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"

#include <QByteArray>

#include <array>
#include <vector>

/// The words of the device table as they are searched, by column and code: each word once, whatever many rows have it.
class DeviceSearchWords
{
public:
    /// Search texts, UTF-8.
    struct Word
    {
        QByteArray shown; ///< What the grid shows: "failed", or the name of a company or an account.
        QByteArray other; ///< Where it differs: the server's own word, or the company's ID. Else empty.
    };

    explicit DeviceSearchWords(const DeviceTable &table) : m_table(table) { }

    /// Takes in words that came since, and new names of companies and accounts. True when a name has changed.
    bool learn();
    const std::vector<Word> &words(WordColumn column) const { return m_words[static_cast<size_t>(column)]; }

    /// What the grid shows for a word.
    static QString shown(const DeviceTable &table, WordColumn column, quint32 code);

private:
    /// Words that are shown by names, which change.
    struct Names
    {
        WordColumn column;
        std::vector<QString> known; // by code, that m_words are made of
    };

    bool learnNames(Names &names);
    Word word(WordColumn column, quint32 code) const;

    const DeviceTable &m_table;
    std::array<std::vector<Word>, codeColumnCount> m_words; // by code
    quint64 m_namesVersion = 0; // of the names that are known
    std::array<Names, 2> m_names{Names{WordColumn::Company, {}}, Names{WordColumn::Account, {}}};
};
