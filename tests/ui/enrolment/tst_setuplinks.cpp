// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pretendserver.h"
#include "ui/enrolment/setuplinks.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/window/theme.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

const char *flag(bool isOn)
{
    return isOn ? "true" : "false";
}

QByteArray target(const QByteArray &system, bool isPrivate = false)
{
    return "/company/fetch_config_id?company_id=7&private_encryption=" + QByteArray(flag(isPrivate))
        + "&full_client=false&build_type=" + system;
}

QByteArray kitJson(const QByteArray &system, bool isPrivate = false)
{
    const QByteArray json = "{\"token\":\"" + system + "17242\",\"encryptionRequired\":" + flag(isPrivate)
        + ",\"desktopAppStatus\":false}";
    return "{\"name\":\"Acme\",\"company_id\":7,\"configuration_id\":\"" + json.toBase64()
        + "\",\"setup_link\":\"https://api.idrive360.com/api/v1/download/setup/win/" + system + "17242\"}";
}

} // namespace

/// The links of one company: clicked, and read from the clipboard.
class TestSetupLinks : public QObject
{
    Q_OBJECT

private:
    template <typename Widget>
    Widget *find(const QString &name) const
    {
        return m_links->findChild<Widget *>(name);
    }
    QString warning() const
    {
        QStringList texts;
        for (const QTextEdit *text : m_links->findChildren<QTextEdit *>()) {
            if (text->isVisible())
                texts << text->toPlainText();
        }
        return texts.join(u' ');
    }
    void askAll() const
    {
        QTest::mouseClick(find<QPushButton>(u"askSetupLinks"_s), Qt::LeftButton);
        QVERIFY(QTest::qWaitFor([this] { return isReady(); }));
    }
    bool isReady() const
    {
        const auto known = [this](SetupSystem system) {
            return shownToken(system) != u"not read yet"_s && shownToken(system) != u"asking…"_s;
        };
        return std::ranges::all_of(allSetupSystems, known);
    }
    QString shownToken(SetupSystem system) const
    {
        return find<ElidedLabel>(u"setupToken"_s + wireWord(system))->text();
    }

    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SetupLinks> m_links;

private slots:
    void init()
    {
        m_server = std::make_unique<PretendServer>();
        for (const SetupSystem system : allSetupSystems) {
            const QByteArray word = wireWord(system).toUtf8();
            m_server->set(target(word), kitJson(word));
            m_server->set(target(word, true), kitJson(word, true));
        }
        m_session = m_server->session();
        m_theme = std::make_unique<Theme>();
        m_links = std::make_unique<SetupLinks>(*m_theme);
        m_links->setCompany(&m_session->client(), CompanyId(u"7"_s), u"Acme"_s);
        m_links->resize(284, 400);
        m_links->show();
    }

    void cleanup()
    {
        m_links.reset();
        m_session.reset();
        m_server.reset();
    }

    void eachSystemsLinkAndIdAreCopiedByTheirButtons()
    {
        QCOMPARE(shownToken(SetupSystem::Mac), u"not read yet"_s);
        QVERIFY(m_server->targets().isEmpty());
        askAll();
        QVERIFY(!find<QPushButton>(u"askSetupLinks"_s)->isVisible());
        QSignalSpy copied(m_links.get(), &SetupLinks::copied);
        QTest::mouseClick(find<QToolButton>(u"copyLinkMAC"_s), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(),
                 u"https://api.idrive360.com/api/v1/download/setup/win/MAC17242"_s);
        QCOMPARE(copied.constLast().constFirst().toString(), u"Setup link of Acme for macOS copied"_s);
        QTest::mouseClick(find<QToolButton>(u"copyConfigurationIdDEB"_s), Qt::LeftButton);
        QVERIFY(QByteArray::fromBase64(QGuiApplication::clipboard()->text().toLatin1()).contains("DEB17242"));
        QCOMPARE(find<ElidedLabel>(u"setupTokenRPM"_s)->text(), u"RPM17242"_s);
    }

    void aClickAloneAsksForThisSystemAndCopiesIt_data()
    {
        QTest::addColumn<SetupSystem>("system");
        for (const SetupSystem system : allSetupSystems)
            QTest::addRow("%s", qPrintable(wireWord(system))) << system;
    }
    void aClickAloneAsksForThisSystemAndCopiesIt()
    {
        QFETCH(const SetupSystem, system);
        const QByteArray word = wireWord(system).toUtf8();
        QSignalSpy copied(m_links.get(), &SetupLinks::copied);
        QTest::mouseClick(find<QToolButton>(u"copyLink"_s + wireWord(system)), Qt::LeftButton);
        QTRY_COMPARE(copied.count(), 1);
        QCOMPARE(copied.takeFirst().constFirst().toString(),
                 u"Setup link of Acme for %1 copied"_s.arg(label(system)));
        QCOMPARE(m_server->targets(), QByteArrayList{target(word)});
        QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(),
                 "https://api.idrive360.com/api/v1/download/setup/win/" + word + "17242");
        QTest::mouseClick(find<QToolButton>(u"copyConfigurationId"_s + wireWord(system)), Qt::LeftButton);
        QCOMPARE(copied.count(), 1); // known by now
        QVERIFY(QByteArray::fromBase64(QGuiApplication::clipboard()->text().toLatin1()).contains(word));
        QCOMPARE(m_server->targets().size(), 1);
    }

    void whatIsRefusedIsNotCopied_andSaysWhy()
    {
        m_server->setAnswer(target("MSI"), {.bytes = httpAnswer(400, "application/json", "{}")});
        QGuiApplication::clipboard()->setText(u"as before"_s);
        QSignalSpy copied(m_links.get(), &SetupLinks::copied);
        QTest::mouseClick(find<QToolButton>(u"copyLinkMSI"_s), Qt::LeftButton);
        QTRY_COMPARE(copied.count(), 1);
        QVERIFY(copied.first().first().toString().startsWith(
            u"Setup link of Acme for Windows (MSI) not copied: "_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"as before"_s);
    }

    void anOptionAsksAgain_whereLinksAreShown_andWarns()
    {
        QTest::mouseClick(find<QCheckBox>(u"setupPrivateEncryption"_s), Qt::LeftButton, {}, QPoint(8, 8));
        QVERIFY(find<QCheckBox>(u"setupPrivateEncryption"_s)->isChecked());
        QVERIFY(m_server->targets().isEmpty());
        QVERIFY(warning().contains(u"IDrive does not keep a private key"_s));
        askAll();
        QCOMPARE(m_server->count(target("WIN", true)), 1);
        QCOMPARE(m_server->count(target("WIN")), 0);
        QTest::mouseClick(find<QCheckBox>(u"setupPrivateEncryption"_s), Qt::LeftButton, {}, QPoint(8, 8));
        QTRY_VERIFY(isReady());
        QCOMPARE(m_server->count(target("WIN")), 1);
        QVERIFY(warning().isEmpty());
    }

    void aKitForAnotherCompanyWarns()
    {
        m_server->set(target("PKG"), kitJson("PKG").replace("\"company_id\":7", "\"company_id\":8"));
        askAll();
        QVERIFY(warning().contains(u"macOS (PKG)"_s));
        QVERIFY(warning().contains(u"company 8"_s));
    }

    void aRefusalStandsInItsRow_andCanBeAskedAgain()
    {
        m_server->setAnswer(target("MSI"), {.bytes = httpAnswer(400, "application/json", "{}")});
        askAll();
        QTRY_VERIFY(find<QPushButton>(u"askSetupLinks"_s)->isVisible());
        QVERIFY(!warning().isEmpty());
        m_server->set(target("MSI"), kitJson("MSI"));
        QTest::mouseClick(find<QPushButton>(u"askSetupLinks"_s), Qt::LeftButton);
        QTRY_COMPARE(shownToken(SetupSystem::Msi), u"MSI17242"_s);
        QVERIFY(warning().isEmpty());
        QCOMPARE(m_server->count(target("WIN")), 1);
    }

    void anotherCompanyBeginsAnew()
    {
        askAll();
        m_links->setCompany(&m_session->client(), CompanyId(u"8"_s), u"Other"_s);
        QCOMPARE(shownToken(SetupSystem::Mac), u"not read yet"_s);
        QVERIFY(find<QPushButton>(u"askSetupLinks"_s)->isEnabled());
        m_links->setCompany(nullptr, {}, {});
        QVERIFY(!find<QPushButton>(u"askSetupLinks"_s)->isEnabled());
        QVERIFY(!find<QToolButton>(u"copyLinkMAC"_s)->isEnabled());
    }

    void theWindowGoes_whileTheAnswersAreUnderWay()
    {
        QTest::mouseClick(find<QPushButton>(u"askSetupLinks"_s), Qt::LeftButton);
        m_links.reset();
        QTRY_VERIFY(m_server->bytes().openConnections() <= 6); // nothing is called: the sanitizers would tell
    }
};

QTEST_MAIN(TestSetupLinks)
#include "tst_setuplinks.moc"
