// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <optional>

/// The server's word with blanks, '_' and '-' dropped and the case folded: "In Progress" and "in_progress" are one word.
inline QString foldedWord(QStringView word)
{
    QString folded;
    folded.reserve(word.size());
    for (const QChar c : word) {
        if (!c.isSpace() && c != u'_' && c != u'-')
            folded.append(c.toCaseFolded());
    }
    return folded;
}

/// A word of an open enumeration: the API document introduces every list of values by "e.g.", so a word may be one that
/// Steward knows or one that it does not. The server's own word is always kept.
template <typename Enum>
class OpenWord
{
public:
    OpenWord() = default;
    OpenWord(QString word, std::optional<Enum> known) : m_word(std::move(word)), m_known(known) { }

    /// The server's word as it came. Empty: none was given.
    const QString &word() const { return m_word; }
    /// What it means, if that is known.
    std::optional<Enum> known() const { return m_known; }

    friend bool operator==(const OpenWord &, const OpenWord &) = default;

private:
    QString m_word;
    std::optional<Enum> m_known;
};

/// For the person: the label of what is known (the enumeration's own label()), else the server's own word.
template <typename Enum>
QString label(const OpenWord<Enum> &word)
{
    return word.known() ? label(*word.known()) : word.word();
}
