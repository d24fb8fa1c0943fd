// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/rowindex.h"

#include <QByteArrayView>
#include <QString>

#include <deque>
#include <string>

/// The distinct words of a column of the table, numbered from 1 in the order in which they came; 0 is the empty word. A word is never
/// forgotten.
class WordDictionary
{
public:
    WordDictionary();

    /// The code of \a word (UTF-8), made if there is none yet.
    quint32 codeFor(QByteArrayView word);
    /// Codes are below this.
    quint32 size() const { return static_cast<quint32>(m_words.size()); }
    /// Empty for codes that were not given.
    QString word(quint32 code) const { return code < m_words.size() ? m_words[code].shown : QString(); }
    qsizetype bytesUsed() const;

private:
    struct Word
    {
        std::string utf8;
        QString shown;
    };
    std::deque<Word> m_words; // of a deque, because it grows without moving
    RowIndex m_index{16};
};
