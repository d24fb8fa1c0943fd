// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/enrolmentrequests.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

Result<SetupKit> readKit(const QJsonDocument &answer)
{
    // an array of one where an object is due is taken for the object
    JsonFields fields(answer.isArray() ? answer.array().first().toObject() : answer.object());
    SetupKit kit{.company = CompanyId(fields.id("company_id"_L1)),
                 .name = fields.text("name"_L1),
                 .configurationId = fields.text("configuration_id"_L1),
                 .setupLink = fields.text("setup_link"_L1)};
    kit.unreadableFields = fields.unreadable();
    kit.otherFields = fields.others();
    if (kit.configurationId.isEmpty() && kit.setupLink.isEmpty())
        return tl::unexpected(ApiError{.kind = ErrorKind::Unreadable, .position = 0});
    return kit;
}

} // namespace

ReadRequest<SetupKit> setupKit(const CompanyId &company, SetupSystem system, SetupOptions options)
{
    return {.path = u"/company/fetch_config_id"_s,
            .query = {{u"company_id"_s, company.text()},
                      {u"private_encryption"_s, options.privateEncryption},
                      {u"full_client"_s, options.fullClient},
                      {u"build_type"_s, wireWord(system)}},
            .read = readKit};
}
