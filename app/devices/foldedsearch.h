// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Looks for a search text (see searchText()) in bytes whose A to Z may be either case: sixteen places at a time by the first and the
/// last byte, the rest where both are right.
class FoldedSearch
{
public:
    /// \a needle: UTF-8, lower case, not empty.
    explicit FoldedSearch(QByteArray needle) : m_needle(std::move(needle)) { }

    qsizetype size() const { return m_needle.size(); }
    /// The first place at or behind \a begin; \a end when there is none. Reads up to 16 bytes past \a end.
    const char *find(const char *begin, const char *end) const;

    /// Sets the bits of \a places, from the first on, where the needle's first byte stands in \a size bytes; all others up to \a size are
    /// zero. Reads up to 16 bytes more.
    void markFirsts(const char *begin, size_t size, quint64 *places) const;

private:
    bool isAt(const char *place) const;

    QByteArray m_needle;
};
