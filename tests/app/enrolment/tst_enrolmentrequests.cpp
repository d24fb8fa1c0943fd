// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/enrolmentrequests.h"
#include "tests/support/wrongvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QJsonObject sample()
{
    return {{u"name"_s, u"default"_s},
            {u"company_id"_s, 123},
            {u"configuration_id"_s, u"eyJ0b2tlbiI6IkFUVkFXUTE3MjQyIn0"_s},
            {u"setup_link"_s, u"https://api.idrive360.com/api/v1/download/setup/win/ATVAWQ17242"_s}};
}

Result<SetupKit> read(const QJsonValue &answer)
{
    const QJsonDocument document =
        answer.isArray() ? QJsonDocument(answer.toArray()) : QJsonDocument(answer.toObject());
    return setupKit(CompanyId(u"123"_s), SetupSystem::Win, {}).read(document);
}

} // namespace

/// GET /company/fetch_config_id.
class TestEnrolmentRequests : public QObject
{
    Q_OBJECT

private slots:
    void Q26_Q29_Q31_everyParameterIsAlwaysSent()
    {
        const auto request = setupKit(CompanyId(u"15806"_s), SetupSystem::Deb, {.fullClient = true});
        QCOMPARE(request.path, u"/company/fetch_config_id"_s);
        QStringList query;
        for (const QueryItem &item : request.query)
            query << item.name + u'=' + item.value;
        QCOMPARE(query,
                 (QStringList{u"company_id=15806"_s, u"private_encryption=false"_s, u"full_client=true"_s,
                              u"build_type=DEB"_s}));
    }

    void theDocumentsSampleIsRead()
    {
        const auto kit = read(sample());
        QVERIFY(kit.has_value());
        QCOMPARE(kit->company, CompanyId(u"123"_s));
        QCOMPARE(kit->name, u"default"_s);
        QCOMPARE(kit->configurationId, u"eyJ0b2tlbiI6IkFUVkFXUTE3MjQyIn0"_s);
        QCOMPARE(kit->setupLink, u"https://api.idrive360.com/api/v1/download/setup/win/ATVAWQ17242"_s);
        QCOMPARE(kit->unreadableFields, 0);
        QCOMPARE(read(QJsonArray{sample()}), kit); // Q90
    }

    void F34_F35_aWrongValueCostsItsFieldAlone()
    {
        const SetupKit good = read(sample()).value();
        for (const ChangedAnswer &changed : withWrongValues(sample(), 1 << 20)) {
            const auto kit = read(changed.answer);
            QVERIFY2(kit.has_value(), qPrintable(changed.path));
            QVERIFY(changed.path == "company_id"_L1 || kit->company == good.company);
            QVERIFY(changed.path == "name"_L1 || kit->name == good.name);
            QVERIFY(changed.path == "configuration_id"_L1 || kit->configurationId == good.configurationId);
            QVERIFY(changed.path == "setup_link"_L1 || kit->setupLink == good.setupLink);
            const bool isOdd = changed.change == "true" || changed.change == "[]" || changed.change == "{}"
                || (changed.change == "1e308" && changed.path == "company_id"_L1);
            QCOMPARE(kit->unreadableFields, int(isOdd));
        }
    }

    void withoutIdAndLinkItIsNoKit()
    {
        for (const char *answer : {"{}", "[]", R"({"company_id":123,"name":"x"})",
                                   R"({"configuration_id":null,"setup_link":" "})"}) {
            const auto kit = setupKit({}, SetupSystem::Win, {}).read(QJsonDocument::fromJson(answer));
            QVERIFY(!kit.has_value());
            QCOMPARE(kit.error().kind, ErrorKind::Unreadable);
        }
    }

    void unknownFieldsAreKept()
    {
        for (const ChangedAnswer &changed : withUnknownFields(sample())) {
            const auto kit = read(changed.answer);
            QVERIFY(kit.has_value());
            QCOMPARE(kit->otherFields.size(), 1);
            QCOMPARE(kit->otherFields.constFirst().path, changed.path);
        }
    }
};

QTEST_GUILESS_MAIN(TestEnrolmentRequests)
#include "tst_enrolmentrequests.moc"
