// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/devices/gridfixture.h"

#include <QAccessible>
#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace {

QAccessibleInterface *accessible(ShownGrid &shown)
{
    return QAccessible::queryAccessibleInterface(&shown.grid);
}

QString textAt(QAccessibleTableInterface *table, int row, int column)
{
    return table->cellAt(row, column)->text(QAccessible::Name);
}

} // namespace

/// What a screen reader is told.
class TestDeviceGridAccessible : public QObject
{
    Q_OBJECT

private slots:
    void theGridIsATableWithItsName()
    {
        ShownGrid s(numberedDevices(5));
        QAccessibleInterface *grid = accessible(s);
        QCOMPARE(grid->role(), QAccessible::Table);
        QCOMPARE(grid->text(QAccessible::Name), u"Devices"_s);
        QAccessibleTableInterface *table = grid->tableInterface();
        QVERIFY(table);
        QCOMPARE(table->rowCount(), 5);
        QCOMPARE(table->columnCount(),
                 deviceColumnCount - 2); // the account and the company's ID are not shown at first
        QCOMPARE(table->columnDescription(0), u"Health"_s);
        QCOMPARE(table->rowDescription(2), u"pc-3"_s);
    }

    void theThirdRowIsRead()
    {
        std::vector<TestDevice> devices = numberedDevices(5);
        devices[2].word(WordColumn::Status) = "online";
        devices[2].word(WordColumn::Version) = "6.8";
        ShownGrid s(devices);
        QAccessibleTableInterface *table = accessible(s)->tableInterface();
        QStringList texts;
        for (int column = 0; column < table->columnCount(); ++column)
            texts << textAt(table, 2, column);
        QCOMPARE(texts,
                 (QStringList{u"not set"_s, u"pc-3"_s, u"1"_s, u"Online"_s, u"not set"_s, u"never"_s,
                              u"not set"_s, u"not set"_s, u"6.8"_s, u"not set"_s, u"not set"_s, u"d3"_s}));
    }

    void cellsKnowTheirPlaceAndHeader()
    {
        ShownGrid s(numberedDevices(5));
        QAccessibleInterface *grid = accessible(s);
        QAccessibleInterface *cell = grid->tableInterface()->cellAt(2, 2);
        QCOMPARE(cell->role(), QAccessible::Cell);
        QCOMPARE(cell->parent(), grid);
        QCOMPARE(cell->tableCellInterface()->rowIndex(), 2);
        QCOMPARE(cell->tableCellInterface()->columnIndex(), 2);
        QCOMPARE(cell->tableCellInterface()->columnHeaderCells().constFirst()->text(QAccessible::Name),
                 u"Company"_s);
        QCOMPARE(grid->child(grid->indexOfChild(cell)), cell);
        const QRect rect = s.grid.visualRect(s.model.index(2, 2));
        QCOMPARE(cell->rect(), QRect(s.grid.viewport()->mapToGlobal(rect.topLeft()), rect.size()));
        QCOMPARE(grid->childAt(cell->rect().center().x(), cell->rect().center().y()), cell);
        QCOMPARE(cell->childAt(cell->rect().center().x(), cell->rect().center().y()), nullptr);
    }

    void columnsAreThoseThatAreSeen_inTheirOrder()
    {
        ShownGrid s(numberedDevices(5));
        QAccessibleTableInterface *table = accessible(s)->tableInterface();
        s.grid.setColumnHidden(static_cast<int>(DeviceColumn::Company), true);
        s.grid.horizontalHeader()->moveSection(
            s.grid.horizontalHeader()->visualIndex(static_cast<int>(DeviceColumn::Id)), 0);
        QCOMPARE(textAt(table, 2, 0), u"d3"_s);
        QCOMPARE(textAt(table, 2, 2), u"pc-3"_s);
        QCOMPARE(table->columnCount(), deviceColumnCount - 3);
    }

    void selectionIsReadFromTheBits()
    {
        ShownGrid s(numberedDevices(100'000));
        QAccessibleTableInterface *table = accessible(s)->tableInterface();
        QCOMPARE(table->selectedRowCount(), 0);
        s.grid.selectAll();
        QCOMPARE(table->selectedRowCount(), 100'000);
        QCOMPARE(table->selectedRows().size(), 100'000);
        QVERIFY(table->selectedCells().size() <= 8192);
        QVERIFY(table->isRowSelected(70'000));
        QVERIFY(table->cellAt(3, 3)->state().selected);
        QVERIFY(table->unselectRow(3));
        QVERIFY(!table->cellAt(3, 3)->state().selected);
        QCOMPARE(s.grid.selection().count(), 99'999);
        QVERIFY(table->selectRow(3));
        QVERIFY(!table->selectRow(100'000));
        QVERIFY(!table->selectColumn(0));
    }

    void askingForVeryManyCellsKeepsFew()
    {
        ShownGrid s(numberedDevices(9'000));
        QAccessibleInterface *grid = accessible(s);
        QVERIFY(grid->childCount() < 10'000);
        const QAccessible::Id first = QAccessible::uniqueId(grid->tableInterface()->cellAt(0, 1));
        for (int row = 0; row < 9'000; ++row)
            QCOMPARE(textAt(grid->tableInterface(), row, 1), s.model.index(row, 1).data().toString());
        QVERIFY(!QAccessible::accessibleInterface(first));
        QCOMPARE(textAt(grid->tableInterface(), 0, 1), u"pc-1"_s);
    }

    void aCellOfARowThatIsGoneIsNotValid()
    {
        ShownGrid s(numberedDevices(5));
        QAccessibleInterface *cell = accessible(s)->tableInterface()->cellAt(4, 0);
        QVERIFY(cell->isValid());
        s.read(numberedDevices(3));
        QVERIFY(!cell->isValid());
        QVERIFY(cell->text(QAccessible::Name).isEmpty());
        QVERIFY(!accessible(s)->tableInterface()->cellAt(4, 0));
    }

    void headersAreChildren_andSortWhenPressed()
    {
        ShownGrid s(numberedDevices(5));
        QAccessibleInterface *header = accessible(s)->child(1);
        QCOMPARE(header->role(), QAccessible::ColumnHeader);
        QCOMPARE(header->text(QAccessible::Name), u"Name"_s);
        header->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(s.names().constFirst(), u"pc-5"_s);
    }

    void theCurrentCellHasTheFocus()
    {
        ShownGrid s(numberedDevices(5));
        s.click(3);
        QVERIFY(s.isActive());
        QAccessibleInterface *focused = accessible(s)->focusChild();
        QVERIFY(focused);
        QCOMPARE(focused->text(QAccessible::Name), u"pc-4"_s);
        QVERIFY(focused->state().focused);
    }
};

QTEST_MAIN(TestDeviceGridAccessible)
#include "tst_devicegridaccessible.moc"
