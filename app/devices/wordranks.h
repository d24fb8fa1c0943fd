// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"

#include <string>
#include <vector>

/// The place of each word of a column among all its words in natural order. Words that differ in nothing but case share one.
/// Words that came later are worked in; words that were renamed (names of companies and accounts) wait for readAgain(), because rows
/// are sorted by the old ones until then.
class WordRanks
{
public:
    enum class Show { Word, Name };

    WordRanks(const DeviceTable &table, WordColumn column, Show show);

    void readAgain();
    /// O(1) when there are none; else O(words + new words × log words).
    void learnNewWords();

    /// From 1; 0: none, or the word is empty.
    quint32 rank(quint32 code) const { return code < m_ranks.size() ? m_ranks[code] : 0; }
    quint32 highest() const { return m_highest; }
    WordColumn column() const { return m_column; }

private:
    std::string keyOf(quint32 code) const;

    const DeviceTable *m_table;
    WordColumn m_column;
    Show m_show;
    std::vector<std::string> m_keys; // by code: plain order is natural order
    std::vector<quint32> m_sorted; // codes
    std::vector<quint32> m_ranks; // by code
    quint32 m_highest = 0;
};
