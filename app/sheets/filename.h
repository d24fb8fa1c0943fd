// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// A name for a file, without its suffix, that says \a text and is nothing but a name on every system: letters, digits, blanks and
/// . , - _ ( ) stay, anything else becomes "-"; no more than 80 characters, no point or blank at an end, none of the names that Windows
/// keeps for devices. \a text may be a server's; of one without a letter or a digit "export" remains.
/// Source of the kept names: Microsoft, "Naming Files, Paths, and Namespaces".
QString safeFileName(QStringView text);
