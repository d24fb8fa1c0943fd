// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// A device list as the server sends it, about 309 bytes a device. The same for the same \a devices.
QByteArray deviceJson(qsizetype devices);
