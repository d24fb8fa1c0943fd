// SPDX-License-Identifier: GPL-3.0-or-later
// Accounts in the real window, by clicks and keys.
#include "app/plans/plandrafts.h"
#include "app/settings/savedviews.h"
#include "app/steward/steward.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/pretendserver.h"
#include "ui/accounts/accountdialog.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/companies/companypane.h"
#include "ui/companies/companysearchfield.h"
#include "ui/companies/companytreeview.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/devicequery.h"
#include "ui/query/querybox.h"
#include "ui/window/accountparts.h"
#include "ui/window/banner.h"
#include "ui/window/mainwindow.h"
#include "ui/window/settingsparts.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QDirIterator>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

const QString canary = u"canary-0123456789-abcdef"_s;

} // namespace

class TestAccountWindow : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        m_server = makeServer("1", "Northwind");
        m_theme = std::make_unique<Theme>();
        m_steward = std::make_unique<Steward>(nullptr, nullptr);
        auto keyring = std::make_unique<FakeSecretStore>();
        m_keyring = keyring.get();
        m_window = std::make_unique<MainWindow>(*m_steward, *m_theme, m_profile->path(), std::move(keyring));
        m_window->show();
    }

    void cleanup()
    {
        m_window.reset();
        m_steward.reset();
        m_theme.reset();
        m_server.reset();
        m_profile.reset();
    }

    void firstStartLeadsToTheFleet()
    {
        QVERIFY(m_window->isWelcoming());
        click<QPushButton>(*m_window, "addAccount");
        auto *dialog = m_window->findChild<AccountDialog *>(u"addAccountDialog"_s);
        QVERIFY(dialog && dialog->isVisible());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"accountName"_s), u"Northwind IT"_s);
        fill(*dialog, u"\"Bearer "_s + canary + u"\""_s, m_server->address());
        click<QPushButton>(*dialog, "nextAccountStep");
        QVERIFY(isShown<QLabel>(*dialog, "apiKeyCleaned")); // it was cleaned, and that is said
        QTRY_VERIFY(isShown<QLabel>(*dialog, "trialCompany"));
        // the company and its ID stand there before anything is kept
        const QString company = dialog->findChild<QLabel *>(u"trialCompany"_s)->text();
        QVERIFY2(company.contains(u"Northwind"_s) && company.contains(u"1"_s), qPrintable(company));
        QVERIFY(kept().list().accounts().isEmpty());
        QVERIFY(m_keyring->secrets.empty());

        click<QPushButton>(*dialog, "nextAccountStep");
        QTRY_VERIFY(!m_window->isWelcoming());
        QTRY_COMPARE(m_steward->fleet().devices().liveCount(), 1);
        QCOMPARE(m_window->companies()->accountTitle(), u"Northwind IT"_s);
        QTRY_COMPARE(m_keyring->secrets.size(), 1U);
        QCOMPARE(m_keyring->secrets.begin()->second, canary.toLatin1());
    }

    // F52, I18: refused before anything is sent
    void F52_aKeyThatNoHeaderHoldsIsNotSent_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a blank inside") << u"abcd 1234 efgh"_s;
        QTest::newRow("not ASCII") << u"abcd1234\u00e9fgh"_s;
        QTest::newRow("too short") << u"abc"_s;
        QTest::newRow("a megabyte") << QString(1 << 20, u'k');
    }

    void F52_aKeyThatNoHeaderHoldsIsNotSent()
    {
        QFETCH(const QString, typed);
        AccountDialog *dialog = openAddDialog();
        fill(*dialog, typed, m_server->address());
        click<QPushButton>(*dialog, "nextAccountStep");
        QVERIFY(isShown<QLabel>(*dialog, "apiKeyProblem"));
        QVERIFY(m_server->targets().isEmpty());
    }

    // F54, I5
    void F54_anAddressThatNoKeyMayGoToIsRefused()
    {
        AccountDialog *dialog = openAddDialog();
        fill(*dialog, canary, u"http://api.example.com/api/msp"_s);
        const auto *says = dialog->findChild<QLabel *>(u"endpointSays"_s);
        QVERIFY(says->text().contains(u"unencrypted"_s)); // as one types
        click<QPushButton>(*dialog, "nextAccountStep");
        QVERIFY(says->isVisible());
        QVERIFY(!dialog->findChild<QLabel *>(u"trialCompany"_s)->isVisible());
        QVERIFY(kept().list().accounts().isEmpty());
    }

    void aRefusedKeyIsExplainedAndNotKept()
    {
        m_server->setAnswer("/company", refusal());
        AccountDialog *dialog = openAddDialog();
        fill(*dialog, canary, m_server->address());
        click<QPushButton>(*dialog, "nextAccountStep");
        QTRY_VERIFY(isShown<QWidget>(*dialog, "trialTrouble"));
        QVERIFY(isShown<QLabel>(*dialog, "apiKeyProblem"));
        QVERIFY(kept().list().accounts().isEmpty());
        // typing takes it back
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"apiKey"_s), u"x"_s);
        QVERIFY(!isShown<QWidget>(*dialog, "trialTrouble"));
        QTest::keyClick(dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_window->findChild<AccountDialog *>());
    }

    // F27, F67: 20 calls are refused, one banner says it and offers the way out
    void F67_aRefusedKeyIsOneBannerAndIsReplaced()
    {
        const AccountId account = addAccount(*m_server);
        QTRY_VERIFY(m_steward->fleet().asOf().isValid());
        for (const char *target : {"/company", "/device/summary"})
            m_server->setAnswer(target, refusal());
        for (int i = 1; i <= 20; ++i) {
            m_server->setAnswer("/device/summary?company_id=" + QByteArray::number(i), refusal());
            m_steward->fleet().readCompany({account, CompanyId(QString::number(i))});
        }
        QTRY_VERIFY(!m_steward->fleet().isReading());
        QTRY_VERIFY(m_window->banner()->isVisible());
        QVERIFY(m_window->banner()->text().what.contains(u"refused the API key"_s));
        QCOMPARE(m_window->banner()->text().primaryAction, u"Replace key…"_s);
        QCOMPARE(m_steward->fleet().devices().liveCount(), 1);

        m_server->set("/company", companyJson("1", "Northwind", {}, true));
        m_server->set("/device/summary", listJson({deviceJson("d1", "1"), deviceJson("d2", "1")}));
        click<QPushButton>(*m_window, "bannerPrimary");
        auto *dialog = m_window->findChild<AccountDialog *>(u"replaceKeyDialog"_s);
        QVERIFY(dialog);
        QVERIFY(!dialog->findChild<QLineEdit *>(u"accountName"_s)->isVisible());
        QTest::keyClicks(dialog->findChild<QLineEdit *>(u"apiKey"_s), u"another-key-0123456789"_s);
        click<QPushButton>(*dialog, "nextAccountStep");
        QTRY_VERIFY(isShown<QLabel>(*dialog, "trialCompany"));
        click<QPushButton>(*dialog, "nextAccountStep");
        QTRY_COMPARE(m_steward->fleet().devices().liveCount(), 2);
        QTRY_VERIFY(!m_window->banner()->isVisible());
        QCOMPARE(kept().list().accounts().size(), 1);
    }

    void joinedAccountsHaveARootEach()
    {
        const auto other = makeServer("7", "Contoso");
        const AccountId first = addAccount(*m_server);
        const AccountId second = addAccount(*other);
        QTRY_COMPARE(m_steward->fleet().devices().liveCount(), 2);
        CompanyPane *pane = m_window->companies();
        QCOMPARE(pane->accountTitle(), u"All accounts"_s);
        const QModelIndex root = pane->model()->top(second);
        QVERIFY(!pane->tree()->isRowHidden(root.row(), {}));
        QTRY_COMPARE(pane->model()->rowCount(root), 1);
        // a click on it shows this account's devices alone
        QTest::mouseClick(pane->tree()->viewport(), Qt::LeftButton, {},
                          pane->tree()->visualRect(root).center());
        QCOMPARE(pane->chosenAccount(), std::optional(second));
        QTRY_COMPARE(m_window->devices()->grid()->model()->rowCount(), 1);
        pane->choose({});
        QTRY_COMPARE(m_window->devices()->grid()->model()->rowCount(), 2);

        kept().close(second);
        QTRY_COMPARE(pane->model()->rowCount(), int(companyGroupCount));
        QCOMPARE(m_steward->accounts().size(), 1);
        QCOMPARE(m_steward->account()->id, first);
    }

    void theAccountIsAColumnWhileSeveralAreJoined()
    {
        DeviceGrid *grid = m_window->devices()->grid();
        const int column = static_cast<int>(DeviceColumn::Account);
        const auto other = makeServer("7", "Contoso");
        addAccount(*m_server);
        QTRY_COMPARE(m_steward->fleet().devices().liveCount(), 1);
        QVERIFY(grid->isColumnHidden(column));
        const AccountId second = addAccount(*other);
        QTRY_COMPARE(grid->model()->rowCount(), 2);
        QVERIFY(!grid->isColumnHidden(column));
        grid->sortByColumn(column, Qt::AscendingOrder);
        const auto textAt = [&](int row) {
            return grid->model()->index(row, column).data().toString();
        };
        // without names of their own they are called by their companies
        QTRY_COMPARE(textAt(0), u"Contoso"_s);
        QCOMPARE(textAt(1), u"Northwind"_s);
        Account renamed = *kept().list().find(second);
        renamed.name = u"Zenith"_s;
        renamed.colour = AccountColour::Teal;
        kept().setAccount(renamed);
        QTRY_COMPARE(textAt(1), u"Zenith"_s);
        QCOMPARE(grid->deviceModel().accountColour(grid->deviceModel().deviceAt(1)), AccountColour::Teal);

        QTest::keyClicks(m_window->devices()->queryBox(), u"account:zenith"_s);
        QTRY_COMPARE(grid->model()->rowCount(), 1);
        QCOMPARE(textAt(0), u"Zenith"_s);
        m_window->devices()->query()->setText({});

        // who takes the column away has it taken away the next time, too
        grid->setColumnHidden(column, true);
        kept().close(second);
        QVERIFY(grid->isColumnHidden(column));
        kept().open(second, false);
        QTRY_COMPARE(m_steward->accounts().size(), 2);
        QVERIFY(grid->isColumnHidden(column));
    }

    void searchAndLogAreThoseOfAllAccountsOrOfTheChosenOne()
    {
        const QByteArray asked = "/company/name?name=Deep&exact=false&case_sensitive=false";
        const auto other = makeServer("7", "Contoso");
        m_server->set(asked, listJson({companyJson("77", "Deep Sea")}));
        other->set(asked, listJson({companyJson("78", "Deep Blue")}));
        addAccount(*m_server);
        const AccountId second = addAccount(*other);
        QTRY_COMPARE(m_steward->fleet().devices().liveCount(), 2);
        QTRY_VERIFY(!m_steward->fleet().isReading());
        CompanyPane *pane = m_window->companies();
        pane->searchField()->setText(u"Deep"_s);
        QTest::keyClick(pane->searchField(), Qt::Key_Return);
        QTRY_COMPARE(pane->model()->rowCount(pane->model()->top(CompanyGroup::FoundBySearch)), 2);
        QCOMPARE(m_server->count(asked), 1);
        QCOMPARE(other->count(asked), 1);

        m_window->findChild<QAction *>(u"apiLog"_s)->trigger();
        const auto *log = m_window->findChild<QTableView *>(u"apiLog"_s);
        const auto logged = [log](const QString &account) {
            int count = 0;
            for (int row = 0; row < log->model()->rowCount(); ++row)
                count += log->model()->index(row, 1).data().toString() == account ? 1 : 0;
            return count;
        };
        QVERIFY(!log->isColumnHidden(1));
        QVERIFY(logged(u"Northwind"_s) > 0 && logged(u"Contoso"_s) > 0);

        pane->chooseAccount(second);
        QVERIFY(log->isColumnHidden(1));
        QCOMPARE(logged(u"Northwind"_s), 0);
        QVERIFY(logged(u"Contoso"_s) > 0);
        QTest::keyClick(pane->searchField(), Qt::Key_Return);
        QTRY_COMPARE(other->count(asked), 2);
        QCOMPARE(m_server->count(asked), 1);
    }

    void theManagerChangesAndSignsOut()
    {
        const AccountId account = addAccount(*m_server);
        QTRY_COMPARE(m_keyring->secrets.size(), 1U);
        m_window->findChild<QAction *>(u"accountsAction"_s)->trigger();
        auto *manager = m_window->findChild<AccountsDialog *>(u"accountsDialog"_s);
        QVERIFY(manager && manager->isVisible());
        auto *name = manager->findChild<QLineEdit *>(u"accountTitle"_s);
        name->setFocus();
        name->selectAll();
        QTest::keyClicks(name, u"Renamed"_s);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_COMPARE(kept().list().find(account)->name, u"Renamed"_s);
        QTRY_COMPARE(m_window->companies()->accountTitle(), u"Renamed"_s);
        manager->findChild<QCheckBox *>(u"readOnly"_s)->click();
        QVERIFY(m_steward->session(account)->account().isReadOnly);

        click<QPushButton>(*manager, "signOut");
        auto *question = manager->findChild<QDialog *>(u"signOutDialog"_s);
        QVERIFY(question);
        QVERIFY(question->findChild<QPushButton *>(u"cancelSignOut"_s)->isDefault()); // Enter is not yes
        const auto *text = question->findChild<QLabel *>(u"signOutText"_s);
        QVERIFY(text->height() >= text->heightForWidth(text->width())); // nothing of it is cut
        click<QPushButton>(*question, "confirmSignOut");
        QTRY_VERIFY(m_keyring->secrets.empty());
        QVERIFY(kept().list().accounts().isEmpty());
        QTRY_VERIFY(m_window->isWelcoming());
    }

    void signingOutForgetsWhatTheProfileHasOfTheAccount()
    {
        const auto other = makeServer("7", "Contoso");
        const AccountId account = addAccount(*m_server);
        const AccountId stays = addAccount(*other);
        QTRY_COMPARE(m_steward->fleet().devices().liveCount(), 2);
        const PlanDrafts drafts(m_profile->path());
        for (const AccountId &each : {account, stays}) {
            QVERIFY(drafts.keep(drafts.newFile(each), {.company = CompanyId(u"1"_s), .name = u"a plan"_s}));
            SavedViews(m_profile->path(), each).add({.name = u"mine"_s});
        }
        const QJsonObject limits{{u"stale_hours"_s, 3}};
        QJsonObject ofAccounts;
        QJsonArray ofCompanies;
        for (const AccountId &each : {account, stays}) {
            ofAccounts.insert(each.text(), limits);
            ofCompanies.append(
                QJsonObject{{u"account"_s, each.text()}, {u"company"_s, u"1"_s}, {u"limits"_s, limits}});
        }
        m_window->settings()->settings().setValue(
            setting::healthLimits, QJsonObject{{u"accounts"_s, ofAccounts}, {u"companies"_s, ofCompanies}});
        kept().signOut(account);
        m_window->close();
        QVERIFY(!profileHolds(account.text()));
        QVERIFY(profileHolds(stays.text()));
        QVERIFY(drafts.of({account, CompanyId(u"1"_s)}).isEmpty());
        QCOMPARE(drafts.of({stays, CompanyId(u"1"_s)}).size(), 1);
    }

    // I1: after a session in which keys were typed, copied, replaced and signed out none is in any file
    void I1_aTypedKeyIsInNoFile()
    {
        AccountDialog *dialog = openAddDialog();
        fill(*dialog, canary, m_server->address());
        click<QPushButton>(*dialog, "nextAccountStep");
        QTRY_VERIFY(isShown<QLabel>(*dialog, "trialCompany"));
        click<QPushButton>(*dialog, "nextAccountStep");
        QTRY_COMPARE(m_steward->fleet().devices().liveCount(), 1);
        kept().replaceKey(kept().list().accounts().constFirst().id, Secret(canary.toLatin1() + "-2"));
        QTRY_VERIFY(!m_steward->fleet().isReading());
        m_window->close();
        QVERIFY(profileHolds(u"Northwind"_s)); // the search finds what is there
        const QByteArray key = canary.toLatin1();
        for (const QByteArray &encoding :
             {key, key.toBase64().chopped(4), key.toHex(),
              QByteArray(reinterpret_cast<const char *>(canary.utf16()), canary.size() * 2),
              QUrl::toPercentEncoding(canary)})
            QVERIFY2(!profileHolds(encoding), encoding.constData());
    }

    // F51
    void F51_aKeyringThatFailsIsSaid()
    {
        m_keyring->trouble = SecretTrouble{.kind = SecretTroubleKind::NoKeyring};
        addAccount(*m_server);
        QTRY_VERIFY(m_window->banner()->isVisible());
        QVERIFY(m_window->banner()->text().rest.contains(u"kept in memory"_s));
        QTRY_COMPARE(m_steward->fleet().devices().liveCount(), 1);
    }

    // I6: the key stands in no widget that is not its own field
    void I6_noWidgetShowsTheKey()
    {
        addAccount(*m_server);
        QTRY_VERIFY(m_steward->fleet().asOf().isValid());
        m_window->findChild<QAction *>(u"accountsAction"_s)->trigger();
        m_window->findChild<QAction *>(u"apiLog"_s)->trigger();
        const QWidgetList all = QApplication::allWidgets();
        for (const QWidget *widget : all) {
            const QMetaObject *meta = widget->metaObject();
            for (int i = 0; i < meta->propertyCount(); ++i) {
                const QVariant value = meta->property(i).read(widget);
                if (value.typeId() == QMetaType::QString)
                    QVERIFY2(!value.toString().contains(canary), meta->property(i).name());
            }
        }
    }

private:
    static std::unique_ptr<PretendServer> makeServer(const QByteArray &company, const QByteArray &name)
    {
        auto server = std::make_unique<PretendServer>();
        server->set("/company", companyJson(company, name, {}, true));
        server->set("/device/summary", listJson({deviceJson("d" + company, company)}));
        return server;
    }
    static ByteAnswer refusal()
    {
        return {.bytes = httpAnswer(
                    401, "application/json",
                    "{\"ok\":false,\"type\":\"authentication_failed\",\"message\":\"m\",\"code\":401}")};
    }
    bool profileHolds(const QString &text) const { return profileHolds(text.toUtf8()); }
    bool profileHolds(const QByteArray &bytes) const
    {
        QDirIterator files(m_profile->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.open(QIODevice::ReadOnly) && file.readAll().contains(bytes))
                return true;
        }
        return false;
    }
    KeptAccounts &kept() { return m_window->accounts()->accounts(); }
    AccountId addAccount(const PretendServer &server)
    {
        return kept().add(
            {.endpoint = Endpoint::parse(server.address()).value(), .keyPlace = KeyPlace::Keyring},
            Secret(canary.toLatin1()));
    }
    AccountDialog *openAddDialog()
    {
        m_window->findChild<QAction *>(u"addAccountAction"_s)->trigger();
        return m_window->findChild<AccountDialog *>(u"addAccountDialog"_s);
    }
    static void fill(AccountDialog &dialog, const QString &key, const QString &address)
    {
        dialog.findChild<QLineEdit *>(u"apiKey"_s)->setText(key);
        click<QToolButton>(dialog, "showEndpoint");
        auto *endpoint = dialog.findChild<QLineEdit *>(u"accountEndpoint"_s);
        endpoint->selectAll();
        QTest::keyClicks(endpoint, address);
    }
    template <typename Button>
    static void click(QWidget &where, const char *name)
    {
        auto *button = where.findChild<Button *>(QLatin1StringView(name));
        QVERIFY2(button, name);
        QVERIFY2(button->isVisible(), name);
        QVERIFY2(button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    template <typename Widget>
    static bool isShown(const QWidget &where, const char *name)
    {
        const auto *widget = where.findChild<Widget *>(QLatin1StringView(name));
        return widget && widget->isVisible();
    }

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Steward> m_steward;
    FakeSecretStore *m_keyring = nullptr;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestAccountWindow)
#include "tst_accountwindow.moc"
