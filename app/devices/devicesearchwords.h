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
        QByteArray shown; ///< What the grid shows: "failed", or the company's name.
        QByteArray other; ///< Where it differs: the server's own word, or the company's ID. Else empty.
    };

    explicit DeviceSearchWords(const DeviceTable &table) : m_table(table) { }

    /// Takes in words that came since, and new names of companies. True when a name has changed.
    bool learn();
    const std::vector<Word> &words(WordColumn column) const { return m_words[static_cast<size_t>(column)]; }

    /// What the grid shows for a word.
    static QString shown(const DeviceTable &table, WordColumn column, quint32 code);

private:
    bool learnCompanies();
    Word word(WordColumn column, quint32 code) const;

    const DeviceTable &m_table;
    std::array<std::vector<Word>, wordColumnCount> m_words; // by code
    std::vector<QString> m_companyNames; // that m_words are made of
};
