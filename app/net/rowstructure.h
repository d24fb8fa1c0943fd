// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <bitset>

/// Follows the brackets of one JSON object to its end while its bytes arrive, 64 at a time. Reads structure only, but notices
/// cheaply when a quote is missing: then what seems to be outside texts is not, and the end would be found in the wrong place.
class RowStructure
{
public:
    /// How the bytes are read. Both find the same; the portable way is for processors that the fast one does not know.
    enum class Reading { Fastest, Portable };
    enum class Outcome {
        Open, ///< The end has not come yet.
        Ended, ///< The object is size() bytes long.
        Broken, ///< This is no JSON object, or one nested too deep.
    };

    static constexpr int deepestNesting = 256;

    explicit RowStructure(Reading reading = Reading::Fastest) : m_reading(reading) { }

    /// An object begins.
    void begin();
    /// \a row is all of the object that arrived, from its first bracket on, with what may stand behind it.
    Outcome follow(QByteArrayView row);

    /// How many bytes were followed.
    qsizetype size() const { return m_size; }
    /// False: there is no backslash among them.
    bool hasEscapes() const { return m_hasEscapes; }

private:
    struct Block;
    template <typename ByteReader>
    Outcome followBlocks(QByteArrayView row);
    template <typename ByteReader>
    Block readBlock(QByteArrayView row, const char *bytes, qsizetype size);
    Outcome followBlock(QByteArrayView row, const Block &block);
    bool fits(QByteArrayView row, qsizetype bracket);

    Reading m_reading;
    qsizetype m_size = 0;
    int m_depth = 0; // brackets that are open
    std::bitset<deepestNesting> m_isArray;
    quint64 m_inText = 0; // all bits, or none
    quint64 m_isEscaped = 0; // 1: the next byte is
    bool m_hasEscapes = false;
};
