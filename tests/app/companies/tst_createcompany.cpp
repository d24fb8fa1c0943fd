// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/companies/companyname.h"
#include "app/companies/companyrequests.h"
#include "tests/support/wrongvalues.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray written(const QJsonObject &body)
{
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

QJsonObject sample()
{
    return {{u"name"_s, u"idrive"_s},
            {u"status"_s, 1},
            {u"company_id"_s, 12223},
            {u"status_description"_s, u"Active"_s},
            {u"configuration_id"_s, u"eyJ0b2tlbiI6IkFUVkFXUTE3MjQyIn0"_s},
            {u"setup_link"_s, u"https://api.idrive360.com/api/v1/download/setup/win/ATVAWQ17242"_s}};
}

// The key's own company with two below it, as GET /company answers.
QJsonObject summarySample()
{
    QJsonObject summary = sample();
    summary["sub_company_list"_L1] = QJsonArray{sample(), sample()};
    return summary;
}

Result<Company> read(const QJsonValue &answer)
{
    return createCompany(u"x"_s, CompanyId(u"1"_s)).read(QJsonDocument(answer.toObject()));
}

// The fields of two companies that differ, by their name on the wire.
QStringList differences(const Company &a, const Company &b)
{
    QStringList names;
    if (a.id != b.id)
        names << u"company_id"_s;
    if (a.name != b.name)
        names << u"name"_s;
    if (a.status != b.status)
        names << u"status_description"_s;
    if (a.configurationId != b.configurationId)
        names << u"configuration_id"_s;
    if (a.setupLink != b.setupLink)
        names << u"setup_link"_s;
    return names;
}

} // namespace

/// POST /company, and what each field of a company costs when it is wrong.
class TestCreateCompany : public QObject
{
    Q_OBJECT

private slots:
    void Q26_theParentIsAlwaysNamed_data()
    {
        QTest::addColumn<QString>("parent");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("as in the document") << u"1111"_s << R"({"company_id":1111,"name":"idrive"})"_ba;
        QTest::newRow("above 2^53") << u"9007199254740993"_s
                                    << R"({"company_id":9007199254740993,"name":"idrive"})"_ba;
        QTest::newRow("above 2^63") << u"92233720368547758080"_s
                                    << R"({"company_id":"92233720368547758080","name":"idrive"})"_ba;
        QTest::newRow("leading zero") << u"0111"_s << R"({"company_id":"0111","name":"idrive"})"_ba;
        QTest::newRow("no number") << u"c-1"_s << R"({"company_id":"c-1","name":"idrive"})"_ba;
    }

    void Q26_theParentIsAlwaysNamed()
    {
        QFETCH(const QString, parent);
        const auto request = createCompany(u"idrive"_s, CompanyId(parent));
        QVERIFY(request.verb == WriteVerb::Post);
        QCOMPARE(request.path, u"/company"_s);
        QVERIFY(request.query.isEmpty());
        QTEST(written(request.body), "body");
    }

    void Q96_theNameGoesOutTrimmedAndComposed()
    {
        const auto request = createCompany(u"  Mu\u0308ller \"A\\B\" \n"_s, CompanyId(u"1"_s));
        QCOMPARE(written(request.body), "{\"company_id\":1,\"name\":\"M\u00FCller \\\"A\\\\B\\\"\"}"_ba);
    }

    void Q96_aNameThatCannotBeSeenIsRefusedWithItsReason()
    {
        QCOMPARE(companyNameFault(u" Müller & Söhne 😀 "_s), QString());
        QVERIFY(companyNameFault(u" \t"_s).contains("needs a name"_L1));
        QVERIFY(companyNameFault(u"a\u202Eb"_s).contains("U+202E"_L1));
        QVERIFY(companyNameFault(u"a\nb"_s).contains("U+000A"_L1));
        QCOMPARE(companyNameFault(u"a\n"_s), QString()); // blanks around it go anyway
    }

    void theDocumentsAnswerIsRead()
    {
        const auto company = read(sample());
        QVERIFY(company.has_value());
        QCOMPARE(company->id, CompanyId(u"12223"_s));
        QCOMPARE(company->name, u"idrive"_s);
        QCOMPARE(company->status, u"Active"_s);
        QCOMPARE(company->unreadableFields, 0);
        QVERIFY(company->otherFields.isEmpty());
        const auto fromArray = createCompany({}, {}).read(QJsonDocument(QJsonArray{sample()})); // Q90
        QVERIFY(fromArray.has_value());
        QCOMPARE(*fromArray, *company);
    }

    void F32_anAnswerWithoutAnIdLeavesTheOutcomeUnknown()
    {
        for (const char *answer : {"{}", "[]", "null", R"({"name":"idrive"})", R"({"company_id":1.5})"}) {
            const auto company = createCompany({}, {}).read(QJsonDocument::fromJson(answer));
            QVERIFY2(!company.has_value(), answer);
            QCOMPARE(company.error().kind, ErrorKind::Unreadable);
        }
    }

    void F34_F35_aWrongValueCostsItsFieldAlone()
    {
        const Company good = read(sample()).value();
        for (const ChangedAnswer &changed : withWrongValues(sample(), 1 << 20)) {
            const auto company = read(changed.answer);
            if (!company) {
                QCOMPARE(changed.path, u"company_id"_s);
                QVERIFY(!company.error().what().isEmpty());
                continue;
            }
            QStringList touched = differences(*company, good);
            touched.removeAll(changed.path);
            QVERIFY2(touched.isEmpty(), qPrintable(changed.path + u": " + touched.join(u' ')));
        }
    }

    void F34_F35_aWrongValueInTheSummaryCostsItsFieldAlone()
    {
        const auto readSummary = [](const QJsonValue &answer) {
            return companySummary().read(QJsonDocument(answer.toObject()));
        };
        const CompanySummary good = readSummary(summarySample()).value();
        for (const ChangedAnswer &changed : withWrongValues(summarySample(), 1 << 16)) {
            const auto summary = readSummary(changed.answer);
            const QString field = changed.path.section(u'.', -1);
            if (!summary) {
                QCOMPARE(changed.path, u"company_id"_s);
                continue;
            }
            QStringList touched = differences(summary->company, good.company);
            if (changed.path != "sub_company_list"_L1) {
                const qsizetype kept = summary->subCompanies.value_or(QList<Company>()).size();
                QCOMPARE(kept + summary->unreadable, 2); // nobody is lost uncounted
                for (const Company &sub : summary->subCompanies.value_or(QList<Company>()))
                    touched += differences(sub, good.subCompanies->constFirst());
            }
            touched.removeAll(field);
            QVERIFY2(touched.isEmpty(), qPrintable(changed.path + u": " + touched.join(u' ')));
        }
    }

    void unknownFieldsAreKept()
    {
        for (const ChangedAnswer &changed : withUnknownFields(summarySample())) {
            const auto summary = companySummary().read(QJsonDocument(changed.answer.toObject()));
            QVERIFY(summary.has_value());
            QList<OtherField> others = summary->company.otherFields;
            for (const Company &sub : *summary->subCompanies)
                others += sub.otherFields;
            QCOMPARE(others.size(), 1);
            QCOMPARE(others.constFirst().path, unknownFieldName());
        }
    }
};

QTEST_GUILESS_MAIN(TestCreateCompany)
#include "tst_createcompany.moc"
