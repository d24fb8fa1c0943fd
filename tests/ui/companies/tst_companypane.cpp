// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/companies/companyfixture.h"
#include "ui/companies/companyactions.h"
#include "ui/companies/companypane.h"
#include "ui/companies/companysearchfield.h"
#include "ui/companies/companysection.h"
#include "ui/companies/companytreeview.h"
#include "ui/window/theme.h"

#include <QClipboard>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

/// The company tree as a person uses it: by clicks and keys.
class TestCompanyPane : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_fixture = std::make_unique<CompanyFixture>();
        m_pane = std::make_unique<CompanyPane>(m_fixture->fleet, *m_theme);
        m_pane->resize(244, 700);
        m_pane->setAccounts({*m_fixture->account()});
        m_pane->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
        QCOMPARE(readWhole(m_fixture->fleet), true);
        QTRY_COMPARE(m_pane->model()->rowCount(m_pane->model()->top(CompanyGroup::Tree)), 4);
        QTRY_COMPARE(names(*m_pane->model(), CompanyGroup::KnownFromDevices), QStringList{u"Below"_s});
    }

    void cleanup()
    {
        m_pane.reset();
        m_fixture.reset();
    }

    void aClickChoosesACompanyAndTheRootChoosesAll()
    {
        QSignalSpy chosen(m_pane.get(), &CompanyPane::chosenChanged);
        click(m_pane->tree(), u"4"_s);
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(m_pane->chosen(), CompanyFixture::key(u"4"_s));
        QCOMPARE(m_pane->chosenTitle(), u"Acme"_s);
        click(m_pane->knownSection()->view(), u"9"_s);
        QCOMPARE(m_pane->chosen(), CompanyFixture::key(u"9"_s));
        QVERIFY(!m_pane->tree()->selectionModel()->hasSelection());
        const QModelIndex root = m_pane->model()->top(CompanyGroup::Tree);
        QTest::mouseClick(m_pane->tree()->viewport(), Qt::LeftButton, {},
                          m_pane->tree()->visualRect(root).center());
        QVERIFY(!m_pane->chosen());
        QVERIFY(!m_pane->knownSection()->view()->selectionModel()->hasSelection());
    }

    void typingFiltersAndLeavesTheChoiceAlone()
    {
        click(m_pane->tree(), u"4"_s);
        QSignalSpy chosen(m_pane.get(), &CompanyPane::chosenChanged);
        QTest::keyClicks(m_pane->searchField(), u"shop"_s);
        QCOMPARE(names(*m_pane->model(), CompanyGroup::Tree), (QStringList{u"shop 9"_s, u"Shop 10"_s}));
        QCOMPARE(label(u"companyHeading"_s)->text(), u"Companies 2 of 4"_s);
        QCOMPARE(m_pane->chosen(), CompanyFixture::key(u"4"_s));
        QTest::keyClick(m_pane->searchField(), Qt::Key_Escape);
        QCOMPARE(m_pane->model()->rowCount(m_pane->model()->top(CompanyGroup::Tree)), 4);
        QCOMPARE(chosen.count(), 0);
        QCOMPARE(m_pane->model()->company(m_pane->tree()->currentIndex()), CompanyFixture::key(u"4"_s));
    }

    void enterAsksIdriveWithItsTwoSwitches()
    {
        m_fixture->server.set("/company/name?name=Deep&exact=false&case_sensitive=false",
                              listJson({companyJson("77", "Deep Sea")}));
        QTest::keyClicks(m_pane->searchField(), u"Deep"_s);
        QTest::keyClick(m_pane->searchField(), Qt::Key_Return);
        QTRY_COMPARE(names(*m_pane->model(), CompanyGroup::FoundBySearch), QStringList{u"Deep Sea"_s});
        QVERIFY(m_pane->foundSection()->isVisible());
        QVERIFY(m_pane->foundSection()->note().isEmpty());

        m_pane->searchField()->exactAction()->trigger();
        m_pane->searchField()->caseAction()->trigger();
        QTest::keyClick(m_pane->searchField(), Qt::Key_Return);
        QTRY_COMPARE(m_fixture->server.count("/company/name?name=Deep&exact=true&case_sensitive=true"), 1);
    }

    void whatIsFoundStaysThoughTheFilterWouldNotTakeIt()
    {
        m_fixture->server.set("/company/name?name=Deep&exact=false&case_sensitive=false",
                              listJson({companyJson("77", "Abyss")}));
        search(u"Deep"_s);
        QTRY_COMPARE(names(*m_pane->model(), CompanyGroup::FoundBySearch), QStringList{u"Abyss"_s});
    }

    void nothingFoundIsSaidInPlace()
    {
        m_fixture->server.set("/company/name?name=Nobody&exact=false&case_sensitive=false", "[]");
        search(u"Nobody"_s);
        QTRY_COMPARE(m_pane->foundSection()->note(), u"No company with this name."_s);
        m_pane->searchField()->clear();
        QVERIFY(!m_pane->foundSection()->isVisible());
    }

    void aRefusedSearchIsSaidInPlace()
    {
        search(u"Refused"_s); // the server knows no such path
        QTRY_VERIFY2(m_pane->foundSection()->note().contains(u"does not know"_s),
                     qPrintable(m_pane->foundSection()->note()));
        QVERIFY(!m_fixture->fleet.trouble());
    }

    void aNewerSearchReplacesTheOlder()
    {
        m_fixture->server.setAnswer(
            "/company/name?name=Old&exact=false&case_sensitive=false",
            {.bytes = jsonAnswer(listJson({companyJson("70", "Old")})), .gate = "old"});
        m_fixture->server.set("/company/name?name=New&exact=false&case_sensitive=false",
                              listJson({companyJson("71", "New")}));
        search(u"Old"_s);
        QTRY_COMPARE(m_fixture->server.count("/company/name?name=Old&exact=false&case_sensitive=false"), 1);
        search(u"New"_s);
        m_fixture->server.bytes().open("old");
        QTRY_COMPARE(names(*m_pane->model(), CompanyGroup::FoundBySearch), QStringList{u"New"_s});
        QVERIFY(!m_fixture->fleet.companies().find(CompanyFixture::key(u"70"_s)));
    }

    void copyingSaysWhatWasCopied()
    {
        click(m_pane->tree(), u"4"_s);
        QSignalSpy said(m_pane.get(), &CompanyPane::statusMessage);
        action(u"copyCompanyId"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"4"_s);
        QCOMPARE(said.takeFirst().constFirst().toString(), u"Company ID of Acme copied"_s);
    }

    void actionsSayWhyTheyCannotBeUsed()
    {
        QVERIFY(!action(u"copyCompanyId"_s)->isEnabled());
        QVERIFY(action(u"copyCompanyId"_s)->toolTip().contains(u"Choose a company"_s));
        click(m_pane->tree(), u"4"_s);
        QVERIFY(action(u"copyCompanyId"_s)->isEnabled());
        QVERIFY(m_pane->companyActions()->readAction()->isEnabled());
    }

    void readDevicesAgainAsksForThisCompanyAlone()
    {
        m_fixture->server.set("/device/summary?company_id=4", listJson({deviceJson("d3", "4")}));
        click(m_pane->tree(), u"4"_s);
        const qsizetype before = m_fixture->server.targets().size();
        m_pane->companyActions()->readAction()->trigger();
        QTRY_COMPARE(m_fixture->server.targets().size(), before + 1);
        QCOMPARE(m_fixture->server.targets().constLast(), "/device/summary?company_id=4");
        QTRY_COMPARE(m_pane->model()->look(m_pane->model()->indexOf(CompanyFixture::key(u"4"_s))).count,
                     u"1"_s);
    }

    void theKeyboardGoesFromTheFieldIntoTheTreeAndBack()
    {
        m_pane->activateWindow();
        m_pane->searchField()->setFocus();
        QTest::keyClick(m_pane->searchField(), Qt::Key_Down);
        QCOMPARE(m_pane->focusWidget(), m_pane->tree());
        QTest::keyClick(m_pane->tree(), Qt::Key_Down);
        QCOMPARE(m_pane->chosen(), CompanyFixture::key(u"1"_s));
        QTest::keyClick(m_pane->tree(), Qt::Key_Up);
        QVERIFY(!m_pane->chosen());
        QTest::keyClick(m_pane->tree(), Qt::Key_Up);
        QCOMPARE(m_pane->focusWidget(), m_pane->searchField());
    }

    void theKeyboardGoesOnIntoTheListsAtTheFoot()
    {
        click(m_pane->tree(), u"2"_s); // the last one
        QTest::keyClick(m_pane->tree(), Qt::Key_Down);
        QCOMPARE(m_pane->focusWidget(), m_pane->knownSection()->view());
        QCOMPARE(m_pane->chosen(), CompanyFixture::key(u"9"_s));
        QTest::keyClick(m_pane->knownSection()->view(), Qt::Key_Up);
        QCOMPARE(m_pane->chosen(), CompanyFixture::key(u"2"_s));
    }

    void withoutAnAccountTheTreeSaysSo()
    {
        m_pane->setAccounts({});
        QVERIFY(label(u"noAccount"_s)->isVisible());
        QVERIFY(!m_pane->tree()->isVisible());
        QVERIFY(!m_pane->searchField()->isEnabled());
    }

    void everyControlHasANameAndEveryLabelIsPlain()
    {
        const QList<QToolButton *> buttons = m_pane->findChildren<QToolButton *>();
        for (const QToolButton *button : buttons) {
            if (button->parentWidget() != m_pane->searchField()) // Qt's own, named after their actions
                QVERIFY2(!button->objectName().isEmpty() && !button->accessibleName().isEmpty(),
                         qPrintable(button->text()));
        }
        const QList<QLabel *> labels = m_pane->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }

private:
    void click(CompanyTreeView *view, const QString &company)
    {
        const QModelIndex row = m_pane->model()->indexOf(CompanyFixture::key(company));
        QVERIFY(row.isValid());
        QTRY_VERIFY(view->viewport()->rect().contains(view->visualRect(row).center()));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(row).center());
    }

    void search(const QString &text)
    {
        m_pane->searchField()->setText(text);
        QTest::mouseClick(m_pane->findChild<QToolButton *>(u"searchAtIdrive"_s), Qt::LeftButton);
    }

    QLabel *label(const QString &name) const { return m_pane->findChild<QLabel *>(name); }
    QAction *action(const QString &name) const { return m_pane->findChild<QAction *>(name); }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<CompanyFixture> m_fixture;
    std::unique_ptr<CompanyPane> m_pane;
};

QTEST_MAIN(TestCompanyPane)
#include "tst_companypane.moc"
