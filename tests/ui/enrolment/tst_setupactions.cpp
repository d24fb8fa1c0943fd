// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pretendserver.h"
#include "ui/enrolment/setupactions.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

QByteArray target(const QString &system)
{
    return "/company/fetch_config_id?company_id=7&private_encryption=false&full_client=false&build_type="
        + system.toUtf8();
}

QByteArray idOf(const QByteArray &token)
{
    return QByteArray("{\"token\":\"" + token + R"(","encryptionRequired":false,"desktopAppStatus":false})")
        .toBase64();
}

QByteArray linkOf(const QByteArray &token)
{
    return "https://api.idrive360.com/api/v1/download/setup/win/" + token;
}

QByteArray kitJson(const QByteArray &id, const QByteArray &link)
{
    return R"({"name":"Acme","company_id":7,"configuration_id":")" + id + R"(","setup_link":")" + link
        + "\"}";
}

} // namespace

/// The actions that copy: one for each system, and one for the configuration ID.
class TestSetupActions : public QObject
{
    Q_OBJECT

private:
    QString clipboard() const { return QGuiApplication::clipboard()->text(); }
    QAction *action(const QString &name) const { return m_actions->findChild<QAction *>(name); }
    SetupTarget acme() const
    {
        return {.company = CompanyId(u"7"_s), .title = u"Acme"_s, .client = &m_session->client()};
    }

    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<SetupActions> m_actions;
    std::unique_ptr<QSignalSpy> m_said;

private slots:
    void init()
    {
        m_server = std::make_unique<PretendServer>();
        m_session = m_server->session();
        m_theme = std::make_unique<Theme>();
        m_actions = std::make_unique<SetupActions>(u"Device"_s, *m_theme);
        m_actions->setTarget(acme(), {});
        m_said = std::make_unique<QSignalSpy>(m_actions.get(), &SetupActions::said);
        QGuiApplication::clipboard()->setText(u"as before"_s);
    }
    void cleanup()
    {
        m_actions.reset();
        m_session.reset();
        m_server.reset();
    }

    void theNameSaysScopeAndSystem()
    {
        QVERIFY(action(u"copyDeviceSetupLinkRPM"_s));
        QVERIFY(action(u"copyDeviceConfigurationId"_s));
        QCOMPARE(m_actions->linkAction(SetupSystem::Pkg)->text(), u"Copy setup link for macOS (PKG)"_s);
        QCOMPARE(m_actions->actions().size(), 7);
    }

    void everySystemIsAskedForByItsWord()
    {
        for (const SetupSystem system : allSetupSystems) {
            const QByteArray token = wireWord(system).toUtf8() + "17242";
            m_server->set(target(wireWord(system)), kitJson(idOf(token), linkOf(token)));
            m_said->clear();
            m_actions->linkAction(system)->trigger();
            QTRY_COMPARE(m_said->size(), 2); // asking, copied
            QCOMPARE(clipboard().toUtf8(), linkOf(token));
            QCOMPARE(m_said->constLast().first().toString(),
                     u"Setup link of Acme for %1 copied"_s.arg(label(system)));
            QVERIFY(!m_said->constLast().first().toString().contains("17242"_L1));
        }
    }

    void whatTheListOfCompaniesTellsIsNotAskedForAgain()
    {
        SetupTarget known = acme();
        known.knownLink = QString::fromLatin1(linkOf("ABC17242"));
        known.knownConfigurationId = QString::fromLatin1(idOf("ABC17242"));
        m_actions->setTarget(known, {});
        m_actions->linkAction(SetupSystem::Win)->trigger();
        QCOMPARE(clipboard(), known.knownLink);
        action(u"copyDeviceConfigurationId"_s)->trigger();
        QCOMPARE(clipboard(), known.knownConfigurationId);
        QCOMPARE(m_said->constLast().first().toString(), u"Configuration ID of Acme copied"_s);
        QVERIFY(m_server->targets().isEmpty());
    }

    void theConfigurationIdIsAskedForWhereItIsNotTold()
    {
        m_server->set(target(u"WIN"_s), kitJson(idOf("ABC17242"), linkOf("ABC17242")));
        action(u"copyDeviceConfigurationId"_s)->trigger();
        QTRY_COMPARE(clipboard().toUtf8(), idOf("ABC17242"));
    }

    void whatDisagreesIsCopiedWithAWarning()
    {
        m_server->set(target(u"MAC"_s), kitJson(idOf("ABC17242"), linkOf("XYZ17242")));
        m_actions->linkAction(SetupSystem::Mac)->trigger();
        QTRY_COMPARE(clipboard().toUtf8(), linkOf("XYZ17242"));
        QVERIFY(m_said->constLast().first().toString().contains(u"name different companies"_s));
    }

    void aRefusalSaysWhy_andLeavesTheClipboard()
    {
        m_actions->linkAction(SetupSystem::Deb)->trigger();
        QTRY_COMPARE(m_said->size(), 2);
        QVERIFY(m_said->constLast().first().toString().startsWith(
            u"Setup link of Acme for Linux (DEB) not copied: "_s));
        m_server->set(target(u"RPM"_s), kitJson(idOf("ABC17242"), {}));
        m_actions->linkAction(SetupSystem::Rpm)->trigger();
        QTRY_COMPARE(m_said->constLast().first().toString(),
                     u"Setup link of Acme for Linux (RPM) not copied: IDrive did not tell it."_s);
        QCOMPARE(clipboard(), u"as before"_s);
    }

    void theNewestCopyWins()
    {
        m_server->setAnswer(
            target(u"MAC"_s),
            {.bytes = jsonAnswer(kitJson(idOf("MAC17242"), linkOf("MAC17242"))), .gate = "mac"});
        m_server->set(target(u"DEB"_s), kitJson(idOf("DEB17242"), linkOf("DEB17242")));
        m_actions->linkAction(SetupSystem::Mac)->trigger();
        QTRY_COMPARE(m_server->targets().size(), 1);
        m_actions->linkAction(SetupSystem::Deb)->trigger();
        QTRY_COMPARE(clipboard().toUtf8(), linkOf("DEB17242"));
        m_server->bytes().open("mac");
        m_actions->linkAction(SetupSystem::Deb)->trigger(); // another answer, behind the late one
        QTRY_COMPARE(m_said->size(), 5);
        QCOMPARE(clipboard().toUtf8(), linkOf("DEB17242"));
    }

    void whoIsNotThereIsNotAsked()
    {
        m_actions->setTarget({}, u"Select one device first."_s);
        QVERIFY(!m_actions->linkAction(SetupSystem::Win)->isEnabled());
        QCOMPARE(m_actions->linkAction(SetupSystem::Win)->toolTip(), u"Select one device first."_s);
        m_actions->setTarget(acme(), {});
        m_session.reset();
        m_actions->linkAction(SetupSystem::Mac)->trigger();
        QCOMPARE(m_said->constLast().first().toString(),
                 u"Setup link of Acme for macOS not copied: this account was closed."_s);
    }
};

QTEST_MAIN(TestSetupActions)
#include "tst_setupactions.moc"
