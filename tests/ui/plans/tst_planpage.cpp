// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/pretendserver.h"
#include "ui/plans/coveragerail.h"
#include "ui/plans/plandetails.h"
#include "ui/plans/plangrid.h"
#include "ui/plans/planmodel.h"
#include "ui/plans/planpage.h"
#include "ui/plans/planquery.h"
#include "ui/query/querybox.h"
#include "ui/window/theme.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

CompanyKey company(const QString &id)
{
    return {AccountId(u"a"_s), CompanyId(id)};
}

QByteArray planJson(const QByteArray &id, const QByteArray &name, const QByteArray &more = {})
{
    return "{\"backup_id\":\"" + id + "\",\"name\":\"" + name + "\"" + more + '}';
}

} // namespace

/// The plans page, by clicks and keys, over a server of the test.
class TestPlanPage : public QObject
{
    Q_OBJECT

private:
    template <typename Widget>
    Widget *child(const QString &name) const
    {
        return m_page->findChild<Widget *>(name);
    }
    QString labelText(const QString &name) const { return child<QLabel>(name)->text(); }
    void click(const QString &name) const { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    void read() const
    {
        click(u"readPlans"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!m_fleet->plans().isReading(), 20'000);
        m_page->model()->takeNow();
        QTRY_VERIFY(child<QPushButton>(u"readPlans"_s)->isVisible());
    }
    QString names() const
    {
        QStringList names;
        for (int row = 0; row < m_page->model()->rowCount(); ++row)
            names << m_page->model()->index(row, 0).data().toString();
        return names.join(u' ');
    }
    void clickRow(int row, Qt::KeyboardModifiers modifiers = {}) const
    {
        PlanGrid *grid = m_page->grid();
        const QModelIndex index = m_page->model()->index(row, 0);
        grid->scrollTo(index);
        QTest::mouseClick(grid->viewport(), Qt::LeftButton, modifiers, grid->visualRect(index).center());
    }
    /// Labels and values of the details that can be seen.
    QString detailTexts() const
    {
        QStringList texts;
        for (const QLabel *label : m_page->details()->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts << label->text();
        }
        for (const QTextEdit *text : m_page->details()->findChildren<QTextEdit *>()) {
            if (text->isVisible())
                texts << text->toPlainText();
        }
        return texts.join(u'|');
    }

    std::unique_ptr<PretendServer> m_server;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Fleet> m_fleet;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PlanPage> m_page;

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }
    void init();
    void cleanup();

    void nothingIsReadUnasked_andTheButtonReadsAll();
    void failedCompaniesAreNamed_andTheOthersShown();
    void scopeFollowsTheTree();
    void queryFiltersAndSaysWhenNothingFits();
    void headersSort_andTheSelectionStays();
    void detailsHaveEveryField_andSayWhatWasNotReported();
    void devicesOfAPlanAreAQueryByItsId();
    void rowsAndIdsAreCopied();
    void stopIsThereWhileReading();
    void coverageCounts_andLeadsToTheDevices();
    void keyboardAlone();
    void F37_5000Plans();
};

void TestPlanPage::init()
{
    m_server = std::make_unique<PretendServer>();
    m_server->set("/company",
                  companyJson("1", "MSP", {companyJson("7", "Acme"), companyJson("8", "Beta")}, true));
    m_server->set("/device/summary",
                  listJson({deviceJson("d1", "7", "PC-1"), deviceJson("d2", "7", "PC-2")}));
    m_server->set("/backup_plan?company_id=1", "[]");
    m_server->set(
        "/backup_plan?company_id=7",
        listJson({planJson("11", "Nightly", R"(,"backup_failed_on":"d1","is_backup_enabled":false)"),
                  planJson("12", "Disk",
                           R"(,"backup_details":{"where_to_backup":"LOCAL"},"devices":[{"device_id":"d1",)"
                           R"("user_backup_sets":{"LOCAL":{"backup_id":"12"},"DEFAULT":)"
                           R"({"backup_id":"11","backup_name":"Nightly"}}}])")}));
    m_server->set("/backup_plan?company_id=8", listJson({planJson("21", "<b>Weekly</b>")}));
    m_session = m_server->session();
    m_fleet = std::make_unique<Fleet>();
    m_fleet->addSession(m_session.get());
    QVERIFY(readWhole(*m_fleet).has_value());
    m_theme = std::make_unique<Theme>();
    m_page = std::make_unique<PlanPage>(*m_fleet, *m_theme);
    m_page->setScope(std::nullopt, u"All companies"_s);
    m_page->resize(1200, 700);
    m_page->show();
    new QAbstractItemModelTester(m_page->model(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                 m_page->model());
}

void TestPlanPage::cleanup()
{
    m_page.reset();
    m_fleet.reset();
    m_session.reset();
    m_server.reset();
}

void TestPlanPage::nothingIsReadUnasked_andTheButtonReadsAll()
{
    QVERIFY(!m_server->targets().contains("/backup_plan?company_id=7"));
    QCOMPARE(labelText(u"planState"_s), u"Not read yet"_s);
    QVERIFY(child<QWidget>(u"plansEmpty"_s)->isVisible());
    read();
    QCOMPARE(names(), u"<b>Weekly</b> Disk Nightly"_s);
    QTRY_COMPARE(labelText(u"planCount"_s), u"3 plans"_s);
    QTRY_VERIFY(labelText(u"planState"_s).startsWith(u"3 of 3 companies read, as of "_s));
    QVERIFY(m_page->grid()->isVisible());
    QVERIFY(!child<QWidget>(u"plansTrouble"_s)->isVisible());
    const QModelIndex failed = m_page->model()->index(2, static_cast<int>(PlanColumn::Failed));
    QCOMPARE(failed.data().toString(), u"1"_s);
    const QModelIndex what = m_page->model()->index(2, static_cast<int>(PlanColumn::What));
    QCOMPARE(what.data().toString(), u"–"_s);
    QCOMPARE(what.data(Qt::AccessibleTextRole).toString(), u"not reported by the API"_s);
}

void TestPlanPage::failedCompaniesAreNamed_andTheOthersShown()
{
    m_server->setAnswer("/backup_plan?company_id=8", {.bytes = httpAnswer(401, "application/json", "{}")});
    m_server->set("/backup_plan?company_id=1", R"([{"backup_id":falsev}])");
    read();
    QCOMPARE(names(), u"Disk Nightly"_s);
    const auto *trouble = child<QWidget>(u"plansTrouble"_s);
    QTRY_VERIFY(trouble->isVisible());
    const QString said = trouble->findChild<QTextEdit *>()->toPlainText();
    QVERIFY2(said.startsWith(u"Not read: Beta."_s), qPrintable(said));
    QVERIFY2(said.contains(u"A plan of MSP could not be understood."_s), qPrintable(said));
    QTRY_VERIFY(labelText(u"planState"_s).startsWith(u"2 of 3 companies read, 1 failed"_s));
}

void TestPlanPage::scopeFollowsTheTree()
{
    m_page->setScope(company(u"8"_s), u"Beta"_s);
    read();
    QCOMPARE(m_server->count("/backup_plan?company_id=8"), 1);
    QCOMPARE(m_server->count("/backup_plan?company_id=7"), 0);
    QCOMPARE(names(), u"<b>Weekly</b>"_s);
    QCOMPARE(labelText(u"planScopeTitle"_s), u"Beta"_s);
    m_page->setScope(company(u"7"_s), u"Acme"_s);
    QCOMPARE(names(), QString());
    QTRY_COMPARE(labelText(u"planState"_s), u"Not read yet"_s);
    m_page->setScope(company(u"1"_s), u"MSP"_s);
    read();
    QTRY_VERIFY(child<QLabel>(u"planState"_s)->text().startsWith(u"as of "_s));
    QVERIFY(child<QWidget>(u"plansEmpty"_s)->isVisible()); // and says that there is none
}

void TestPlanPage::queryFiltersAndSaysWhenNothingFits()
{
    read();
    QueryBox *box = m_page->queryBox();
    box->show();
    box->setFocus();
    QTest::keyClicks(box, u"failed:>0"_s);
    QCOMPARE(names(), u"Nightly"_s);
    QTRY_COMPARE(labelText(u"planCount"_s), u"1 of 3 plans"_s);
    box->setText(u"company:acme"_s);
    QCOMPARE(names(), u"Disk Nightly"_s);
    box->setText(u"where:cloud"_s);
    QCOMPARE(names(), QString());
    auto *empty = child<QWidget>(u"plansEmpty"_s);
    QVERIFY(empty->isVisible());
    for (QPushButton *button : empty->findChildren<QPushButton *>()) {
        if (button->isVisible())
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(box->text(), QString());
    QCOMPARE(names(), u"<b>Weekly</b> Disk Nightly"_s);
    box->setText(u"color:red"_s);
    QCOMPARE(names(), u"<b>Weekly</b> Disk Nightly"_s); // the last one that could be read
    QVERIFY(m_page->query()->problem());
}

void TestPlanPage::headersSort_andTheSelectionStays()
{
    read();
    clickRow(1);
    QCOMPARE(m_page->grid()->selectedPlans().size(), size_t(1));
    const PlanRow disk = m_page->grid()->selectedPlan().value();
    QHeaderView *header = m_page->grid()->horizontalHeader();
    header->setSortIndicator(0, Qt::DescendingOrder); // as a click there
    QTRY_COMPARE(names(), u"Nightly Disk <b>Weekly</b>"_s);
    QCOMPARE(m_page->grid()->selectedPlan(), std::optional(disk));
    m_server->set("/backup_plan?company_id=7", listJson({planJson("12", "Disk"), planJson("13", "Archive")}));
    read();
    QCOMPARE(names(), u"Disk Archive <b>Weekly</b>"_s);
    QCOMPARE(m_page->grid()->selectedPlan(), std::optional(disk));
}

void TestPlanPage::detailsHaveEveryField_andSayWhatWasNotReported()
{
    read();
    clickRow(1);
    QTRY_VERIFY(detailTexts().contains(u"Disk"_s));
    QString texts = detailTexts();
    for (const QString &part : {u"Acme"_s, u"12"_s, u"Local"_s, u"PC-1"_s, u"listed"_s,
                                u"also Cloud (default): Nightly"_s, u"not reported by the API"_s})
        QVERIFY2(texts.contains(part), qPrintable(part + u" in "_s + texts));
    clickRow(0);
    QTRY_VERIFY(detailTexts().contains(u"<b>Weekly</b>"_s));
    for (const QLabel *label : m_page->details()->findChildren<QLabel *>())
        QVERIFY(label->text().isEmpty() || label->textFormat() == Qt::PlainText);
    clickRow(1, Qt::ControlModifier);
    QTRY_VERIFY(detailTexts().contains(u"2 plans selected"_s));
}

void TestPlanPage::devicesOfAPlanAreAQueryByItsId()
{
    read();
    QSignalSpy asked(m_page.get(), &PlanPage::devicesRequested);
    clickRow(0);
    QTRY_VERIFY(detailTexts().contains(u"<b>Weekly</b>"_s));
    QVERIFY(!child<QPushButton>(u"showPlanDevices"_s)->isEnabled()); // it has none
    clickRow(1);
    QTRY_VERIFY(child<QPushButton>(u"showPlanDevices"_s)->isEnabled());
    click(u"showPlanDevices"_s);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().first().toString(), u"plan:\"12\""_s);
}

void TestPlanPage::rowsAndIdsAreCopied()
{
    read();
    m_page->grid()->setFocus();
    m_page->grid()->selectAll();
    QTRY_VERIFY(child<QAction>(u"copyPlanIds"_s)->isEnabled());
    child<QAction>(u"copyPlanIds"_s)->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"21\n12\n11"_s);
    child<QAction>(u"copyPlans"_s)->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4);
    QVERIFY(lines.first().startsWith(u"Plan\tCompany\tWhat"_s));
    QVERIFY(lines.at(2).startsWith(u"Disk\tAcme"_s));
    child<QAction>(u"exportPlans"_s)->trigger();
    QTRY_VERIFY(m_page->findChild<QWidget *>(u"exportDialog"_s));
}

void TestPlanPage::stopIsThereWhileReading()
{
    m_server->setAnswer("/backup_plan?company_id=8", {.bytes = jsonAnswer("[]"), .gate = "beta"});
    click(u"readPlans"_s);
    QTRY_VERIFY(child<QPushButton>(u"stopPlans"_s)->isVisible());
    QTRY_COMPARE(labelText(u"planState"_s), u"Reading, 2 of 3 companies"_s);
    QTRY_COMPARE(names(), u"Disk Nightly"_s); // what is there is shown
    click(u"stopPlans"_s);
    QTRY_VERIFY(child<QPushButton>(u"readPlans"_s)->isVisible());
    QTRY_VERIFY(labelText(u"planState"_s).startsWith(u"2 of 3 companies read"_s));
    m_server->bytes().open("beta");
    QCOMPARE(names(), u"Disk Nightly"_s);
}

void TestPlanPage::coverageCounts_andLeadsToTheDevices()
{
    const auto count = [this](const QString &word) {
        return labelText(u"coverageCount_"_s + word);
    };
    QCOMPARE(count(u"unread"_s), u"2"_s);
    read();
    QTRY_COMPARE(count(u"unread"_s), u"0"_s);
    QTRY_COMPARE(count(u"uncovered"_s), u"1"_s);
    QCOMPARE(count(u"failed"_s), u"1"_s);
    QVERIFY(labelText(u"coverageNote"_s).contains(u"3 of 3 companies"_s));
    QSignalSpy asked(m_page.get(), &PlanPage::devicesRequested);
    QTest::mouseClick(child<QToolButton>(u"coverage_uncovered"_s), Qt::LeftButton);
    QCOMPARE(asked.size(), 1);
    QVERIFY(asked.first().first().toString().startsWith(u"coverage:uncovered"_s));
}

void TestPlanPage::keyboardAlone()
{
    read();
    m_page->grid()->setFocus();
    QTest::keyClick(m_page->grid(), Qt::Key_Home, Qt::ControlModifier);
    QTest::keyClick(m_page->grid(), Qt::Key_Down);
    QTRY_VERIFY(detailTexts().contains(u"Disk"_s));
    child<QAction>(u"showPlanDetails"_s)->trigger();
    QVERIFY(!m_page->details()->isVisible());
    QTest::keyClick(m_page->grid(), Qt::Key_Return);
    QVERIFY(m_page->details()->isVisible());
}

void TestPlanPage::F37_5000Plans()
{
    QByteArrayList plans;
    for (int i = 0; i < 5000; ++i)
        plans << planJson(
            QByteArray::number(i), "Plan no " + QByteArray::number(i),
            R"(,"schedule_info":{"frequency_type":"DAILY","daily_mode":"WEEKDAYS","time":"21:30:00"},)"
            R"("backup_applied_on":"d1,d2","is_backup_enabled":true)");
    m_server->set("/backup_plan?company_id=7", listJson(plans));
    m_page->setScope(company(u"7"_s), u"Acme"_s);
    read();
    QCOMPARE(m_page->model()->rowCount(), 5000);
    QTRY_COMPARE(labelText(u"planCount"_s), u"5,000 plans"_s);
    m_page->queryBox()->setText(u"4999"_s);
    QCOMPARE(names(), u"Plan no 4999"_s);
    clickRow(0);
    m_page->queryBox()->setText({});
    QCOMPARE(m_page->model()->rowCount(), 5000);
    // the selected one is still it, and its place is that of its name in natural order
    QCOMPARE(m_page->model()->rowOf(m_page->grid()->selectedPlan().value()), 4999);
    read(); // the same again: no row comes or goes
    QCOMPARE(m_page->model()->rowCount(), 5000);
    QCOMPARE(m_page->model()->rowOf(m_page->grid()->selectedPlan().value()), 4999);
}

QTEST_MAIN(TestPlanPage)
#include "tst_planpage.moc"
