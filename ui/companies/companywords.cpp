// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companywords.h"

#include "ui/companies/companytreemodel.h"
#include "ui/health/healthwords.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

using namespace Qt::StringLiterals;

namespace {

// the context of the words for translators
struct CompanyTree
{
    Q_DECLARE_TR_FUNCTIONS(CompanyTree)
};

QString deviceWords(qsizetype devices)
{
    const QString number = QLocale().toString(devices);
    return devices == 1 ? CompanyTree::tr("1 device") : CompanyTree::tr("%1 devices").arg(number);
}

} // namespace

QString companyGroupTitle(CompanyGroup group)
{
    switch (group) {
    case CompanyGroup::Tree:
        return CompanyTree::tr("Companies");
    case CompanyGroup::FoundBySearch:
        return CompanyTree::tr("Found by search");
    case CompanyGroup::KnownFromDevices:
        return CompanyTree::tr("Known from devices");
    }
    Q_UNREACHABLE();
}

QString companyGroupMeaning(CompanyGroup group)
{
    switch (group) {
    case CompanyGroup::Tree:
        return CompanyTree::tr("Your own company and the sub companies that IDrive lists.");
    case CompanyGroup::FoundBySearch:
        return CompanyTree::tr(
            "IDrive lists two levels of companies only. These were found by their name; IDrive does not say "
            "to which company they belong.");
    case CompanyGroup::KnownFromDevices:
        return CompanyTree::tr(
            "Devices name these companies, but IDrive does not list them among your sub companies and does "
            "not say to which company they belong.");
    }
    Q_UNREACHABLE();
}

QString notReadText(bool isReading)
{
    return isReading ? CompanyTree::tr("reading") : CompanyTree::tr("not read yet");
}

CompanyLook companyLook(const CompanyRow &row)
{
    CompanyLook look{.title = row.title,
                     .suffix = row.suffix,
                     .count = {},
                     .health = row.health,
                     .isCounted = row.devices.has_value(),
                     .level = row.level};
    switch (row.knowledge) {
    case DeviceKnowledge::NotRead:
        look.mark = CompanyMark::NotRead;
        break;
    case DeviceKnowledge::Reading:
        look.mark = CompanyMark::Reading;
        break;
    case DeviceKnowledge::Read:
        break;
    case DeviceKnowledge::Failed:
        look.mark = CompanyMark::Failed;
        break;
    }
    if (row.devices)
        look.count = QLocale().toString(*row.devices);
    else if (row.knowledge == DeviceKnowledge::Failed)
        look.count = CompanyTree::tr("not read");
    else
        look.count = notReadText(row.knowledge == DeviceKnowledge::Reading);
    return look;
}

QString companyAccessibleText(const CompanyLook &look)
{
    QString text = look.title;
    if (!look.suffix.isEmpty())
        text += u", "_s + look.suffix;
    if (!look.count.isEmpty())
        text += u", "_s + (look.isCounted ? CompanyTree::tr("%1 devices").arg(look.count) : look.count);
    if (const QString health = healthBarText(look.health); !health.isEmpty())
        text += u", "_s + health;
    if (look.mark == CompanyMark::Failed)
        text += u", "_s + CompanyTree::tr("could not be read");
    else if (look.isCounted && look.mark != CompanyMark::None)
        text += u", "_s + notReadText(look.mark == CompanyMark::Reading);
    return text;
}

QString companyToolTip(const CompanyEntry &entry, std::optional<qsizetype> devices,
                       const HealthCounts &health)
{
    QStringList lines{entry.title(), CompanyTree::tr("ID %1").arg(entry.key.company.text())};
    if (!entry.company.status.isEmpty())
        lines << CompanyTree::tr("Status at IDrive: %1").arg(entry.company.status);
    lines << (devices ? deviceWords(*devices) : CompanyTree::tr("Its devices are not read yet."));
    if (const QString text = healthBarText(health); !text.isEmpty())
        lines << text;
    if (entry.readAt.isValid())
        lines << CompanyTree::tr("Read %1").arg(
            QLocale().toString(entry.readAt.toLocalTime(), QLocale::ShortFormat));
    if (entry.error)
        lines << QString() << entry.error->what() << entry.error->advice();
    return lines.join(u'\n');
}
