// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicequeryfields.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace {

struct FieldLine
{
    DeviceFact fact;
    const char *name;
    const char *label;
    QueryKind kind;
    bool hasValueList;
    std::array<const char *, 2> aliases;
};

// The aliases are what people of this trade write: a company is a client, an os a system.
constexpr std::array fieldLines{
    FieldLine{DeviceFact::Status,
              "status",
              QT_TRANSLATE_NOOP("DeviceQuery", "Status"),
              QueryKind::Text,
              true,
              {"state"}},
    FieldLine{DeviceFact::LastResult,
              "result",
              QT_TRANSLATE_NOOP("DeviceQuery", "Last result"),
              QueryKind::Text,
              true,
              {"outcome"}},
    FieldLine{
        DeviceFact::Os, "os", QT_TRANSLATE_NOOP("DeviceQuery", "System"), QueryKind::Text, true, {"system"}},
    FieldLine{DeviceFact::Version,
              "version",
              QT_TRANSLATE_NOOP("DeviceQuery", "Version"),
              QueryKind::Version,
              true,
              {"ver"}},
    FieldLine{
        DeviceFact::Group, "group", QT_TRANSLATE_NOOP("DeviceQuery", "Group"), QueryKind::Text, true, {}},
    FieldLine{DeviceFact::Tag, "tag", QT_TRANSLATE_NOOP("DeviceQuery", "Tag"), QueryKind::Text, true, {}},
    FieldLine{DeviceFact::Company,
              "company",
              QT_TRANSLATE_NOOP("DeviceQuery", "Company"),
              QueryKind::Text,
              true,
              {"client"}},
    FieldLine{DeviceFact::Account,
              "account",
              QT_TRANSLATE_NOOP("DeviceQuery", "Account"),
              QueryKind::Text,
              true,
              {}},
    FieldLine{DeviceFact::Name,
              "name",
              QT_TRANSLATE_NOOP("DeviceQuery", "Name"),
              QueryKind::Text,
              false,
              {"device"}},
    FieldLine{
        DeviceFact::Id, "id", QT_TRANSLATE_NOOP("DeviceQuery", "Device ID"), QueryKind::Text, false, {}},
    FieldLine{DeviceFact::LastSuccess,
              "last",
              QT_TRANSLATE_NOOP("DeviceQuery", "Last success"),
              QueryKind::Age,
              false,
              {"success", "backup"}},
    FieldLine{
        DeviceFact::NextRun, "next", QT_TRANSLATE_NOOP("DeviceQuery", "Next run"), QueryKind::Age, false, {}},
    FieldLine{
        DeviceFact::Health, "health", QT_TRANSLATE_NOOP("DeviceQuery", "Health"), QueryKind::Text, true, {}},
    FieldLine{DeviceFact::Plan, "plan", QT_TRANSLATE_NOOP("DeviceQuery", "Plan"), QueryKind::Text, false, {}},
    FieldLine{DeviceFact::Coverage,
              "coverage",
              QT_TRANSLATE_NOOP("DeviceQuery", "Coverage"),
              QueryKind::Text,
              true,
              {}},
    FieldLine{DeviceFact::Known,
              "known",
              QT_TRANSLATE_NOOP("DeviceQuery", "Known"),
              QueryKind::Text,
              false,
              {"note"}},
    FieldLine{DeviceFact::Twin, "twin", QT_TRANSLATE_NOOP("DeviceQuery", "Twin"), QueryKind::Text, false, {}},
};

} // namespace

DeviceQueryFields::DeviceQueryFields(const std::vector<DeviceFact> &unknown)
{
    std::vector<QueryField> fields;
    for (const FieldLine &line : fieldLines) {
        if (std::ranges::find(unknown, line.fact) != unknown.end())
            continue;
        QueryField field{.name = QString::fromLatin1(line.name),
                         .label = QCoreApplication::translate("DeviceQuery", line.label),
                         .kind = line.kind,
                         .hasValueList = line.hasValueList};
        for (const char *alias : line.aliases) {
            if (alias)
                field.aliases.append(QString::fromLatin1(alias));
        }
        fields.push_back(std::move(field));
        m_facts.push_back(line.fact);
    }
    m_fields = QueryFields(std::move(fields));
}

int DeviceQueryFields::fieldOf(DeviceFact fact) const
{
    const auto found = std::ranges::find(m_facts, fact);
    return found == m_facts.end() ? anyField : static_cast<int>(found - m_facts.begin());
}

std::optional<WordColumn> wordColumnOf(DeviceFact fact)
{
    switch (fact) {
    case DeviceFact::Status:
        return WordColumn::Status;
    case DeviceFact::LastResult:
        return WordColumn::LastResult;
    case DeviceFact::Os:
        return WordColumn::Os;
    case DeviceFact::Version:
        return WordColumn::Version;
    case DeviceFact::Group:
        return WordColumn::Group;
    case DeviceFact::Company:
        return WordColumn::Company;
    case DeviceFact::Account:
        return WordColumn::Account;
    default:
        return std::nullopt;
    }
}

std::optional<TextColumn> textColumnOf(DeviceFact fact)
{
    switch (fact) {
    case DeviceFact::Tag:
        return TextColumn::Tag;
    case DeviceFact::Name:
        return TextColumn::Name;
    case DeviceFact::Id:
        return TextColumn::Id;
    default:
        return std::nullopt;
    }
}
