// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicecolumns.h"
#include "tests/bench/windowbench.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

/// What is measured in the loaded window, in this order. A new one is a line here and a line in the table of the report.
struct Action
{
    const char *key; ///< None: only prepares the next one.
    void (WindowBench::*act)(int step);
    int times; ///< 0: as often as the caller's steps say.
};

constexpr std::array actions{
    Action{"frame.jump", &WindowBench::jump, 0},
    Action{"frame.step", &WindowBench::turnWheel, 0},
    Action{nullptr, &WindowBench::sortByTime, 1},
    Action{"sort.word", &WindowBench::sortByStatus, 1},
    Action{"sort.time", &WindowBench::sortByTime, 1},
    Action{"sort.name.known", &WindowBench::sortByName, 1},
    Action{"sort.word", &WindowBench::sortByStatus, 1},
    Action{"sort.time", &WindowBench::sortByTime, 1},
    Action{"sort.name.known", &WindowBench::sortByName, 1},
    Action{"select.all", &WindowBench::selectAll, 1},
    Action{nullptr, &WindowBench::clearSelection, 1},
    Action{"select.all", &WindowBench::selectAll, 1},
    Action{nullptr, &WindowBench::selectHundredThousand, 1},
    Action{"frame.selected.jump", &WindowBench::jump, 0},
    Action{"frame.selected.step", &WindowBench::turnWheel, 0},
    Action{"sort.selected.word", &WindowBench::sortByStatus, 1},
    Action{"sort.selected.time", &WindowBench::sortByTime, 1},
    Action{"sort.selected.name", &WindowBench::sortByName, 1},
};

} // namespace

bool WindowBench::act(int steps)
{
    notePause({});
    for (const Action &action : actions) {
        for (int step = 0; step < (action.times == 0 ? steps : action.times); ++step) {
            const QString key = action.key ? QLatin1StringView(action.key) : QString();
            if (!measure(key, [&] { (this->*action.act)(step); }))
                return false;
        }
    }
    notePause(u"pause.actions"_s);
    return true;
}

void WindowBench::jump(int)
{
    QScrollBar *bar = m_grid->verticalScrollBar();
    bar->setValue(std::uniform_int_distribution(0, bar->maximum())(m_random));
}

// One notch of a wheel: three rows.
void WindowBench::turnWheel(int)
{
    constexpr int notch = 120;
    const QPointF place = QRectF(m_grid->viewport()->rect()).center();
    const bool isAtEnd = m_grid->verticalScrollBar()->value() == m_grid->verticalScrollBar()->maximum();
    QWheelEvent event(place, m_grid->viewport()->mapToGlobal(place), {}, {0, isAtEnd ? notch : -notch}, {},
                      {}, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_grid->viewport(), &event);
}

void WindowBench::sortByName(int)
{
    clickHeader(static_cast<int>(DeviceColumn::Name));
}

void WindowBench::sortByStatus(int)
{
    clickHeader(static_cast<int>(DeviceColumn::Status));
}

void WindowBench::sortByTime(int)
{
    clickHeader(static_cast<int>(DeviceColumn::LastSuccess));
}

void WindowBench::clickHeader(int column)
{
    QHeaderView *header = m_grid->horizontalHeader();
    const QPoint place(header->sectionViewportPosition(column) + header->sectionSize(column) / 2,
                       header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
}

void WindowBench::selectAll(int)
{
    QTest::keyClick(m_grid, Qt::Key_A, Qt::ControlModifier);
}

void WindowBench::clearSelection(int)
{
    m_grid->clearSelected();
}

void WindowBench::selectHundredThousand(int)
{
    const int last = std::min(100'000, m_grid->model()->rowCount()) - 1;
    QScrollBar *bar = m_grid->verticalScrollBar();
    const auto click = [this](Qt::KeyboardModifiers modifiers) {
        QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, modifiers, QPoint(40, 10));
    };
    bar->setValue(0);
    click({});
    bar->setValue(last * m_grid->verticalHeader()->defaultSectionSize());
    click(Qt::ShiftModifier);
}
