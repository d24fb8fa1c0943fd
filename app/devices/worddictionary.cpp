// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/worddictionary.h"

#include "app/devices/devicetable.h"

#include <string_view>

WordDictionary::WordDictionary() : m_words(1) { }

quint32 WordDictionary::codeFor(QByteArrayView word)
{
    if (word.isEmpty())
        return 0;
    const std::string_view utf8(word.data(), static_cast<size_t>(word.size()));
    const quint32 hash = deviceIdHash(word);
    const auto isSame = [this, utf8](quint32 code) {
        return m_words[code].utf8 == utf8;
    };
    if (const std::optional<quint32> known = m_index.find(hash, isSame))
        return *known;
    const quint32 code = size();
    m_words.push_back({std::string(utf8), QString::fromUtf8(word)});
    m_index.insert(hash, code);
    return code;
}

qsizetype WordDictionary::bytesUsed() const
{
    qsizetype bytes = m_index.bytesUsed();
    for (const Word &each : m_words) {
        bytes += qsizetype(sizeof(Word)) + static_cast<qsizetype>(each.utf8.capacity())
            + each.shown.capacity() * 2;
    }
    return bytes;
}
