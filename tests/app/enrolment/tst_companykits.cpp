// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/companykits.h"
#include "tests/support/pretendserver.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray target(const char *system, const char *privateEncryption = "false")
{
    return "/company/fetch_config_id?company_id=7&private_encryption=" + QByteArray(privateEncryption)
        + "&full_client=false&build_type=" + system;
}

QByteArray kitJson(const QByteArray &token, const QByteArray &company = "7")
{
    const QByteArray id =
        QByteArray(R"({"token":")" + token + R"(","encryptionRequired":false,"desktopAppStatus":false})")
            .toBase64();
    return R"({"name":"Acme","company_id":)" + company + R"(,"configuration_id":")" + id
        + R"(","setup_link":"https://api.idrive360.com/api/v1/download/setup/win/)" + token + R"("})";
}

} // namespace

/// The setup kits of one company, over the wire.
class TestCompanyKits : public QObject
{
    Q_OBJECT

private slots:
    void eachSystemIsAskedForOnce();
    void aKitThatDisagreesIsKept_andSaysSo();
    void otherOptionsForgetWhatWasKnown();
    void aRefusalIsOfItsSystemAlone_andIsAskedAgain();
};

void TestCompanyKits::eachSystemIsAskedForOnce()
{
    PretendServer server;
    for (const char *system : {"WIN", "MSI", "MAC", "PKG", "RPM", "DEB"})
        server.set(target(system), kitJson("ABCDEF17242"));
    const auto session = server.session();
    CompanyKits kits;
    kits.setCompany(&session->client(), CompanyId(u"7"_s));
    QVERIFY(server.targets().isEmpty());
    kits.askAll();
    kits.askAll(); // what is being asked for is not asked for again
    QTRY_VERIFY(!kits.isAsking());
    kits.askAll(); // nor what is known
    QVERIFY(!kits.isAsking());
    QCOMPARE(server.targets().size(), 6);
    for (const SetupSystem system : allSetupSystems) {
        const KitState state = kits.state(system);
        QVERIFY(state.kit && !state.error);
        QVERIFY(state.check.isComplete);
        QVERIFY(state.check.disagreements.isEmpty());
    }
}

void TestCompanyKits::aKitThatDisagreesIsKept_andSaysSo()
{
    PretendServer server;
    server.set(target("WIN"), kitJson("ABCDEF17242", "8"));
    const auto session = server.session();
    CompanyKits kits;
    kits.setCompany(&session->client(), CompanyId(u"7"_s));
    kits.askAll();
    QTRY_VERIFY(!kits.isAsking());
    QVERIFY(kits.state(SetupSystem::Win).kit);
    QCOMPARE(kits.state(SetupSystem::Win).check.disagreements.size(), 1);
}

void TestCompanyKits::otherOptionsForgetWhatWasKnown()
{
    PretendServer server;
    server.set(target("WIN"), kitJson("ABCDEF17242"));
    server.set(target("WIN", "true"), kitJson("ABCDEF17242"));
    const auto session = server.session();
    CompanyKits kits;
    QSignalSpy cleared(&kits, &CompanyKits::cleared);
    kits.setCompany(&session->client(), CompanyId(u"7"_s));
    kits.askAll();
    QTRY_VERIFY(!kits.isAsking());
    kits.setOptions({.privateEncryption = true});
    QCOMPARE(cleared.size(), 2);
    QVERIFY(!kits.state(SetupSystem::Win).kit);
    kits.askAll();
    QTRY_VERIFY(!kits.isAsking());
    QCOMPARE(server.count(target("WIN", "true")), 1);
    // private encryption was asked for, and the ID leaves it off
    QCOMPARE(kits.state(SetupSystem::Win).check.disagreements.size(), 1);
}

void TestCompanyKits::aRefusalIsOfItsSystemAlone_andIsAskedAgain()
{
    PretendServer server;
    server.set(target("WIN"), kitJson("ABCDEF17242"));
    const auto session = server.session();
    CompanyKits kits;
    kits.setCompany(&session->client(), CompanyId(u"7"_s));
    kits.askAll();
    QTRY_VERIFY(!kits.isAsking());
    QVERIFY(kits.state(SetupSystem::Win).kit);
    QCOMPARE(kits.state(SetupSystem::Mac).error->kind, ErrorKind::NotFound);
    server.set(target("MAC"), kitJson("ABCDEF17242"));
    kits.askAll();
    QTRY_VERIFY(!kits.isAsking());
    QVERIFY(kits.state(SetupSystem::Mac).kit && !kits.state(SetupSystem::Mac).error);
    QCOMPARE(server.count(target("WIN")), 1);
    QCOMPARE(server.count(target("MAC")), 2);
}

QTEST_GUILESS_MAIN(TestCompanyKits)
#include "tst_companykits.moc"
