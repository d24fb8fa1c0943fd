// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/uniformrowsview.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace {

/// Paints nothing.
class View : public UniformRowsView
{
public:
    using UniformRowsView::MoveDown;
    using UniformRowsView::MoveEnd;
    using UniformRowsView::MoveHome;
    using UniformRowsView::MovePageUp;
    using UniformRowsView::MoveUp;

    View() : UniformRowsView(new QHeaderView(Qt::Horizontal)) { }

    QModelIndex moved(CursorAction action) { return moveCursor(action, Qt::NoModifier); }

protected:
    void paintEvent(QPaintEvent *) override { }
};

struct Shown
{
    Shown(int rows, int columns) : model(rows, columns)
    {
        view.setModel(&model);
        view.setRowHeight(20);
        view.resize(400, 300);
        view.show();
    }

    int value() const { return view.verticalScrollBar()->value(); }

    QStandardItemModel model;
    View view;
};

} // namespace

class UniformRowsViewTest : public QObject
{
    Q_OBJECT

private slots:
    void placesAreFoundAgain()
    {
        Shown s(1000, 3);
        s.view.verticalScrollBar()->setValue(4005);
        QCOMPARE(s.view.rowViewportPosition(201), 15);
        QCOMPARE(s.view.rowAt(15), 201);
        QCOMPARE(s.view.rowAt(14), 200);
        QCOMPARE(s.view.rowAt(-4006), -1);
        const QModelIndex index = s.model.index(203, 1);
        const QRect rect = s.view.visualRect(index);
        QCOMPARE(rect, QRect(s.view.columnWidth(0), 55, s.view.columnWidth(1), 20));
        QCOMPARE(s.view.indexAt(rect.topLeft()), index);
        QCOMPARE(s.view.indexAt(rect.bottomRight()), index);
        s.view.setColumnHidden(1, true);
        QVERIFY(s.view.isColumnHidden(1));
        QCOMPARE(s.view.visualRect(index), QRect());
        QCOMPARE(s.view.indexAt(rect.topLeft()), s.model.index(203, 2));
    }

    void belowTheLastRowIsNone()
    {
        Shown s(3, 1);
        QCOMPARE(s.view.rowAt(59), 2);
        QCOMPARE(s.view.rowAt(60), -1);
        QVERIFY(!s.view.indexAt({5, 60}).isValid());
        QCOMPARE(s.view.verticalScrollBar()->maximum(), 0);
    }

    void theBarsFollowRowsAndColumns()
    {
        Shown s(1000, 3);
        const auto end = [&s](int rows) {
            return rows * 20 - s.view.viewport()->height();
        };
        QTRY_COMPARE(s.view.verticalScrollBar()->maximum(), end(1000));
        QCOMPARE(s.view.horizontalScrollBar()->maximum(), 0);
        s.view.setColumnWidth(0, 900);
        QTRY_VERIFY(s.view.horizontalScrollBar()->maximum() > 0);
        s.view.horizontalScrollBar()->setValue(100);
        QCOMPARE(s.view.columnViewportPosition(0), -100);
        s.model.insertRows(0, 500);
        QTRY_COMPARE(s.view.verticalScrollBar()->maximum(), end(1500));
        s.view.verticalScrollBar()->setValue(end(1500));
        s.model.removeRows(100, 1400);
        QTRY_COMPARE(s.view.verticalScrollBar()->maximum(), end(100));
        QCOMPARE(s.value(), end(100));
        s.model.clear();
        QTRY_COMPARE(s.view.verticalScrollBar()->maximum(), 0);
        QCOMPARE(s.value(), 0);
    }

    void theHeaderStandsAboveTheRows()
    {
        Shown s(10, 2);
        const QHeaderView *header = s.view.horizontalHeader();
        QTRY_COMPARE(header->geometry().bottom() + 1, s.view.viewport()->geometry().top());
        QCOMPARE(header->width(), s.view.viewport()->width());
        s.view.horizontalHeader()->hide();
        QTRY_COMPARE(s.view.viewport()->geometry().top(), s.view.frameWidth());
    }

    void scrollingToAnIndex_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("row");
        QTest::addColumn<QAbstractItemView::ScrollHint>("hint");
        QTest::addColumn<int>("top"); // of the row, in rows
        QTest::newRow("in view") << 0 << 3 << QAbstractItemView::EnsureVisible << 3;
        QTest::newRow("above") << 500 << 400 << QAbstractItemView::EnsureVisible << 0;
        QTest::newRow("to the top") << 0 << 400 << QAbstractItemView::PositionAtTop << 0;
    }

    void scrollingToAnIndex()
    {
        QFETCH(int, from);
        QFETCH(int, row);
        QFETCH(QAbstractItemView::ScrollHint, hint);
        QFETCH(int, top);
        Shown s(1000, 1);
        s.view.scrollTo(s.model.index(999, 0)); // the layout is there
        s.view.verticalScrollBar()->setValue(from * 20);
        s.view.scrollTo(s.model.index(row, 0), hint);
        QCOMPARE(s.view.rowViewportPosition(row), top * 20);
    }

    void scrollingToTheEndAndTheMiddle()
    {
        Shown s(1000, 1);
        const int room = s.view.viewport()->height();
        s.view.scrollTo(s.model.index(400, 0));
        QCOMPARE(s.view.rowViewportPosition(400), room - 20);
        s.view.scrollTo(s.model.index(600, 0), QAbstractItemView::PositionAtBottom);
        QCOMPARE(s.view.rowViewportPosition(600), room - 20);
        s.view.scrollTo(s.model.index(500, 0), QAbstractItemView::PositionAtCenter);
        QVERIFY(std::abs(s.view.rowViewportPosition(500) - (room - 20) / 2) <= 1);
    }

    void anotherHeightKeepsTheRowAtTheTop()
    {
        Shown s(1000, 1);
        s.view.scrollTo(s.model.index(300, 0), QAbstractItemView::PositionAtTop);
        s.view.setRowHeight(32);
        QCOMPARE(s.view.rowHeight(), 32);
        QCOMPARE(s.view.rowViewportPosition(300), 0);
        QCOMPARE(s.view.verticalScrollBar()->maximum(), 32'000 - s.view.viewport()->height());
    }

    void theCursorMovesByRows()
    {
        Shown s(100, 3);
        s.view.setColumnHidden(0, true);
        QCOMPARE(s.view.moved(View::MoveDown), s.model.index(0, 1)); // the first to be seen
        s.view.setCurrentIndex(s.model.index(50, 2));
        QCOMPARE(s.view.moved(View::MoveDown), s.model.index(51, 2));
        QCOMPARE(s.view.moved(View::MoveUp), s.model.index(49, 2));
        QCOMPARE(s.view.moved(View::MoveHome), s.model.index(0, 2));
        QCOMPARE(s.view.moved(View::MoveEnd), s.model.index(99, 2));
        const int page = s.view.viewport()->height() / 20 - 1;
        QCOMPARE(s.view.moved(View::MovePageUp), s.model.index(50 - page, 2));
        s.view.setCurrentIndex(s.model.index(0, 2));
        QCOMPARE(s.view.moved(View::MoveUp), s.model.index(0, 2));
        s.model.removeRows(0, 100);
        QVERIFY(!s.view.moved(View::MoveDown).isValid());
    }

    void itOutlivesItsModel()
    {
        View view;
        auto *model = new QStandardItemModel(50, 2);
        view.setModel(model);
        view.show();
        delete model;
        QVERIFY(!view.indexAt({5, 5}).isValid());
        QStandardItemModel other(7, 1);
        view.setModel(&other);
        QTRY_COMPARE(view.rowAt(2), 2 / view.rowHeight());
    }
};

QTEST_MAIN(UniformRowsViewTest)
#include "tst_uniformrowsview.moc"
