// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/templatefile.h"
#include "app/settings/settings.h"
#include "app/steward/changesubjects.h"
#include "tests/app/net/netfixture.h"
#include "tests/support/planbook.h"
#include "ui/plans/rolloutwindow.h"
#include "ui/window/theme.h"

#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

AccountId account()
{
    return AccountId(u"a"_s);
}

QByteArray planNamed(const QByteArray &name, const QByteArray &device)
{
    return R"([{"backup_id":"5","name":")" + name + R"(","backup_set":"DEFAULT","backup_applied_on":")"
        + device + R"("}])";
}

QByteArray refusal()
{
    return httpAnswer(
        400, "application/json",
        R"({"ok":false,"type":"invalid_parameter","message":"","code":400,"errors":[{"type":"invalid_parameter","field":"name","message":"taken"}]})");
}

RollOutTarget company(const QString &id, const QStringList &devices)
{
    RollOutTarget target{.company = {account(), CompanyId(id)}, .title = u"Company "_s + id};
    for (const QString &device : devices)
        target.devices.append(
            {DeviceId(device), device.toUpper(), deviceOs(u"windows"_s), deviceStatus(u"online"_s)});
    return target;
}

QList<RollOutTarget> targetsFor(const QString &query)
{
    if (query == u"few")
        return {company(u"1"_s, {u"d1"_s})};
    return {company(u"1"_s, {u"d1"_s, u"d2"_s}), company(u"2"_s, {u"d3"_s, u"d4"_s}), company(u"3"_s, {})};
}

} // namespace

/// One plan for many companies, by clicks, over real HTTP, through the runner.
class TestRollOut : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void withoutAVerdictNoDryRunGoesOut();
    void theFirstDryRunIsComparedBeforeTheOthers();
    void aDryRunThatActsStopsTheOthers();
    void situationChangedStopsThatCompanyAlone();
    void whatTheServerRefusesIsLeftOut();
    void aLaterRefusalIsLeftOutAlone();
    void whatStandsInTheQueryFieldCounts();
    void enterIsNotYes_andAnEditBeginsAnew();
    void queriesAndStrangersTemplatesHaveTheirSentence();

private:
    template <typename T>
    T *find(const char *name) const
    {
        T *widget = m_window->findChild<T *>(QString::fromLatin1(name));
        Q_ASSERT(widget);
        return widget;
    }
    void click(const char *name) const { QTest::mouseClick(find<QAbstractButton>(name), Qt::LeftButton); }
    QString cell(int row, int column) const
    {
        return find<QTableView>("rollOutCompanies")->model()->index(row, column).data().toString();
    }
    RememberedVerdict verdict() { return RememberedVerdict(*m_settings, account(), u"e"_s); }
    void prepare()
    {
        find<QLineEdit>("rollOutName")->setText(u"nightly"_s);
        click("rollOutMain");
    }
    bool isReady() const { return find<QPushButton>("rollOutMain")->isEnabled(); }
    void apply()
    {
        click("rollOutMain");
        QTest::mouseClick(m_window->findChild<QPushButton *>(u"rollOutYes"_s), Qt::LeftButton);
    }

    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<PlanBook> m_book;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<ChangeJournal> m_journal;
    std::unique_ptr<ChangeRunner> m_runner;
    std::unique_ptr<PlanList> m_plans;
    QPointer<RollOutWindow> m_window;
};

void TestRollOut::init()
{
    m_profile = std::make_unique<QTemporaryDir>();
    m_settings = std::make_unique<Settings>(m_profile->path());
    m_theme = std::make_unique<Theme>();
    m_book = std::make_unique<PlanBook>();
    m_client = std::make_unique<ApiClient>(endpointAt(m_book->address()), testKey());
    m_journal = std::make_unique<ChangeJournal>(QString());
    m_runner = std::make_unique<ChangeRunner>(*m_journal, account(), *m_client, changeSubjects(),
                                              ChangeRunner::Setup());
    m_plans = std::make_unique<PlanList>([this](const AccountId &) { return m_client.get(); });
    m_book->setPlansOf("1", planNamed("old one", "d1"));
    m_book->setDryRunAnswer(httpAnswer(200, "application/json",
                                       R"({"conflicts":[],"applied_to":"d1,d2,d3","not_applied_to":"d4"})"));
    RollOutWindow::Setup setup{
        .rollOut = {.runner = [this](const AccountId &) { return m_runner.get(); },
                    .verdict =
                        [this](const AccountId &) {
                            return verdict();
                        }},
        .companies = [](const QString &query) -> tl::expected<QList<FittingCompany>, QString> {
            if (query == u"(")
                return tl::unexpected(u"It cannot be read."_s);
            QList<FittingCompany> companies;
            for (const RollOutTarget &target : targetsFor(query))
                companies.append({target.company, target.title, target.devices.size()});
            return companies;
        },
        .targets =
            [](const QString &query, const QList<FittingCompany> &ticked) {
                QList<RollOutTarget> targets = targetsFor(query);
                targets.removeIf([&ticked](const RollOutTarget &target) {
                    return std::ranges::find(ticked, target.company, &FittingCompany::company)
                        == ticked.end();
                });
                return targets;
            },
        .draft = {.items = {u"[All Profiles Folder]"_s}}};
    for (const char16_t *id : {u"1", u"2", u"3"})
        setup.ticked.insert({account(), CompanyId(QString::fromUtf16(id))});
    m_window = new RollOutWindow(std::move(setup), *m_plans, *m_theme, nullptr);
    m_window->show();
}

void TestRollOut::cleanup()
{
    delete m_window;
    m_plans.reset();
    m_runner->leave();
    m_client.reset();
    m_runner.reset();
}

void TestRollOut::withoutAVerdictNoDryRunGoesOut()
{
    prepare();
    QTRY_VERIFY(isReady());
    QCOMPARE(m_book->dryRuns().size(), 0);
    QCOMPARE(cell(0, 2), u"1"_s); // d1 loses "old one"
    QCOMPARE(cell(0, 3), u"1"_s);
    QVERIFY(cell(0, 6).contains(u"own reckoning"_s));
    QVERIFY(cell(2, 6).contains(u"No device"_s));
    QVERIFY(find<QPushButton>("rollOutMain")->text().contains(u"2 companies, replacing 1"_s));
    find<QTableView>("rollOutCompanies")->selectRow(0);
    QCOMPARE(find<QTableView>("rollOutDevices")->model()->rowCount(), 2);
    apply();
    QTRY_COMPARE(m_book->posts().size(), 2);
    QTRY_VERIFY(cell(0, 6).contains(u"plan ID 77"_s) && cell(1, 6).contains(u"plan ID 77"_s));
    QCOMPARE(m_book->posts().at(1)["company_id"_L1].toInt(), 2);
    QCOMPARE(m_book->posts().at(1)["device_ids"_L1].toArray(), (QJsonArray{u"d3"_s, u"d4"_s}));
    QCOMPARE(m_journal->changes().size(), 2U);
    QCOMPARE(m_journal->changes().front().run, m_journal->changes().back().run); // one run for all
}

void TestRollOut::theFirstDryRunIsComparedBeforeTheOthers()
{
    verdict().remember(DryRunVerdict::Harmless);
    prepare();
    QTRY_VERIFY(isReady());
    QCOMPARE(m_book->dryRuns().size(), 2);
    QCOMPARE(m_book->reads(), 3); // two beforehand, and the first company's once more
    QVERIFY(cell(0, 6).contains(u"answered the dry run"_s));
    QCOMPARE(cell(1, 4), u"1"_s); // d4 is left out
    QCOMPARE(m_book->posts().size(), 0);
    QCOMPARE(verdict().verdict(), DryRunVerdict::Harmless);
}

void TestRollOut::aDryRunThatActsStopsTheOthers()
{
    verdict().remember(DryRunVerdict::Harmless);
    m_book->setPlansOf("1", "[]");
    // the list of the first company shows the plan after its dry run
    m_book->setDryRunAnswer(httpAnswer(200, "application/json", R"({"backup_id":"9","applied_to":"d1"})"));
    prepare();
    QTRY_VERIFY(isReady());
    QCOMPARE(m_book->dryRuns().size(), 1);
    QCOMPARE(verdict().verdict(), DryRunVerdict::CannotTell);
    QVERIFY(cell(0, 6).contains(u"own reckoning"_s) && cell(1, 6).contains(u"own reckoning"_s));
    QVERIFY(find<QWidget>("rollOutTrouble")->isVisible());
}

void TestRollOut::situationChangedStopsThatCompanyAlone()
{
    prepare();
    QTRY_VERIFY(isReady());
    m_book->setPlansOf("1", planNamed("a colleague's", "d2"));
    apply();
    QTRY_VERIFY(cell(0, 6).contains(u"others than you confirmed"_s));
    QTRY_VERIFY(cell(1, 6).contains(u"plan ID 77"_s));
    QCOMPARE(m_book->posts().size(), 1);
}

void TestRollOut::whatTheServerRefusesIsLeftOut()
{
    verdict().remember(DryRunVerdict::Harmless);
    m_book->setDryRunAnswer(refusal());
    prepare();
    QTRY_VERIFY(cell(1, 6).startsWith(u"Left out"_s));
    QVERIFY(cell(0, 6).startsWith(u"Left out"_s));
    QVERIFY(!isReady());
    QCOMPARE(m_book->dryRuns().size(), 2);
    QCOMPARE(m_book->posts().size(), 0);
}

void TestRollOut::aLaterRefusalIsLeftOutAlone()
{
    verdict().remember(DryRunVerdict::Harmless);
    m_book->setDryRunAnswerOf(2, refusal());
    prepare();
    QTRY_VERIFY(isReady());
    QVERIFY(cell(0, 6).contains(u"answered the dry run"_s));
    QVERIFY(cell(1, 6).startsWith(u"Left out"_s));
    QVERIFY(find<QPushButton>("rollOutMain")->text().contains(u"1 company"_s));
}

void TestRollOut::whatStandsInTheQueryFieldCounts()
{
    find<QLineEdit>("rollOutQuery")->setText(u"("_s);
    prepare(); // before it was found that this cannot be read
    QVERIFY(find<QLineEdit>("rollOutName")->isEnabled());
    QCOMPARE(m_book->reads(), 0);
    find<QLineEdit>("rollOutQuery")->setText(u"few"_s);
    QTRY_VERIFY(isReady());
    prepare();
    QTRY_VERIFY(isReady());
    QVERIFY(find<QPushButton>("rollOutMain")->text().contains(u"1 company, replacing 1"_s));
    find<QTableView>("rollOutCompanies")->selectRow(0);
    QCOMPARE(find<QTableView>("rollOutDevices")->model()->rowCount(), 1);
}

void TestRollOut::enterIsNotYes_andAnEditBeginsAnew()
{
    prepare();
    QTRY_VERIFY(isReady());
    click("rollOutMain");
    QTest::keyClick(m_window->findChild<QMessageBox *>(u"rollOutQuestion"_s), Qt::Key_Return);
    QTRY_VERIFY(!m_window->findChild<QMessageBox *>(u"rollOutQuestion"_s));
    QVERIFY(m_journal->changes().empty());
    QVERIFY(!find<QLineEdit>("rollOutName")->isEnabled());
    click("rollOutAgain");
    QVERIFY(find<QLineEdit>("rollOutName")->isEnabled());
    QCOMPARE(cell(0, 6), QString());
    click("rollOutNone");
    QVERIFY(!isReady());
    click("rollOutAll");
    QVERIFY(isReady());
}

void TestRollOut::queriesAndStrangersTemplatesHaveTheirSentence()
{
    find<QLineEdit>("rollOutQuery")->setText(u"("_s);
    QTRY_VERIFY(find<QLabel>("rollOutQuerySays")->text().contains(u"cannot be read"_s));
    QVERIFY(!isReady());
    const QString path = m_profile->filePath(u"template.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"format\":\"other\"}");
    file.close();
    m_window->openTemplate(path);
    QVERIFY(find<QWidget>("rollOutTrouble")->isVisible());
    QCOMPARE(writeTemplateFile(path, {.items = {u"/srv/"_s}}), QString());
    m_window->openTemplate(path);
    QVERIFY(!find<QWidget>("rollOutTrouble")->isVisible());
    QVERIFY(find<QLabel>("rollOutTemplateSays")->text().contains(u"/srv/"_s));
}

QTEST_MAIN(TestRollOut)
#include "tst_rollout.moc"
