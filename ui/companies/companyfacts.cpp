// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/companies/companyfacts.h"

#include "app/base/visibletext.h"
#include "ui/companies/companywords.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

// The context of the words for translators.
struct CompanyDetailsWords
{
    Q_DECLARE_TR_FUNCTIONS(CompanyDetails)
};

Fact statusFact(const Company &company)
{
    Fact fact{.label = CompanyDetailsWords::tr("Status"), .value = visibleText(company.status)};
    fact.isKnown = !fact.value.isEmpty();
    if (!fact.isKnown)
        fact.value = CompanyDetailsWords::tr("not reported by the API");
    return fact;
}

// The time alone where it is today's.
QString whenText(const QDateTime &when)
{
    const QDateTime local = when.toLocalTime();
    const QLocale locale;
    return local.date() == QDate::currentDate() ? locale.toString(local.time(), u"HH:mm"_s)
                                                : locale.toString(local, QLocale::ShortFormat);
}

Fact devicesFact(const CompanyEntry &entry, std::optional<qsizetype> devices)
{
    Fact fact{.label = CompanyDetailsWords::tr("Devices")};
    fact.isKnown = devices.has_value();
    fact.value =
        devices ? QLocale().toString(*devices) : notReadText(entry.devices == DeviceKnowledge::Reading);
    if (entry.readAt.isValid())
        fact.addition = CompanyDetailsWords::tr("read %1", "a time").arg(whenText(entry.readAt));
    return fact;
}

} // namespace

FactSection companyFacts(const CompanyEntry &entry, std::optional<qsizetype> devices,
                         const HealthCounts &health)
{
    FactSection section{.title = {},
                        .facts = {statusFact(entry.company),
                                  devicesFact(entry, devices),
                                  {.label = CompanyDetailsWords::tr("Company ID"),
                                   .value = visibleText(entry.key.company.text()),
                                   .name = u"copyCompanyDetailsId"_s}}};
    for (const HealthRow &row : healthTable) {
        if (const qsizetype count = health.of(row.health); count > 0)
            section.facts.append({.label = label(row.health), .value = QLocale().toString(count)});
    }
    return section;
}

QString companyPlaceText(const Fleet &fleet, const CompanyEntry &entry)
{
    switch (entry.place) {
    case CompanyPlace::Own:
        return CompanyDetailsWords::tr("Your own company");
    case CompanyPlace::Sub:
        return CompanyDetailsWords::tr("Sub company");
    case CompanyPlace::Created:
        if (const CompanyEntry *parent = fleet.companies().find({entry.key.account, entry.parent}))
            return CompanyDetailsWords::tr("Created with Steward, below %1")
                .arg(visibleText(parent->title()));
        return CompanyDetailsWords::tr("Created with Steward");
    case CompanyPlace::FoundBySearch:
        return companyGroupTitle(CompanyGroup::FoundBySearch);
    case CompanyPlace::KnownFromDevices:
        return companyGroupTitle(CompanyGroup::KnownFromDevices);
    }
    Q_UNREACHABLE();
}

QString companyWarning(const CompanyEntry &entry)
{
    QStringList sentences;
    if (entry.error)
        sentences << entry.error->what() + u' ' + entry.error->advice();
    if (entry.company.unreadableFields > 0)
        sentences << (entry.company.unreadableFields == 1
                          ? CompanyDetailsWords::tr("1 field of the answer could not be read.")
                          : CompanyDetailsWords::tr("%1 fields of the answer could not be read.")
                                .arg(QLocale().toString(entry.company.unreadableFields)));
    return sentences.join(u'\n');
}
