// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sandbox/answers.h"

#include "app/sandbox/json.h"

#include <QByteArray>

#include <algorithm>

namespace {

std::string configurationId(const PretendCompany &company, bool hasPrivateEncryption, bool isFullClient)
{
    const auto word = [](bool isOn) {
        return isOn ? "true" : "false";
    };
    const std::string json = R"({"token":")" + company.token + R"(","encryptionRequired":)"
        + word(hasPrivateEncryption) + R"(,"desktopAppStatus":)" + word(isFullClient) + "}";
    return QByteArray::fromStdString(json).toBase64().toStdString();
}

/// \a build in lower case. That only WIN's link is known leaves open how the others look.
std::string setupLink(const PretendCompany &company, std::string_view build)
{
    return "https://api.idrive360.com/api/v1/download/setup/" + std::string(build) + '/' + company.token;
}

void appendSetup(std::string &json, const std::string &configurationId, const std::string &setupLink)
{
    json.append(",\"configuration_id\":");
    appendJsonString(json, configurationId);
    json.append(",\"setup_link\":");
    appendJsonString(json, setupLink);
}

/// The company without its closing brace, so that the sub companies can follow. "Private encryption" and "full client"
/// are off in every configuration ID that was not asked for with them.
void appendCompany(std::string &json, const PretendCompany &company)
{
    json.append("{\"name\":");
    appendJsonString(json, company.name);
    json.append(",\"status\":1,\"company_id\":").append(std::to_string(company.id));
    json.append(",\"status_description\":\"Active\"");
    appendSetup(json, configurationId(company, false, false), setupLink(company, "win"));
}

/// An array of the companies for which \a isWanted is true.
std::string companyArray(const SandboxState &state, const auto &isWanted)
{
    std::string json = "[";
    for (const PretendCompany *company : state.companies()) {
        if (!isWanted(*company))
            continue;
        if (json.size() > 1)
            json.push_back(',');
        appendCompany(json, *company);
        json.push_back('}');
    }
    return json.append("]");
}

} // namespace

Allowed<const PretendCompany *> askedCompany(const Call &call)
{
    const std::optional<std::uint64_t> id = call.query.number("company_id");
    if (!id)
        return &call.state.fleet().ownCompany();
    if (const PretendCompany *company = call.state.company(*id))
        return company;
    return tl::unexpected(Refused{Refusal::NoSuchCompany, "company_id"});
}

Allowed<Answer> companySummary(const Call &call)
{
    const Allowed<const PretendCompany *> company = askedCompany(call);
    if (!company)
        return tl::unexpected(company.error());
    std::string json;
    appendCompany(json, **company);
    if ((*company)->level == PretendCompany::Level::Own) {
        json.append(",\"sub_company_list\":")
            .append(companyArray(call.state, [](const PretendCompany &candidate) {
                return candidate.level == PretendCompany::Level::Sub;
            }));
    }
    return TextAnswer{json.append("}")};
}

Allowed<Answer> configurationOfCompany(const Call &call)
{
    const Allowed<const PretendCompany *> company = askedCompany(call);
    if (!company)
        return tl::unexpected(company.error());
    const QString build = QString::fromStdString(call.query.text("build_type").value_or("WIN"));
    std::string json = "{\"name\":";
    appendJsonString(json, (*company)->name);
    json.append(",\"company_id\":").append(std::to_string((*company)->id));
    appendSetup(json,
                configurationId(**company, call.query.flag("private_encryption", false),
                                call.query.flag("full_client", false)),
                setupLink(**company, build.toLower().toStdString()));
    return TextAnswer{json.append("}")};
}

Allowed<Answer> createCompany(const Call &call)
{
    const PretendCompany *parent = &call.state.fleet().ownCompany();
    if (const QJsonValue id = call.body.value(QLatin1StringView("company_id")); !id.isUndefined())
        parent = call.state.company(static_cast<std::uint64_t>(id.toInteger()));
    if (!parent)
        return tl::unexpected(Refused{Refusal::NoSuchCompany, "company_id"});
    const std::string name = call.body.value(QLatin1StringView("name")).toString().toStdString();
    const Allowed<const PretendCompany *> created = call.state.createCompany(*parent, name);
    if (!created)
        return tl::unexpected(created.error());
    std::string json;
    appendCompany(json, **created);
    return TextAnswer{json.append("}"), 201};
}

Allowed<Answer> companiesByName(const Call &call)
{
    const bool isExact = call.query.flag("exact", true);
    const auto matches = [isExact](const QString &name, const QString &wanted) {
        return isExact ? name == wanted : name.contains(wanted);
    };
    const QString wanted = QString::fromStdString(call.query.text("name").value_or(std::string()));
    if (call.query.flag("case_sensitive", false)) {
        return TextAnswer{companyArray(call.state, [&](const PretendCompany &company) {
            return matches(QString::fromStdString(company.name), wanted);
        })};
    }
    return TextAnswer{
        companyArray(call.state, [&, folded = wanted.toCaseFolded()](const PretendCompany &company) {
            return matches(company.foldedName, folded);
        })};
}

Allowed<Answer> deviceSummary(const Call &call)
{
    const PretendFleet &fleet = call.state.fleet();
    const Allowed<const PretendCompany *> asked = askedCompany(call);
    if (!asked)
        return tl::unexpected(asked.error());
    const bool isBare = !call.query.number("company_id");
    DeviceListAnswer list{(*asked)->devices, call.state.plans(), call.state.clock()};
    if (const std::optional<std::string> id = call.query.text("device_id")) {
        const std::optional<std::uint32_t> index = fleet.findDevice(*id);
        if (!index || (!isBare && *asked != &fleet.companyOfDevice(*index)))
            return tl::unexpected(Refused{Refusal::NoSuchDevice, "device_id"});
        list.range = {*index, *index + 1};
    } else if (isBare && call.reading.bareList == Reading::BareList::All) {
        list.range = fleet.allDevices();
    }
    return list;
}
