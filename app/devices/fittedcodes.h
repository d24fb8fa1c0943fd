// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cstring>
#include <memory>
#include <span>

/// \a Size codes, kept in no more bytes each than the largest of them needs: none while all are 0, then 1, 2 or 4.
template <size_t Size>
class FittedCodes
{
public:
    quint32 at(size_t place) const
    {
        switch (m_width) {
        case 0:
            return 0;
        case 1:
            return m_bytes[place];
        case 2:
            return load<quint16>(place);
        default:
            return load<quint32>(place);
        }
    }

    /// As many codes as \a codes has room for, from \a place on: what a pass over a column uses.
    void read(size_t place, std::span<quint32> codes) const
    {
        switch (m_width) {
        case 0:
            std::ranges::fill(codes, 0);
            break;
        case 1:
            std::copy_n(m_bytes.get() + place, codes.size(), codes.begin());
            break;
        case 2:
            for (size_t i = 0; i < codes.size(); ++i)
                codes[i] = load<quint16>(place + i);
            break;
        default:
            std::memcpy(codes.data(), m_bytes.get() + place * sizeof(quint32), codes.size_bytes());
            break;
        }
    }

    /// Calls \a visit(place, code) for \a count places from \a first on, in order: the width is looked at once.
    template <typename Visit>
    void forEach(size_t first, size_t count, Visit visit) const
    {
        const auto pass = [=](auto codeAt) {
            for (size_t place = first; place < first + count; ++place)
                visit(place, codeAt(place));
        };
        if (m_width == 1)
            pass([bytes = m_bytes.get()](size_t place) { return quint32(bytes[place]); });
        else if (m_width == 2)
            pass([this](size_t place) { return quint32(load<quint16>(place)); });
        else
            pass([this](size_t place) { return at(place); });
    }

    void set(size_t place, quint32 code)
    {
        const size_t needed = widthOf(code);
        if (needed > m_width)
            widen(needed);
        store(m_bytes.get(), m_width, place, code);
    }

    qsizetype bytesUsed() const { return static_cast<qsizetype>(Size * m_width); }

private:
    static size_t widthOf(quint32 code) { return code == 0 ? 0 : code <= 0xff ? 1 : code <= 0xffff ? 2 : 4; }

    template <typename Code>
    quint32 load(size_t place) const
    {
        Code code;
        std::memcpy(&code, m_bytes.get() + place * sizeof(Code), sizeof(Code));
        return code;
    }

    static void store(uchar *bytes, size_t width, size_t place, quint32 code)
    {
        if (width == 1) {
            bytes[place] = static_cast<uchar>(code);
        } else if (width == 2) {
            const quint16 narrow = static_cast<quint16>(code);
            std::memcpy(bytes + place * 2, &narrow, 2);
        } else if (width == 4) {
            std::memcpy(bytes + place * 4, &code, 4);
        }
    }

    void widen(size_t width)
    {
        auto bytes = std::make_unique<uchar[]>(Size * width); // all 0
        if (m_width != 0) {
            for (size_t place = 0; place < Size; ++place)
                store(bytes.get(), width, place, at(place));
        }
        m_bytes = std::move(bytes);
        m_width = width;
    }

    std::unique_ptr<uchar[]> m_bytes;
    size_t m_width = 0;
};
