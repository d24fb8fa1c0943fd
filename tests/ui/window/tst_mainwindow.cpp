// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/steward.h"
#include "tests/support/pretendserver.h"
#include "ui/companies/companypane.h"
#include "ui/companies/companysearchfield.h"
#include "ui/companies/companytreeview.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicepage.h"
#include "ui/window/actions.h"
#include "ui/window/banner.h"
#include "ui/window/mainwindow.h"
#include "ui/window/theme.h"

#include <QAbstractButton>
#include <QElapsedTimer>
#include <QLabel>
#include <QPlainTextEdit>
#include <QSplitter>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

/// The window, its parts joined: tree, page, banner, status line.
class TestMainWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_server = std::make_unique<PretendServer>();
        m_server->set(
            "/company",
            companyJson("1", "Northwind", {companyJson("2", "Acme"), companyJson("3", "Beta")}, true));
        m_server->set("/device/summary",
                      listJson({deviceJson("d1", "1", "N1"), deviceJson("d2", "2", "A1"),
                                deviceJson("d3", "2", "A2")}));
        m_server->set("/device/summary?company_id=3", "[]");
        m_profile = std::make_unique<QTemporaryDir>();
        m_steward = std::make_unique<Steward>();
        m_window = std::make_unique<MainWindow>(*m_steward, *m_theme, m_profile->path());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    void cleanup()
    {
        m_window.reset();
        m_steward.reset();
        m_profile.reset();
        m_server.reset();
    }

    void theFirstStartShowsTheWayIn()
    {
        QVERIFY(m_window->isWelcoming());
        QVERIFY(child<QAbstractButton>(u"openSandbox"_s)->isVisible());
        QCOMPARE(child<QLabel>(u"asOf"_s)->text(), u"no account"_s);
        QVERIFY(!child<QAbstractButton>(u"refresh"_s)->isEnabled());
    }

    void anOpenedAccountIsReadAndShown()
    {
        openAccount();
        QVERIFY(!m_window->isWelcoming());
        QCOMPARE(rows(), 3);
        QTRY_VERIFY(child<QLabel>(u"asOf"_s)->text().startsWith(u"as of "_s));
        QTRY_COMPARE(child<QLabel>(u"deviceCount"_s, u"statusLine"_s)->text(), u"3 devices"_s);
        QTRY_COMPARE(child<QLabel>(u"companyCount"_s)->text(), u"3 companies"_s);
        QVERIFY(!child<QWidget>(u"cancelReading"_s)->isVisible());
        QVERIFY(m_window->windowTitle().contains(u"Northwind"_s));
        QVERIFY(m_window->windowTitle().contains(u"Steward"_s));
    }

    void aClickOnACompanyScopesTheGrid()
    {
        openAccount();
        clickCompany(u"2"_s);
        QCOMPARE(rows(), 2);
        clickCompany(u"3"_s);
        QCOMPARE(rows(), 0);
        clickCompany(u"1"_s);
        QCOMPARE(rows(), 1);
    }

    void f5AndTheButtonReadAgain()
    {
        openAccount();
        m_server->set("/device/summary", listJson({deviceJson("d1", "1"), deviceJson("d2", "2")}));
        QTest::keyClick(m_window.get(), Qt::Key_F5);
        QTRY_COMPARE(rows(), 2);
        QTRY_VERIFY(!m_steward->fleet().isReading());
        m_server->set("/device/summary",
                      listJson({deviceJson("d1", "1"), deviceJson("d2", "2"), deviceJson("d7", "2")}));
        QTest::mouseClick(child<QAbstractButton>(u"refresh"_s), Qt::LeftButton);
        QTRY_COMPARE(rows(), 3);
    }

    void troubleIsOneBannerAndTryAgainEndsIt()
    {
        openAccount();
        const ByteAnswer refusal{
            .bytes = httpAnswer(
                401, "application/json",
                R"({"ok":false,"type":"authentication_failed","message":"<b>no</b>","code":401,"errors":[]})")};
        m_server->setAnswer("/company", refusal);
        m_server->setAnswer("/device/summary", refusal);
        m_window->windowActions()->refresh->trigger();
        QTRY_VERIFY(m_window->banner()->isVisible());
        QCOMPARE(m_window->banner()->text().kind, BannerKind::Bad);
        QVERIFY(m_window->banner()->text().what.contains(u"refused the API key"_s));
        QCOMPARE(rows(), 3); // what was read stays

        QTest::mouseClick(child<QAbstractButton>(u"bannerSecondary"_s), Qt::LeftButton);
        auto *details = child<QPlainTextEdit>(u"troubleDetails"_s);
        QVERIFY(details);
        QVERIFY(details->toPlainText().contains(u"authentication_failed: <b>no</b>"_s));
        QVERIFY(!details->toPlainText().contains(u"canary"_s));

        QTRY_VERIFY(!m_steward->fleet().isReading());
        m_server->set("/company", companyJson("1", "Northwind", {companyJson("2", "Acme")}, true));
        m_server->set("/device/summary", listJson({deviceJson("d1", "1"), deviceJson("d2", "2")}));
        QCOMPARE(m_window->banner()->text().primaryAction, u"Replace key…"_s);
        m_window->windowActions()->refresh->trigger(); // the server may have been wrong
        QTRY_VERIFY(!m_window->banner()->isVisible());
    }

    void lastBackupsInTheFutureAreSaid()
    {
        const QByteArray future =
            R"({"device_id":"%1","company_id":"2","name":"F","last_backup":"2099-01-01T10:00:00.000"})";
        QByteArrayList devices;
        for (const char *id : {"f1", "f2", "f3"})
            devices << QByteArray(future).replace("%1", id);
        m_server->set("/device/summary?company_id=1", "[]");
        m_server->set("/device/summary", listJson(devices));
        openAccount();
        QTRY_VERIFY(m_window->banner()->isVisible());
        QVERIFY(m_window->banner()->text().what.contains(u"future"_s));
        m_server->set("/device/summary", listJson({deviceJson("f1", "2")}));
        QVERIFY(readWhole(m_steward->fleet()));
        m_steward->fleet().health().followClock(); // as every minute
        QTRY_VERIFY(!m_window->banner()->isVisible());
    }

    void escapeTakesTheSelectionFirstAndThenTheBanner()
    {
        openAccount();
        m_server->set("/company", "[");
        m_server->set("/device/summary", "[");
        m_window->windowActions()->refresh->trigger();
        QTRY_VERIFY(m_window->banner()->isVisible());
        QTRY_VERIFY(!m_steward->fleet().isReading());
        m_window->devices()->grid()->showDevice(0);
        QCOMPARE(m_window->devices()->grid()->selection().count(), 1);
        m_window->windowActions()->stepBack->trigger();
        QVERIFY(m_window->devices()->grid()->selection().isEmpty());
        QVERIFY(m_window->banner()->isVisible());
        m_window->windowActions()->stepBack->trigger();
        QVERIFY(!m_window->banner()->isVisible());
        QVERIFY(!m_steward->fleet().trouble());
    }

    void aReadingCanBeCancelledFromTheStatusLine()
    {
        m_server->setAnswer("/device/summary", {.bytes = jsonAnswer("[]"), .gate = "never"});
        m_steward->open(account(), key());
        QTRY_COMPARE(m_server->count("/device/summary"), 1);
        auto *cancel = child<QAbstractButton>(u"cancelReading"_s);
        QTRY_VERIFY(cancel->isVisible());
        QTest::mouseClick(cancel, Qt::LeftButton);
        QVERIFY(!m_steward->fleet().isReading());
        QVERIFY(!cancel->isVisible());
        QCOMPARE(child<QLabel>(u"companyCount"_s)->text(), u"0 of 3 companies read"_s);
    }

    void closingWhileAListArrivesIsSafe()
    {
        QByteArrayList devices;
        for (int i = 0; i < 2000; ++i)
            devices << deviceJson("d" + QByteArray::number(i), "2");
        m_server->setAnswer("/device/summary",
                            {.bytes = jsonAnswer(listJson(devices)),
                             .pause = std::chrono::milliseconds(5),
                             .pieceSize = 8192});
        m_steward->open(account(), key());
        QTRY_VERIFY(m_steward->fleet().devices().liveCount() > 0);
        QVERIFY(m_steward->fleet().isReading());
        m_window->close();
        m_window.reset();
        m_steward.reset();
        QTRY_COMPARE(m_server->bytes().openConnections(), 0);
    }

    void sizesAndThemeComeBack()
    {
        m_window->resize(1100, 700);
        auto *splitter = child<QSplitter>(u"windowSplitter"_s);
        splitter->setSizes({320, 780});
        const QList<int> sizes = splitter->sizes();
        m_window->findChild<QAction *>(u"themeDark"_s)->trigger();
        m_window->close();
        m_theme->setMode(ThemeMode::Light);
        m_window = std::make_unique<MainWindow>(*m_steward, *m_theme, m_profile->path());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QCOMPARE(m_window->size(), QSize(1100, 700));
        QCOMPARE(child<QSplitter>(u"windowSplitter"_s)->sizes(), sizes);
        QCOMPARE(m_theme->mode(), ThemeMode::Dark);
        QVERIFY(m_window->findChild<QAction *>(u"themeDark"_s)->isChecked());
        m_theme->setMode(ThemeMode::System);
    }

    void theLastScopeComesBack()
    {
        openAccount();
        clickCompany(u"2"_s);
        QCOMPARE(rows(), 2);
        startAgain();
        QVERIFY(m_window->isWelcoming());
        openAccount(2);
        QCOMPARE(m_window->companies()->chosen(), (CompanyKey{AccountId(u"a"_s), CompanyId(u"2"_s)}));
        QVERIFY(m_window->companies()->tree()->selectionModel()->isSelected(
            m_window->companies()->model()->indexOf({AccountId(u"a"_s), CompanyId(u"2"_s)})));

        // what is there no more is not waited for
        m_server->set("/company", companyJson("1", "Northwind", {companyJson("3", "Beta")}, true));
        m_server->set("/device/summary", listJson({deviceJson("d1", "1", "N1")}));
        startAgain();
        m_steward->open(account(), key());
        QTRY_COMPARE(rows(), 1);
        QTRY_VERIFY(!m_steward->fleet().isReading());
        QVERIFY(!m_window->companies()->chosen());
        startAgain();
        m_steward->open(account(), key());
        QTRY_COMPARE(rows(), 1);
        QVERIFY(!m_window->companies()->chosen());
    }

    void theLastScopeWaitsForAllAccountsAndNotForThePerson()
    {
        PretendServer other;
        other.set("/company", companyJson("7", "Contoso", {}, true));
        other.set("/device/summary", listJson({deviceJson("d7", "7", "C1")}));
        const Account second{
            .id = AccountId(u"b"_s), .name = QString(), .endpoint = Endpoint::parse(other.address()).value()};
        openAccount();
        m_steward->join(second, key());
        QTRY_COMPARE(rows(), 4);
        m_window->companies()->chooseAccount(second.id);
        QTRY_COMPARE(rows(), 1);
        startAgain();
        m_steward->open(account(), key());
        m_steward->join(second, key()); // while the first one is being read
        QTRY_COMPARE(m_window->companies()->chosenAccount(), std::optional(second.id));
        QTRY_COMPARE(rows(), 1);
        startAgain();
        // the tree is there, and the person has looked elsewhere before the last scope came
        m_server->setAnswer("/device/summary", {.bytes = jsonAnswer("[]"), .gate = "later"});
        m_steward->open(account(), key());
        QTRY_VERIFY(m_steward->fleet().companies().find({AccountId(u"a"_s), CompanyId(u"3"_s)}));
        m_window->companies()->choose(CompanyKey{AccountId(u"a"_s), CompanyId(u"3"_s)});
        m_steward->join(second, key());
        m_server->bytes().open("later");
        QTRY_COMPARE(m_steward->fleet().devices().liveCount(), 1);
        QTRY_VERIFY(!m_steward->fleet().isReading());
        QVERIFY(!m_window->companies()->chosenAccount());
    }

    void F49_eachDamagedFileIsSaid()
    {
        m_window->close();
        m_window.reset();
        QStringList wanted;
        for (const char *name : {"accounts.json", "acknowledgements.json", "settings.json", "views.json"}) {
            QFile file(m_profile->filePath(QLatin1StringView(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("\xfe\xff random") > 0);
            wanted << QLatin1StringView(name);
        }
        m_window = std::make_unique<MainWindow>(*m_steward, *m_theme, m_profile->path());
        m_window->show();
        openAccount();
        QStringList said;
        while (m_window->banner()->isVisible() && said.size() < 10) {
            said << m_window->banner()->text().what.section(u' ', 0, 0);
            QTest::mouseClick(child<QAbstractButton>(u"bannerClose"_s), Qt::LeftButton);
        }
        said.sort();
        QCOMPARE(said, wanted);
    }

    void f6GoesThroughTheAreasAndBack()
    {
        openAccount();
        m_window->companies()->tree()->setFocus();
        QSet<QWidget *> visited;
        for (int i = 0; i < 6; ++i) {
            visited.insert(m_window->focusWidget());
            m_window->windowActions()->nextArea->trigger();
        }
        QVERIFY(visited.contains(m_window->companies()->tree()));
        QVERIFY(visited.contains(m_window->devices()->grid()));
        m_window->companies()->tree()->setFocus();
        m_window->windowActions()->nextArea->trigger();
        m_window->windowActions()->previousArea->trigger();
        QCOMPARE(m_window->focusWidget(), m_window->companies()->tree());
    }

    void everyButtonCanBeNamedAndEveryLabelIsPlain()
    {
        openAccount();
        const QList<QAbstractButton *> buttons = m_window->findChildren<QAbstractButton *>();
        for (const QAbstractButton *button : buttons) {
            const bool isQtsOwn = button->objectName().startsWith(u"qt_"_s)
                || button->inherits("QTableCornerButton") || button->inherits("QLineEditIconButton");
            const QString name = button->accessibleName() + button->text() + button->toolTip();
            QVERIFY2(isQtsOwn || !button->isVisible() || !name.isEmpty(),
                     qPrintable(QLatin1StringView(button->metaObject()->className()) + button->objectName()));
        }
        const QList<QLabel *> labels = m_window->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY2(label->textFormat() == Qt::PlainText || label->text().isEmpty(),
                     qPrintable(label->text()));
    }

private:
    Account account() const
    {
        return {.id = AccountId(u"a"_s),
                .name = QString(),
                .endpoint = Endpoint::parse(m_server->bytes().address()).value()};
    }
    static Secret key() { return Secret(QByteArrayLiteral("canary-0123456789abcdef")); }

    /// Closes the window, and begins again with what it kept.
    void startAgain()
    {
        m_window->close();
        m_window.reset();
        m_steward = std::make_unique<Steward>();
        m_window = std::make_unique<MainWindow>(*m_steward, *m_theme, m_profile->path());
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
    }

    /// \a shown: devices of what is chosen then; -1: all.
    void openAccount(qsizetype shown = -1)
    {
        QSignalSpy ended(&m_steward->fleet(), &Fleet::readingEnded);
        m_steward->open(account(), key());
        QVERIFY(ended.wait(15'000));
        QTRY_COMPARE(
            m_window->companies()->model()->rowCount(m_window->companies()->model()->top(CompanyGroup::Tree)),
            3);
        QTRY_COMPARE(rows(), shown < 0 ? m_steward->fleet().devices().liveCount() : shown);
    }

    void clickCompany(const QString &company)
    {
        CompanyTreeView *tree = m_window->companies()->tree();
        const QModelIndex row =
            m_window->companies()->model()->indexOf({AccountId(u"a"_s), CompanyId(company)});
        QTRY_VERIFY(tree->viewport()->rect().contains(tree->visualRect(row).center()));
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {}, tree->visualRect(row).center());
    }

    int rows() const { return m_window->devices()->grid()->model()->rowCount(); }

    template <typename T>
    T *child(const QString &name, const QString &inside = {}) const
    {
        const QWidget *parent = inside.isEmpty() ? m_window.get() : m_window->findChild<QWidget *>(inside);
        return parent->findChild<T *>(name);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<Steward> m_steward;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
