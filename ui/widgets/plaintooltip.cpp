// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plaintooltip.h"

using namespace Qt::StringLiterals;

QString plainToolTip(const QString &text)
{
    static constexpr qsizetype longest = 2000;
    if (text.isEmpty())
        return {};
    const QString shown = text.size() > longest ? text.first(longest) + u"…"_s : text;
    return u"<qt>"_s + shown.toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</qt>"_s;
}
