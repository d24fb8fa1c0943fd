// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/changes/changefixture.h"
#include "ui/companies/newcompanydialog.h"
#include "ui/widgets/facttext.h"
#include "ui/window/theme.h"

#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>

using namespace Qt::StringLiterals;

using Then = ByteAnswer::Then;

namespace {

QByteArray refusal(const QByteArray &field)
{
    return httpAnswer(400, "application/json",
                      R"({"ok":false,"type":"invalid_parameter","message":"m","code":400,"errors":[)"
                      R"({"type":"invalid_parameter","field":")"
                          + field + R"(","message":"<b>no</b> good"}]})");
}

} // namespace

/// One new company by the dialog: looked for, created once, and what came of it said.
class TestNewCompany : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_profile = std::make_unique<QTemporaryDir>();
        m_book = std::make_unique<CompanyBook>();
        m_steward = std::make_unique<RunnerFixture>(m_book->address(), m_profile->path());
        m_dialog = new NewCompanyDialog(*m_steward->runner, *m_steward->client,
                                        {AccountId(u"a"_s), CompanyId(u"1"_s)}, u"North & <b>wind</b>"_s,
                                        m_theme, nullptr);
        m_dialog->show();
    }

    void cleanup()
    {
        delete m_dialog;
        m_steward.reset();
        m_book.reset();
    }

    void I12_theButtonNamesTheParentAndWaitsForAName()
    {
        QCOMPARE(create()->text(), u"Create below North && <b>wind</b>"_s);
        QVERIFY(!create()->isEnabled());
        QVERIFY(text(u"newCompanyProblem"_s).isEmpty()); // an empty name is no mistake yet
        type(u"Acme"_s);
        QVERIFY(create()->isEnabled());
        type(u"Ac\u202Eme"_s);
        QVERIFY(!create()->isEnabled());
        QVERIFY(text(u"newCompanyProblem"_s).contains(u"U+202E"_s));
        QCOMPARE(m_book->searches(), 0);
    }

    void whatIsTypedIsLookedForByItself()
    {
        m_book->addCompany("acme");
        type(u"Acme"_s);
        QTRY_VERIFY(text(u"newCompanyFound"_s).contains(u"acme (company ID 1001, Active)"_s));
        QCOMPARE(create()->text(), u"Create a second one below North && <b>wind</b>"_s);
        QVERIFY(!create()->isDefault());
        type(u"Acmee"_s);
        QTRY_VERIFY(text(u"newCompanyFound"_s).startsWith(u"IDrive has no company of this name"_s));
        QCOMPARE(m_book->posts(), 0);
    }

    void aClickCreatesItAndTheResultIsSaid()
    {
        QSignalSpy showRequested(m_dialog, &NewCompanyDialog::showRequested);
        type(u" Acme "_s);
        QTest::mouseClick(create(), Qt::LeftButton);
        QTRY_VERIFY(button(u"showNewCompany"_s)->isVisible());
        QVERIFY(outcome().contains(u"company ID 1001"_s));
        QVERIFY(!create()->isVisible());
        QCOMPARE(m_book->bodies(), QByteArrayList{R"({"company_id":1,"name":"Acme"})"});
        QTest::mouseClick(button(u"showNewCompany"_s), Qt::LeftButton);
        QCOMPARE(showRequested.size(), 1);
        QTRY_VERIFY(!m_dialog);
    }

    // F43
    void F43_doubleClickReturnAndReturnHeldDownSendOnce()
    {
        type(u"Acme"_s);
        QTest::mouseClick(create(), Qt::LeftButton);
        QTest::mouseDClick(create(), Qt::LeftButton); // the third event of a double click, and the last
        QTest::mouseRelease(create(), Qt::LeftButton);
        QTest::keyClick(m_dialog->findChild<QLineEdit *>(u"newCompanyName"_s), Qt::Key_Return);
        holdReturn();
        QTRY_VERIFY(button(u"showNewCompany"_s)->isVisible());
        holdReturn();
        QTest::mouseDClick(button(u"createAnother"_s), Qt::LeftButton);
        holdReturn();
        QTest::keyClick(m_dialog->findChild<QLineEdit *>(u"newCompanyName"_s), Qt::Key_Return);
        QTRY_VERIFY(m_steward->isOver());
        QCOMPARE(m_book->posts(), 1);
        QCOMPARE(m_steward->journal.changes().size(), 1U);
    }

    void theKeyboardAloneIsEnough()
    {
        QTest::keyClicks(m_dialog->focusWidget() ? m_dialog->focusWidget() : m_dialog, u"Acme"_s);
        QTest::keyClick(m_dialog->findChild<QLineEdit *>(u"newCompanyName"_s), Qt::Key_Return);
        QTRY_COMPARE(m_book->made().value(u"Acme"_s), 1);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
    }

    void F29_aFieldErrorStandsAtItsField_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("label");
        QTest::newRow("name") << "name"_ba << u"newCompanyProblem"_s;
        QTest::newRow("company") << "company_id"_ba << u"newCompanyBelowProblem"_s;
    }
    void F29_aFieldErrorStandsAtItsField()
    {
        QFETCH(const QByteArray, field);
        QFETCH(const QString, label);
        m_book->failPost(0, {.isApplied = false, .instead = refusal(field)});
        type(u"Acme"_s);
        QTest::mouseClick(create(), Qt::LeftButton);
        QTRY_COMPARE(text(label), u"IDrive says: <b>no</b> good"_s);
        QCOMPARE(m_dialog->findChild<QLabel *>(label)->textFormat(), Qt::PlainText);
        QVERIFY(outcome().contains(u"Refused"_s));
        QCOMPARE(m_dialog->findChild<QLineEdit *>(u"newCompanyName"_s)->text(), u"Acme"_s); // nothing is lost
        QTest::mouseClick(create(), Qt::LeftButton);
        QTRY_VERIFY(button(u"showNewCompany"_s)->isVisible());
        QCOMPARE(m_book->made().value(u"Acme"_s), 1);
    }

    // F44
    void F44_aLostAnswerIsLookedUpAndFound()
    {
        m_book->failPost(0, {.instead = ""_ba, .how = Then::Close});
        type(u"Acme"_s);
        QTest::mouseClick(create(), Qt::LeftButton);
        QTRY_VERIFY(button(u"showNewCompany"_s)->isVisible());
        QCOMPARE(m_book->posts(), 1);
    }

    // F45
    void F45_whatTwoLookUpsDidNotFindCanBeSentAgainByThePerson()
    {
        m_book->failPost(0, {.isApplied = false, .instead = ""_ba, .how = Then::Close});
        type(u"Acme"_s);
        QTest::mouseClick(create(), Qt::LeftButton);
        QTRY_VERIFY(outcome().contains(u"Two look-ups did not find"_s));
        QCOMPARE(m_book->posts(), 1);
        QCOMPARE(create()->text(), u"Send it again below North && <b>wind</b>"_s);
        QVERIFY(!create()->isDefault());
        holdReturn();
        QTest::mouseClick(create(), Qt::LeftButton);
        QTRY_VERIFY(button(u"showNewCompany"_s)->isVisible());
        QCOMPARE(m_book->posts(), 2);
        QCOMPARE(m_book->made().value(u"Acme"_s), 1);
    }

    void aColleagueWhoWasQuickerIsSeen()
    {
        type(u"Acme"_s);
        QTRY_VERIFY(text(u"newCompanyFound"_s).startsWith(u"IDrive has no company"_s));
        m_book->addCompany("ACME");
        QTest::mouseClick(create(), Qt::LeftButton);
        QTRY_VERIFY(outcome().contains(u"is there meanwhile (ID 1001)"_s));
        QTest::mouseClick(create(), Qt::LeftButton); // looks again, and now it shows it
        QTRY_VERIFY(text(u"newCompanyFound"_s).contains(u"ACME (company ID 1001"_s));
        QCOMPARE(m_book->posts(), 0);
        QTest::mouseClick(create(), Qt::LeftButton);
        QTRY_VERIFY(button(u"showNewCompany"_s)->isVisible());
        QCOMPARE(m_book->made().value(u"Acme"_s), 1);
    }

    void whatIsOnTheWireOutlivesTheDialog()
    {
        m_book->failPost(0, {.gate = "later"});
        type(u"Acme"_s);
        QTest::mouseClick(create(), Qt::LeftButton);
        QTRY_COMPARE(m_book->posts(), 1);
        QTest::keyClick(m_dialog, Qt::Key_Escape);
        QTRY_VERIFY(!m_dialog);
        m_book->bytes().open("later");
        QTRY_COMPARE(m_steward->change().state, ChangeState::Done);
    }

    void aClosedAccountIsSaid()
    {
        type(u"Acme"_s);
        QTRY_VERIFY(text(u"newCompanyFound"_s).startsWith(u"IDrive has no company"_s));
        m_steward->runner.reset();
        QVERIFY(outcome().contains(u"The account was closed"_s));
        QVERIFY(!create()->isEnabled());
    }

private:
    QPushButton *button(const QString &name) const { return m_dialog->findChild<QPushButton *>(name); }
    QPushButton *create() const { return button(u"createCompany"_s); }
    QString text(const QString &label) const { return m_dialog->findChild<QLabel *>(label)->text(); }
    QString outcome() const
    {
        const auto *note = m_dialog->findChild<QWidget *>(u"newCompanyOutcome"_s);
        QString all;
        for (const QLabel *line : note->findChildren<QLabel *>())
            all += line->text() + u' ';
        return note->isVisible() ? all + note->findChild<FactText *>()->shownText() : QString();
    }
    void type(const QString &name) { m_dialog->findChild<QLineEdit *>(u"newCompanyName"_s)->setText(name); }
    void holdReturn()
    {
        for (int i = 0; i < 10; ++i) {
            QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, {}, u"\r"_s, true);
            QApplication::sendEvent(m_dialog->findChild<QLineEdit *>(u"newCompanyName"_s), &press);
        }
    }

    Theme m_theme;
    std::unique_ptr<QTemporaryDir> m_profile;
    std::unique_ptr<CompanyBook> m_book;
    std::unique_ptr<RunnerFixture> m_steward;
    QPointer<NewCompanyDialog> m_dialog;
};

QTEST_MAIN(TestNewCompany)
#include "tst_newcompany.moc"
