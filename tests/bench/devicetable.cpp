// SPDX-License-Identifier: GPL-3.0-or-later
// What the device table costs the window's thread: taking the rows of an answer, refreshing, sorting, selecting. Figures are medians over
// --runs N (3) of the thread's processor time, for --rows N (100000 and 1000000).
#include "app/devices/devicetable.h"
#include "app/devices/deviceorder.h"
#include "app/devices/deviceselection.h"
#include "app/devices/textsort.h"
#include "tests/app/devices/testdevices.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QTextStream>

#include <algorithm>
#include <ctime>
#include <map>

using namespace Qt::StringLiterals;

static constexpr size_t rowsOfChunk = 3000;
static const AccountId account(u"account"_s);

/// Milliseconds by what was measured, one for each run, in the order in which they were first measured.
class Figures
{
public:
    void add(const QString &what, double milliseconds)
    {
        if (!m_runs.contains(what))
            m_order.append(what);
        m_runs[what].push_back(milliseconds);
    }

    void print(QTextStream &out)
    {
        for (const QString &what : std::as_const(m_order)) {
            std::vector<double> &runs = m_runs[what];
            std::ranges::sort(runs);
            out << what.leftJustified(44) << QString::number(runs[runs.size() / 2], 'f', 2).rightJustified(10)
                << '\n';
        }
    }

private:
    QStringList m_order;
    std::map<QString, std::vector<double>> m_runs;
};

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

/// One answer of \a rows devices, the same in every run; one in \a changedOf has another status and a longer name.
struct Answer
{
    size_t rows;
    size_t changedOf = 0;
    unsigned seed = 1;

    template <typename Use>
    void forEachChunk(Use use) const
    {
        std::mt19937 random(seed);
        TestAnswer answer;
        std::vector<TestDevice> devices;
        for (size_t done = 0; done < rows; done += devices.size()) {
            devices.resize(std::min(rowsOfChunk, rows - done));
            for (TestDevice &device : devices) {
                device = usualDevice(random, rows / 200 + 1);
                if (changedOf != 0 && std::hash<std::string>()(device.id()) % changedOf == 0) {
                    device.word(WordColumn::Status) = "changed";
                    device.name() += "-renamed";
                }
            }
            use(answer.chunk(devices));
        }
    }
};

struct Load
{
    double total = 0;
    double longest = 0;

    void add(double one)
    {
        total += one;
        longest = std::max(longest, one);
    }

    void addTo(Figures &figures, const QString &what) const
    {
        figures.add(what + u", all chunks"_s, total);
        figures.add(what + u", longest chunk"_s, longest);
    }
};

static void readInto(DeviceTable &table, const Answer &answer, Figures &figures, const QString &what)
{
    Load load;
    std::unique_ptr<DeviceReading> reading =
        table.beginReading(account, std::nullopt, qsizetype(answer.rows));
    answer.forEachChunk(
        [&](const DeviceChunk &chunk) { load.add(milliseconds([&] { table.take(*reading, chunk); })); });
    load.addTo(figures, what);
    figures.add(what + u", end"_s, milliseconds([&] { table.finish(std::move(reading), true); }));
}

// Rows that arrive while the grid shows them by name.
static void readIntoOrder(const Answer &answer, Figures &figures)
{
    DeviceTable table;
    DeviceOrder order(table);
    Load load;
    std::unique_ptr<DeviceReading> reading =
        table.beginReading(account, std::nullopt, qsizetype(answer.rows));
    answer.forEachChunk([&](const DeviceChunk &chunk) {
        const DeviceChange change = table.take(*reading, chunk);
        load.add(milliseconds([&] {
            order.append(change.added);
            order.merge();
        }));
    });
    load.addTo(figures, u"merge into order by name"_s);
}

// What TextRanking does, on this thread: what it copies of the table, and what it does beside the window.
static void rankNow(const DeviceTable &table, DeviceOrder &order, TextColumn column, const QString &what,
                    Figures &figures)
{
    const std::vector<DeviceRow> rows = table.liveRows();
    TextCopy copy;
    figures.add(u"rank %1: copy"_s.arg(what), milliseconds([&] { copy.add(table, column, rows); }));
    std::vector<quint32> ranks;
    figures.add(u"rank %1: sort"_s.arg(what),
                milliseconds([&] { ranks = TextSort(copy, Qt::AscendingOrder).ranks(); }));
    figures.add(u"rank %1: take"_s.arg(what),
                milliseconds([&] { order.sorts().setRanks(column, TextRanks(ranks, rows)); }));
}

static void sortByEveryColumn(const DeviceTable &table, Figures &figures)
{
    // all that the table keeps; without health, which nobody reckons here
    static constexpr std::array<std::pair<DeviceColumn, const char *>, deviceColumnCount - 1> columns{
        {{DeviceColumn::Name, "name"},
         {DeviceColumn::Company, "company"},
         {DeviceColumn::Account, "account"},
         {DeviceColumn::Status, "status"},
         {DeviceColumn::LastResult, "last result"},
         {DeviceColumn::LastSuccess, "last success"},
         {DeviceColumn::NextRun, "next run"},
         {DeviceColumn::Os, "os"},
         {DeviceColumn::Version, "version"},
         {DeviceColumn::Group, "group"},
         {DeviceColumn::Tag, "tag"},
         {DeviceColumn::Id, "device ID"},
         {DeviceColumn::IdOfCompany, "company ID"}}};
    DeviceOrder order(table);
    rankNow(table, order, TextColumn::Name, u"names"_s, figures);
    rankNow(table, order, TextColumn::Tag, u"tags"_s, figures);
    rankNow(table, order, TextColumn::Id, u"device IDs"_s, figures);
    order.setSort(DeviceColumn::NextRun, Qt::AscendingOrder); // so that names are not in order yet
    for (const auto &[column, name] : columns) {
        figures.add(u"sort by "_s + QLatin1StringView(name),
                    milliseconds([&, column = column] { order.setSort(column, Qt::AscendingOrder); }));
    }
    figures.add(u"turn company ID round"_s,
                milliseconds([&] { order.setSort(DeviceColumn::IdOfCompany, Qt::DescendingOrder); }));
    order.setSort(DeviceColumn::Status, Qt::AscendingOrder);
    figures.add(u"choose one company"_s,
                milliseconds([&] { order.setScope({.all = false, .companies = {1}}); }));
    figures.add(u"choose all companies"_s, milliseconds([&] { order.setScope({}); }));

    DeviceSelection selection;
    figures.add(u"select all"_s, milliseconds([&] { selection.set(order.rows(), true); }));
    figures.add(u"count selected and shown"_s, milliseconds([&] { selection.countOf(order.rows()); }));
    figures.add(u"list selected rows"_s, milliseconds([&] { selection.rows(); }));
}

static void measure(size_t rows, Figures &figures)
{
    DeviceTable table;
    readInto(table, {rows}, figures, u"take"_s);
    figures.add(u"bytes a row"_s,
                static_cast<double>(table.bytesUsed()) / static_cast<double>(table.liveCount()));
    readInto(table, {rows, 100}, figures, u"refresh, 1 % changed"_s);
    sortByEveryColumn(table, figures);
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, CompanyId(u"15000"_s));
    figures.add(u"end of a company's empty answer"_s,
                milliseconds([&] { table.finish(std::move(reading), true); }));
    figures.add(u"remove account"_s, milliseconds([&] { table.removeAccount(account); }));
}

static QString peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return u"unknown"_s;
    const QStringList lines = QString::fromLatin1(status.readAll()).split(u'\n');
    const QStringList peak = lines.filter(u"VmHWM"_s);
    return peak.isEmpty() ? u"unknown"_s : peak.first().section(u':', 1).simplified();
}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption runsOption(u"runs"_s, u"How often"_s, u"N"_s, u"3"_s);
    const QCommandLineOption rowsOption(u"rows"_s, u"Devices; may be given several times"_s, u"N"_s);
    parser.addOptions({runsOption, rowsOption});
    parser.addHelpOption();
    parser.process(application);
    const QStringList sizes =
        parser.isSet(rowsOption) ? parser.values(rowsOption) : QStringList{u"100000"_s, u"1000000"_s};

    QTextStream out(stdout);
    for (const QString &size : sizes) {
        Figures figures;
        for (int run = 0; run < parser.value(runsOption).toInt(); ++run) {
            measure(size.toULongLong(), figures);
            out << "VmHWM after tables, orders and sorts: " << peakMemory() << Qt::endl;
            readIntoOrder({size.toULongLong()}, figures);
        }
        out << "\n" << size << " devices (milliseconds, medians)\n";
        figures.print(out);
        out << "VmHWM " << peakMemory() << Qt::endl;
    }
    return 0;
}
