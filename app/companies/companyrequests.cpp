// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/companies/companyrequests.h"

#include "app/base/sentname.h"
#include "app/net/jsonfields.h"
#include "app/net/jsonid.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace {

// API document: only 1 / "Active" is documented, so the word counts and the number is a fallback.
QString statusOf(JsonFields &fields)
{
    QString description = fields.text("status_description"_L1);
    const QString number = fields.id("status"_L1);
    if (!description.isEmpty() || number.isEmpty())
        return description;
    return QCoreApplication::translate("Company", "Status %1 (not documented)").arg(number);
}

Company readCompany(JsonFields &fields)
{
    Company company{.id = CompanyId(fields.id("company_id"_L1)),
                    .name = fields.text("name"_L1),
                    .status = statusOf(fields),
                    .configurationId = fields.text("configuration_id"_L1),
                    .setupLink = fields.text("setup_link"_L1)};
    company.unreadableFields = fields.unreadable();
    company.otherFields = fields.others();
    return company;
}

// An array of one where an object is due is taken for the object.
QJsonObject onlyObject(const QJsonDocument &answer)
{
    return answer.isArray() ? answer.array().first().toObject() : answer.object();
}

/// Those of \a objects that are companies; \a unreadable counts the others.
QList<Company> readCompanies(const QList<QJsonObject> &objects, int &unreadable)
{
    QList<Company> companies;
    companies.reserve(objects.size());
    for (const QJsonObject &object : objects) {
        JsonFields fields(object);
        Company company = readCompany(fields);
        if (company.id.isEmpty())
            ++unreadable;
        else
            companies.append(std::move(company));
    }
    return companies;
}

Result<CompanySummary> readSummary(const QJsonDocument &answer)
{
    JsonFields fields(onlyObject(answer));
    CompanySummary summary{.company = readCompany(fields)};
    if (summary.company.id.isEmpty())
        return tl::unexpected(ApiError{.kind = ErrorKind::Unreadable, .position = 0});
    const int readable = fields.unreadable();
    if (const auto subs = fields.objects("sub_company_list"_L1))
        summary.subCompanies = readCompanies(*subs, summary.unreadable);
    summary.company.otherFields = fields.others();
    summary.unreadable += fields.unreadable() - readable; // entries that are no objects at all
    return summary;
}

Result<QList<Company>> readFound(const QJsonDocument &answer)
{
    // one object where an array is due is an array of one
    const QJsonArray array =
        answer.isObject() && !answer.object().isEmpty() ? QJsonArray{answer.object()} : answer.array();
    QList<QJsonObject> objects;
    for (const auto &value : array)
        objects.append(value.toObject());
    int unreadable = 0;
    return readCompanies(objects, unreadable);
}

Result<Company> readCreated(const QJsonDocument &answer)
{
    JsonFields fields(onlyObject(answer));
    Company company = readCompany(fields);
    if (company.id.isEmpty())
        return tl::unexpected(ApiError{.kind = ErrorKind::Unreadable, .position = 0});
    return company;
}

} // namespace

ReadRequest<CompanySummary> companySummary()
{
    return {.path = u"/company"_s, .read = readSummary};
}

ReadRequest<CompanySummary> companySummary(const CompanyId &id)
{
    return {.path = u"/company"_s, .query = {{u"company_id"_s, id.text()}}, .read = readSummary};
}

ReadRequest<QList<Company>> companiesByName(const QString &text, NameMatch match)
{
    return {
        .path = u"/company/name"_s,
        .query = {{u"name"_s, text}, {u"exact"_s, match.exact}, {u"case_sensitive"_s, match.caseSensitive}},
        .read = readFound};
}

WriteRequest<Company> createCompany(const QString &name, const CompanyId &parent)
{
    return {.verb = WriteVerb::Post,
            .path = u"/company"_s,
            .body = {{u"name"_s, sentName(name)}, {u"company_id"_s, jsonNumberId(parent.text())}},
            .read = readCreated};
}
