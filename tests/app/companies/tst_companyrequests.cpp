// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/companies/companyrequests.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QJsonDocument json(const QByteArray &bytes)
{
    return QJsonDocument::fromJson(bytes);
}

} // namespace

/// Requests as they are sent, and answers as the document shows them or as they may come.
class TestCompanyRequests : public QObject
{
    Q_OBJECT

private slots:
    void theFirstCallNamesNoCompany()
    {
        QCOMPARE(companySummary().path, u"/company"_s);
        QVERIFY(companySummary().query.isEmpty());
    }

    void aSearchAlwaysSendsBothSwitches()
    {
        const auto request = companiesByName(u"A+B & C"_s, {.exact = true, .caseSensitive = false});
        QCOMPARE(request.path, u"/company/name"_s);
        QCOMPARE(request.query.size(), 3);
        QCOMPARE(request.query[0].value, u"A+B & C"_s);
        QCOMPARE(request.query[1].value, u"true"_s);
        QCOMPARE(request.query[2].value, u"false"_s);
    }

    void theDocumentsSampleIsRead()
    {
        const auto summary = companySummary().read(
            json(R"({"name": "default", "status": 1, "company_id": 15020, "status_description": "Active", )"
                 R"("configuration_id": "eyJ0", "setup_link": "https://api.idrive360.com/api/v1/x", )"
                 R"("sub_company_list": [{"name": "Test Company", "status": 1, "company_id": 15806}]})"));
        QVERIFY(summary.has_value());
        QCOMPARE(summary->company.id.text(), u"15020"_s);
        QCOMPARE(summary->company.name, u"default"_s);
        QCOMPARE(summary->company.status, u"Active"_s);
        QCOMPARE(summary->company.configurationId, u"eyJ0"_s);
        QVERIFY(summary->subCompanies.has_value());
        QCOMPARE(summary->subCompanies->size(), 1);
        QCOMPARE(summary->subCompanies->constFirst().status, u"Status 1 (not documented)"_s);
    }

    void anAbsentListIsNotAnEmptyOne()
    {
        const auto without = companySummary().read(json(R"({"company_id": 1})"));
        QVERIFY(without.has_value());
        QVERIFY(!without->subCompanies.has_value());
        const auto empty = companySummary().read(json(R"({"company_id": 1, "sub_company_list": []})"));
        QVERIFY(empty->subCompanies.has_value());
        QVERIFY(empty->subCompanies->isEmpty());
    }

    void idsMayBeNumbersOrStrings_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("id");
        QTest::newRow("number") << "15020"_ba << u"15020"_s;
        QTest::newRow("string") << R"("15020")"_ba << u"15020"_s;
        QTest::newRow("blanks around") << R"(" 15020 ")"_ba << u"15020"_s;
        QTest::newRow("above 2^32") << "3000000000"_ba << u"3000000000"_s;
        QTest::newRow("above 2^53") << "9007199254740993"_ba << u"9007199254740993"_s;
    }

    void idsMayBeNumbersOrStrings()
    {
        QFETCH(QByteArray, value);
        const auto summary = companySummary().read(json(R"({"name": "x", "company_id": )" + value + '}'));
        QVERIFY(summary.has_value());
        QTEST(summary->company.id.text(), "id");
    }

    void withoutAnIdItIsNoCompany_data()
    {
        QTest::addColumn<QByteArray>("answer");
        for (const char *answer :
             {"{}", "[]", R"({"name": "x"})", R"({"company_id": null})", R"({"company_id": 1.5})",
              R"({"company_id": []})", R"({"company_id": true})", R"({"company_id": "NA"})"})
            QTest::newRow(answer) << QByteArray(answer);
    }

    void withoutAnIdItIsNoCompany()
    {
        QFETCH(QByteArray, answer);
        const auto summary = companySummary().read(json(answer));
        QVERIFY(!summary.has_value());
        QCOMPARE(summary.error().kind, ErrorKind::Unreadable);
    }

    void oddEntriesOfTheListAreCounted()
    {
        const auto summary = companySummary().read(json(
            R"({"company_id": 1, "sub_company_list": [{"company_id": 2, "name": 7}, 17, null, {"name": "x"}]})"));
        QVERIFY(summary.has_value());
        QCOMPARE(summary->subCompanies->size(), 1);
        QCOMPARE(summary->unreadable, 3);
    }

    void noMatchIsAnEmptyList_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<int>("count");
        QTest::newRow("empty array") << "[]"_ba << 0;
        QTest::newRow("empty object") << "{}"_ba << 0;
        QTest::newRow("one object instead of an array") << R"({"company_id": 5, "name": "x"})"_ba << 1;
        QTest::newRow("two") << R"([{"company_id": 5}, {"company_id": "6"}])"_ba << 2;
    }

    void noMatchIsAnEmptyList()
    {
        QFETCH(QByteArray, answer);
        const auto found = companiesByName(u"x"_s, {}).read(json(answer));
        QVERIFY(found.has_value());
        QTEST(static_cast<int>(found->size()), "count");
    }
};

QTEST_GUILESS_MAIN(TestCompanyRequests)
#include "tst_companyrequests.moc"
