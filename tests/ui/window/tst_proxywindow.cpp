// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/net/proxyaddress.h"
#include "tests/support/connectproxy.h"
#include "tests/support/proxiedfleet.h"
#include "tests/support/testauthority.h"
#include "tests/ui/window/windowfixture.h"
#include "ui/accounts/accountdialog.h"
#include "ui/settings/proxylogindialog.h"
#include "ui/window/accountparts.h"
#include "ui/window/banner.h"

#include <QAction>
#include <QDirIterator>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QNetworkProxyFactory>
#include <QPointer>
#include <QPushButton>
#include <QRadioButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// F55 in the real window: the page of the settings, the question for name and password, and Cancel.
class TestProxyWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_authority.trustInThisProcess();
        m_theme = std::make_unique<Theme>();
    }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_server = makeProxiedFleet(m_authority);
        m_proxy = std::make_unique<ConnectProxy>(m_server->port());
        m_fixture = std::make_unique<WindowFixture>(*m_theme);
        m_fixture->window.show();
        m_fixture->window.findChild<QAction *>(u"settingsAction"_s)->trigger();
        auto *pages = find<QListWidget>("settingPages");
        pages->setCurrentItem(pages->findItems(u"Proxy"_s, Qt::MatchExactly).constFirst());
        QVERIFY(find<QWidget>("proxyPage")->isVisible());
    }

    void cleanup()
    {
        m_fixture.reset();
        m_proxy.reset();
        m_server.reset();
        QNetworkProxyFactory::setApplicationProxyFactory(nullptr);
    }

    void F55_aProxyIsSetSignedInToAndKeptApartFromItsPassword()
    {
        m_proxy->setLogin("clerk", "s3cret-of-the-proxy");
        useProxy();
        open();
        ProxyLoginDialog *dialog = nullptr;
        QTRY_VERIFY((dialog = m_fixture->window.findChild<ProxyLoginDialog *>()));
        QVERIFY(dialog->isVisible());
        QVERIFY(find<QLabel>("proxyQuestion")->text().contains(proxyText(address())));
        click("confirmProxyLogin"); // without a name
        QVERIFY(find<QLabel>("proxyNameFault")->isVisible());
        QTest::keyClicks(find<QLineEdit>("proxyLoginName"), u"clerk"_s);
        QCOMPARE(find<QLineEdit>("proxyPassword")->echoMode(), QLineEdit::Password);
        QTest::keyClicks(find<QLineEdit>("proxyPassword"), u"s3cret-of-the-proxy"_s);
        QTest::keyClick(find<QLineEdit>("proxyPassword"), Qt::Key_Return);
        QTRY_COMPARE(m_fixture->grid()->model()->rowCount(), 1);
        QTRY_VERIFY(!m_fixture->window.banner()->isVisible());
        QCOMPARE(find<QLabel>("proxyName")->text(), u"Signed in as clerk."_s);
        QTRY_COMPARE(m_fixture->keyring->secrets.size(), 1U);

        QVERIFY(profileHolds(u"127.0.0.1"_s));
        QVERIFY(!profileHolds(u"s3cret-of-the-proxy"_s));
        QVERIFY(!profileHolds(u"clerk"_s));
        click("signOutOfProxy");
        QTRY_VERIFY(m_fixture->keyring->secrets.empty());
    }

    void F55_cancelLeavesABannerWithTheWayOut()
    {
        m_proxy->setLogin("clerk", "right");
        useProxy();
        open();
        QTRY_VERIFY(m_fixture->window.findChild<ProxyLoginDialog *>());
        QTest::keyClick(m_fixture->window.findChild<ProxyLoginDialog *>(), Qt::Key_Escape);
        QTRY_VERIFY(!m_fixture->window.findChild<ProxyLoginDialog *>());
        QTRY_VERIFY(m_fixture->window.banner()->isVisible());
        QVERIFY(m_fixture->window.banner()->text().what.contains(u"proxy"_s));
        QTRY_VERIFY(!m_fixture->steward.fleet().isReading());
        m_fixture->steward.fleet().refresh();
        QTRY_VERIFY(!m_fixture->steward.fleet().isReading());
        QVERIFY(!m_fixture->window.findChild<ProxyLoginDialog *>());
        click("bannerPrimary");
        QVERIFY(m_fixture->window.findChild<ProxyLoginDialog *>());
    }

    void F55_anAccountIsAddedThroughAProxyThatAsks()
    {
        m_proxy->setLogin("clerk", "right");
        useProxy();
        AccountDialog *dialog = tryAKey();
        answerTheProxy(u"wrong"_s);
        // the second question says that it was refused, and is the last one
        QTRY_VERIFY(question() && question()->findChild<QLineEdit *>(u"proxyPassword"_s)->text().isEmpty());
        QVERIFY(find<QLabel>("proxyQuestion")->text().contains(u"did not take"_s));
        QVERIFY(dialog->isVisible());
        answerTheProxy(u"right"_s);
        QTRY_VERIFY(dialog->findChild<QLabel *>(u"trialCompany"_s)->isVisible());
        QVERIFY(!dialog->findChild<QPushButton *>(u"signInToProxy"_s)->isVisible());
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"nextAccountStep"_s), Qt::LeftButton);
        QTRY_COMPARE(m_fixture->grid()->model()->rowCount(), 1);
        QCOMPARE(m_fixture->keyring->secrets.size(), 2U); // the key, and the proxy's login
    }

    void F55_cancelEndsTheQuestionsOfAnAccountThatIsAdded()
    {
        m_proxy->setLogin("clerk", "right");
        useProxy();
        AccountDialog *dialog = tryAKey();
        QTRY_VERIFY(question());
        QTest::keyClick(question(), Qt::Key_Escape);
        QTRY_VERIFY(!question());
        auto *signIn = dialog->findChild<QPushButton *>(u"signInToProxy"_s);
        QVERIFY(signIn->isVisible());
        auto *next = dialog->findChild<QPushButton *>(u"nextAccountStep"_s);
        QTest::mouseClick(next, Qt::LeftButton);
        QTRY_VERIFY(next->isEnabled());
        QVERIFY(!question()); // the person has said no
        QVERIFY(signIn->isVisible());
        QTest::mouseClick(signIn, Qt::LeftButton); // and may think better of it
        answerTheProxy(u"right"_s);
        QTRY_VERIFY(dialog->findChild<QLabel *>(u"trialCompany"_s)->isVisible());
    }

    void faultsStandUnderTheirField()
    {
        QVERIFY(!find<QLineEdit>("proxyHost")->isEnabled());
        find<QRadioButton>("ownProxy")->click();
        QTest::keyClicks(find<QLineEdit>("proxyHost"), u"http://me:mine@proxy.example"_s);
        QTest::keyClicks(find<QLineEdit>("proxyPort"), u"99999"_s);
        click("useProxy");
        QVERIFY(find<QLabel>("proxyHostFault")->isVisible());
        QVERIFY(find<QLabel>("proxyPortFault")->isVisible());
        QVERIFY(!profileHolds(u"mine"_s));
        QTest::keyClicks(find<QLineEdit>("proxyHost"), u"x"_s);
        QVERIFY(!find<QLabel>("proxyHostFault")->isVisible());
        find<QRadioButton>("proxyOfSystem")->click();
        QVERIFY(!find<QLineEdit>("proxyHost")->isEnabled());
    }

private:
    ProxyAddress address() const { return {.host = u"127.0.0.1"_s, .port = m_proxy->port()}; }
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_fixture->window.findChild<Widget *>(QLatin1StringView(name));
    }
    void click(const char *name)
    {
        auto *button = find<QPushButton>(name);
        QVERIFY2(button && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    void useProxy()
    {
        find<QRadioButton>("ownProxy")->click();
        QTest::keyClicks(find<QLineEdit>("proxyHost"), address().host);
        QTest::keyClicks(find<QLineEdit>("proxyPort"), QString::number(address().port));
        click("useProxy");
        QCOMPARE(find<QLabel>("proxyInUse")->text(), u"In use: "_s + proxyText(address()));
    }
    ProxyLoginDialog *question() const { return m_fixture->window.findChild<ProxyLoginDialog *>(); }
    void answerTheProxy(const QString &password)
    {
        QTRY_VERIFY(question());
        auto *name = question()->findChild<QLineEdit *>(u"proxyLoginName"_s);
        name->clear();
        QTest::keyClicks(name, u"clerk"_s);
        QTest::keyClicks(question()->findChild<QLineEdit *>(u"proxyPassword"_s), password);
        const QPointer<ProxyLoginDialog> answered = question();
        QTest::mouseClick(question()->findChild<QPushButton *>(u"confirmProxyLogin"_s), Qt::LeftButton);
        QTRY_VERIFY(answered.isNull());
    }
    AccountDialog *tryAKey()
    {
        m_fixture->window.accounts()->addAccount();
        auto *dialog = find<AccountDialog>("addAccountDialog");
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"apiKey"_s), u"canary-0123456789abcdef"_s);
        dialog->findChild<QToolButton *>(u"showEndpoint"_s)->click();
        auto *endpoint = dialog->findChild<QLineEdit *>(u"accountEndpoint"_s);
        endpoint->selectAll();
        QTest::keyClicks(endpoint, u"https://elsewhere.invalid/api/msp"_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"nextAccountStep"_s), Qt::LeftButton);
        return dialog;
    }
    void open()
    {
        m_fixture->steward.open({.id = AccountId(u"a"_s),
                                 .name = {},
                                 .endpoint = Endpoint::parse(u"https://elsewhere.invalid/api/msp"_s).value()},
                                WindowFixture::key());
    }
    bool profileHolds(const QString &text) const
    {
        QDirIterator files(m_fixture->profile.path(), QDir::Files | QDir::Hidden,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(text.toUtf8()))
                return true;
        }
        return false;
    }

    TestAuthority m_authority;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<ByteServer> m_server;
    std::unique_ptr<ConnectProxy> m_proxy;
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestProxyWindow)
#include "tst_proxywindow.moc"
