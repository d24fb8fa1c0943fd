// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/enrolment/kitcheck.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const CompanyId acme(u"123"_s);

SetupKit kit(const QByteArray &flags = R"(,"encryptionRequired":false,"desktopAppStatus":false)")
{
    const QByteArray json = R"({"token":"ATVAWQ17242")" + flags + '}';
    return {.company = acme,
            .name = u"Acme"_s,
            .configurationId = QString::fromLatin1(json.toBase64()),
            .setupLink = u"https://api.idrive360.com/api/v1/download/setup/win/ATVAWQ17242"_s};
}

} // namespace

/// What a setup kit says against what was asked, and its two parts against each other.
class TestKitCheck : public QObject
{
    Q_OBJECT

private slots:
    void Q27_aKitAsAskedHasNoDisagreement() { QCOMPARE(checkedKit(kit(), acme, {}), KitCheck()); }

    void Q27_flagsThatDifferFromTheChoice_data()
    {
        QTest::addColumn<bool>("encryption");
        QTest::addColumn<bool>("client");
        QTest::addColumn<bool>("askedEncryption");
        QTest::addColumn<bool>("askedClient");
        for (int bits = 0; bits < 16; ++bits)
            QTest::addRow("%d", bits) << bool(bits & 1) << bool(bits & 2) << bool(bits & 4) << bool(bits & 8);
    }

    void Q27_flagsThatDifferFromTheChoice()
    {
        QFETCH(const bool, encryption);
        QFETCH(const bool, client);
        QFETCH(const bool, askedEncryption);
        QFETCH(const bool, askedClient);
        const auto word = [](bool flag) {
            return QByteArray(flag ? "true" : "false");
        };
        const SetupKit answered =
            kit(",\"encryptionRequired\":" + word(encryption) + ",\"desktopAppStatus\":" + word(client));
        const KitCheck check = checkedKit(answered, acme, {askedEncryption, askedClient});
        QCOMPARE(check.disagreements.size(), int(encryption != askedEncryption) + int(client != askedClient));
        QVERIFY(check.isComplete);
        const bool namesKey = check.disagreements.join(u' ').contains("does not keep that key"_L1);
        QCOMPARE(namesKey, encryption && !askedEncryption);
    }

    void Q27_aLinkOfAnotherCompanyIsSeen()
    {
        SetupKit other = kit();
        other.setupLink.replace("ATVAWQ"_L1, "FAOBZ4"_L1);
        const KitCheck check = checkedKit(other, acme, {});
        QCOMPARE(check.disagreements.size(), 1);
        QVERIFY(!check.disagreements.constFirst().contains("17242"_L1)); // a token stays out of every text
        QCOMPARE(checkedPair(other.configurationId, other.setupLink).disagreements, check.disagreements);
    }

    void Q26_anAnswerForAnotherCompanyIsSeen()
    {
        const KitCheck check = checkedKit(kit(), CompanyId(u"124"_s), {});
        QCOMPARE(check.disagreements.size(), 1);
        QVERIFY(check.disagreements.constFirst().contains("123"_L1));
        QVERIFY(check.disagreements.constFirst().contains("124"_L1));
    }

    void whatCannotBeComparedIsNoAgreement_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("company");
        const SetupKit good = kit();
        QTest::newRow("opaque id") << u"opaque"_s << good.setupLink << u"123"_s;
        QTest::newRow("no link") << good.configurationId << QString() << u"123"_s;
        QTest::newRow("no company") << good.configurationId << good.setupLink << QString();
        QTest::newRow("no flags") << kit({}).configurationId << good.setupLink << u"123"_s;
    }

    void whatCannotBeComparedIsNoAgreement()
    {
        QFETCH(const QString, id);
        QFETCH(const QString, link);
        QFETCH(const QString, company);
        const KitCheck check = checkedKit(
            {.company = CompanyId(company), .name = {}, .configurationId = id, .setupLink = link}, acme, {});
        QVERIFY(check.disagreements.isEmpty());
        QVERIFY(!check.isComplete);
    }
};

QTEST_GUILESS_MAIN(TestKitCheck)
#include "tst_kitcheck.moc"
