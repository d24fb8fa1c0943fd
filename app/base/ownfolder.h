// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Makes the folder \a path, with what is above it. It is its owner's alone (0700), from its first moment; a folder that was there keeps
/// the rights that it has. Empty, or the system's words for why there is none.
QString makeOwnFolder(const QString &path);
