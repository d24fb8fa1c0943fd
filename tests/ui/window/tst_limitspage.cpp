// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/health/healthlimitsjson.h"
#include "tests/ui/window/windowfixture.h"
#include "ui/health/limitdialog.h"
#include "ui/health/limitrulemodel.h"
#include "ui/window/settingsparts.h"

#include <QAction>
#include <QComboBox>
#include <QDateTime>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace {

/// A Windows device whose last good backup is \a hours old.
QByteArray deviceOfAge(const QByteArray &id, const QByteArray &company, int hours, const QByteArray &group)
{
    const QByteArray time = QDateTime::currentDateTimeUtc()
                                .addSecs(-3600LL * hours)
                                .toString(u"yyyy-MM-ddTHH:mm:ss.zzz")
                                .toLatin1();
    return R"({"name":")" + id + R"(","status":"online","device_id":")" + id + R"(","company_id":")" + company
        + R"(","custom_tag":"","os":"windows","backup_status":"Success","version":"6.8","last_backup":")"
        + time + R"(","next_backup":null,"group_name":")" + group + R"("})";
}

} // namespace

/// The page of health limits in the real window, by clicks and keys.
class TestLimitsPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(*m_theme);
        m_fixture->server.set("/company", companyJson("1", "Northwind", {companyJson("2", "Acme")}, true));
        m_fixture->server.set(
            "/device/summary",
            listJson({deviceOfAge("d1", "1", 30, "Desks"), deviceOfAge("d2", "2", 30, "Floor 2")}));
        QVERIFY(m_fixture->open(2));
        QTRY_COMPARE(m_fixture->column(DeviceColumn::HealthWord),
                     (QStringList{u"Protected"_s, u"Protected"_s}));
        m_fixture->window.findChild<QAction *>(u"settingsAction"_s)->trigger();
        QTRY_VERIFY(settings());
        auto *pages = settings()->findChild<QListWidget *>(u"settingPages"_s);
        pages->setCurrentItem(pages->findItems(u"Health limits"_s, Qt::MatchExactly).constFirst());
        QVERIFY(table()->isVisible());
    }

    void cleanup() { m_fixture.reset(); }

    void aLimitOfACompanyHoldsAtOnceAndGoesAgain()
    {
        const qsizetype asked = m_fixture->server.targets().size();
        LimitDialog *dialog = openDialog("addLimits");
        choose(*dialog, LimitPlaceKind::Company, u"Acme"_s);
        type(*dialog, "limitStale", u"1 d"_s);
        click(*dialog, "keepLimits");
        QTRY_COMPARE(m_fixture->column(DeviceColumn::HealthWord), (QStringList{u"Protected"_s, u"Stale"_s}));
        QCOMPARE(rows(),
                 (QStringList{u"Workstations"_s, u"Servers"_s, u"Linux"_s, u"Systems that do not tell"_s,
                              u"Company: Acme"_s}));
        QCOMPARE(cell(4, LimitKind::Stale), u"1 d"_s);
        QCOMPARE(cell(4, LimitKind::Late), u"–"_s);
        QCOMPARE(m_fixture->server.targets().size(), asked); // nothing is read again
        const LimitBook kept =
            limitsFromJson(Settings(m_fixture->profile.path()).value(setting::healthLimits).toObject()).book;
        QCOMPARE(kept.companies.size(), 1);

        table()->setCurrentIndex(table()->model()->index(4, 0));
        settings()->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(settings()));
        table()->setFocus();
        QTest::keyClick(table(), Qt::Key_Delete);
        QTRY_COMPARE(m_fixture->column(DeviceColumn::HealthWord),
                     (QStringList{u"Protected"_s, u"Protected"_s}));
        QCOMPARE(rows().size(), 4);
    }

    void aDefaultIsChangedAndComesBack()
    {
        QCOMPARE(cell(3, LimitKind::Stale), u"3 d"_s);
        QCOMPARE(cell(0, LimitKind::Stale), u"7 d"_s);
        QVERIFY(!button("removeLimits")->isEnabled());
        table()->setCurrentIndex(table()->model()->index(3, 0)); // "windows" alone does not tell what it is
        LimitDialog *dialog = openDialog("changeLimits");
        QCOMPARE(field(*dialog, "limitStale")->placeholderText(), u"3 d, the default"_s);
        type(*dialog, "limitStale", u"24h"_s);
        QTest::keyClick(field(*dialog, "limitStale"), Qt::Key_Return);
        QTRY_COMPARE(m_fixture->column(DeviceColumn::HealthWord), (QStringList{u"Stale"_s, u"Stale"_s}));
        QCOMPARE(cell(3, LimitKind::Stale), u"1 d"_s);
        QCOMPARE(rows().size(), 4);
        click(*settings(), "removeLimits");
        QTRY_COMPARE(m_fixture->column(DeviceColumn::HealthWord),
                     (QStringList{u"Protected"_s, u"Protected"_s}));
        QCOMPARE(cell(3, LimitKind::Stale), u"3 d"_s);
    }

    void groupsAndAccountsHaveLimitsToo()
    {
        LimitDialog *dialog = openDialog("addLimits");
        choose(*dialog, LimitPlaceKind::Group, u"Floor 2"_s);
        type(*dialog, "limitStale", u"1 d"_s);
        click(*dialog, "keepLimits");
        QTRY_COMPARE(m_fixture->column(DeviceColumn::HealthWord), (QStringList{u"Protected"_s, u"Stale"_s}));
        dialog = openDialog("addLimits");
        choose(*dialog, LimitPlaceKind::Account, u"Northwind"_s);
        type(*dialog, "limitStale", u"20 h"_s);
        click(*dialog, "keepLimits");
        QTRY_COMPARE(m_fixture->column(DeviceColumn::HealthWord), (QStringList{u"Stale"_s, u"Stale"_s}));
    }

    void faultsStandUnderTheirField_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QString>("stale");
        QTest::addColumn<QString>("label");
        QTest::newRow("no place") << QString() << u"1 d"_s << u"limitPlaceFault"_s;
        QTest::newRow("a company that is not there") << u"Nobody"_s << u"1 d"_s << u"limitPlaceFault"_s;
        QTest::newRow("no unit") << u"Acme"_s << u"24"_s << u"limitStaleFault"_s;
        QTest::newRow("no time") << u"Acme"_s << u"soon"_s << u"limitStaleFault"_s;
        QTest::newRow("nothing") << u"Acme"_s << u"0 d"_s << u"limitStaleFault"_s;
        QTest::newRow("for ever") << u"Acme"_s << u"11000 d"_s << u"limitStaleFault"_s;
        QTest::newRow("markup") << u"Acme"_s << u"<b>1 d</b>"_s << u"limitStaleFault"_s;
        QTest::newRow("no limit at all") << u"Acme"_s << QString() << u"limitsFault"_s;
    }

    void faultsStandUnderTheirField()
    {
        QFETCH(const QString, place);
        QFETCH(const QString, stale);
        QFETCH(const QString, label);
        LimitDialog *dialog = openDialog("addLimits");
        choose(*dialog, LimitPlaceKind::Company, place);
        type(*dialog, "limitStale", stale);
        click(*dialog, "keepLimits");
        QVERIFY(dialog->isVisible());
        QVERIFY(dialog->findChild<QLabel *>(label)->isVisible());
        QCOMPARE(rows().size(), 4);
        // another value takes the fault back
        choose(*dialog, LimitPlaceKind::Company, u"Acme"_s);
        type(*dialog, "limitStale", u"1 d"_s);
        QVERIFY(!dialog->findChild<QLabel *>(label)->isVisible());
        click(*dialog, "keepLimits");
        QTRY_COMPARE(rows().size(), 5);
    }

    void theSearchFindsThePage()
    {
        auto *search = settings()->findChild<QLineEdit *>(u"findSetting"_s);
        search->clear();
        QTest::keyClicks(search, u"theme"_s);
        search->clear();
        QTest::keyClicks(search, u"workstation"_s);
        QVERIFY(table()->isVisible());
    }

    void rowsOfTheGridBecomeHigher()
    {
        QCOMPARE(m_fixture->grid()->rowHeight(), DeviceGrid::compactRow);
        auto *height = settings()->findChild<QComboBox *>(u"field_row_height"_s);
        settings()->findChild<QListWidget *>(u"settingPages"_s)->setCurrentRow(0);
        height->setFocus();
        QTest::keyClick(height, Qt::Key_Down);
        QCOMPARE(m_fixture->grid()->rowHeight(), DeviceGrid::comfortableRow);
        const QRect second = m_fixture->grid()->visualRect(m_fixture->grid()->model()->index(1, 1));
        QTest::mouseClick(m_fixture->grid()->viewport(), Qt::LeftButton, {}, second.center());
        QCOMPARE(m_fixture->grid()->currentIndex().row(), 1);
    }

private:
    QWidget *settings() const { return m_fixture->window.findChild<QWidget *>(u"settingsWindow"_s); }
    QTableView *table() const { return settings()->findChild<QTableView *>(u"limitTable"_s); }
    QPushButton *button(const char *name) const
    {
        return settings()->findChild<QPushButton *>(QLatin1StringView(name));
    }
    QStringList rows() const
    {
        QStringList titles;
        for (int row = 0; row < table()->model()->rowCount(); ++row)
            titles << table()->model()->index(row, 0).data().toString();
        return titles;
    }
    QString cell(int row, LimitKind kind) const
    {
        return table()->model()->index(row, 1 + static_cast<int>(kind)).data().toString();
    }
    LimitDialog *openDialog(const char *name)
    {
        click(*settings(), name);
        return settings()->findChild<LimitDialog *>(u"limitDialog"_s);
    }
    static void click(QWidget &where, const char *name)
    {
        auto *button = where.findChild<QPushButton *>(QLatin1StringView(name));
        QVERIFY2(button && button->isVisible() && button->isEnabled(), name);
        QTest::mouseClick(button, Qt::LeftButton);
    }
    static QLineEdit *field(const LimitDialog &dialog, const char *name)
    {
        return dialog.findChild<QLineEdit *>(QLatin1StringView(name));
    }
    static void type(const LimitDialog &dialog, const char *name, const QString &text)
    {
        QLineEdit *edit = field(dialog, name);
        edit->setFocus();
        edit->selectAll();
        QTest::keyClick(edit, Qt::Key_Delete);
        QTest::keyClicks(edit, text);
    }
    static void choose(const LimitDialog &dialog, LimitPlaceKind kind, const QString &place)
    {
        auto *kinds = dialog.findChild<QComboBox *>(u"limitPlaceKind"_s);
        kinds->setCurrentIndex(kinds->findData(static_cast<int>(kind)));
        dialog.findChild<QComboBox *>(u"limitPlace"_s)->setEditText(place);
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<WindowFixture> m_fixture;
};

QTEST_MAIN(TestLimitsPage)
#include "tst_limitspage.moc"
