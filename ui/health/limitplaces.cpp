// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/health/limitplaces.h"

#include "app/base/visibletext.h"
#include "app/fleet/fleet.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("LimitPlaces", text);
}

struct KindRow
{
    LimitPlaceKind kind;
    const char *label; ///< Context "LimitPlaces".
};
constexpr std::array kindRows{
    KindRow{LimitPlaceKind::System, QT_TRANSLATE_NOOP("LimitPlaces", "Kind of system")},
    KindRow{LimitPlaceKind::Account, QT_TRANSLATE_NOOP("LimitPlaces", "Account")},
    KindRow{LimitPlaceKind::Group, QT_TRANSLATE_NOOP("LimitPlaces", "Group")},
    KindRow{LimitPlaceKind::Company, QT_TRANSLATE_NOOP("LimitPlaces", "Company")}};

struct SystemRow
{
    MachineKind kind;
    const char *title; ///< Context "LimitPlaces".
};
constexpr std::array systemRows{
    SystemRow{MachineKind::Workstation, QT_TRANSLATE_NOOP("LimitPlaces", "Workstations")},
    SystemRow{MachineKind::Server, QT_TRANSLATE_NOOP("LimitPlaces", "Servers")},
    SystemRow{MachineKind::Linux, QT_TRANSLATE_NOOP("LimitPlaces", "Linux")},
    SystemRow{MachineKind::Unsure, QT_TRANSLATE_NOOP("LimitPlaces", "Systems that do not tell")}};

} // namespace

LimitPlaceKind kindOf(const LimitPlace &place)
{
    return static_cast<LimitPlaceKind>(place.index()); // both stand in one order
}

QString label(LimitPlaceKind kind)
{
    return words(std::ranges::find(kindRows, kind, &KindRow::kind)->label);
}

QList<NamedLimitPlace> LimitPlaces::all(LimitPlaceKind kind) const
{
    QList<NamedLimitPlace> places;
    const auto add = [this, &places](const LimitPlace &place) {
        places.append({place, title(place)});
    };
    const DeviceTable &devices = m_fleet.devices();
    switch (kind) {
    case LimitPlaceKind::System:
        for (const SystemRow &row : systemRows)
            add(row.kind);
        return places;
    case LimitPlaceKind::Account:
        for (quint32 code = 0; code < devices.wordCount(WordColumn::Account); ++code) {
            const AccountId account(devices.word(WordColumn::Account, code));
            if (m_fleet.session(account))
                add(account);
        }
        break;
    case LimitPlaceKind::Group:
        for (quint32 code = 1; code < devices.wordCount(WordColumn::Group); ++code)
            add(LimitGroup{devices.word(WordColumn::Group, code)});
        break;
    case LimitPlaceKind::Company:
        for (const CompanyEntry &entry : m_fleet.companies().entries())
            add(entry.key);
        break;
    }
    std::ranges::sort(places, [](const NamedLimitPlace &a, const NamedLimitPlace &b) {
        return a.title.localeAwareCompare(b.title) < 0;
    });
    return places;
}

QString LimitPlaces::title(const LimitPlace &place) const
{
    if (const MachineKind *system = std::get_if<MachineKind>(&place))
        return words(std::ranges::find(systemRows, *system, &SystemRow::kind)->title);
    if (const AccountId *account = std::get_if<AccountId>(&place))
        return accountTitle(*account);
    if (const LimitGroup *group = std::get_if<LimitGroup>(&place))
        return groupTitle(*group);
    return companyTitle(std::get<CompanyKey>(place));
}

QString LimitPlaces::accountTitle(const AccountId &account) const
{
    const DeviceTable &devices = m_fleet.devices();
    for (quint32 code = 0; code < devices.wordCount(WordColumn::Account); ++code) {
        if (devices.word(WordColumn::Account, code) == account.text())
            return visibleText(devices.accountName(code));
    }
    return words(QT_TRANSLATE_NOOP("LimitPlaces", "An account that is not open"));
}

/// With its account where several are joined: they may have companies of one name.
QString LimitPlaces::companyTitle(const CompanyKey &company) const
{
    const CompanyEntry *entry = m_fleet.companies().find(company);
    if (!entry)
        return words(QT_TRANSLATE_NOOP("LimitPlaces", "Company %1, not open"))
            .arg(visibleText(company.company.text()));
    const QString name = visibleText(entry->title());
    return areSeveral()
        ? words(QT_TRANSLATE_NOOP("LimitPlaces", "%1 (%2)")).arg(name, accountTitle(company.account))
        : name;
}

/// Limits keep a group's name in one case: shown is how the server writes it, where it does.
QString LimitPlaces::groupTitle(const LimitGroup &group) const
{
    const DeviceTable &devices = m_fleet.devices();
    for (quint32 code = 1; code < devices.wordCount(WordColumn::Group); ++code) {
        const QString name = devices.word(WordColumn::Group, code);
        if (LimitGroup{name} == group)
            return visibleText(name.trimmed());
    }
    return visibleText(group.name);
}

bool LimitPlaces::areSeveral() const
{
    return m_fleet.devices().wordCount(WordColumn::Account) > 1;
}
