// SPDX-License-Identifier: GPL-3.0-or-later
// Templates as the settings keep them.
#include "app/enrolment/kittemplate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostTemplates = 100;
constexpr qsizetype longestName = 100;
constexpr qsizetype longestText = 64 << 10;

constexpr auto nameField = "name"_L1;
constexpr auto textField = "text"_L1;
constexpr auto scriptField = "script"_L1;

struct TemplateStoreWords
{
    Q_DECLARE_TR_FUNCTIONS(KitTemplate)
};

} // namespace

QList<KitTemplate> kitTemplatesFrom(const QJsonValue &stored)
{
    QList<KitTemplate> templates;
    const QJsonArray array = stored.toArray();
    for (const auto &value : array) {
        const QJsonObject object = value.toObject();
        const KitTemplate read{.name = object[nameField].toString().trimmed(),
                               .text = object[textField].toString(),
                               .isScript = object[scriptField].toBool()};
        const bool isGood =
            !read.name.isEmpty() && read.name.size() <= longestName && read.text.size() <= longestText;
        if (isGood && templates.size() < mostTemplates)
            templates << read;
    }
    return templates;
}

QJsonValue storedKitTemplates(const QList<KitTemplate> &templates)
{
    QJsonArray array;
    for (const KitTemplate &one : templates)
        array.append(QJsonObject{{nameField, one.name.left(longestName)},
                                 {textField, one.text.left(longestText)},
                                 {scriptField, one.isScript}});
    return array;
}

QList<KitTemplate> firstKitTemplates()
{
    return {
        {.name = TemplateStoreWords::tr("Mail to a client"),
         .text = TemplateStoreWords::tr(
             "Hello,\n\nto set up the backup of a computer of {company} ({system_name}), open this link on "
             "it:\n\n"
             "{link}\n\nWhoever has this link can add a computer to your backup: keep it to yourselves.\n")},
        {.name = TemplateStoreWords::tr("Install command"),
         .text = TemplateStoreWords::tr(
             QT_TRANSLATE_NOOP("KitTemplate", "\"<your installer>\" <your switches> {configuration_id}\n")),
         .isScript = true}};
}
