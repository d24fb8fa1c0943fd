// SPDX-License-Identifier: GPL-3.0-or-later
// What the sandbox answers over HTTP, field by field as the API document has it.
#include "tests/app/sandbox/sandboxchild.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

QStringList sorted(QStringList words)
{
    words.sort();
    return words;
}

const QStringList companyFields{u"company_id"_s, u"configuration_id"_s, u"name"_s,
                                u"setup_link"_s, u"status"_s,           u"status_description"_s};

const QStringList deviceFields =
    sorted({u"name"_s, u"status"_s, u"device_id"_s, u"company_id"_s, u"custom_tag"_s, u"os"_s,
            u"backup_status"_s, u"version"_s, u"last_backup"_s, u"next_backup"_s, u"group_name"_s});

QByteArray idOf(const QJsonValue &company)
{
    return QByteArray::number(company[u"company_id"].toInteger());
}

} // namespace

class TestSandboxAnswers : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_sandbox.reset(); }

    void ownCompanyListsItsSubCompanies();
    void subCompanyStandsAlone();
    void configurationIdTellsTokenAndFlags();
    void nameIsSearchedAsDocumented_data();
    void nameIsSearchedAsDocumented();
    void companiesBelowTheSecondLevelAreFoundByNameAndId();
    void deviceHasTheDocumentedFields();
    void devicesOfAllCompaniesAreAllDevices();
    void someCompaniesHaveNoDevices();
    void bareListOfOwnCompanyAlone();
    void deviceIsFoundByItsId();
    void emptyFleetIsAnEmptyList();
    void loneCompanyHasAnEmptyListOfSubCompanies();
    void nothingIsCompressed();
    void rangesAreIgnored();
    void manyConnectionsAtOnce();
    void sameSeedSameFleet();

private:
    QJsonArray subCompanies() const { return m_own.value(u"sub_company_list").toArray(); }
    QJsonArray found(const QByteArray &query) const
    {
        return m_sandbox->get("/company/name?" + query).json().array();
    }
    QJsonArray devices(const QByteArray &query = {}) const
    {
        return m_sandbox->get("/device/summary" + query).json().array();
    }

    std::unique_ptr<SandboxChild> m_sandbox;
    QJsonObject m_own;
};

void TestSandboxAnswers::initTestCase()
{
    m_sandbox = std::make_unique<SandboxChild>();
    m_own = m_sandbox->get("/company").json().object();
    QVERIFY(!m_own.isEmpty());
}

void TestSandboxAnswers::ownCompanyListsItsSubCompanies()
{
    QCOMPARE(m_own.keys(), sorted(companyFields + QStringList{u"sub_company_list"_s}));
    QCOMPARE(subCompanies().size(), 37);
    QSet<QByteArray> ids{idOf(m_own)};
    for (const QJsonArray companies = subCompanies(); const auto &company : companies) {
        QCOMPARE(company.toObject().keys(), companyFields);
        QVERIFY(company[u"company_id"].isDouble());
        QCOMPARE(company[u"status"], QJsonValue(1));
        QCOMPARE(company[u"status_description"], QJsonValue(u"Active"_s));
        ids.insert(idOf(company));
    }
    QCOMPARE(ids.size(), 38);
    QCOMPARE(m_sandbox->get("/company?company_id=" + idOf(m_own)).json().object(), m_own);
}

void TestSandboxAnswers::subCompanyStandsAlone()
{
    for (const QJsonArray companies = subCompanies(); const auto &company : companies)
        QCOMPARE(m_sandbox->get("/company?company_id=" + idOf(company)).json().object(), company.toObject());
}

void TestSandboxAnswers::configurationIdTellsTokenAndFlags()
{
    QSet<QString> tokens;
    for (const QJsonArray companies = subCompanies(); const auto &company : companies) {
        const QByteArray decoded = QByteArray::fromBase64(company[u"configuration_id"].toString().toLatin1());
        const QJsonObject configuration = QJsonDocument::fromJson(decoded).object();
        QCOMPARE(configuration.keys(),
                 (QStringList{u"desktopAppStatus"_s, u"encryptionRequired"_s, u"token"_s}));
        QCOMPARE(configuration.value(u"encryptionRequired"), QJsonValue(false));
        QCOMPARE(configuration.value(u"desktopAppStatus"), QJsonValue(false));
        const QString token = configuration.value(u"token").toString();
        QCOMPARE(company[u"setup_link"].toString(),
                 u"https://api.idrive360.com/api/v1/download/setup/win/"_s + token);
        tokens.insert(token);
    }
    QCOMPARE(tokens.size(), 37);
}

void TestSandboxAnswers::nameIsSearchedAsDocumented_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("count");
    // Its whole name is: Brightwell <b>Bread</b> & <i>Butter</i>
    const QByteArray name = "Brightwell%20%3Cb%3EBread%3C/b%3E%20%26%20%3Ci%3EButter%3C/i%3E";
    QTest::newRow("exact") << "name=" + name << 1;
    QTest::newRow("exact is the default") << "exact=true&name=" + name << 1;
    QTest::newRow("part is not exact") << QByteArray("name=Bread%3C") << 0;
    QTest::newRow("part") << QByteArray("name=Bread%3C&exact=false") << 1;
    QTest::newRow("other case, by default") << "name=" + name.toLower() << 1;
    QTest::newRow("other case, case sensitive") << "case_sensitive=true&name=" + name.toLower() << 0;
    QTest::newRow("same case, case sensitive") << "case_sensitive=true&name=" + name << 1;
    QTest::newRow("part in other case") << QByteArray("exact=false&name=bREAD%3C") << 1;
    QTest::newRow("part in other case, case sensitive")
        << QByteArray("exact=false&case_sensitive=true&name=bREAD%3C") << 0;
    QTest::newRow("umlaut in other case") << QByteArray("exact=false&name=OBERALLG%C3%84U%20mbh") << 1;
    QTest::newRow("a plus is a plus") << QByteArray("exact=false&name=%3Cb%3EBread%3C/b%3E+%26") << 0;
    QTest::newRow("nobody") << QByteArray("name=Nobody") << 0;
}

void TestSandboxAnswers::nameIsSearchedAsDocumented()
{
    QFETCH(const QByteArray, query);
    QFETCH(const int, count);
    const HttpAnswer answer = m_sandbox->get("/company/name?" + query);
    QCOMPARE(answer.status, 200);
    QVERIFY(answer.json().isArray());
    QCOMPARE(answer.json().array().size(), count);
}

void TestSandboxAnswers::companiesBelowTheSecondLevelAreFoundByNameAndId()
{
    QSet<QByteArray> listed{idOf(m_own)};
    for (const QJsonArray companies = subCompanies(); const auto &company : companies)
        listed.insert(idOf(company));
    QSet<QString> deviceCompanies;
    for (const QJsonArray all = devices(); const auto &device : all)
        deviceCompanies.insert(device[u"company_id"].toString());

    int below = 0;
    int knownFromDevices = 0;
    for (const QJsonArray companies = found("exact=false&name=%20%E2%80%93%20");
         const auto &company : companies) { // the dash before a part's name
        QVERIFY(!listed.contains(idOf(company)));
        const QJsonObject byId = m_sandbox->get("/company?company_id=" + idOf(company)).json().object();
        QCOMPARE(byId, company.toObject());
        ++below;
        knownFromDevices += deviceCompanies.contains(QString::fromLatin1(idOf(company))) ? 1 : 0;
    }
    QCOMPARE(below, 3);
    QVERIFY(knownFromDevices > 0 && knownFromDevices < below);
}

void TestSandboxAnswers::deviceHasTheDocumentedFields()
{
    for (const QJsonArray all = devices(); const auto &device : all) {
        QCOMPARE(device.toObject().keys(), deviceFields);
        for (const char16_t *field : {u"name", u"status", u"device_id", u"company_id", u"os", u"version"})
            QVERIFY(!device[QStringView(field)].toString().isEmpty());
        const qsizetype idLength = device[u"device_id"].toString().size();
        QVERIFY(idLength >= 48 && idLength <= 50);
        for (const char16_t *field : {u"last_backup", u"next_backup"}) {
            const QJsonValue stamp = device[QStringView(field)];
            const QDateTime moment = QDateTime::fromString(stamp.toString(), u"yyyy-MM-ddTHH:mm:ss.zzz"_s);
            QVERIFY(stamp.isNull() || moment.isValid());
        }
        QVERIFY(!device[u"last_backup"].isNull()
                || device[u"backup_status"].isNull()); // no success, no result
    }
}

void TestSandboxAnswers::devicesOfAllCompaniesAreAllDevices()
{
    const QJsonArray all = devices();
    QCOMPARE(all.size(), 4212);
    QMap<QString, int> counts;
    QSet<QString> ids;
    for (const auto &device : all) {
        ++counts[device[u"company_id"].toString()];
        ids.insert(device[u"device_id"].toString());
    }
    QCOMPARE(ids.size(), 4212);
    int sum = 0;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        QCOMPARE(devices("?company_id=" + count.key().toLatin1()).size(), count.value());
        sum += count.value();
    }
    QCOMPARE(sum, 4212);
}

void TestSandboxAnswers::someCompaniesHaveNoDevices()
{
    int empty = 0;
    for (const QJsonArray companies = subCompanies(); const auto &company : companies) {
        const HttpAnswer answer = m_sandbox->get("/device/summary?company_id=" + idOf(company));
        QCOMPARE(answer.status, 200);
        empty += answer.body == "[]" ? 1 : 0;
    }
    QVERIFY(empty >= 1 && empty <= 6);
}

void TestSandboxAnswers::bareListOfOwnCompanyAlone()
{
    const SandboxChild strict({u"--bare-list"_s, u"own"_s});
    const QJsonArray bare = strict.get("/device/summary").json().array();
    QVERIFY(!bare.isEmpty() && bare.size() < 4212);
    for (const auto &device : bare)
        QCOMPARE(device[u"company_id"].toString().toLatin1(), idOf(m_own));
    QCOMPARE(bare.size(), devices("?company_id=" + idOf(m_own)).size());
}

void TestSandboxAnswers::deviceIsFoundByItsId()
{
    const QJsonArray all = devices();
    for (const qsizetype index : {qsizetype(0), qsizetype(1), all.size() / 2, all.size() - 1}) {
        const QByteArray id = all.at(index)[u"device_id"].toString().toLatin1();
        const QByteArray company = all.at(index)[u"company_id"].toString().toLatin1();
        const QJsonArray one = devices("?device_id=" + id);
        QCOMPARE(one.size(), 1);
        QCOMPARE(one.first()[u"name"], all.at(index)[u"name"]);
        QCOMPARE(one.first()[u"device_id"], all.at(index)[u"device_id"]);
        QCOMPARE(devices("?device_id=" + id + "&company_id=" + company).size(), 1);
    }
    const QByteArray first = all.first()[u"device_id"].toString().toLatin1();
    const QByteArray otherCompany = all.last()[u"company_id"].toString().toLatin1();
    QCOMPARE(m_sandbox->get("/device/summary?device_id=" + first + "&company_id=" + otherCompany).status,
             400);
}

void TestSandboxAnswers::emptyFleetIsAnEmptyList()
{
    const SandboxChild sandbox({u"--devices"_s, u"0"_s});
    QCOMPARE(sandbox.get("/device/summary").body, QByteArray("[]"));
}

void TestSandboxAnswers::loneCompanyHasAnEmptyListOfSubCompanies()
{
    const SandboxChild sandbox({u"--companies"_s, u"1"_s, u"--devices"_s, u"5"_s});
    const QJsonObject own = sandbox.get("/company").json().object();
    QVERIFY(own.value(u"sub_company_list").isArray());
    QVERIFY(own.value(u"sub_company_list").toArray().isEmpty());
    QCOMPARE(sandbox.get("/device/summary").json().array().size(), 5);
}

void TestSandboxAnswers::nothingIsCompressed()
{
    for (const QByteArray &path :
         {QByteArray("/company"), QByteArray("/device/summary"), QByteArray("/nothing")}) {
        const QByteArray headers =
            SandboxChild::authorization + QByteArray("Accept-Encoding: gzip, br, zstd\r\n");
        const HttpAnswer answer =
            RawConnection(m_sandbox->port()).ask(SandboxChild::request("/api/msp" + path, headers));
        QVERIFY(!answer.headers.contains("content-encoding"));
        QVERIFY(!answer.headers.contains("transfer-encoding"));
        QVERIFY(!answer.json().isNull());
    }
}

void TestSandboxAnswers::rangesAreIgnored()
{
    for (const QByteArray &range :
         {QByteArray("bytes=5-"), QByteArray("bytes=0-99999999"), QByteArray("bytes=0-1,4-5")}) {
        for (const QByteArray &path :
             {QByteArray("/company"), QByteArray("/device/summary"), QByteArray("/nothing")}) {
            const QByteArray headers = SandboxChild::authorization + QByteArray("Range: ") + range + "\r\n";
            const HttpAnswer answer =
                RawConnection(m_sandbox->port()).ask(SandboxChild::request("/api/msp" + path, headers));
            QCOMPARE(answer.status, path == "/nothing" ? 404 : 200);
            QVERIFY(!answer.json().isNull());
        }
    }
}

void TestSandboxAnswers::manyConnectionsAtOnce()
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    std::vector<std::unique_ptr<RawConnection>> connections;
    for (int i = 0; i < 16; ++i) {
        connections.push_back(std::make_unique<RawConnection>(m_sandbox->port()));
        const QByteArray request = SandboxChild::request("/api/msp/company", SandboxChild::authorization);
        QCOMPARE(connections.back()->ask(request).status, 200); // those before it stay open
    }
    QVERIFY2(sinceStart.elapsed() < 15'000, "a connection waited until another one had been idle too long");
}

void TestSandboxAnswers::sameSeedSameFleet()
{
    const QByteArray mine = m_sandbox->get("/company").body;
    QCOMPARE(SandboxChild().get("/company").body, mine);
    QVERIFY(SandboxChild({u"--seed"_s, u"2"_s}).get("/company").body != mine);
}

QTEST_GUILESS_MAIN(TestSandboxAnswers)
#include "tst_sandboxanswers.moc"
