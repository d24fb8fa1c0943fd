// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/steward.h"
#include "tests/support/pretendserver.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/deviceviews.h"
#include "ui/devices/viewnamedialog.h"
#include "ui/devices/viewsdialog.h"
#include "ui/query/querybox.h"
#include "ui/window/mainwindow.h"
#include "ui/window/theme.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// Saved views in the real window: chosen, saved, changed, put in order, and there again after a new start.
class TestViews : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_server = std::make_unique<PretendServer>();
        m_server->set("/company", companyJson("1", "Northwind", {}, true));
        m_server->set("/device/summary",
                      listJson({deviceJson("d1", "1", "alpha"), deviceJson("d2", "1", "beta"),
                                deviceJson("d3", "1", "gamma")}));
        m_profile = std::make_unique<QTemporaryDir>();
        start();
    }

    void cleanup()
    {
        stop();
        m_profile.reset();
        m_server.reset();
    }

    void aViewIsChosenFromTheMenu()
    {
        choose(u"Morning check"_s);
        QTRY_COMPARE(box()->text(), u"health:failing,never,stale,late,offline,unknown known:none"_s);
        QCOMPARE(title(), u"Morning check"_s);
        QCOMPARE(sorted(), DeviceColumn::HealthWord);
        QVERIFY(action(u"Morning check"_s)->isChecked());
        QCOMPARE(action(u"Morning check"_s)->shortcut(), QKeySequence(Qt::CTRL | Qt::Key_1));
        box()->setText(u"health:failing"_s);
        QTRY_COMPARE(title(), u"Morning check, changed"_s);
    }

    void whatIsShownBecomesAView()
    {
        box()->setText(u"name:al"_s);
        QHeaderView *header = grid()->horizontalHeader();
        grid()->setColumnHidden(int(DeviceColumn::Tag), true);
        header->moveSection(header->visualIndex(int(DeviceColumn::Name)), 0);
        header->resizeSection(int(DeviceColumn::Name), 222);
        grid()->sortByColumn(int(DeviceColumn::Company), Qt::DescendingOrder);
        save(u"Als"_s);
        QCOMPARE(title(), u"Als"_s);

        choose(u"Never backed up"_s);
        QTRY_VERIFY(title() == u"Never backed up"_s);
        grid()->setColumnHidden(int(DeviceColumn::Tag), false);
        header->moveSection(0, 4);
        header->resizeSection(int(DeviceColumn::Name), 100);

        stop();
        start();
        choose(u"Als"_s);
        QTRY_COMPARE(box()->text(), u"name:al"_s);
        QVERIFY(grid()->isColumnHidden(int(DeviceColumn::Tag)));
        QCOMPARE(grid()->horizontalHeader()->visualIndex(int(DeviceColumn::Name)), 0);
        QCOMPARE(grid()->columnWidth(int(DeviceColumn::Name)), 222);
        QCOMPARE(sorted(), DeviceColumn::Company);
        QTRY_COMPARE(m_window->devices()->grid()->model()->rowCount(), 1);
    }

    void aViewOfOneAccountDoesNotHideTheAccountsOfSeveral()
    {
        const int account = int(DeviceColumn::Account);
        box()->setText(u"a"_s);
        grid()->setColumnHidden(int(DeviceColumn::Tag), true);
        save(u"Of one"_s);
        QCOMPARE(title(), u"Of one"_s);
        PretendServer other;
        joinTheOther(other);
        choose(u"Of one"_s);
        QTRY_COMPARE(title(), u"Of one"_s);
        QVERIFY(!grid()->isColumnHidden(account));
        QVERIFY(grid()->columnWidth(account) > 50);
        QVERIFY(grid()->isColumnHidden(int(DeviceColumn::Tag)));

        // taken away while several are there, it stays away
        grid()->setColumnHidden(account, true);
        save(u"Without accounts"_s);
        choose(u"Of one"_s);
        QTRY_VERIFY(!grid()->isColumnHidden(account));
        choose(u"Without accounts"_s);
        QTRY_VERIFY(grid()->isColumnHidden(account));
        QCOMPARE(title(), u"Without accounts"_s);
    }

    void aViewOfAnEarlierStewardKnowsItsColumnsOnly()
    {
        m_window->devices()->views()->setViews(nullptr);
        QFile file(m_profile->filePath(u"views.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(R"({"version":1,"accounts":{"a":[{"id":"x","name":"Old","query":"","columns":)"
                   R"([{"column":"name","width":99},{"column":"status","width":0}]},)"
                   R"({"id":"y","name":"Says","query":"","columns":[{"column":"name","width":99}],)"
                   R"("hidden_columns":["status"]}]}})");
        file.close();
        stop();
        start();
        PretendServer other;
        joinTheOther(other);
        choose(u"Old"_s);
        QTRY_COMPARE(title(), u"Old"_s);
        const QSet<DeviceColumn> old{DeviceColumn::Name, DeviceColumn::Status, DeviceColumn::Account};
        const auto shownNow = grid()->shownColumns();
        QCOMPARE(QSet<DeviceColumn>(shownNow.begin(), shownNow.end()), old);
        // one that says what it hides leaves the rest as at first
        choose(u"Says"_s);
        QTRY_COMPARE(title(), u"Says"_s);
        QVERIFY(grid()->isColumnHidden(int(DeviceColumn::Status)));
        QVERIFY(grid()->isColumnHidden(int(DeviceColumn::IdOfCompany)));
        QVERIFY(!grid()->isColumnHidden(int(DeviceColumn::Os)));
        QVERIFY(!grid()->isColumnHidden(int(DeviceColumn::Account)));
    }

    void changesAreSavedToOnesOwn()
    {
        box()->setText(u"alpha"_s);
        save(u"Mine"_s);
        QVERIFY(!action(u"Save the changes to Mine"_s));
        box()->setText(u"beta"_s);
        QTRY_VERIFY(action(u"Save the changes to Mine"_s));
        action(u"Save the changes to Mine"_s)->trigger();
        QCOMPARE(title(), u"Mine"_s);
        box()->clear();
        choose(u"Mine"_s);
        QTRY_COMPARE(box()->text(), u"beta"_s);
    }

    void aNameThatIsTakenIsSaid()
    {
        action(u"Save as a view…"_s)->trigger();
        auto *dialog = child<ViewNameDialog>(u"viewNameDialog"_s);
        QVERIFY(dialog);
        auto *name = dialog->findChild<QLineEdit *>(u"viewName"_s);
        auto *saveIt = dialog->findChild<QPushButton *>(u"saveViewName"_s);
        QVERIFY(!saveIt->isEnabled());
        QTest::keyClicks(name, u"morning CHECK"_s);
        QVERIFY(dialog->findChild<QLabel *>(u"viewNameProblem"_s)->text().contains(u"Morning check"_s));
        QVERIFY(!saveIt->isEnabled());
        QTest::keyClicks(name, u" 2"_s);
        QVERIFY(saveIt->isEnabled());
        QTest::keyClick(name, Qt::Key_Escape);
        QTRY_VERIFY(!child<ViewNameDialog>(u"viewNameDialog"_s));
    }

    void viewsArePutInOrderAndRemovedWithAWayBack()
    {
        box()->setText(u"alpha"_s);
        save(u"Mine"_s);
        ViewsDialog *dialog = manage();
        auto *list = dialog->findChild<QListWidget *>(u"viewList"_s);
        const int last = list->count() - 1;
        QCOMPARE(list->item(last)->text(), u"Mine"_s);
        list->setCurrentRow(last);
        click(dialog, u"moveViewUp"_s);
        QCOMPARE(list->item(last - 1)->text(), u"Mine"_s);
        QCOMPARE(list->currentRow(), last - 1);
        click(dialog, u"removeView"_s);
        QCOMPARE(list->count(), last);
        QVERIFY(!action(u"Mine"_s));
        QCOMPARE(title(), u"Views"_s);
        click(dialog, u"undoRemoveView"_s);
        QCOMPARE(list->item(last - 1)->text(), u"Mine"_s);
        QVERIFY(action(u"Mine"_s));

        list->setCurrentRow(0);
        click(dialog, u"removeView"_s); // a built-in one is hidden
        QVERIFY(!action(u"Morning check"_s));
        click(dialog, u"removeView"_s);
        QVERIFY(action(u"Morning check"_s));
    }

    void viewsGoToAFileAndComeBack()
    {
        box()->setText(u"alpha"_s);
        save(u"Mine"_s);
        ViewsDialog *dialog = manage();
        const QString file = m_profile->filePath(u"views-for-you.json"_s);
        dialog->exportTo(file);
        dialog->importFrom(file);
        QVERIFY(action(u"Mine (2)"_s));
        dialog->importFrom(m_profile->filePath(u"not-there.json"_s));
        QVERIFY(!dialog->findChild<QLabel *>(u"viewsSay"_s)->text().isEmpty());
    }

    void closingTheAccountClosesTheDialog()
    {
        manage();
        stop();
        start();
        QVERIFY(!child<ViewsDialog>(u"viewsDialog"_s));
    }

private:
    void start()
    {
        m_steward = std::make_unique<Steward>();
        m_window = std::make_unique<MainWindow>(*m_steward, *m_theme, m_profile->path());
        m_window->resize(1400, 800);
        m_window->show();
        m_steward->open({.id = AccountId(u"a"_s),
                         .name = {},
                         .endpoint = Endpoint::parse(m_server->bytes().address()).value()},
                        Secret(QByteArrayLiteral("canary-0123456789abcdef")));
        QTRY_COMPARE(m_window->devices()->grid()->model()->rowCount(), 3);
        QTRY_VERIFY(!m_steward->fleet().isReading());
    }

    void joinTheOther(PretendServer &other)
    {
        other.set("/company", companyJson("7", "Contoso", {}, true));
        other.set("/device/summary", listJson({deviceJson("d7", "7", "delta")}));
        m_steward->join(
            {.id = AccountId(u"b"_s), .name = {}, .endpoint = Endpoint::parse(other.address()).value()},
            Secret(QByteArrayLiteral("canary-0123456789abcdef")));
        QTRY_COMPARE(m_steward->fleet().devices().liveCount(), 4);
        QTRY_VERIFY(!m_steward->fleet().isReading());
    }

    void stop()
    {
        m_window.reset();
        m_steward.reset();
    }

    template <typename Widget>
    Widget *child(const QString &name) const
    {
        return m_window->findChild<Widget *>(name);
    }
    QueryBox *box() const { return m_window->devices()->queryBox(); }
    DeviceGrid *grid() const { return m_window->devices()->grid(); }
    QString title() const { return child<QToolButton>(u"viewsButton"_s)->text(); }
    DeviceColumn sorted() const
    {
        return static_cast<DeviceColumn>(grid()->horizontalHeader()->sortIndicatorSection());
    }

    QAction *action(const QString &text) const
    {
        for (QAction *each : m_window->devices()->views()->menu()->actions()) {
            if (each->text().remove(u'&') == text)
                return each;
        }
        return nullptr;
    }
    void choose(const QString &view) const
    {
        QVERIFY(action(view));
        action(view)->trigger();
    }
    void save(const QString &name) const
    {
        action(u"Save as a view…"_s)->trigger();
        auto *dialog = child<ViewNameDialog>(u"viewNameDialog"_s);
        QVERIFY(dialog);
        auto *field = dialog->findChild<QLineEdit *>(u"viewName"_s);
        QTest::keyClicks(field, name);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!child<ViewNameDialog>(u"viewNameDialog"_s));
    }
    ViewsDialog *manage() const
    {
        action(u"Manage views…"_s)->trigger();
        return child<ViewsDialog>(u"viewsDialog"_s);
    }
    static void click(const QWidget *dialog, const QString &name)
    {
        QTest::mouseClick(dialog->findChild<QPushButton *>(name), Qt::LeftButton);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<Steward> m_steward;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestViews)
#include "tst_views.moc"
