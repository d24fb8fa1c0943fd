// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/importedsheet.h"
#include "app/steward/accountchanges.h"
#include "tests/app/changes/changefixture.h"
#include "tests/app/sheets/diskfaults.h"
#include "ui/changes/runheader.h"
#include "ui/companies/manycompaniesdialog.h"
#include "ui/sheets/importmodel.h"
#include "ui/widgets/facttext.h"
#include "ui/window/theme.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QStringEncoder>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

using Then = ByteAnswer::Then;

namespace {

constexpr int resultColumn = 3;
constexpr int manyLines = 100'000;

QByteArray keyRefused()
{
    return httpAnswer(401, "application/json",
                      R"({"ok":false,"type":"authentication_failed","message":"m","code":401,"errors":[]})");
}

} // namespace

/// Many companies by clicks and keys: from a sheet over the preview to what came of each.
class TestManyCompanies : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        m_book = std::make_unique<CompanyBook>();
        m_known.put(AccountId(u"a"_s), {.id = CompanyId(u"1"_s), .name = u"North & <b>wind</b>"_s},
                    CompanyPlace::Own);
        m_known.put(AccountId(u"a"_s), {.id = CompanyId(u"2"_s), .name = u"Castell"_s}, CompanyPlace::Sub);
        m_session = std::make_unique<Session>(
            Account{.id = AccountId(u"a"_s), .name = u"Mine"_s, .endpoint = endpointAt(m_book->address())},
            testKey());
        m_changes = std::make_unique<AccountChanges>(
            m_profile->path(),
            ChangeRunner::Setup{.clock = std::make_shared<LeapingClock>(), .mostUnknownInARow = 0});
        m_changes->addSession(*m_session);
        open();
    }

    void cleanup()
    {
        delete m_dialog;
        m_changes.reset();
        m_session.reset();
        m_book.reset();
        m_known = {};
    }

    void thePreviewShowsEachLineWithItsFault()
    {
        QVERIFY(!create()->isEnabled());
        QCOMPARE(summary(), u"Choose a CSV file or paste lines first."_s);
        QAbstractItemModelTester tester(model());
        paste(u"Acme, Inc.\t\nBeta\tCastell\nacme, inc.\nGam\u202Ema\n\tCastell\nCastell\nDelta\tNowhere\n"_s
              + QString(150, u'x'));
        QTRY_VERIFY(create()->isEnabled());
        QCOMPARE(create()->text(), u"Create 3 companies below 2 companies"_s);
        QVERIFY(summary().startsWith(u"5 lines are left out."_s));
        QVERIFY(summary().contains(u"cannot be renamed, moved or deleted"_s));
        QCOMPARE(cell(0, 1), u"Acme, Inc."_s); // a comma of a name parts nothing
        QCOMPARE(cell(1, 2), u"Castell"_s);
        QVERIFY(cell(2, resultColumn).contains(u"Line 3, column 1: line 1 has the same name"_s));
        QVERIFY(cell(3, resultColumn).contains(u"U+202E"_s));
        QVERIFY(cell(3, 1).contains(u"[U+202E]"_s));
        QVERIFY(cell(4, resultColumn).contains(u"A company needs a name"_s));
        QVERIFY(cell(5, resultColumn).contains(u"is there already (ID 2)"_s));
        QVERIFY(cell(6, resultColumn).contains(u"Line 7, column 7: no company is called Nowhere"_s));
        QVERIFY(cell(7, resultColumn).startsWith(u"150 characters"_s));
        QTest::mouseClick(segment("importLeftOut"), Qt::LeftButton);
        QCOMPARE(model()->rowCount(), 5);
        QTest::mouseClick(segment("importDoubtful"), Qt::LeftButton);
        QCOMPARE(model()->rowCount(), 1);
        QCOMPARE(segment("importAll")->text(), u"All 8"_s);
        QCOMPARE(m_book->searches(), 0); // nothing is asked or sent before the confirmation
    }

    void theParentIsOnTheButton()
    {
        paste(u"Acme"_s);
        QTRY_COMPARE(create()->text(), u"Create 1 company below North && <b>wind</b>"_s);
        paste(u"Acme\nBeta"_s);
        QTRY_COMPARE(create()->text(), u"Create 2 companies below North && <b>wind</b>"_s);
    }

    void I12_F43_doubleClickAndReturnHeldDownCreateNothingTwice()
    {
        paste(u"Acme\nBeta\nGamma"_s);
        QTRY_VERIFY(create()->isEnabled());
        holdReturn(create());
        holdReturn(m_dialog);
        QTest::keyClick(m_dialog, Qt::Key_Return);
        QTest::keyClick(m_dialog->findChild<QTableView *>(u"importPreview"_s), Qt::Key_Return);
        QCOMPARE(m_changes->journal().changes().size(), 0U); // Return is not yes
        doubleClick(create());
        QTest::mouseClick(create(), Qt::LeftButton);
        holdReturn(create());
        QTest::keyClick(create(), Qt::Key_Space);
        QTRY_COMPARE(counts(), u"3 done"_s);
        doubleClick(create());
        QTest::keyClick(m_dialog, Qt::Key_Return);
        QVERIFY(m_dialog); // the second click of a double click closes nothing
        QVERIFY(m_dialog->isVisible());
        QCOMPARE(m_book->posts(), 3);
        QCOMPARE(m_changes->journal().changes().size(), 3U);
        QCOMPARE(cell(1, resultColumn), u"Done: company ID 1002"_s);
    }

    void theColumnsAreChosenAndRemembered()
    {
        m_dialog->findChild<ImportPane *>()->readFile(file("Tel,Kontakt\n1,Acme\n2,Beta\n"));
        QTRY_COMPARE(summary(), u"Choose the column for “Name”."_s);
        QVERIFY(!create()->isEnabled());
        auto *heading = m_dialog->findChild<QCheckBox *>(u"importHasHeading"_s);
        QTest::mouseClick(heading, Qt::LeftButton, {}, QPoint(8, heading->height() / 2));
        QVERIFY(heading->isChecked());
        auto *column = m_dialog->findChild<QComboBox *>(u"importColumn_name"_s);
        QCOMPARE(column->itemText(2), u"Kontakt"_s);
        column->setFocus();
        QTest::keyClick(column, Qt::Key_End);
        QTRY_COMPARE(create()->text(), u"Create 2 companies below North && <b>wind</b>"_s);
        QCOMPARE(cell(0, 1), u"Acme"_s);
        QTest::mouseClick(create(), Qt::LeftButton);
        QTRY_COMPARE(counts(), u"2 done"_s);
        const ImportHabits habits = m_dialog->habits();
        QCOMPARE(habits.headings.value(u"kontakt"_s), u"name"_s);
        delete m_dialog;
        open(habits);
        m_dialog->findChild<ImportPane *>()->readFile(file("Kontakt,Tel\nDelta,1\n"));
        QTRY_COMPARE(create()->text(), u"Create 1 company below North && <b>wind</b>"_s);
    }

    void aSheetIsAsItIs_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QStringEncoder utf16(QStringConverter::Utf16LE, QStringConverter::Flag::WriteBom);
        const QByteArray wide = utf16(u"Company;Below\r\nMüller;\r\n\"Ac;me\";Castell\r\n"_s);
        QTest::newRow("UTF-16, semicolons") << wide;
        QTest::newRow("Windows") << "Company,Below\r\nM\xFCller,\r\n\"Ac;me\",2\r\n"_ba;
        QTest::newRow("UTF-8, CR") << QByteArray("Below\tName\r\tM\u00FCller\rCastell\tAc;me\r");
    }
    void aSheetIsAsItIs()
    {
        QFETCH(const QByteArray, bytes);
        m_dialog->findChild<ImportPane *>()->readFile(file(bytes));
        QTRY_COMPARE(create()->text(), u"Create 2 companies below 2 companies"_s);
        QTest::mouseClick(create(), Qt::LeftButton);
        QTRY_COMPARE(counts(), u"2 done"_s);
        QCOMPARE(m_book->made().keys(), (QStringList{u"Ac;me"_s, u"Müller"_s}));
    }

    void aHundredThousandWrongLinesAreToldWhileTheWindowLives()
    {
        QByteArray bytes("a,b,c\n");
        for (int i = 0; i < manyLines; ++i)
            bytes += i % 10 == 0 ? "\"Acme\"x,1,2\n"_ba : i % 10 == 1 ? "1,2,3,4,5\n"_ba : "\xFF,,\n"_ba;
        int beats = 0;
        QTimer beat;
        connect(&beat, &QTimer::timeout, &beat, [&beats] { ++beats; });
        beat.start(5);
        m_dialog->findChild<ImportPane *>()->readFile(file(bytes));
        QTRY_COMPARE(summary(), u"Choose the column for “Name”."_s);
        auto *column = m_dialog->findChild<QComboBox *>(u"importColumn_name"_s);
        column->setFocus();
        QTest::keyClick(column, Qt::Key_Down);
        QTRY_COMPARE_WITH_TIMEOUT(model()->count(), manyLines + 1, 20'000);
        QTRY_VERIFY(!model()->isJudging());
        QCOMPARE(model()->count(RowVerdict::LeftOut), manyLines - 1); // the first of equal names is one
        QVERIFY(cell(1, resultColumn).contains(u"Line 2, column 7: text stands behind a closing quote"_s));
        QVERIFY(cell(2, resultColumn).contains(u"more cells than the first line has"_s));
        QVERIFY(beats > 10);
        QCOMPARE(m_book->posts(), 0);
    }

    void readingIsCancelled()
    {
        auto *pane = m_dialog->findChild<ImportPane *>();
        pane->readFile(file("Name\n" + QByteArray("Acme\n").repeated(2'000'000)));
        QVERIFY(button("importCancel")->isVisible());
        QTest::mouseClick(button("importCancel"), Qt::LeftButton);
        QCOMPARE(model()->count(), 0);
        QVERIFY(!button("importCancel")->isVisible());
        QVERIFY(m_dialog->findChild<QPlainTextEdit *>(u"importPaste"_s)->isVisible());
    }

    void aFileThatCannotBeReadIsTold()
    {
        m_dialog->findChild<ImportPane *>()->readFile(m_profile->filePath(u"none.csv"_s));
        QTRY_VERIFY(
            m_dialog->findChild<QLabel *>(u"importSaid"_s)->text().startsWith(u"none.csv cannot be read."_s));
        QVERIFY(!create()->isEnabled());
    }

    void aRunIsPausedGoesOnAndItsRestIsCancelled()
    {
        m_book->failPost(0, {.gate = "first"});
        paste(RunnerFixture::names(4).join(u'\n'));
        QTRY_VERIFY(create()->isEnabled());
        QTest::mouseClick(create(), Qt::LeftButton);
        QTRY_COMPARE(m_book->posts(), 1);
        QTRY_VERIFY(button("pauseRun")->isVisible());
        QVERIFY(!m_dialog->findChild<QWidget *>(u"importPaste"_s)->isVisible());
        QTest::mouseClick(button("pauseRun"), Qt::LeftButton);
        m_book->bytes().open("first");
        QTRY_COMPARE(counts(), u"1 done, 3 waiting"_s);
        QCOMPARE(cell(1, resultColumn), u"Waiting"_s);
        m_book->failPost(1, {.gate = "second"});
        QTest::mouseClick(button("goOnRun"), Qt::LeftButton);
        QTRY_COMPARE(m_book->posts(), 2);
        QTest::mouseClick(button("cancelRestOfRun"), Qt::LeftButton);
        m_book->bytes().open("second");
        QTRY_COMPARE(counts(), u"2 done, 2 not sent"_s);
        QVERIFY(cell(3, resultColumn).startsWith(u"Not sent: Cancelled"_s));
        QTRY_COMPARE(button("retryRun")->text(), u"Send 2 again"_s);
        QTest::mouseClick(button("retryRun"), Qt::LeftButton);
        QTRY_COMPARE(counts(), u"4 done"_s);
        QCOMPARE(m_book->posts(), 4);
    }

    void a401InTheMiddleStopsTheRunOnceAndKeepsTheRest()
    {
        QSignalSpy stopped(m_changes.get(), &AccountChanges::stopped);
        m_book->failPost(2, {.isApplied = false, .instead = keyRefused()});
        confirm(RunnerFixture::names(6));
        QTRY_COMPARE(counts(), u"2 done, 1 refused, 3 waiting"_s);
        QTRY_COMPARE(stopped.size(), 1);
        QVERIFY(m_dialog->findChild<QWidget *>(u"manyCompaniesTrouble"_s)->isVisible());
        QCOMPARE(m_book->posts(), 3);
        QTest::mouseClick(button("goOnRun"), Qt::LeftButton);
        QTRY_COMPARE(counts(), u"5 done, 1 refused"_s);
        QVERIFY(!m_dialog->findChild<QWidget *>(u"manyCompaniesTrouble"_s)->isVisible());
        QCOMPARE(stopped.size(), 1);
    }

    void aFullDiskBeforeTheJournalLineSendsNothing()
    {
        paste(u"Acme\nBeta"_s);
        QTRY_VERIFY(create()->isEnabled());
        {
            const FullDisk disk(1024);
            QTest::mouseClick(create(), Qt::LeftButton);
        }
        QVERIFY(m_dialog->findChild<QWidget *>(u"manyCompaniesTrouble"_s)->isVisible());
        QCOMPARE(m_dialog->run(), RunId::None);
        QCOMPARE(m_book->posts(), 0);
        QVERIFY(create()->isEnabled()); // nothing of the sheet is lost
        QTest::mouseClick(create(), Qt::LeftButton);
        QTRY_COMPARE(counts(), u"2 done"_s);
        QCOMPARE(m_book->posts(), 2);
    }

    // F45 in a run
    void F45_whatIsProvedAbsentIsSentOnceMoreWhenTheTickSaysSo_data()
    {
        QTest::addColumn<bool>("isTicked");
        QTest::addColumn<int>("posts");
        QTest::addColumn<QString>("counts");
        QTest::newRow("ticked") << true << 3 << u"2 done"_s;
        QTest::newRow("not ticked") << false << 2 << u"1 done, 1 unknown"_s;
    }
    void F45_whatIsProvedAbsentIsSentOnceMoreWhenTheTickSaysSo()
    {
        QFETCH(const bool, isTicked);
        auto *tick = m_dialog->findChild<QCheckBox *>(u"resendAbsentCompanies"_s);
        QVERIFY(tick->isChecked()); // on for companies
        if (!isTicked)
            QTest::mouseClick(tick, Qt::LeftButton, {}, QPoint(8, tick->height() / 2));
        QCOMPARE(tick->isChecked(), isTicked);
        m_book->failPost(0, {.isApplied = false, .instead = ""_ba, .how = Then::Close});
        confirm({u"Acme"_s, u"Beta"_s});
        QTRY_VERIFY(std::ranges::none_of(m_changes->journal().changes(), [](const ChangeRecord &change) {
            return !::isOver(change.state) || change.lookUp == LookUpState::StillChecking;
        }));
        QTRY_COMPARE(counts(), expectedCounts());
        QTEST(m_book->posts(), "posts");
        QCOMPARE(m_book->made().value(u"Acme"_s), isTicked ? 1 : 0);
    }

    void F24_thePaceOf429IsSaid()
    {
        m_book->failPost(0, {.instead = httpAnswer(429, "application/json", "{}", {"Retry-After: 7"})});
        m_book->failPost(2, {.gate = "later"}); // so that the pace stands long enough to be seen
        confirm(RunnerFixture::names(3));
        const auto *pace = m_dialog->findChild<QLabel *>(u"runPace"_s);
        QTRY_VERIFY(pace->text().startsWith(u"one every"_s)
                    || pace->text().startsWith(u"IDrive asks for fewer"_s));
        m_book->bytes().open("later");
        QTRY_COMPARE(counts(), u"3 done"_s);
        QCOMPARE(m_book->posts(), 3);
        QVERIFY(m_changes->runner(AccountId(u"a"_s))->pace(m_dialog->run()).count() > 0);
        QCOMPARE(pace->text(), QString()); // nothing is under way any more
    }

    void whatIsConfirmedOutlivesTheDialog()
    {
        m_book->failPost(0, {.gate = "later"});
        confirm({u"Acme"_s, u"Beta"_s});
        QTRY_COMPARE(m_book->posts(), 1);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        m_book->bytes().open("later");
        QTRY_COMPARE(m_book->made().size(), 2);
    }

    void aClosedAccountIsSaid()
    {
        paste(u"Acme"_s);
        QTRY_VERIFY(create()->isEnabled());
        m_changes->endSession(std::move(m_session));
        QVERIFY(!create()->isEnabled());
        QCOMPARE(summary(), u"The account is not open."_s);
    }

private:
    void open(const ImportHabits &habits = {})
    {
        m_dialog = new ManyCompaniesDialog(*m_changes, m_known,
                                           {.below = {AccountId(u"a"_s), CompanyId(u"1"_s)},
                                            .belowTitle = u"North & <b>wind</b>"_s,
                                            .accountName = [](const AccountId &) { return u"Mine"_s; },
                                            .habits = habits},
                                           m_theme);
        m_dialog->show();
    }
    QString file(const QByteArray &bytes) const
    {
        QFile file(m_profile->filePath(u"companies.csv"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }
    void paste(const QString &text)
    {
        m_dialog->findChild<QPlainTextEdit *>(u"importPaste"_s)->setPlainText(text);
    }
    void confirm(const QStringList &names)
    {
        paste(names.join(u'\n'));
        QTRY_VERIFY(create()->isEnabled());
        QTest::mouseClick(create(), Qt::LeftButton);
        QVERIFY(m_dialog->run() != RunId::None);
    }
    /// All of its four events: QTest's own one is the third alone.
    static void doubleClick(QWidget *widget)
    {
        QTest::mouseClick(widget, Qt::LeftButton);
        QTest::mouseDClick(widget, Qt::LeftButton);
        QTest::mouseRelease(widget, Qt::LeftButton);
    }
    static void holdReturn(QWidget *widget)
    {
        for (int i = 0; i < 10; ++i) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, {}, u"\r"_s, true);
            QApplication::sendEvent(widget, &press);
        }
    }
    static QString expectedCounts()
    {
        QFETCH(const QString, counts);
        return counts;
    }
    ImportModel *model() const { return m_dialog->findChild<ImportModel *>(); }
    QString cell(int row, int column) const { return model()->index(row, column).data().toString(); }
    QPushButton *button(const char *name) const
    {
        return m_dialog->findChild<QPushButton *>(QLatin1StringView(name));
    }
    QToolButton *segment(const char *name) const
    {
        return m_dialog->findChild<QToolButton *>(QLatin1StringView(name));
    }
    QPushButton *create() const { return button("createCompanies"); }
    QString summary() const { return m_dialog->findChild<QLabel *>(u"manyCompaniesSummary"_s)->text(); }
    QString counts() const { return m_dialog->findChild<QLabel *>(u"runCounts"_s)->text(); }

    Theme m_theme;
    CompanyList m_known;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<CompanyBook> m_book;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<AccountChanges> m_changes;
    QPointer<ManyCompaniesDialog> m_dialog;
};

QTEST_MAIN(TestManyCompanies)
#include "tst_manycompanies.moc"
