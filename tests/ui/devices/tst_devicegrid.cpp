// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/devices/gridfixture.h"
#include "ui/devices/devicegridactions.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace {

QStringList names(std::initializer_list<int> numbers)
{
    QStringList list;
    for (const int number : numbers)
        list << u"pc-%1"_s.arg(number);
    return list;
}

QStringList namesFrom(int first, int last)
{
    QStringList list;
    for (int number = first; number <= last; ++number)
        list << u"pc-%1"_s.arg(number);
    return list;
}

int rowTop(const ShownGrid &shown, const QString &name)
{
    return shown.grid.rowViewportPosition(static_cast<int>(shown.names().indexOf(name)));
}

} // namespace

/// Clicks, keys and what is on the screen.
class TestDeviceGrid : public QObject
{
    Q_OBJECT

private slots:
    void aClickSelectsOne_ctrlAddsAndTakesAway_shiftMakesARange()
    {
        ShownGrid s(numberedDevices(50));
        s.click(2);
        QCOMPARE(s.selectedNames(), names({3}));
        s.click(4, Qt::ControlModifier);
        s.click(6, Qt::ControlModifier);
        QCOMPARE(s.selectedNames(), names({3, 5, 7}));
        s.click(4, Qt::ControlModifier);
        QCOMPARE(s.selectedNames(), names({3, 7}));
        s.click(7, Qt::ShiftModifier);
        QCOMPARE(s.selectedNames(), namesFrom(5, 8));
        s.click(1);
        s.click(3, Qt::ControlModifier);
        s.click(5, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(s.selectedNames(), names({2, 4, 5, 6}));
        QCOMPARE(s.currentName(), u"pc-6"_s);
    }

    void aClickBesideTheRowsClears()
    {
        ShownGrid s(numberedDevices(3));
        s.click(1);
        QTest::mouseClick(s.grid.viewport(), Qt::LeftButton, {}, QPoint(20, 300));
        QVERIFY(s.grid.selection().isEmpty());
    }

    void draggingSelectsWhatItPasses()
    {
        ShownGrid s(numberedDevices(50));
        QTest::mousePress(s.grid.viewport(), Qt::LeftButton, {}, s.cell(2));
        QTest::mouseMove(s.grid.viewport(), s.cell(6));
        QCOMPARE(s.selectedNames(), namesFrom(3, 7));
        QTest::mouseMove(s.grid.viewport(), s.cell(4));
        QCOMPARE(s.selectedNames(), namesFrom(3, 5));
        QTest::mouseRelease(s.grid.viewport(), Qt::LeftButton, {}, s.cell(4));
        QTest::mouseMove(s.grid.viewport(), s.cell(8));
        QCOMPARE(s.selectedNames(), namesFrom(3, 5));
    }

    void draggingBelowTheRowsSelectsToTheLast()
    {
        ShownGrid s(numberedDevices(6));
        QTest::mousePress(s.grid.viewport(), Qt::LeftButton, {}, s.cell(2));
        QTest::mouseMove(s.grid.viewport(), QPoint(s.cell(2).x(), 400));
        QCOMPARE(s.selectedNames(), namesFrom(3, 6));
        QTest::mouseRelease(s.grid.viewport(), Qt::LeftButton, {}, QPoint(s.cell(2).x(), 400));
    }

    void keysMoveAndSelect()
    {
        ShownGrid s(numberedDevices(50));
        s.click(2);
        s.press(Qt::Key_Down);
        QCOMPARE(s.selectedNames(), names({4}));
        s.press(Qt::Key_Down, Qt::ShiftModifier);
        s.press(Qt::Key_Down, Qt::ShiftModifier);
        QCOMPARE(s.selectedNames(), namesFrom(4, 6));
        s.press(Qt::Key_Up, Qt::ShiftModifier);
        QCOMPARE(s.selectedNames(), namesFrom(4, 5));
        s.press(Qt::Key_End, Qt::ShiftModifier);
        QCOMPARE(s.selectedNames(), namesFrom(4, 50));
        s.press(Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(s.selectedNames(), namesFrom(1, 4));
        s.press(Qt::Key_End);
        QCOMPARE(s.selectedNames(), names({50}));
        s.press(Qt::Key_PageUp);
        const int page = s.grid.viewport()->height() / DeviceGrid::compactRow - 1;
        QCOMPARE(s.selectedNames(), names({50 - page}));
        s.press(Qt::Key_PageDown, Qt::ShiftModifier);
        QCOMPARE(s.selectedNames(), namesFrom(50 - page, 50));
        QVERIFY(s.grid.viewport()->rect().contains(s.cell(49)));
    }

    void spaceAndEscape()
    {
        ShownGrid s(numberedDevices(50));
        s.click(2);
        s.press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(s.selectedNames(), names({3}));
        QCOMPARE(s.currentName(), u"pc-4"_s);
        s.press(Qt::Key_Space);
        QCOMPARE(s.selectedNames(), names({3, 4}));
        s.press(Qt::Key_Space, Qt::ControlModifier);
        QCOMPARE(s.selectedNames(), names({3}));
        s.press(Qt::Key_Escape);
        QVERIFY(s.grid.selection().isEmpty());
    }

    void selectingAllIsAllThatIsShown_andWhatIsHiddenIsCounted()
    {
        std::vector<TestDevice> devices = numberedDevices(5, "1");
        const std::vector<TestDevice> others = numberedDevices(5, "2", 6);
        devices.insert(devices.end(), others.begin(), others.end());
        ShownGrid s(devices);
        DeviceGridActions actions(s.grid);
        s.press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(s.grid.selection().count(), 10);
        s.model.setScope(s.scopeOf(u"2"_s));
        QCOMPARE(s.grid.selection().count(), 10);
        QCOMPARE(s.grid.hiddenSelectedCount(), 5);
        s.press(Qt::Key_A, Qt::ControlModifier);
        QCOMPARE(s.grid.selection().count(), 5);
        QCOMPARE(s.grid.hiddenSelectedCount(), 0);
    }

    void aHundredThousandAreSelectedInOneGo()
    {
        ShownGrid s(numberedDevices(100'000));
        QSignalSpy changed(&s.grid, &DeviceGrid::selectedDevicesChanged);
        s.grid.selectAll();
        QCOMPARE(s.grid.selection().count(), 100'000);
        QCOMPARE(changed.size(), 1);
        QVERIFY(s.grid.selectionModel()->selection().isEmpty());
    }

    void aClickOnAHeaderSorts_andTheSelectionStays()
    {
        std::vector<TestDevice> devices = numberedDevices(40);
        for (size_t i = 0; i < devices.size(); ++i)
            devices[i].word(WordColumn::Status) = i % 2 == 0 ? "offline" : "online";
        ShownGrid s(devices);
        s.click(1);
        const int status = static_cast<int>(DeviceColumn::Status);
        const QHeaderView *header = s.grid.horizontalHeader();
        const QPoint place(header->sectionViewportPosition(status) + header->sectionSize(status) / 2,
                           header->height() / 2);
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(s.names().sliced(0, 3), names({1, 3, 5}));
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(s.names().sliced(0, 3), names({2, 4, 6}));
        QCOMPARE(s.selectedNames(), names({2}));
        QCOMPARE(s.currentName(), u"pc-2"_s);
    }

    void theCurrentRowStaysWhereItIs_whenRowsAreSortedInAboveIt()
    {
        ShownGrid s(numberedDevices(200, "1", 100));
        s.grid.verticalScrollBar()->setValue(500);
        s.click(25);
        const int before = rowTop(s, s.currentName());
        const QString name = s.currentName();
        std::vector<TestDevice> more = numberedDevices(200, "1", 100);
        for (const TestDevice &device : numberedDevices(50))
            more.push_back(device);
        s.read(more);
        QCOMPARE(s.currentName(), name);
        QCOMPARE(rowTop(s, name), before);
        QCOMPARE(s.selectedNames(), QStringList{name});
    }

    void theTopRowStays_whenNothingIsSelected()
    {
        ShownGrid s(numberedDevices(200, "1", 100));
        s.grid.verticalScrollBar()->setValue(26 * 30 + 7);
        QCOMPARE(rowTop(s, u"pc-130"_s), -7);
        std::vector<TestDevice> more = numberedDevices(200, "1", 100);
        more.erase(more.begin(), more.begin() + 10);
        s.read(more);
        QCOMPARE(rowTop(s, u"pc-130"_s), -7);
    }

    void aListThatIsNotScrolledStaysAtItsTop()
    {
        ShownGrid s(numberedDevices(50, "1", 100));
        std::vector<TestDevice> more = numberedDevices(150);
        s.read(more);
        QCOMPARE(s.grid.verticalScrollBar()->value(), 0);
    }

    void theNeighbourIsCurrent_whenTheCurrentDeviceIsGone()
    {
        ShownGrid s(numberedDevices(20));
        s.click(5);
        std::vector<TestDevice> fewer = numberedDevices(20);
        fewer.erase(fewer.begin() + 5);
        s.read(fewer);
        QCOMPARE(s.currentName(), u"pc-7"_s);
        QVERIFY(s.grid.selection().isEmpty()); // nobody chose the neighbour
    }

    void aNewDeviceIsNotSelected_thoughItTookThePlaceOfOneThatWas()
    {
        ShownGrid s(numberedDevices(3));
        s.click(1);
        s.read({testDevice("d1", "1", "pc-1"), testDevice("d3", "1", "pc-3")});
        s.read({testDevice("d1", "1", "pc-1"), testDevice("d3", "1", "pc-3"), testDevice("d9", "1", "pc-9")});
        QVERIFY(s.grid.selection().isEmpty());
    }

    void theCurrentDeviceStaysCurrentInAnotherScope()
    {
        std::vector<TestDevice> devices = numberedDevices(100, "1");
        for (size_t i = 0; i < devices.size(); i += 2)
            devices[i].company() = "2";
        ShownGrid s(devices);
        s.click(10);
        QCOMPARE(s.currentName(), u"pc-11"_s);
        s.model.setScope(s.scopeOf(u"2"_s));
        QCOMPARE(s.currentName(), u"pc-11"_s);
        s.model.setScope(s.scopeOf(u"1"_s));
        QVERIFY(!s.grid.currentIndex().isValid());
        QCOMPARE(s.grid.selection().count(), 1);
        QCOMPARE(s.grid.hiddenSelectedCount(), 1);
    }

    void enterAndDoubleClickAskForDetails()
    {
        ShownGrid s(numberedDevices(3));
        QSignalSpy asked(&s.grid, &DeviceGrid::detailsRequested);
        s.click(1);
        s.press(Qt::Key_Return);
        QCOMPARE(asked.size(), 1);
        QTest::mouseDClick(s.grid.viewport(), Qt::LeftButton, {}, s.cell(2));
        QCOMPARE(asked.size(), 2);
    }

    void leftAndRightGoOverTheColumnsThatAreSeen()
    {
        ShownGrid s(numberedDevices(3));
        s.grid.setColumnHidden(static_cast<int>(DeviceColumn::Company), true);
        s.click(0);
        s.press(Qt::Key_Right);
        QCOMPARE(s.grid.currentIndex().column(), static_cast<int>(DeviceColumn::Status));
        s.press(Qt::Key_Left);
        s.press(Qt::Key_Left);
        QCOMPARE(s.grid.currentIndex().column(), static_cast<int>(DeviceColumn::HealthWord));
    }

    void aDoubleClickBetweenColumnsMakesRoom()
    {
        std::vector<TestDevice> devices = numberedDevices(200);
        devices[3].name() =
            "a name that is far too long for the column as it is wide at first, and wider than all others";
        devices[150].name() = std::string(300, 'w'); // not on the screen
        ShownGrid s(devices);
        QHeaderView *header = s.grid.horizontalHeader();
        constexpr int name = static_cast<int>(DeviceColumn::Name);
        const auto doubleClick = [&] {
            const QPoint handle(header->sectionViewportPosition(name) + header->sectionSize(name) - 1,
                                header->height() / 2);
            QTest::mouseDClick(header->viewport(), Qt::LeftButton, {}, handle);
        };
        const int before = s.grid.columnWidth(name);
        const int needed = QFontMetrics(s.theme.font(TextStyle::Base))
                               .horizontalAdvance(QString::fromStdString(devices[3].name()));
        doubleClick();
        QVERIFY(s.grid.columnWidth(name) > before);
        QVERIFY(s.grid.columnWidth(name) >= needed);
        QVERIFY(s.grid.columnWidth(name) < needed + 40);
        header->resizeSection(name, 40);
        doubleClick();
        QVERIFY(s.grid.columnWidth(name) >= needed);
    }

    void copyingGivesWhatIsSeen()
    {
        ShownGrid s({testDevice("one", "1", "b\tc"), testDevice("two", "1", "a")});
        DeviceGridActions actions(s.grid);
        QSignalSpy copied(&actions, &DeviceGridActions::copied);
        for (int column = 0; column < deviceColumnCount; ++column)
            s.grid.setColumnHidden(column,
                                   column != static_cast<int>(DeviceColumn::Name)
                                       && column != static_cast<int>(DeviceColumn::Id));
        s.grid.horizontalHeader()->moveSection(
            s.grid.horizontalHeader()->visualIndex(static_cast<int>(DeviceColumn::Id)), 0);
        s.press(Qt::Key_A, Qt::ControlModifier);
        s.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Device ID\tName\ntwo\ta\none\tb⇥c\n"_s);
        QCOMPARE(copied.takeFirst().constFirst().toString(), u"2 rows copied"_s);
        actions.findChild<QAction *>(u"copyDeviceIds"_s)->trigger();
        QCOMPARE(QGuiApplication::clipboard()->text(), u"two\none\n"_s);
        s.click(0);
        s.press(Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"a"_s);
    }

    void theHeadersMenuShowsAndHidesColumns()
    {
        ShownGrid s(numberedDevices(3));
        DeviceGridActions actions(s.grid);
        emit s.grid.horizontalHeader()->customContextMenuRequested(QPoint(5, 5));
        QMenu *menu = s.grid.findChild<QMenu *>(u"deviceColumnMenu"_s);
        QVERIFY(menu);
        QVERIFY(s.grid.isColumnHidden(static_cast<int>(DeviceColumn::IdOfCompany)));
        menu->actions().at(static_cast<int>(DeviceColumn::IdOfCompany))->trigger();
        QVERIFY(!s.grid.isColumnHidden(static_cast<int>(DeviceColumn::IdOfCompany)));
        QVERIFY(!menu->actions().at(static_cast<int>(DeviceColumn::Name))->isEnabled());
        menu->close();
    }

    void markupBidiAndTenThousandLettersArePlain()
    {
        std::vector<TestDevice> devices = numberedDevices(3);
        devices[0].name() = "<b>bold</b><img src=http://127.0.0.1:9/x>";
        devices[1].name() = std::string(10'000, 'x');
        devices[2].name() = "a\xE2\x80\xAE"
                            "exe";
        ShownGrid s(devices);
        s.grid.grab();
        QVERIFY(s.names().contains(u"<b>bold</b><img src=http://127.0.0.1:9/x>"_s));
        QVERIFY(s.names().contains(u"a[U+202E]exe"_s));
        const int markup =
            static_cast<int>(s.names().indexOf(u"<b>bold</b><img src=http://127.0.0.1:9/x>"_s));
        QHelpEvent ask(QEvent::ToolTip, s.cell(markup), s.grid.viewport()->mapToGlobal(s.cell(markup)));
        QApplication::sendEvent(s.grid.viewport(), &ask);
        QVERIFY(QToolTip::text().contains(u"&lt;b&gt;bold"_s));
        QToolTip::hideText();
    }

    void textThatFitsHasNoToolTip()
    {
        ShownGrid s(numberedDevices(3));
        QHelpEvent ask(QEvent::ToolTip, s.cell(0), s.grid.viewport()->mapToGlobal(s.cell(0)));
        QApplication::sendEvent(s.grid.viewport(), &ask);
        QVERIFY(QToolTip::text().isEmpty());
    }

    void whatIsPaintedFollowsSelectionHoverAndText()
    {
        ShownGrid s(numberedDevices(10));
        const auto pixel = [&s](int row) {
            const QImage image = s.grid.viewport()->grab().toImage();
            return image.pixelColor(3, s.grid.rowViewportPosition(row) + 5);
        };
        QCOMPARE(pixel(4), s.theme.color(Token::Base));
        QTest::mouseMove(s.grid.viewport(), s.cell(4));
        QCOMPARE(pixel(4), s.theme.color(Token::Hover));
        s.click(4);
        QCOMPARE(pixel(4), s.theme.color(s.grid.hasFocus() ? Token::Sel : Token::SelInactive));
        QCOMPARE(pixel(5), s.theme.color(Token::Base));

        const QImage before =
            s.grid.viewport()
                ->grab(s.grid.visualRect(s.model.index(7, static_cast<int>(DeviceColumn::Name))))
                .toImage();
        std::vector<TestDevice> next = numberedDevices(10);
        next[7].name() = "pc-8 renamed";
        s.read(next);
        QVERIFY(s.grid.viewport()
                    ->grab(s.grid.visualRect(s.model.index(7, static_cast<int>(DeviceColumn::Name))))
                    .toImage()
                != before);
    }

    void theShadeIsThatOfTheTheme()
    {
        ShownGrid s(numberedDevices(10));
        s.theme.setMode(ThemeMode::Dark);
        const QImage image = s.grid.viewport()->grab().toImage();
        QCOMPARE(image.pixelColor(3, 5), s.theme.color(Token::Base));
        s.theme.setMode(ThemeMode::Light);
    }
};

QTEST_MAIN(TestDeviceGrid)
#include "tst_devicegrid.moc"
