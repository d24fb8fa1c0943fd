// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/fleet/fleet.h"

#include <QCollator>
#include <QHash>
#include <QSet>
#include <QString>

#include <array>
#include <memory>
#include <optional>
#include <vector>

/// Where a company stands in the window. The lists of one account, each with a heading of its own.
enum class CompanyGroup { Tree, FoundBySearch, KnownFromDevices };
inline constexpr size_t companyGroupCount = 3;

/// How the known devices of \a company are; nothing where none is known.
HealthCounts healthOf(const Fleet &fleet, const CompanyKey &company);

/// What one row shows of a company.
struct CompanyRow
{
    CompanyKey key;
    QString title = {}; ///< Visible text: plain, one line.
    QString suffix = {}; ///< Tells it apart: "own" for the key's own company, the ID where names are equal.
    std::optional<qsizetype> devices = {}; ///< nullopt: not read yet, which is never 0.
    HealthCounts health = {};
    DeviceKnowledge knowledge = DeviceKnowledge::NotRead;
    /// How many companies it stands below that Steward put it under: those, and their parent, are right above it.
    int level = 0;

    friend bool operator==(const CompanyRow &, const CompanyRow &) = default;
};

/// Which companies a person wants to see: those with \a text in their name or ID; case does not count.
struct CompanyFilter
{
    QString text;
    QSet<CompanyKey> always; ///< Shown whatever the text: what IDrive itself just found for it.

    bool takesIn(const CompanyEntry &entry) const;
};

using CompanyLists = std::array<std::vector<CompanyRow>, companyGroupCount>;

/// Makes the rows of the three lists: the own company first, the others in natural order ("Shop 9" before "Shop 10"), equal names
/// by ID. What Steward created below another company than the own one stands right below that. Keeps sort keys between calls: 5,000 companies take a few milliseconds.
class CompanyRows
{
public:
    CompanyRows();

    CompanyLists build(const Fleet &fleet, const AccountId &account, const CompanyFilter &filter);

    /// What changes while a fleet is read, and by time: the devices that are known, and their health.
    static void readState(const Fleet &fleet, CompanyRow &row);

private:
    struct SortKey
    {
        QString title;
        QCollatorSortKey key;
    };

    const QCollatorSortKey &sortKey(const CompanyRow &row);
    void sort(std::vector<CompanyRow> &rows);

    QCollator m_collator;
    QHash<CompanyKey, std::shared_ptr<const SortKey>> m_sortKeys;
};
