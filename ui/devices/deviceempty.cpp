// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/deviceempty.h"

#include "app/base/visibletext.h"
#include "ui/devices/devicequery.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct DeviceEmptyWords
{
    Q_DECLARE_TR_FUNCTIONS(DeviceEmpty)
};

constexpr qsizetype longestQuote = 200;
constexpr qsizetype longestOffer = 24;

QString cut(const QString &text, qsizetype most)
{
    return text.size() <= most ? text : text.first(most) + QChar(0x2026);
}

} // namespace

EmptyText noDevicesText(std::optional<DeviceKnowledge> known, const QString &scope,
                        const EmptyActions &actions)
{
    if (!known)
        return {.glyph = Glyph::Company,
                .title = DeviceEmptyWords::tr("No company chosen"),
                .sentences = DeviceEmptyWords::tr("Choose one on the left to see its devices.")};
    switch (*known) {
    case DeviceKnowledge::Reading:
        return {.glyph = Glyph::Refresh,
                .title = DeviceEmptyWords::tr("Reading devices…"),
                .sentences = DeviceEmptyWords::tr("Rows appear here as they arrive.")};
    case DeviceKnowledge::NotRead:
        return {.glyph = Glyph::Clock,
                .title = DeviceEmptyWords::tr("%1 is not read yet").arg(scope),
                .sentences = DeviceEmptyWords::tr("Which devices there are is not known."),
                .primaryAction = actions.read};
    case DeviceKnowledge::Failed:
        return {.glyph = Glyph::Warning,
                .title = DeviceEmptyWords::tr("%1 could not be read").arg(scope),
                .sentences = DeviceEmptyWords::tr(
                    "Which devices there are is not known. What went wrong stands at the "
                    "foot of the window."),
                .primaryAction = actions.read};
    case DeviceKnowledge::Read:
        break;
    }
    return {.glyph = Glyph::Laptop,
            .title = DeviceEmptyWords::tr("%1 has no devices").arg(scope),
            .sentences = DeviceEmptyWords::tr(
                "Devices appear here after the IDrive client has been installed with this "
                "company’s setup link."),
            .primaryAction = actions.copyLink};
}

EmptyText noMatchText(DeviceQuery &query, qsizetype all, const QString &scope, const QLocale &locale)
{
    EmptyText text{.glyph = Glyph::Search,
                   .title = DeviceEmptyWords::tr("No device matches"),
                   .sentences = all == 1
                       ? DeviceEmptyWords::tr("1 device is in %1.").arg(scope)
                       : DeviceEmptyWords::tr("%1 devices are in %2.").arg(locale.toString(all), scope),
                   .quote = visibleText(cut(query.queryText().trimmed(), longestQuote)),
                   .primaryAction = DeviceEmptyWords::tr("Clear query")};
    Query shorter = query.query();
    if (shorter.parts.size() > 1) {
        const QString last =
            visibleText(cut(textOf(shorter.parts.back(), query.queryFields()), longestOffer));
        shorter.parts.pop_back();
        text.sentences += u' '
            + DeviceEmptyWords::tr("Without %1 there would be %2.")
                  .arg(last, locale.toString(query.matching(shorter)));
        text.secondaryAction = DeviceEmptyWords::tr("Drop %1").arg(last).replace(u'&', u"&&"_s);
    }
    return text;
}
