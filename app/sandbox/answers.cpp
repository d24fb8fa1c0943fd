// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/answers.h"

#include "app/sandbox/json.h"

#include <QByteArray>

namespace {

/// "Private encryption" and "full client" are off in every configuration ID that was not asked for with them.
std::string configurationId(const PretendCompany &company)
{
    const std::string json =
        R"({"token":")" + company.token + R"(","encryptionRequired":false,"desktopAppStatus":false})";
    return QByteArray::fromStdString(json).toBase64().toStdString();
}

/// The company without its closing brace, so that the sub companies can follow.
void appendCompany(std::string &json, const PretendCompany &company)
{
    json.append("{\"name\":");
    appendJsonString(json, company.name);
    json.append(",\"status\":1,\"company_id\":").append(std::to_string(company.id));
    json.append(",\"status_description\":\"Active\",\"configuration_id\":");
    appendJsonString(json, configurationId(company));
    json.append(",\"setup_link\":");
    appendJsonString(json, "https://api.idrive360.com/api/v1/download/setup/win/" + company.token);
}

/// An array of the companies for which \a isWanted is true.
std::string companyArray(const PretendFleet &fleet, const auto &isWanted)
{
    std::string json = "[";
    for (const PretendCompany &company : fleet.companies()) {
        if (!isWanted(company))
            continue;
        if (json.size() > 1)
            json.push_back(',');
        appendCompany(json, company);
        json.push_back('}');
    }
    return json.append("]");
}

/// The company that \a query names; nullptr if it names none.
Allowed<const PretendCompany *> askedCompany(const PretendFleet &fleet, const Query &query)
{
    const std::optional<std::uint64_t> id = query.number("company_id");
    if (!id)
        return nullptr;
    if (const PretendCompany *company = fleet.company(*id))
        return company;
    return tl::unexpected(Refused{Refusal::NoSuchCompany, "company_id"});
}

} // namespace

Allowed<Answer> companySummary(const Pretence &pretence, const Query &query)
{
    const Allowed<const PretendCompany *> asked = askedCompany(pretence.fleet, query);
    if (!asked)
        return tl::unexpected(asked.error());
    const PretendCompany &company = *asked ? **asked : pretence.fleet.ownCompany();
    std::string json;
    appendCompany(json, company);
    if (company.level == PretendCompany::Level::Own) {
        json.append(",\"sub_company_list\":")
            .append(companyArray(pretence.fleet, [](const PretendCompany &candidate) {
                return candidate.level == PretendCompany::Level::Sub;
            }));
    }
    return json.append("}");
}

Allowed<Answer> companiesByName(const Pretence &pretence, const Query &query)
{
    const bool isExact = query.flag("exact", true);
    const auto matches = [isExact](const QString &name, const QString &wanted) {
        return isExact ? name == wanted : name.contains(wanted);
    };
    const QString wanted = QString::fromStdString(query.text("name").value_or(std::string()));
    if (query.flag("case_sensitive", false)) {
        return companyArray(pretence.fleet, [&](const PretendCompany &company) {
            return matches(QString::fromStdString(company.name), wanted);
        });
    }
    return companyArray(pretence.fleet, [&, folded = wanted.toCaseFolded()](const PretendCompany &company) {
        return matches(company.foldedName, folded);
    });
}

Allowed<Answer> deviceSummary(const Pretence &pretence, const Query &query)
{
    const PretendFleet &fleet = pretence.fleet;
    const Allowed<const PretendCompany *> asked = askedCompany(fleet, query);
    if (!asked)
        return tl::unexpected(asked.error());
    const PretendCompany *company = *asked;
    if (const std::optional<std::string> id = query.text("device_id")) {
        const std::optional<std::uint32_t> index = fleet.findDevice(*id);
        if (!index || (company && company != &fleet.companyOfDevice(*index)))
            return tl::unexpected(Refused{Refusal::NoSuchDevice, "device_id"});
        return DeviceRange{*index, *index + 1};
    }
    if (company)
        return company->devices;
    return pretence.bareList == BareList::All ? fleet.allDevices() : fleet.ownCompany().devices;
}
