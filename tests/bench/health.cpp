// SPDX-License-Identifier: GPL-3.0-or-later
// What the health of every device costs the window's thread: taking the rows of an answer, a pass over all rows, its slices. Figures are
// medians over --runs N (9) of the thread's processor time, for --rows N (1000000).
#include "app/fleet/healthcolumn.h"
#include "tests/app/devices/testdevices.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;

static constexpr size_t rowsOfChunk = 3000;
static constexpr qint64 february =
    1771000000000; // of 2026; the times of usualDevice() lie in the month from there
static constexpr qint64 day = 86'400'000;
static const AccountId account(u"account"_s);

// Of this thread's processor time: a machine that does other things does not count.
static double now()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

template <typename Work>
static double milliseconds(Work work)
{
    const double begin = now();
    work();
    return now() - begin;
}

static void print(QTextStream &out, const QString &what, std::vector<double> figures)
{
    std::ranges::sort(figures);
    out << what.leftJustified(44) << QString::number(figures[figures.size() / 2], 'f', 2).rightJustified(10)
        << '\n';
}

static LimitBook someLimits()
{
    LimitBook book;
    book.accounts[account] = {day};
    book.groups[u"group 7"_s] = {2 * day};
    book.companies[{account, CompanyId(u"15001"_s)}] = {3 * day};
    return book;
}

static void fill(DeviceTable &table, HealthColumn &column, size_t rows, QTextStream &out)
{
    std::mt19937 random(1);
    TestAnswer answer;
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt, qsizetype(rows));
    std::vector<TestDevice> devices;
    double total = 0;
    double longest = 0;
    for (size_t done = 0; done < rows; done += devices.size()) {
        devices.resize(std::min(rowsOfChunk, rows - done));
        for (TestDevice &device : devices)
            device = usualDevice(random, rows / 200 + 1);
        const DeviceChange change = table.take(*reading, answer.chunk(devices));
        const double one = milliseconds([&] { column.take(change); });
        total += one;
        longest = std::max(longest, one);
    }
    table.finish(std::move(reading), true);
    print(out, u"take, all chunks"_s, {total});
    print(out, u"take, longest chunk"_s, {longest});
    print(out, u"bytes a row"_s, {static_cast<double>(column.bytesUsed()) / static_cast<double>(rows)});
}

static void measurePass(HealthColumn &column, const QString &what, int runs, QTextStream &out)
{
    std::vector<double> figures;
    for (int run = 0; run < runs; ++run) {
        column.recheck();
        figures.push_back(milliseconds([&] { column.recheckSome(0); }));
    }
    print(out, what, std::move(figures));
}

static void measureSlices(HealthColumn &column, QTextStream &out)
{
    column.recheck();
    double longest = 0;
    int slices = 0;
    for (bool isGoing = true; isGoing; ++slices)
        longest = std::max(longest, milliseconds([&] { isGoing = column.recheckSome(3); }));
    print(out, u"slices of 3 ms: longest"_s, {longest});
    print(out, u"slices of 3 ms: how many"_s, {static_cast<double>(slices)});
}

static void measure(size_t rows, int runs, QTextStream &out)
{
    DeviceTable table;
    qint64 time = february + 20 * day;
    HealthColumn column(table, nullptr, [&time] { return time; });
    out << rows << " devices (milliseconds, medians)\n";
    fill(table, column, rows, out);
    measurePass(column, u"pass, nothing changes"_s, runs, out);
    std::vector<double> figures;
    size_t changed = 0;
    QObject::connect(
        &column, &HealthColumn::healthChanged, &column,
        [&changed](const std::vector<DeviceRow> &changedRows) { changed += changedRows.size(); });
    for (int run = 0; run < runs; ++run) {
        time += 3'600'000;
        column.recheck();
        figures.push_back(milliseconds([&] { column.recheckSome(0); }));
    }
    print(out, u"pass, an hour later"_s, std::move(figures));
    print(out, u"rows changed by an hour"_s, {static_cast<double>(changed) / runs});
    figures.clear();
    for (int run = 0; run < runs; ++run) {
        time += 60'000;
        column.followClock();
        figures.push_back(milliseconds([&] { column.recheckSome(0); }));
    }
    print(out, u"following the clock, a minute later"_s, std::move(figures));
    measureSlices(column, out);
    column.setLimits(someLimits());
    column.recheckSome(0);
    measurePass(column, u"pass with limits set, nothing changes"_s, runs, out);
    out.flush();
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption runsOption(u"runs"_s, u"How often"_s, u"N"_s, u"9"_s);
    const QCommandLineOption rowsOption(u"rows"_s, u"Devices"_s, u"N"_s, u"1000000"_s);
    parser.addOptions({runsOption, rowsOption});
    parser.addHelpOption();
    parser.process(application);
    QTextStream out(stdout);
    measure(parser.value(rowsOption).toULongLong(), std::max(1, parser.value(runsOption).toInt()), out);
    return 0;
}
