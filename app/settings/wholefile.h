// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

/// Writes \a bytes to \a path, whole or not at all, for its owner alone (0600). Empty, or the system's words for why not; then what
/// stood there before is as it was.
QString writeWholeFile(const QString &path, const QByteArray &bytes);
