// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/steward.h"
#include "tests/support/companybook.h"
#include "ui/companies/companyactions.h"
#include "ui/companies/companypane.h"
#include "ui/companies/companytreeview.h"
#include "ui/companies/manycompaniesdialog.h"
#include "ui/window/mainwindow.h"
#include "ui/window/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// New companies in the real window: from the menus to the tree.
class TestNewCompanies : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { m_theme = std::make_unique<Theme>(); }
    void cleanupTestCase() { m_theme.reset(); }

    void init()
    {
        m_book = std::make_unique<CompanyBook>();
        for (int i = 0; i < 60; ++i)
            m_book->addCompany("Client " + QByteArray::number(i)); // 1001 and so on
        m_profile = std::make_unique<QTemporaryDir>();
        start();
    }

    void cleanup()
    {
        m_window.reset();
        m_steward.reset();
        m_book.reset();
    }

    void manyBelowAChosenCompanyStandInTheTreeRightBelowIt()
    {
        m_window->companies()->choose(key(u"1051"_s));
        QVERIFY(menuHolds(u"manyCompanies"_s));
        QVERIFY(m_window->companies()->companyActions()->actions().contains(action(u"manyCompanies"_s)));
        action(u"manyCompanies"_s)->trigger();
        auto *dialog = m_window->findChild<ManyCompaniesDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        dialog->findChild<QPlainTextEdit *>(u"importPaste"_s)->setPlainText(u"Zebra\nAardvark"_s);
        auto *create = dialog->findChild<QPushButton *>(u"createCompanies"_s);
        QTRY_COMPARE(create->text(), u"Create 2 companies below Client 50"_s);
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_COMPARE(m_book->made().size(), 2);
        QTRY_COMPARE(titleBelow(u"1051"_s, 1), u"Aardvark"_s);
        QTRY_COMPARE(titleBelow(u"1051"_s, 2), u"Zebra"_s);
        QTest::mouseClick(dialog->findChild<QPushButton *>(u"showOnlyRun"_s), Qt::LeftButton);
        QTRY_COMPARE(m_window->findChild<QLineEdit *>(u"activityQuery"_s)->text(), u"run:\"1\""_s);
        QTRY_COMPARE(m_window->findChild<QTableView *>(u"activityTable"_s)->model()->rowCount(), 2);
    }

    // the third level, which the API does not list
    void oneBelowACompanyIsInSightAlsoAfterARefresh()
    {
        m_window->companies()->choose(key(u"1058"_s));
        m_window->companies()->tree()->scrollToTop();
        action(u"newCompany"_s)->trigger();
        m_window->findChild<QLineEdit *>(u"newCompanyName"_s)->setText(u"Deep"_s);
        auto *create = m_window->findChild<QPushButton *>(u"createCompany"_s);
        QTRY_VERIFY(create->isEnabled());
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_COMPARE(titleBelow(u"1058"_s, 1), u"Deep"_s);
        const CompanyTreeView *tree = m_window->companies()->tree();
        const auto isInSight = [this, tree] {
            const QModelIndex deep = below(u"1058"_s, 1);
            return tree->viewport()->rect().contains(10, tree->visualRect(deep).center().y());
        };
        QTRY_VERIFY(isInSight());
        m_steward->fleet().refresh();
        QTRY_VERIFY(!m_steward->fleet().isReading());
        QCOMPARE(titleBelow(u"1058"_s, 1), u"Deep"_s);
    }

    void chosenColumnsAreKnownAfterTheNextStart()
    {
        action(u"manyCompanies"_s)->trigger();
        auto *dialog = m_window->findChild<ManyCompaniesDialog *>();
        dialog->findChild<QPlainTextEdit *>(u"importPaste"_s)->setPlainText(u"Tel\tMandant\n1\tAcme"_s);
        auto *create = dialog->findChild<QPushButton *>(u"createCompanies"_s);
        auto *column = dialog->findChild<QComboBox *>(u"importColumn_name"_s);
        QTRY_COMPARE(column->count(), 3);
        QTRY_VERIFY(!create->isEnabled()); // by their order, Acme is no name but a parent
        dialog->findChild<QCheckBox *>(u"importHasHeading"_s)->click();
        column->setFocus();
        QTest::keyClick(column, Qt::Key_End);
        auto *below = dialog->findChild<QComboBox *>(u"importColumn_parent"_s);
        below->setFocus();
        QTest::keyClick(below, Qt::Key_Home);
        QTRY_COMPARE(create->text(), u"Create 1 company below Northwind"_s);
        QTest::mouseClick(create, Qt::LeftButton);
        QTRY_COMPARE(m_book->made().keys(), QStringList{u"Acme"_s});
        m_window.reset();
        m_steward.reset();
        start();
        action(u"manyCompanies"_s)->trigger();
        dialog = m_window->findChild<ManyCompaniesDialog *>();
        dialog->findChild<QPlainTextEdit *>(u"importPaste"_s)->setPlainText(u"Mandant\tTel\nBeta\t1"_s);
        create = dialog->findChild<QPushButton *>(u"createCompanies"_s);
        QTRY_COMPARE(create->text(), u"Create 1 company below Northwind"_s);
        QCOMPARE(dialog->findChild<QComboBox *>(u"importColumn_name"_s)->currentText(), u"Mandant"_s);
    }

private:
    void start()
    {
        m_steward = std::make_unique<Steward>();
        m_window = std::make_unique<MainWindow>(*m_steward, *m_theme, m_profile->path());
        m_window->resize(1200, 700);
        m_window->show();
        m_steward->open(
            {.id = AccountId(u"a"_s), .name = {}, .endpoint = Endpoint::parse(m_book->address()).value()},
            Secret(QByteArrayLiteral("canary-0123456789abcdef")));
        QTRY_VERIFY(!m_steward->fleet().isReading() && m_steward->fleet().asOf().isValid());
        QTRY_VERIFY(m_window->companies()->model()->indexOf(key(u"1060"_s)).isValid());
        QTRY_VERIFY(action(u"manyCompanies"_s)->isEnabled());
    }
    static CompanyKey key(const QString &company) { return {AccountId(u"a"_s), CompanyId(company)}; }
    QAction *action(const QString &name) const { return m_window->findChild<QAction *>(name); }
    bool menuHolds(const QString &name) const
    {
        const QList<QMenu *> menus = m_window->menuBar()->findChildren<QMenu *>();
        return std::ranges::any_of(menus,
                                   [&](const QMenu *menu) { return menu->actions().contains(action(name)); });
    }
    QModelIndex below(const QString &company, int rows) const
    {
        const QModelIndex index = m_window->companies()->model()->indexOf(key(company));
        return index.sibling(index.row() + rows, 0);
    }
    QString titleBelow(const QString &company, int rows) const
    {
        const QModelIndex index = below(company, rows);
        return index.isValid() ? m_window->companies()->model()->look(index).title : QString();
    }

    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<CompanyBook> m_book;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<Steward> m_steward;
    std::unique_ptr<MainWindow> m_window;
};

QTEST_MAIN(TestNewCompanies)
#include "tst_newcompanies.moc"
