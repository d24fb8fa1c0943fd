// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/companies/companyname.h"

#include "app/base/sentname.h"

#include <QCoreApplication>

QString companyNameFault(const QString &typed)
{
    const QString name = sentName(typed);
    if (name.isEmpty())
        return QCoreApplication::translate("CompanyName", "A company needs a name.");
    if (const std::optional<char32_t> character = unsendableCharacter(name))
        return QCoreApplication::translate(
                   "CompanyName",
                   "The name holds a character that cannot be seen (%1). Type it anew "
                   "without line breaks, tabs and marks of writing direction.")
            .arg(codePointName(*character));
    return {};
}
