// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// A device list as the server sends it, about 309 bytes a device. The same for the same \a devices, but one device in
/// \a changedOf (0: none) has another name and another status.
QByteArray deviceJson(qsizetype devices, qsizetype changedOf = 0);
