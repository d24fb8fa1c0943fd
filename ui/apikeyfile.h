// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <tl/expected.hpp>

/// The bytes of the file that holds an API key, as they are; "-" is standard input. The error is one sentence: the file
/// cannot be read, is larger than any key, or may be read or written by others than its owner (then with the command that
/// changes this). Who may see a pipe is not asked.
tl::expected<QByteArray, QString> readApiKeyFile(const QString &name);
