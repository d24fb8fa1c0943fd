// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

/// Reads CSV as RFC 4180 has it and not a bit more mercifully, with \a separator for its comma: each line ends with CR LF, the last one
/// too; a bare cell holds no quote, no separator and no line break; after a closing quote comes a separator or the line's
/// end. Nothing where the file is no such CSV. Written without a look at the writer.
inline std::optional<QList<QList<QByteArray>>> strictCsv(const QByteArray &file, char separator = ',')
{
    QList<QList<QByteArray>> lines;
    qsizetype at = 0;
    const auto is = [&](char c) {
        return at < file.size() && file[at] == c;
    };
    while (at < file.size()) {
        QList<QByteArray> line;
        for (;;) {
            QByteArray cell;
            if (is('"')) {
                for (++at;; ++at) {
                    if (at >= file.size())
                        return std::nullopt; // never closed
                    if (is('"') && (++at, !is('"')))
                        break;
                    cell += file[at];
                }
            } else {
                for (; at < file.size() && !is(separator) && !is('\r'); ++at) {
                    if (is('"') || is('\n'))
                        return std::nullopt;
                    cell += file[at];
                }
            }
            line.append(cell);
            if (is(separator)) {
                ++at;
                continue;
            }
            if (!is('\r') || (++at, !is('\n')))
                return std::nullopt;
            ++at;
            break;
        }
        lines.append(line);
    }
    return lines;
}
