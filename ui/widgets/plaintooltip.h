// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// \a text for setToolTip() and QToolTip::showText(), shown letter by letter: Qt takes a tooltip that looks like HTML
/// for HTML. Long lines wrap; what is longer than 2,000 characters ends in "…". An empty text stays empty.
QString plainToolTip(const QString &text);
