// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/plans/wizardtest.h"
#include "ui/plans/pathchipmodel.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QListView>
#include <QRadioButton>
#include <QTimeEdit>

using namespace Qt::StringLiterals;

namespace {

/// What a person does to a plan that could be created, and where the sentence about it stands.
struct Refusal
{
    const char *name;
    PlanStep step;
    void (*act)(WizardTest &test);
    const char *place; ///< The objectName of the field; "planPaths": at the last chip.
    const char *says; ///< A part of the sentence.
    bool isFault;
};

/// What no key types.
void paste(WizardTest &test, const char *field, const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
    QTest::keySequence(test.find<QLineEdit>(field), QKeySequence::Paste);
}

void typePath(WizardTest &test, const QString &path)
{
    auto *field = test.find<QLineEdit>("planPath");
    field->insert(path);
    QTest::keyClick(field, Qt::Key_Return);
}

void choose(WizardTest &test, ScheduleFrequency frequency)
{
    auto *box = test.find<QComboBox>("planFrequency");
    box->setCurrentIndex(box->findData(static_cast<int>(frequency)));
}

void onlyFebruary(WizardTest &test)
{
    choose(test, ScheduleFrequency::Monthly);
    for (int month = 1; month <= 12; ++month) {
        if (month != 2)
            test.click(qPrintable(u"planMonth%1"_s.arg(month)));
    }
}

void removeDevice(WizardTest &test)
{
    test.click("planChooseNone");
}

using enum PlanStep;

const Refusal refusals[] = {
    {"no name", Targets,
     [](WizardTest &t) {
         t.find<QLineEdit>("planName")->clear();
         t.type("planName", u" "_s);
     },
     "planName", "name", true},
    {"an unseen letter", Targets, [](WizardTest &t) { paste(t, "planName", u"\u202E"_s); }, "planName",
     "cannot be seen", true},
    {"nobody", Targets, removeDevice, "planDevices", "at least one device", true},
    {"a group without ID", Targets, [](WizardTest &t) { t.type("planGroups", u" ,"_s); }, "planGroups",
     "no ID", true},
    {"a group that nobody knows", Targets, [](WizardTest &t) { t.type("planGroups", u"77"_s); }, "planGroups",
     "cannot be checked", false},
    {"no path", What, [](WizardTest &t) { QTest::keyClick(t.find<QListView>("planPaths"), Qt::Key_Delete); },
     "planPath", "at least one", true},
    {"a path of blanks", What, [](WizardTest &t) { typePath(t, u"  "_s); }, "planPaths", "blanks", true},
    {"a path with an unseen letter", What, [](WizardTest &t) { typePath(t, u"C:\\a\u202Eb"_s); }, "planPaths",
     "U+202E", true},
    {"a path in quotes", What, [](WizardTest &t) { typePath(t, u"\"C:\\a\""_s); }, "planPaths", "quotes",
     false},
    {"half a path", What, [](WizardTest &t) { typePath(t, u"Finance"_s); }, "planPaths", "whole path", false},
    {"a path twice", What, [](WizardTest &t) { typePath(t, u"C:\\Data\\Finance\\"_s); }, "planPaths", "twice",
     false},
    {"a path of Linux", What, [](WizardTest &t) { typePath(t, u"/srv/*"_s); }, "planPaths", "Windows: 1",
     false},
    {"a strange rule", What, [](WizardTest &t) { typePath(t, u"[Mine]"_s); }, "planPaths", "does not name",
     false},
    {"half a local path", Where,
     [](WizardTest &t) {
         t.find<QRadioButton>("planLocal")->click();
         t.type("planLocalPath", u"backup"_s);
     },
     "planLocalPath", "whole path", false},
    {"a local path of blanks", Where,
     [](WizardTest &t) {
         t.find<QRadioButton>("planLocal")->click();
         t.type("planLocalPath", u" "_s);
     },
     "planLocalPath", "blanks", true},
    {"31 February", When,
     [](WizardTest &t) {
         onlyFebruary(t);
         t.click("planDate31");
     },
     nullptr, "never", true},
    {"cut-off at the start", When,
     [](WizardTest &t) {
         t.find<QCheckBox>("planHasCutOff")->click();
         t.find<QTimeEdit>("planCutOff")->setTime(t.find<QTimeEdit>("planTime")->time());
     },
     "planCutOff", "start time", true},
    {"hourly", When, [](WizardTest &t) { choose(t, ScheduleFrequency::Hourly); }, "planFrequency", "", false},
    {"a comma in a pattern", Options,
     [](WizardTest &t) { t.find<QPlainTextEdit>("planExclusions")->setPlainText(u"*.a,*.b"_s); },
     "planExclusions", "comma", true},
    {"mails to nobody", Options, [](WizardTest &t) { t.find<QComboBox>("planMail")->setCurrentIndex(1); },
     "planEmails", "", true},
};

QByteArray refusalOf(const QByteArray &field)
{
    return httpAnswer(400, "application/json",
                      R"({"ok":false,"type":"invalid_parameter","message":"","code":400,"errors":[)"
                      R"({"type":"invalid_parameter","field":")"
                          + field + R"(","message":"not like this"}]})");
}

} // namespace

/// Everything that is said against a plan, met as a person meets it: in the wizard, at its field.
class TestPlanRefusals : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_test = std::make_unique<WizardTest>();
        m_test->open();
        m_test->fillTargetsAndItems();
        QTest::keyClick(m_test->find<QLineEdit>("planPath"), Qt::Key_Return);
    }
    void cleanup() { m_test.reset(); }

    void eachStandsAtItsField_data()
    {
        QTest::addColumn<int>("row");
        for (int row = 0; row < int(std::size(refusals)); ++row)
            QTest::newRow(refusals[row].name) << row;
    }
    void eachStandsAtItsField();
    void F29_theServersJumpToTheirFields_data();
    void F29_theServersJumpToTheirFields();

private:
    std::unique_ptr<WizardTest> m_test;
};

void TestPlanRefusals::eachStandsAtItsField()
{
    QFETCH(const int, row);
    const Refusal &refusal = refusals[row];
    auto *paths = m_test->find<QListView>("planPaths");
    paths->setCurrentIndex(paths->model()->index(0, 0));
    m_test->goTo(refusal.step);
    refusal.act(*m_test);
    const QModelIndex last = paths->model()->index(paths->model()->rowCount() - 1, 0);
    QString said;
    if (!refusal.place) {
        const QList<QLabel *> labels = m_test->wizard->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            said += label->isVisible() && label->objectName().startsWith(u"planSays"_s) ? label->text()
                                                                                        : QString();
    } else if (refusal.place == "planPaths"_ba) {
        said = last.data(PathChipModel::SentenceRole).toString();
    } else {
        said = m_test->find<QWidget>(refusal.place)->accessibleDescription();
    }
    QVERIFY2(!said.isEmpty() && said.contains(QString::fromLatin1(refusal.says)), qPrintable(said));
    const PlanDraft typed = m_test->wizard->draft();
    m_test->goTo(PlanStep::Review);
    if (refusal.isFault)
        QVERIFY(!m_test->mayCreate());
    else
        QTRY_VERIFY(m_test->mayCreate());
    QVERIFY(m_test->wizard->draft() == typed); // nothing typed is lost
}

void TestPlanRefusals::F29_theServersJumpToTheirFields_data()
{
    QTest::addColumn<PlanStep>("step");
    QTest::addColumn<QByteArray>("place");
    QTest::newRow("name") << Targets << "planName"_ba;
    QTest::newRow("device_id") << Targets << "planDevices"_ba;
    QTest::newRow("backup_policy") << What << "planPath"_ba;
    QTest::newRow("backup_set") << What << "planPath"_ba;
    QTest::newRow("backup_policy_schedule") << When << "planTime"_ba;
    QTest::newRow("emails") << Options << "planEmails"_ba;
    QTest::newRow("status") << Review << QByteArray();
    QTest::newRow("something_new") << Review << QByteArray();
}

void TestPlanRefusals::F29_theServersJumpToTheirFields()
{
    QFETCH(const PlanStep, step);
    QFETCH(const QByteArray, place);
    m_test->book.setAnswer(refusalOf(QTest::currentDataTag()));
    m_test->goTo(PlanStep::Review);
    QTRY_VERIFY(m_test->mayCreate());
    const PlanDraft typed = m_test->wizard->draft();
    m_test->click("planCreate");
    QTRY_VERIFY(!m_test->text("planWizardSays").contains(u"being created"_s));
    QCOMPARE(m_test->step(), step);
    if (!place.isEmpty())
        QVERIFY(
            m_test->find<QWidget>(place.constData())->accessibleDescription().contains(u"not like this"_s));
    QVERIFY(m_test->text("planWizardSays").size() > 10);
    QVERIFY(m_test->wizard->draft() == typed);
    QCOMPARE(m_test->book.posts().size(), 1);
}

QTEST_MAIN(TestPlanRefusals)
#include "tst_planrefusals.moc"
