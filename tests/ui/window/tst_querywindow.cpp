// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/window/windowfixture.h"
#include "ui/companies/companypane.h"
#include "ui/devices/filterstrip.h"
#include "ui/query/querybox.h"
#include "ui/query/querylist.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QLabel>
#include <QListView>

using namespace Qt::StringLiterals;

/// The query in the real window: typed, clicked and taken back.
class TestQueryWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_fixture = std::make_unique<WindowFixture>(*m_theme);
        m_fixture->server.set("/company", companyJson("1", "Northwind", {companyJson("2", "Acme")}, true));
        m_fixture->server.set("/device/summary",
                              listJson({deviceJson("d1", "1", "alpha"), deviceJson("d2", "2", "beta"),
                                        deviceJson("d3", "2", "gamma"), deviceJson("d4", "1", "alphabet")}));
        QVERIFY(m_fixture->open(4));
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_fixture->window.devices()->grid()->model(),
            QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTest::keyClick(&m_fixture->window, Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(box()->hasFocus());
    }

    void cleanup()
    {
        m_tester.reset();
        m_fixture.reset();
    }

    void whatIsTypedFiltersAndEscStepsBack()
    {
        QTest::keyClicks(box(), u"alpha"_s);
        QTRY_COMPARE(names(), (QStringList{u"alpha"_s, u"alphabet"_s}));
        QTRY_COMPARE(count(), u"2 of 4"_s);
        QTest::keyClick(box(), Qt::Key_Escape);
        if (!box()->text().isEmpty()) // the first closed the list
            QTest::keyClick(box(), Qt::Key_Escape);
        QTRY_COMPARE(names().size(), 4);
        QTest::keyClick(box(), Qt::Key_Escape);
        QTRY_VERIFY(grid()->hasFocus());
    }

    void selectionAndCurrentRowSurvive()
    {
        grid()->showDevice(1); // alphabet
        QTest::keyClicks(box(), u"alphab"_s);
        QTRY_COMPARE(names(), QStringList{u"alphabet"_s});
        QCOMPARE(grid()->selection().count(), 1);
        QCOMPARE(grid()->currentIndex().row(), 0);
        box()->clear();
        QTRY_COMPARE(names().size(), 4);
        QCOMPARE(grid()->selection().count(), 1);
        QCOMPARE(grid()->currentIndex().row(), 1);
    }

    void whatCannotBeReadIsSaidAndTheLastResultStays()
    {
        QTest::keyClicks(box(), u"alpha"_s);
        QTRY_COMPARE(names().size(), 2);
        box()->setText(u"alpha nofield:x"_s); // typed bit by bit, "nofield" would be a word for a moment
        auto *problem = child<QLabel>(u"queryProblem"_s);
        QTRY_VERIFY(problem->isVisible());
        QVERIFY(problem->text().startsWith(u"Character 7: "_s));
        QVERIFY(problem->text().contains(u"nofield"_s));
        QVERIFY(box()->property("wrong").toBool());
        QCOMPARE(names().size(), 2);
        box()->setText(u"beta"_s);
        QTRY_COMPARE(names(), QStringList{u"beta"_s});
        QVERIFY(!problem->isVisible());
        QVERIFY(!box()->property("wrong").toBool());
    }

    void aRefreshIsFilteredToo()
    {
        QTest::keyClicks(box(), u"alpha"_s);
        QTRY_COMPARE(names().size(), 2);
        m_fixture->server.set("/device/summary",
                              listJson({deviceJson("d1", "1", "renamed"), deviceJson("d2", "2", "alpha2"),
                                        deviceJson("d9", "2", "alpha9"), deviceJson("d8", "2", "other")}));
        QTest::keyClick(&m_fixture->window, Qt::Key_F5);
        QTRY_COMPARE(names(), (QStringList{u"alpha2"_s, u"alpha9"_s}));
        box()->clear();
        QTRY_COMPARE(names(), (QStringList{u"alpha2"_s, u"alpha9"_s, u"other"_s, u"renamed"_s}));
    }

    void aChipsCrossEditsTheText()
    {
        box()->setText(u"alpha -company:Acme"_s);
        QTRY_COMPARE(chips().size(), 2);
        QCOMPARE(chips().at(1)->accessibleName(), u"Remove company not Acme"_s);
        QTest::mouseClick(chips().at(0), Qt::LeftButton);
        QCOMPARE(box()->text(), u"-company:Acme"_s);
        QTRY_COMPARE(names(), (QStringList{u"alpha"_s, u"alphabet"_s}));
        auto *clear = m_fixture->window.devices()->findChild<QAbstractButton *>(u"clearQuery"_s);
        QTest::mouseClick(clear, Qt::LeftButton);
        QCOMPARE(box()->text(), QString());
        QTRY_COMPARE(names().size(), 4);
    }

    void nothingFoundOffersTwoWaysBack()
    {
        box()->setText(u"alpha company:Acme"_s);
        auto *empty = child<QWidget>(u"devicesEmpty"_s);
        QTRY_VERIFY(empty->isVisible());
        QCOMPARE(empty->findChild<QLabel *>(u"emptyTitle"_s)->text(), u"No device matches"_s);
        QCOMPARE(empty->findChild<QLabel *>(u"emptyQuote"_s)->text(), u"alpha company:Acme"_s);
        QVERIFY(empty->findChild<QLabel *>(u"emptySentences"_s)->text().endsWith(u"there would be 2."_s));
        QTest::mouseClick(empty->findChild<QAbstractButton *>(u"emptySecondary"_s), Qt::LeftButton);
        QTRY_COMPARE(names().size(), 2);
        box()->setText(u"nothing-has-this"_s);
        QTRY_VERIFY(empty->isVisible());
        QTest::mouseClick(empty->findChild<QAbstractButton *>(u"emptyPrimary"_s), Qt::LeftButton);
        QTRY_COMPARE(names().size(), 4);
    }

    void completionIsTakenByKeys()
    {
        auto *list = child<QueryList>(u"queryList"_s);
        QTest::keyClicks(box(), u"comp"_s);
        QTRY_VERIFY(list->isVisible());
        QTest::keyClick(box(), Qt::Key_Tab);
        QCOMPARE(box()->text(), u"company:"_s);
        QTRY_VERIFY(list->isVisible() && list->model()->rowCount() == 2); // Acme and Northwind
        QTest::keyClick(box(), Qt::Key_Down);
        QTest::keyClick(box(), Qt::Key_Return);
        QVERIFY(box()->text().startsWith(u"company:"_s));
        QTRY_COMPARE(names().size(), 2);
    }

    void aFilterIsToggledByClickAndSpace()
    {
        auto *rail = child<QAbstractButton>(u"filterRail"_s);
        QCOMPARE(rail->text(), u"Filters"_s);
        QTest::mouseClick(rail, Qt::LeftButton);
        auto *list = child<QListView>(u"filterList"_s);
        QTRY_VERIFY(list->isVisible());
        QTRY_VERIFY(list->model()->rowCount() > 1);
        const QModelIndex health = list->model()->index(1, 0); // the worst state that there is
        QVERIFY(health.flags() & Qt::ItemIsUserCheckable);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(health).center());
        QCOMPARE(box()->text(), u"health:\"stale\""_s);
        QTRY_COMPARE(list->model()->index(1, 0).data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QCOMPARE(rail->text(), u"Filters · 1 active"_s);
        list->setFocus();
        list->setCurrentIndex(list->model()->index(1, 0));
        QTest::keyClick(list, Qt::Key_Space);
        QCOMPARE(box()->text(), QString());
    }

    void hostileTextsAreOnlyTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("markup") << u"<b onload=x>&amp;</b>"_s;
        QTest::newRow("quote") << u"\"\"\"\""_s;
        QTest::newRow("long") << QString(60'000, u'x');
        QTest::newRow("direction") << u"\u202Eabc\u0000x"_s;
        QTest::newRow("half") << QString(QChar(0xD800)) + u":"_s;
        QTest::newRow("minus") << u"- -- -:"_s;
    }
    void hostileTextsAreOnlyTexts()
    {
        QFETCH(QString, text);
        box()->setText(text);
        QCoreApplication::processEvents();
        m_fixture->window.grab();
        box()->setText(u"beta"_s);
        QTRY_COMPARE(names(), QStringList{u"beta"_s});
    }

private:
    template <typename Widget>
    Widget *child(const QString &name) const
    {
        return m_fixture->window.findChild<Widget *>(name);
    }
    QueryBox *box() const { return child<QueryBox>(u"queryBox"_s); }
    DeviceGrid *grid() const { return m_fixture->grid(); }
    QString count() const
    {
        return m_fixture->window.devices()->findChild<QLabel *>(u"deviceCount"_s)->text() + u' '
            + m_fixture->window.devices()->findChild<QLabel *>(u"deviceCountNote"_s)->text();
    }
    QStringList names() const { return m_fixture->names(); }
    QList<QAbstractButton *> chips() const
    {
        QList<QAbstractButton *> list = m_fixture->window.findChildren<QAbstractButton *>(u"removeChip"_s);
        list.removeIf([](const QAbstractButton *button) { return !button->isVisible(); });
        return list;
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestQueryWindow)
#include "tst_querywindow.moc"
