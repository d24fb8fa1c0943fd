// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window stands still: loads a fleet over HTTP into the real window and does with it what people do.
//
//     bench_window [--devices N] [--companies N] [--steps N]
//
// For each action: how long it took until the grid was painted, median and longest, and the longest pause of the window's thread
// meanwhile. A pause is what a tick of 4 ms came too late.
#include "app/steward/sandboxprocess.h"
#include "app/steward/steward.h"
#include "ui/companies/companypane.h"
#include "ui/companies/companytreemodel.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicepage.h"
#include "ui/watchdog.h"
#include "ui/window/mainwindow.h"
#include "ui/window/theme.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QProcess>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <functional>
#include <random>
#include <vector>

using namespace Qt::StringLiterals;

namespace {

/// Counts what is painted of one widget.
class PaintCounter : public QObject
{
    Q_OBJECT

public:
    explicit PaintCounter(QWidget *widget) : QObject(widget) { widget->installEventFilter(this); }

signals:
    void painted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(this, &PaintCounter::painted,
                                      Qt::QueuedConnection); // after the painting
        return QObject::eventFilter(watched, event);
    }
};

class WindowBench
{
public:
    explicit WindowBench(const SandboxOptions &fleet)
        : m_fleetOptions(fleet), m_grid(m_window.devices()->grid()), m_paints(m_grid->viewport())
    {
        m_window.resize(1920, 1080);
        m_window.show();
    }

    bool run(int steps);

private:
    void measure(const QString &name, int times, const std::function<void(int)> &act);
    void report(const QString &name, std::vector<double> times, const Watchdog &watchdog);
    bool read(const QString &name, const std::function<void()> &start);

    SandboxOptions m_fleetOptions;
    QTemporaryDir m_profile;
    Theme m_theme;
    Steward m_steward;
    MainWindow m_window{m_steward, m_theme, m_profile.path()};
    DeviceGrid *m_grid;
    PaintCounter m_paints;
    QTextStream m_out{stdout};
};

bool WindowBench::run(int steps)
{
    m_out << QStringLiteral("%1 %2 %3 %4\n")
                 .arg(u"action"_s, -28)
                 .arg(u"median ms"_s, 10)
                 .arg(u"longest"_s, 10)
                 .arg(u"pause ms"_s, 10);
    if (!read(u"load"_s, [this] { m_window.openSandbox(m_fleetOptions); }))
        return false;
    std::mt19937 chance(1);
    QScrollBar *bar = m_grid->verticalScrollBar();
    measure(u"scroll: jump"_s, steps,
            [&](int) { bar->setValue(std::uniform_int_distribution(0, bar->maximum())(chance)); });
    measure(u"scroll: three rows"_s, steps,
            [&](int) { bar->setValue((bar->value() + 3) % std::max(1, bar->maximum())); });
    for (int column = 0; column < m_grid->model()->columnCount(); ++column) {
        const QString header = m_grid->model()->headerData(column, Qt::Horizontal).toString();
        measure(u"sort: "_s + header, 4, [&](int step) {
            m_grid->sortByColumn(column, step % 2 == 0 ? Qt::AscendingOrder : Qt::DescendingOrder);
        });
    }
    measure(u"select all"_s, 5,
            [&](int step) { step % 2 == 0 ? m_grid->selectAll() : m_grid->clearSelected(); });
    measure(u"scroll, all selected"_s, steps,
            [&](int) { bar->setValue(std::uniform_int_distribution(0, bar->maximum())(chance)); });
    measure(u"sort by name, all selected"_s, 4, [&](int step) {
        m_grid->sortByColumn(0, step % 2 == 0 ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    const QList<CompanyEntry> companies = m_steward.fleet().companies().entries();
    measure(u"click on a company"_s, 10, [&](int step) {
        m_window.companies()->choose(step % 2 == 0 ? std::optional(companies[step % companies.size()].key)
                                                   : std::nullopt);
    });
    return read(u"refresh"_s, [this] { m_steward.fleet().refresh(); });
}

void WindowBench::measure(const QString &name, int times, const std::function<void(int)> &act)
{
    constexpr int limitMs = 20'000;
    std::vector<double> took;
    const Watchdog watchdog(QProcess::nullDevice());
    for (int step = 0; step < times; ++step) {
        QSignalSpy painted(&m_paints, &PaintCounter::painted);
        QElapsedTimer clock;
        clock.start();
        act(step);
        m_grid->viewport()->update(); // also where nothing changed
        if (painted.wait(limitMs))
            took.push_back(static_cast<double>(clock.nsecsElapsed()) / 1e6);
    }
    report(name, std::move(took), watchdog);
}

bool WindowBench::read(const QString &name, const std::function<void()> &start)
{
    constexpr int limitMs = 300'000;
    const Watchdog watchdog(QProcess::nullDevice());
    QSignalSpy ended(&m_steward.fleet(), &Fleet::readingEnded);
    QElapsedTimer clock;
    clock.start();
    start();
    if (!ended.wait(limitMs) || !ended.constFirst().constFirst().toBool()) {
        QTextStream(stderr) << "bench_window: the fleet could not be read\n";
        return false;
    }
    QSignalSpy painted(&m_paints, &PaintCounter::painted);
    painted.wait(limitMs);
    report(name, {static_cast<double>(clock.nsecsElapsed()) / 1e6}, watchdog);
    return true;
}

void WindowBench::report(const QString &name, std::vector<double> times, const Watchdog &watchdog)
{
    std::ranges::sort(times);
    const double median = times.empty() ? 0 : times[times.size() / 2];
    const double longest = times.empty() ? 0 : times.back();
    const auto &pauses = watchdog.record().longest();
    const double pause = pauses.empty() ? 0 : static_cast<double>(pauses.front().us) / 1000;
    m_out << QStringLiteral("%1 %2 %3 %4\n")
                 .arg(name, -28)
                 .arg(median, 10, 'f', 1)
                 .arg(longest, 10, 'f', 1)
                 .arg(pause, 10, 'f', 1);
    m_out.flush();
}

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption devices(u"devices"_s, u"how many devices (100000)"_s, u"N"_s, u"100000"_s);
    const QCommandLineOption companies(u"companies"_s, u"how many companies (300)"_s, u"N"_s, u"300"_s);
    const QCommandLineOption steps(u"steps"_s, u"how many scroll steps (100)"_s, u"N"_s, u"100"_s);
    parser.addOptions({devices, companies, steps});
    parser.process(application);

    WindowBench bench(
        {.companies = parser.value(companies).toInt(), .devices = parser.value(devices).toInt(), .seed = 1});
    return bench.run(parser.value(steps).toInt()) ? 0 : 1;
}

#include "window.moc"
