// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/windowbench.h"

#include "tests/bench/glyphrunscreen.h"
#include "tests/bench/processmemory.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/devicequery.h"

#include <QAction>
#include <QEventLoop>
#include <QHeaderView>
#include <QScreen>
#include <QScrollBar>
#include <QTcpSocket>
#include <QTest>
#include <QTextStream>
#include <QTimer>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr QSize windowSize(1920, 1206); // 40 rows between the bars
constexpr int rowsOnScreen = 40;
constexpr auto longestWait = 5min;

bool fail(const char *what)
{
    QTextStream(stderr) << "bench_window: " << what << Qt::endl;
    return false;
}

} // namespace

WindowBench::WindowBench(FrameWatch &application, Samples &samples, Endpoint endpoint, QByteArray key)
    : m_application(application), m_samples(samples), m_endpoint(std::move(endpoint)), m_key(std::move(key)),
      m_grid(m_window.devices()->grid())
{
    m_application.watch(m_grid->viewport());
    m_window.resize(windowSize);
    m_window.devices()->detailsAction()->setChecked(false); // its room is the columns'
    for (int column = 0; column < m_grid->model()->columnCount(); ++column)
        m_grid->setColumnHidden(column, false);
    m_window.show();
    m_window.activateWindow();
}

WindowBench::~WindowBench() = default;

bool WindowBench::isInOrder() const
{
    return m_grid->deviceModel().isInOrder() && m_window.devices()->query()->isSettled();
}

std::optional<Instant> WindowBench::waitFor(const std::function<bool()> &isDone)
{
    std::optional<Instant> done;
    QEventLoop loop; // goes before what the lambdas capture
    // what is done without a change on the screen gets a frame too
    QTimer poll;
    connect(&poll, &QTimer::timeout, &loop, [&] {
        if (isDone())
            m_application.watched()->update();
    });
    poll.start(2ms);
    QTimer limit; // ends with the wait: thousands that stay would slow every other timer down
    connect(&limit, &QTimer::timeout, &loop, &QEventLoop::quit);
    limit.start(longestWait);
    connect(&m_application, &FrameWatch::flushed, &loop, [&](Instant when) {
        if (isDone()) {
            done = when; // clazy:exclude=lambda-in-connect
            loop.quit();
        }
    });
    loop.exec();
    return done;
}

// Input that changes no pixel is no frame: the grid is asked for one, so that every step has an end.
bool WindowBench::measure(const QString &key, const std::function<void()> &act)
{
    const Instant begin = Instant::now();
    act();
    m_grid->viewport()->update();
    const std::optional<Instant> end = waitFor([this] { return isInOrder(); });
    if (!end)
        return fail("no frame came");
    if (!key.isEmpty()) {
        m_samples.add(key, (*end - begin).clock);
        m_samples.add(key + u".processor"_s, (*end - begin).processor);
    }
    return true;
}

// The ground of a row is of one colour; anything else in the cell is its text.
bool WindowBench::isFirstRowSeen() const
{
    const QRect cell = m_grid->visualRect(m_grid->model()->index(0, 0)).adjusted(0, 0, 0, -2);
    const QPoint corner = m_grid->viewport()->mapTo(&m_window, cell.topLeft());
    const QImage seen =
        m_window.screen()
            ->grabWindow(m_window.winId(), corner.x(), corner.y(), cell.width(), cell.height())
            .toImage();
    for (int y = 0; y < seen.height(); ++y) {
        for (int x = 1; x < seen.width(); ++x) {
            if (seen.pixel(x, y) != seen.pixel(0, y))
                return true;
        }
    }
    return false;
}

bool WindowBench::load(qsizetype devices)
{
    m_devices = devices;
    // the empty window first, as a person sees it
    while (!QTest::qWaitForWindowExposed(&m_window)) { }
    notePause({});
    std::optional<Instant> firstRows;
    std::optional<Instant> allRows;
    bool isComplete = false;
    const QObject load; // goes before what the lambdas capture
    connect(&m_steward.fleet(), &Fleet::readingEnded, &load,
            [&](bool complete) { isComplete = complete; }); // clazy:exclude=lambda-in-connect
    const Instant begin = Instant::now();
    m_steward.open({.id = AccountId(u"account"_s), .name = QString(), .endpoint = m_endpoint}, Secret(m_key));
    connect(&m_application, &FrameWatch::flushed, &load, [&](Instant now) {
        if (!firstRows && m_grid->model()->rowCount() > 0 && isFirstRowSeen())
            firstRows = now; // clazy:exclude=lambda-in-connect
        if (!allRows && m_grid->model()->rowCount() == devices)
            allRows = now; // clazy:exclude=lambda-in-connect
    });
    if (devices == 0)
        return QTest::qWaitFor([&isComplete] { return isComplete; }, 60'000)
            || fail("the empty fleet could not be read");
    const std::optional<Instant> end = waitFor([&] { return isComplete && isInOrder(); });
    if (!end || !isComplete || !allRows || !firstRows)
        return fail("the fleet could not be read");
    m_samples.add(u"load.rows"_s, (*allRows - begin).clock);
    m_samples.add(u"load.rows.processor"_s, (*allRows - begin).processor);
    m_samples.add(u"load.ordered"_s, (*end - begin).clock);
    m_samples.add(u"load.ordered.processor"_s, (*end - begin).processor);
    const ProcessMemory memory = ProcessMemory::now();
    m_samples.add(u"memory.loaded"_s, memory.resident);
    m_samples.add(u"memory.loaded.peak"_s, memory.peak);
    notePause({u"pause.load"_s});
    noteFirstByte(*firstRows);
    return true;
}

void WindowBench::noteEmptyMemory()
{
    const ProcessMemory memory = ProcessMemory::now();
    m_samples.add(u"memory.empty"_s, memory.resident);
    m_samples.add(u"memory.empty.peak"_s, memory.peak);
}

void WindowBench::notePause(const QStringList &keys)
{
    const Instant longest = m_pauses.takeLongest();
    for (const QString &key : keys) {
        m_samples.add(key, longest.clock);
        m_samples.add(key + u".processor"_s, longest.processor);
    }
}

// bench_server alone knows when it sent the first byte; other endpoints do not tell.
void WindowBench::noteFirstByte(Instant firstRows)
{
    constexpr int limitMs = 5000;
    QTcpSocket socket;
    socket.connectToHost(m_endpoint.url().host(), static_cast<quint16>(m_endpoint.url().port(80)));
    if (!socket.waitForConnected(limitMs))
        return;
    socket.write("GET /first-byte HTTP/1.0\r\n\r\n");
    while (socket.waitForReadyRead(limitMs)) { }
    const QByteArray answer = socket.readAll();
    bool isNumber = false;
    const qint64 sentAt = answer.mid(answer.lastIndexOf('\n') + 1).toLongLong(&isNumber);
    if (isNumber)
        m_samples.add(u"load.first"_s, firstRows.clock - static_cast<double>(sentAt) / 1e6);
}

void WindowBench::startByStatus()
{
    for (const DeviceColumn column : {DeviceColumn::Os, DeviceColumn::Status}) // the one before counts too
        m_grid->sortByColumn(static_cast<int>(column), Qt::AscendingOrder);
}

bool WindowBench::sortByNameFirst()
{
    return measure(u"sort.name.unknown"_s, [this] { sortByName(0); });
}

bool WindowBench::refresh()
{
    const int middle = m_grid->rowAt(m_grid->viewport()->height() / 2);
    m_grid->setRowSelected(middle, true);
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, Qt::ControlModifier,
                      QPoint(40, m_grid->rowViewportPosition(middle) + 2));
    m_grid->setRowSelected(middle, true);
    const qsizetype selected = m_grid->selection().count();
    const std::optional<DeviceRow> current = m_grid->currentDevice();
    const int y = m_grid->rowViewportPosition(m_grid->currentIndex().row());
    ProcessMemory::forgetPeak();
    notePause({});

    const Instant begin = Instant::now();
    QTest::keyClick(&m_window, Qt::Key_F5);
    const std::optional<Instant> end =
        waitFor([this] { return !m_steward.fleet().isReading() && isInOrder(); });
    if (!end)
        return fail("the refresh did not end");
    m_samples.add(u"refresh"_s, (*end - begin).clock);
    m_samples.add(u"refresh.processor"_s, (*end - begin).processor);
    // in a long list, what changed is ranked again, and then the memory of the reading goes back
    if (!waitFor([this] {
            return m_devices <= qsizetype(DeviceSorts::quickSize)
                || m_grid->deviceModel().order().sorts().unrankedCount(TextColumn::Name) == 0;
        }))
        return fail("the names were not ranked again");
    const ProcessMemory memory = ProcessMemory::now();
    m_samples.add(u"memory.refreshed"_s, memory.resident);
    m_samples.add(u"memory.refreshed.peak"_s, memory.peak);
    notePause({u"pause.refresh"_s});
    if (m_grid->selection().count() != selected)
        return fail("the refresh changed the selection");
    if (m_grid->currentDevice() != current)
        return fail("the refresh changed the current row");
    if (m_grid->rowViewportPosition(m_grid->currentIndex().row()) != y)
        return fail("the refresh moved the rows");
    return m_grid->model()->rowCount() == m_devices || fail("the refresh changed how many rows there are");
}

void WindowBench::paintGlyphRuns(int times)
{
    QStringList cells;
    const int rows = std::min(rowsOnScreen, m_grid->model()->rowCount());
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < m_grid->model()->columnCount(); ++column)
            cells.append(m_grid->model()->index(row, column).data().toString());
    }
    GlyphRunScreen screen(cells, rowsOnScreen, m_grid->viewport()->size());
    m_application.watch(&screen);
    screen.show();
    waitFor([] { return true; });
    for (int i = 0; i < times; ++i) {
        const Instant begin = Instant::now();
        screen.update();
        const std::optional<Instant> end = waitFor([] { return true; });
        if (end) {
            m_samples.add(u"limit.glyphs"_s, (*end - begin).clock);
            m_samples.add(u"limit.glyphs.processor"_s, (*end - begin).processor);
        }
    }
    m_application.watch(m_grid->viewport());
    const int wholeRows = m_grid->viewport()->height() / m_grid->rowHeight();
    m_samples.add(u"grid.rows"_s, wholeRows);
    m_samples.add(u"grid.columns"_s, static_cast<double>(m_grid->shownColumns().size()));
}
