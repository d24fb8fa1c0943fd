// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/steward/accountchanges.h"
#include "tests/app/changes/changefixture.h"
#include "ui/changes/activitypage.h"
#include "ui/changes/activityquery.h"
#include "ui/changes/changedetails.h"
#include "ui/changes/changesheet.h"
#include "ui/changes/quitwait.h"
#include "ui/window/theme.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

using Then = ByteAnswer::Then;
using Column = ChangeListModel::Column;

/// The journal as a person sees it, and what can be done there.
class TestActivityPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        m_book = std::make_unique<CompanyBook>();
        start();
    }

    void cleanup()
    {
        m_page.reset();
        m_changes.reset();
        m_session.reset();
        m_book.reset();
    }

    void anEmptyJournalSaysWhatWillStandThere()
    {
        QVERIFY(m_page->findChild<QLabel *>(u"emptyTitle"_s) || !m_page->table()->isVisible());
        QCOMPARE(m_page->findChild<QLabel *>(u"journalKept"_s)->text(), u"kept on this computer"_s);
        QVERIFY(!m_page->findChild<QWidget *>(u"runHeader"_s)->isVisible());
    }

    void eachChangeIsARow_theNewestFirst()
    {
        QAbstractItemModelTester tester(m_page->model());
        runner().start(RunnerFixture::companies({u"First"_s}));
        runner().start(RunnerFixture::companies({u"Sec<b>ond"_s}));
        QTRY_COMPARE(m_book->made().size(), 2);
        QTRY_COMPARE(cell(0, Column::State), u"Done"_s);
        QCOMPARE(cell(0, Column::Target), u"Sec<b>ond, below Northwind"_s);
        QCOMPARE(cell(0, Column::Change), u"New company"_s);
        QCOMPARE(cell(0, Column::Result), u"company ID 1002"_s);
        QCOMPARE(cell(0, Column::Account), u"Mine"_s);
        QVERIFY(!cell(0, Column::Duration).isEmpty());
        QCOMPARE(cell(1, Column::Target), u"First, below Northwind"_s);
        QTRY_COMPARE(m_page->findChild<QToolButton *>(u"segmentAll"_s)->text(), u"All 2"_s);
    }

    void theQueryAndTheSegmentsFilter()
    {
        m_book->failPost(1, {.isApplied = false, .instead = refusal()});
        runner().start(RunnerFixture::companies({u"Acme"_s, u"Beta"_s, u"Gamma"_s}));
        QTRY_COMPARE(m_book->posts(), 3);
        QTRY_VERIFY(isOver());
        QAbstractItemModelTester tester(m_page->model());
        m_page->query()->setText(u"state:refused"_s);
        QCOMPARE(rows(), 1);
        QCOMPARE(cell(0, Column::Target), u"Beta, below Northwind"_s);
        m_page->query()->setText(u"-beta when:<1h"_s);
        QCOMPARE(rows(), 2);
        m_page->query()->setText(u"when:>1h"_s);
        QCOMPARE(rows(), 0);
        m_page->query()->setText(u"colour:red"_s); // what cannot be read leaves what was in force
        QCOMPARE(rows(), 0);
        QVERIFY(m_page->window()->findChild<QLabel *>(u"activityQueryProblem"_s)->isVisible());
        m_page->query()->setText({});
        QTRY_COMPARE(segment("segmentRefused")->text(), u"Refused 1"_s);
        QCOMPARE(valueCounts(ChangeField::State), (QStringList{u"Done 2"_s, u"Refused 1"_s}));
        QCOMPARE(valueCounts(ChangeField::Account), QStringList{u"Mine 3"_s});
        QTest::mouseClick(segment("segmentRefused"), Qt::LeftButton);
        QCOMPARE(rows(), 1);
        QTest::mouseClick(segment("segmentAll"), Qt::LeftButton);
        QCOMPARE(rows(), 3);
    }

    void theDetailsTellRequestAttemptsAndAnswer_withoutSecrets()
    {
        runner().start(RunnerFixture::companies({u"Acme"_s}));
        QTRY_COMPARE(cell(0, Column::State), u"Done"_s);
        m_page->table()->selectRow(0);
        QVERIFY(m_page->details()->isVisible());
        const QString told = everythingIn(*m_page->details());
        QVERIFY2(told.contains(u"POST /company"_s) && told.contains(u"1001"_s)
                     && told.contains(u"Attempt 1"_s),
                 qPrintable(told));
        QVERIFY(!told.contains(u"CANARYTOKEN"_s) && !told.contains(u"canary"_s));
        QVERIFY(!button("checkChangeNow")->isVisible());
        QVERIFY(m_page->clearChoice());
        QVERIFY(!m_page->details()->isVisible());
        QVERIFY(!m_page->clearChoice());
    }

    // F46: nobody answers, so it stays Unknown; Check now looks, and only looks.
    void F46_checkNowLooksItUp()
    {
        m_book->failPost(0, {.instead = ""_ba, .how = Then::Close});
        m_book->answerSearches(jsonAnswer("[]"));
        m_clock->isFrozen = true;
        runner().start(RunnerFixture::companies({u"Acme"_s}));
        QTRY_COMPARE(cell(0, Column::State), u"Unknown"_s);
        m_page->table()->selectRow(0);
        QVERIFY(button("checkChangeNow")->isVisible());
        QVERIFY(!button("sendChangeAgain")->isVisible()); // never a bare retry
        m_book->answerSearches(std::nullopt);
        const auto isFoundByClicking = [&] {
            QTest::mouseClick(button("checkChangeNow"), Qt::LeftButton); // does nothing while it is looked at
            return cell(0, Column::State) == u"Done"_s;
        };
        QTRY_VERIFY_WITH_TIMEOUT(isFoundByClicking(), 10'000);
        QCOMPARE(m_book->posts(), 1);
    }

    void aRunIsPausedGoesOnAndItsRestIsCancelled()
    {
        m_book->failPost(0, {.gate = "first"});
        runner().start(RunnerFixture::companies(RunnerFixture::names(5)));
        QTRY_COMPARE(m_book->posts(), 1);
        QTRY_VERIFY(button("pauseRun")->isVisible());
        QTest::mouseClick(button("pauseRun"), Qt::LeftButton);
        m_book->bytes().open("first");
        QTRY_COMPARE(text("runSum"), u"1 of 5"_s);
        QTRY_COMPARE(text("runPace"), u"Paused by you."_s);
        QCOMPARE(m_book->posts(), 1);
        m_book->failPost(1, {.gate = "second"});
        QTest::mouseClick(button("goOnRun"), Qt::LeftButton);
        QTRY_COMPARE(m_book->posts(), 2);
        QTest::mouseClick(button("cancelRestOfRun"), Qt::LeftButton);
        m_book->bytes().open("second");
        QTRY_COMPARE(text("runCounts"), u"2 done, 3 not sent"_s);
        QCOMPARE(m_book->posts(), 2);
        QTRY_VERIFY(!button("cancelRestOfRun")->isVisible());
    }

    void whatFailedIsSentAgainByOneButton()
    {
        m_book->failPost(0, {.isApplied = false, .instead = refusal()});
        m_book->failPost(1, {.isApplied = false, .instead = refusal()});
        runner().start(RunnerFixture::companies(RunnerFixture::names(3)));
        QTRY_COMPARE(m_book->posts(), 3);
        QTRY_VERIFY(isOver());
        m_page->table()->selectRow(0); // any of the run
        QTRY_VERIFY(button("retryRun")->isVisible());
        QCOMPARE(button("retryRun")->text(), u"Send 2 again"_s);
        QTest::mouseClick(button("retryRun"), Qt::LeftButton);
        QTRY_COMPARE(text("runCounts"), u"3 done"_s);
        QCOMPARE(m_book->posts(), 5);
        QCOMPARE(m_book->made().size(), 3);
    }

    void theSheetHoldsEachChangeOfTheRun()
    {
        runner().start(RunnerFixture::companies({u"Acme"_s, u"=1+1"_s}));
        QTRY_COMPARE(m_book->made().size(), 2);
        QTRY_VERIFY(isOver());
        const RunExport subject(m_changes->journal(), [](const AccountId &) { return u"Mine"_s; }, RunId(1));
        QCOMPARE(subject.count(ExportRows::Shown), 2);
        const auto source = subject.source(ExportRows::Shown);
        const QByteArray sheet = wholeSheet(*source, {.format = SheetFormat::Csv});
        QVERIFY(sheet.contains("Acme"));
        QVERIFY(sheet.contains("'=1+1")); // no formula
        QVERIFY(sheet.contains("company ID 1001"));
        QVERIFY(!sheet.contains("CANARY") && !sheet.contains("canary"));
    }

    void endingWaitsForTheAnswerAndSaysSo()
    {
        m_book->failPost(0, {.gate = "later"});
        runner().start(RunnerFixture::companies({u"Acme"_s, u"Next"_s}));
        QTRY_COMPARE(m_book->posts(), 1);
        QuitWait wait(*m_changes, nullptr);
        wait.setAttribute(Qt::WA_DeleteOnClose, false);
        QSignalSpy ended(&wait, &QuitWait::ended);
        wait.show();
        QTest::keyClick(&wait, Qt::Key_Escape);
        QVERIFY(wait.isVisible());
        QVERIFY(everythingIn(wait).contains(u"New company: Acme"_s));
        QVERIFY(everythingIn(wait).contains(u"60 s at most"_s));
        m_book->bytes().open("later");
        QVERIFY(ended.wait());
        QCOMPARE(m_book->posts(), 1); // the next one waits for the next start
    }

    void F47_anEarlierStewardsChangesAreThere()
    {
        m_book->failPost(0, {.gate = "later"});
        runner().start(RunnerFixture::companies({u"Acme"_s, u"Next"_s}));
        QTRY_COMPARE(m_book->posts(), 1);
        m_changes->stopSending();
        m_book->bytes().open("later");
        QTRY_VERIFY(!m_changes->isSending());
        m_page.reset();
        m_changes.reset();
        m_session.reset();
        start();
        QCOMPARE(rows(), 2);
        QCOMPARE(cell(0, Column::State), u"Waiting"_s);
        QTRY_VERIFY(text("runPace").startsWith(u"Paused. Steward ended"_s));
        QTest::mouseClick(button("goOnRun"), Qt::LeftButton);
        QTRY_COMPARE(cell(0, Column::State), u"Done"_s);
        QCOMPARE(m_book->posts(), 2);
    }

private:
    // Leaps, unless it is told that no time goes by.
    class Clock final : public RetryClock
    {
    public:
        std::chrono::milliseconds now() const override { return m_clock.now(); }
        double chance() override { return 0.5; }
        void callAfter(std::chrono::milliseconds wait, QObject *context, std::function<void()> then) override
        {
            if (!isFrozen)
                m_clock.callAfter(wait, context, std::move(then));
        }
        bool isFrozen = false;

    private:
        LeapingClock m_clock;
    };

    static QByteArray refusal()
    {
        return httpAnswer(400, "application/json",
                          R"({"ok":false,"type":"invalid_parameter","message":"m","code":400,"errors":[]})");
    }

    void start()
    {
        m_clock = std::make_shared<Clock>();
        m_session = std::make_unique<Session>(
            Account{.id = AccountId(u"a"_s), .name = u"Mine"_s, .endpoint = endpointAt(m_book->address())},
            testKey());
        m_changes = std::make_unique<AccountChanges>(
            m_profile->path(), ChangeRunner::Setup{.clock = m_clock, .mostUnknownInARow = 0});
        m_changes->addSession(*m_session);
        m_page =
            std::make_unique<ActivityPage>(*m_changes, [](const AccountId &) { return u"Mine"_s; }, m_theme);
        m_page->resize(1200, 700);
        m_page->show();
    }

    /// What the query box would offer for \a field.
    QStringList valueCounts(ChangeField field) const
    {
        QStringList texts;
        for (const QueryFieldCounts &counts : m_page->query()->counts()) {
            for (const QueryValueCount &value : counts.values) {
                if (counts.field == static_cast<int>(field))
                    texts << u"%1 %2"_s.arg(value.label).arg(value.rows);
            }
        }
        return texts;
    }
    ChangeRunner &runner() { return *m_changes->runner(AccountId(u"a"_s)); }
    bool isOver()
    {
        return std::ranges::all_of(m_changes->journal().changes(),
                                   [](const ChangeRecord &change) { return ::isOver(change.state); });
    }
    int rows() const { return m_page->model()->rowCount(); }
    QString cell(int row, Column column) const
    {
        return m_page->model()->index(row, static_cast<int>(column)).data().toString();
    }
    QPushButton *button(const char *name) const
    {
        return m_page->findChild<QPushButton *>(QLatin1StringView(name));
    }
    QToolButton *segment(const char *name) const
    {
        return m_page->findChild<QToolButton *>(QLatin1StringView(name));
    }
    QString text(const char *name) const
    {
        return m_page->findChild<QLabel *>(QLatin1StringView(name))->text();
    }
    static QString everythingIn(const QWidget &widget)
    {
        QString all;
        for (const QLabel *label : widget.findChildren<QLabel *>())
            all += label->text() + u'\n';
        for (const QTextEdit *edit : widget.findChildren<QTextEdit *>())
            all += edit->toPlainText() + u'\n';
        return all;
    }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<CompanyBook> m_book;
    std::shared_ptr<Clock> m_clock;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<AccountChanges> m_changes;
    std::unique_ptr<ActivityPage> m_page;
};

QTEST_MAIN(TestActivityPage)
#include "tst_activitypage.moc"
