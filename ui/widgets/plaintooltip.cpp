// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/plaintooltip.h"

#include "app/base/visibletext.h"

using namespace Qt::StringLiterals;

QString plainToolTip(const QString &text)
{
    static constexpr qsizetype longest = 2000;
    if (text.isEmpty())
        return {};
    return u"<qt>"_s + shortenedText(text, longest).toHtmlEscaped().replace(u'\n', u"<br>"_s) + u"</qt>"_s;
}
