// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/devices/devicecolumns.h"
#include "tests/bench/windowbench.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/devicepage.h"
#include "ui/query/querybox.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTest>
#include <QWheelEvent>

#include <algorithm>
#include <array>
#include <string_view>

using namespace Qt::StringLiterals;

namespace {

/// Found in a tenth of the names of any fleet, and each part of it in more.
constexpr std::string_view wordToType = "ws-9 be";
/// Found everywhere, in about half of all rows, and in few.
constexpr std::string_view lettersToType = "e7qx-1zs";

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
    Action{"sort.time.first", &WindowBench::sortByTime, 1},
    Action{"sort.word", &WindowBench::sortByStatus, 1},
    Action{"sort.time", &WindowBench::sortByTime, 1},
    Action{"sort.name.known", &WindowBench::sortByName, 1},
    Action{"sort.word", &WindowBench::sortByStatus, 1},
    Action{"sort.time", &WindowBench::sortByTime, 1},
    Action{"sort.name.known", &WindowBench::sortByName, 1},
    Action{"query.key", &WindowBench::typeLetter, static_cast<int>(wordToType.size())},
    Action{"query.clear", &WindowBench::clearQuery, 1},
    Action{"query.letter", &WindowBench::typeOnly, static_cast<int>(lettersToType.size())},
    Action{"query.clear", &WindowBench::clearQuery, 1},
    Action{"select.all", &WindowBench::selectAll, 1},
    Action{nullptr, &WindowBench::clearSelection, 1},
    Action{"select.all", &WindowBench::selectAll, 1},
    Action{nullptr, &WindowBench::selectHundredThousand, 1},
    Action{"frame.selected.jump", &WindowBench::jump, 0},
    Action{"frame.selected.step", &WindowBench::turnWheel, 0},
    Action{"sort.selected.word", &WindowBench::sortByStatus, 1},
    Action{"sort.selected.time", &WindowBench::sortByTime, 1},
    Action{"sort.selected.name", &WindowBench::sortByName, 1},
    Action{"query.selected.key", &WindowBench::typeLetter, static_cast<int>(wordToType.size())},
    Action{"query.clear", &WindowBench::clearQuery, 1},
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
            notePause(key.isEmpty() ? QStringList{u"pause.actions"_s}
                                    : QStringList{u"pause.actions"_s, u"pause."_s + key});
        }
    }
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

void WindowBench::typeLetter(int step)
{
    type(wordToType[static_cast<size_t>(step)]);
}

// Replaces what is there, as one does who has selected it.
void WindowBench::typeOnly(int step)
{
    m_window.devices()->queryBox()->selectAll();
    type(lettersToType[static_cast<size_t>(step)]);
}

void WindowBench::type(char letter)
{
    QTest::keyClick(m_window.devices()->queryBox(), letter);
}

void WindowBench::clearQuery(int)
{
    m_window.devices()->queryBox()->clear();
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
    bar->setValue(last * m_grid->rowHeight());
    click(Qt::ShiftModifier);
}
