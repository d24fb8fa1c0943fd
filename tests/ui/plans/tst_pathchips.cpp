// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/plans/pathchipdelegate.h"
#include "ui/plans/pathchipmodel.h"
#include "ui/plans/pathchips.h"
#include "ui/window/theme.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <random>

using namespace Qt::StringLiterals;

namespace {

/// Paths of any letters that a clipboard can bring, without line breaks.
QStringList randomPaths(int count)
{
    const QStringList letters{u"C:\\"_s,    u"\\"_s, u"/"_s, u"*"_s,      u"\""_s,     u"'"_s,      u" "_s,
                              u"%"_s,       u"["_s,  u"]"_s, u","_s,      u"&"_s,      u"é"_s,      u"ß"_s,
                              u"日"_s,      u"م"_s,  u"я"_s, u"\u00A0"_s, u"\u202E"_s, u"\u200D"_s, u"😀"_s,
                              u"a\u0301"_s, u"\t"_s, u"x"_s, u"<b>"_s,    u"\\\\"_s,   u"."_s,      u"~"_s};
    std::mt19937 random(2026);
    QStringList paths;
    for (int i = 0; i < count; ++i) {
        QString path;
        for (auto length = 1 + random() % 12; length > 0; --length)
            path += letters[static_cast<qsizetype>(random() % static_cast<size_t>(letters.size()))];
        paths << path;
    }
    return paths;
}

PlanProblem remark(qsizetype entry, PlanProblem::Weight weight = PlanProblem::Weight::Warning)
{
    return {.field = PlanField::Items, .weight = weight, .entry = entry, .sentence = u"look at it"_s};
}

} // namespace

/// The paths of a plan as chips, by keys and clicks.
class TestPathChips : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_chips.reset(); }

    void aPathIsKeptAsItIs_data();
    void aPathIsKeptAsItIs();
    void enterMakesAChipAndHalfTypedTextCounts();
    void pastedLinesAreChips();
    void leavingTheFieldMakesAChip();
    void theCrossTakesOneOut();
    void keysTakeOutAndBringBack();
    void anEditIsThereWithEachKey();
    void anEditThatEndsEmptyIsTakenOut();
    void aPathWithRemarksStandsWithThem();
    void everythingHasAName();

private:
    QModelIndex chip(int row) const { return m_list->model()->index(row, 0); }
    QLineEdit *editor() const { return m_list->findChild<QLineEdit *>(u"planPathEditor"_s); }
    void paste(QWidget *into, const QString &text)
    {
        QGuiApplication::clipboard()->setText(text);
        QTest::keySequence(into, QKeySequence::Paste);
    }

    Theme m_theme;
    std::unique_ptr<PathChips> m_chips;
    QListView *m_list = nullptr;
    QLineEdit *m_entry = nullptr;
};

void TestPathChips::init()
{
    m_chips = std::make_unique<PathChips>(m_theme);
    m_chips->resize(700, 300);
    m_chips->show();
    m_list = m_chips->findChild<QListView *>(u"planPaths"_s);
    m_entry = m_chips->findChild<QLineEdit *>(u"planPath"_s);
    new QAbstractItemModelTester(m_list->model(), m_list->model());
    m_entry->setFocus();
    QVERIFY(QTest::qWaitForWindowActive(m_chips.get()));
}

void TestPathChips::aPathIsKeptAsItIs_data()
{
    using Put = std::function<void(TestPathChips &, const QStringList &)>;
    QTest::addColumn<Put>("put");
    QTest::newRow("given") << Put([](auto &test, const auto &paths) { test.m_chips->setItems(paths); });
    QTest::newRow("pasted") << Put(
        [](auto &test, const auto &paths) { test.paste(test.m_entry, paths.join(u'\n') + u'\n'); });
    QTest::newRow("pasted from Windows") << Put(
        [](auto &test, const auto &paths) { test.paste(test.m_entry, paths.join(u"\r\n"_s) + u"\r\n"_s); });
    QTest::newRow("pasted among the chips")
        << Put([](auto &test, const auto &paths) { test.paste(test.m_list, paths.join(u'\n')); });
    QTest::newRow("typed") << Put([](auto &test, const auto &paths) {
        for (const QString &path : paths) {
            test.m_entry->insert(path);
            QTest::keyClick(test.m_entry, Qt::Key_Return);
        }
    });
    QTest::newRow("opened and left") << Put([](auto &test, const auto &paths) {
        test.m_chips->setItems(paths);
        for (int row = 0; row < 40; ++row) {
            test.m_list->setCurrentIndex(test.chip(row));
            QTest::keyClick(test.m_list, Qt::Key_F2);
            QTest::keyClick(test.editor(), row % 2 ? Qt::Key_Return : Qt::Key_Escape);
            QTRY_VERIFY(!test.editor());
        }
    });
}

void TestPathChips::aPathIsKeptAsItIs()
{
    using Put = std::function<void(TestPathChips &, const QStringList &)>;
    QFETCH(const Put, put);
    const QStringList paths = randomPaths(400);
    put(*this, paths);
    QCOMPARE(m_chips->items(), paths);
}

void TestPathChips::enterMakesAChipAndHalfTypedTextCounts()
{
    const QSignalSpy edited(m_chips.get(), &PathChips::edited);
    QTest::keyClicks(m_entry, u"C:\\Data\\"_s);
    QCOMPARE(edited.size(), 8); // with each key
    QCOMPARE(m_chips->items(), QStringList{u"C:\\Data\\"_s});
    QCOMPARE(m_list->model()->rowCount(), 0);
    QTest::keyClick(m_entry, Qt::Key_Return);
    QCOMPARE(m_list->model()->rowCount(), 1);
    QVERIFY(m_entry->text().isEmpty());
    QTest::keyClicks(m_entry, u"/srv"_s);
    QCOMPARE(m_chips->items(), (QStringList{u"C:\\Data\\"_s, u"/srv"_s}));
}

void TestPathChips::pastedLinesAreChips()
{
    QTest::keyClicks(m_entry, u"/a"_s);
    paste(m_entry, u"b\n\n/c\r\n/d"_s);
    QCOMPARE(m_chips->items(), (QStringList{u"/ab"_s, u"/c"_s, u"/d"_s}));
    QCOMPARE(m_list->model()->rowCount(), 3);
    QString many;
    for (int i = 0; i < 5000; ++i)
        many += u"/srv/customers/%1/documents\n"_s.arg(i);
    paste(m_entry, many); // more than a line takes by default
    QCOMPARE(m_chips->items().size(), 5003);
    QCOMPARE(m_chips->items().constLast(), u"/srv/customers/4999/documents"_s);
}

void TestPathChips::leavingTheFieldMakesAChip()
{
    QTest::keyClicks(m_entry, u"/a"_s);
    QTest::keyClick(m_entry, Qt::Key_Tab);
    QTRY_COMPARE(m_list->model()->rowCount(), 1);
    m_entry->setFocus();
    QTest::keyClicks(m_entry, u"/b"_s);
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton);
    QTRY_COMPARE(m_list->model()->rowCount(), 2);
    QCOMPARE(m_chips->items(), (QStringList{u"/a"_s, u"/b"_s}));
}

void TestPathChips::theCrossTakesOneOut()
{
    m_chips->setItems({u"/a"_s, u"/b"_s, u"/c"_s});
    QCoreApplication::processEvents();
    const auto *delegate = qobject_cast<PathChipDelegate *>(m_list->itemDelegate());
    const QPoint cross = delegate->crossRect(m_list->visualRect(chip(1)), chip(1)).center();
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, cross);
    QCOMPARE(m_chips->items(), (QStringList{u"/a"_s, u"/c"_s}));
    QTest::keySequence(m_list, QKeySequence::Undo);
    QCOMPARE(m_chips->items(), (QStringList{u"/a"_s, u"/b"_s, u"/c"_s})); // where it was
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {},
                      m_list->visualRect(chip(0)).topLeft() + QPoint(9, 9));
    QCOMPARE(m_chips->items().size(), 3); // beside the cross is only a selection
}

void TestPathChips::keysTakeOutAndBringBack()
{
    const QStringList all{u"/a"_s, u"/b"_s, u"/c"_s, u"/d"_s};
    m_chips->setItems(all);
    QTest::keyClick(m_entry, Qt::Key_Backspace); // from the empty field to the last chip
    QCOMPARE(m_list->currentIndex().row(), 3);
    QCOMPARE(m_chips->items(), all);
    QTest::keyClick(m_list, Qt::Key_Backspace);
    QTest::keyClick(m_list, Qt::Key_Delete);
    QCOMPARE(m_chips->items(), (QStringList{u"/a"_s, u"/b"_s}));
    QTest::keyClick(m_list, Qt::Key_Up); // from the first line to the field
    QTRY_VERIFY(m_entry->hasFocus());
    QTest::keyClick(m_entry, Qt::Key_Down);
    QCOMPARE(m_list->currentIndex().row(), 0);
    QTest::keySequence(m_list, QKeySequence::SelectAll);
    QTest::keySequence(m_list, QKeySequence::Copy);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"/a\n/b"_s);
    QTest::keyClick(m_list, Qt::Key_Delete);
    QVERIFY(m_chips->items().isEmpty());
    for (int i = 0; i < 3; ++i)
        QTest::keySequence(i == 0 ? static_cast<QWidget *>(m_entry) : m_list, QKeySequence::Undo);
    QCOMPARE(m_chips->items(), all);
}

void TestPathChips::anEditIsThereWithEachKey()
{
    m_chips->setItems({u"/a"_s, u"/b"_s});
    QCoreApplication::processEvents();
    const QPoint place = m_list->visualRect(chip(1)).topLeft() + QPoint(10, 10);
    QTest::mouseClick(m_list->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(m_list->viewport(), Qt::LeftButton, {}, place);
    QVERIFY(editor());
    QTest::keyClick(editor(), Qt::Key_End);
    QTest::keyClicks(editor(), u"c"_s);
    QCOMPARE(m_chips->items(), (QStringList{u"/a"_s, u"/bc"_s}));
    QTest::keyClick(editor(), Qt::Key_Home);
    QTest::keyClicks(editor(), u"xy"_s); // the cursor stays
    QCOMPARE(m_chips->items().constLast(), u"xy/bc"_s);
    QTest::keyClick(editor(), Qt::Key_Escape);
    QCOMPARE(m_chips->items(), (QStringList{u"/a"_s, u"/b"_s}));
    QTRY_VERIFY(!editor());
    QTest::keyClick(m_list, Qt::Key_F2);
    paste(editor(), u"/x\n/y"_s); // over the selected text
    QTest::keyClick(editor(), Qt::Key_Return);
    QCOMPARE(m_chips->items(), (QStringList{u"/a"_s, u"/x"_s, u"/y"_s}));
}

void TestPathChips::anEditThatEndsEmptyIsTakenOut()
{
    m_chips->setItems({u"/a"_s, u"/b"_s});
    m_list->setCurrentIndex(chip(0));
    QTest::keyClick(m_list, Qt::Key_Return);
    QTest::keyClick(editor(), Qt::Key_Delete); // all of it is selected
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_COMPARE(m_chips->items(), QStringList{u"/b"_s});
}

void TestPathChips::aPathWithRemarksStandsWithThem()
{
    m_chips->setItems({u"/a"_s, u"/b"_s});
    QTest::keyClicks(m_entry, u"c"_s);
    const PlanProblem ofName{.field = PlanField::Name, .sentence = u"name"_s};
    m_chips->showProblems({ofName, remark(1, PlanProblem::Weight::Fault), remark(2), remark(-1)});
    QCOMPARE(chip(0).data(PathChipModel::SentenceRole).toString(), QString());
    QCOMPARE(chip(1).data(PathChipModel::SentenceRole).toString(), u"look at it"_s);
    QVERIFY(chip(1).data(PathChipModel::FaultRole).toBool());
    QCOMPARE(chip(1).data(Qt::AccessibleDescriptionRole).toString(), u"look at it"_s);
    QVERIFY(m_list->sizeHintForIndex(chip(1)).height() > m_list->sizeHintForIndex(chip(0)).height());
    QCOMPARE(m_entry->accessibleDescription(), u"look at it\nlook at it"_s); // what is typed, and the field
    QCOMPARE(m_chips->findChild<QLabel *>(u"planPathSays"_s)->text(), m_entry->accessibleDescription());
    const auto *marked = m_chips->findChild<QLabel *>(u"planMarkedPaths"_s);
    QCOMPARE(marked->text(), u"With a remark: 1 of 2"_s);
    m_chips->showProblems({});
    QVERIFY(marked->isHidden());
    QCOMPARE(chip(1).data(PathChipModel::SentenceRole).toString(), QString());
}

void TestPathChips::everythingHasAName()
{
    m_chips->setItems({u"/a\u202Eb"_s});
    QVERIFY(!m_list->accessibleName().isEmpty());
    QVERIFY(!m_entry->accessibleName().isEmpty());
    QCOMPARE(chip(0).data(Qt::AccessibleTextRole).toString(), u"/a[U+202E]b"_s);
    m_list->setCurrentIndex(chip(0));
    QTest::keyClick(m_list, Qt::Key_F2);
    QVERIFY(!editor()->accessibleName().isEmpty());
    QCOMPARE(editor()->text(), u"/a\u202Eb"_s);
}

QTEST_MAIN(TestPathChips)
#include "tst_pathchips.moc"
