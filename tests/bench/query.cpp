// SPDX-License-Identifier: GPL-3.0-or-later
// What a key in the query box costs the window's thread: reading, filtering, order, counts; beside it what a plain scan of the same bytes costs.
// Figures are medians over --runs N (9) of the thread's processor time, for --rows N (10000 and 1000000). --scripts: one name in ten is
// not ASCII.
#include "app/devices/devicecounts.h"
#include "app/devices/devicefilter.h"
#include "app/devices/deviceorder.h"
#include "app/query/queryreader.h"
#include "tests/app/devices/testdevices.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>
#include <cstring>
#include <ctime>

using namespace Qt::StringLiterals;

static const AccountId account(u"account"_s);
static constexpr qint64 now = 1773600000000; // a month behind the first of the devices' times

// Of this thread's processor time: a machine that does other things does not count.
static double milliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

/// The median of \a runs.
template <typename Work>
static double median(int runs, Work work)
{
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const double begin = milliseconds();
        work();
        times.push_back(milliseconds() - begin);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

static void fill(DeviceTable &table, size_t rows, bool hasScripts)
{
    constexpr size_t rowsOfChunk = 3000;
    std::mt19937 random(1);
    TestAnswer answer;
    std::vector<TestDevice> devices;
    std::unique_ptr<DeviceReading> reading = table.beginReading(account, std::nullopt, qsizetype(rows));
    for (size_t done = 0; done < rows; done += devices.size()) {
        devices.resize(std::min(rowsOfChunk, rows - done));
        for (TestDevice &device : devices) {
            device = usualDevice(random, rows / 200 + 1);
            if (hasScripts && below(random, 10) == 0)
                device.name() = "M\xc3\x9cNCHEN-" + device.name();
        }
        table.take(*reading, answer.chunk(devices));
    }
    for (quint32 code = 1; code < table.wordCount(WordColumn::Company); ++code)
        table.setCompanyName(table.company(code), u"Castell Logistics %1"_s.arg(code));
}

class Bench
{
public:
    Bench(size_t rows, int runs, bool hasScripts) : m_runs(runs), m_out(stdout)
    {
        fill(m_table, rows, hasScripts);
        m_order.setScope({}); // it was made when the table was empty
        m_health.resize(m_table.slotCount());
        for (size_t row = 0; row < m_health.size(); ++row)
            m_health[row] = static_cast<quint8>(row * 7 % 10);
        m_filter.setSources({m_health,
                             {u"Failing"_s, u"Never"_s, u"Stale"_s, u"Late"_s, u"Offline long"_s,
                              u"Unknown"_s, u"Running"_s, u"Protected"_s, u"Not managed"_s, u"Never, new"_s},
                             {}});
        m_out << "\n" << m_table.liveCount() << " devices (milliseconds, medians)\n";
    }

    void run()
    {
        limits();
        m_out << line(u"query"_s, u"filter"_s, u"order"_s, u"back"_s) << "   rows\n";
        for (const char *text : {"s",
                                 "e",
                                 "7",
                                 "z",
                                 "sr",
                                 "srv",
                                 "srv-9",
                                 "berlin-srv-77",
                                 "\"srv\"",
                                 "zzzz",
                                 "srv berlin",
                                 "qx7 ws",
                                 "-srv",
                                 "name:srv",
                                 "tag:none",
                                 "status:online",
                                 "-status:offline result:failed",
                                 "os:win,lin",
                                 "version:<6.8.30",
                                 "group:\"group 17\"",
                                 "company:\"castell logistics 7\"",
                                 "health:failing,never",
                                 "last:>7d,never",
                                 "<3d",
                                 "status:online os:windows srv-9",
                                 "m\xc3\xbcnchen"})
            measure(QString::fromUtf8(text));
        lists();
        counts();
    }

private:
    static QString line(const QString &what, const QString &a, const QString &b = {}, const QString &c = {})
    {
        return what.leftJustified(40) + a.rightJustified(9) + b.rightJustified(9) + c.rightJustified(9);
    }
    static QString figure(double value) { return QString::number(value, 'f', 2); }

    Query query(const QString &text) const { return *readQuery(text, m_filter.fields().fields()); }

    // All the bytes of all texts as one run, which is the least that a search of them has to read.
    void limits()
    {
        std::vector<char> bytes;
        for (const DeviceRow row : m_table.liveRows()) {
            for (const TextColumn column : {TextColumn::Name, TextColumn::Id, TextColumn::Tag}) {
                const QByteArrayView text = m_table.text(column, row);
                bytes.insert(bytes.end(), text.begin(), text.end());
            }
        }
        volatile bool isFound = false;
        m_out << line(
            u"limit: memmem, %1 MB of texts"_s.arg(bytes.size() / 1'000'000),
            figure(
                median(m_runs, [&] { isFound = memmem(bytes.data(), bytes.size(), "~zz~", 4) != nullptr; })))
              << '\n';
    }

    void measure(const QString &text)
    {
        const Query asked = query(text);
        const double filter = median(m_runs, [&] {
            m_filter.begin(asked, now);
            m_filter.advance();
        });
        double back = 0;
        m_order.setFilter(std::nullopt);
        const double order = median(m_runs, [&] { m_order.setFilter(m_filter.passing()); });
        const qsizetype rows = m_order.size();
        back = median(1, [&] { m_order.setFilter(std::nullopt); });
        m_out << line(text, figure(filter), figure(order), figure(back))
              << QString::number(rows).rightJustified(9) << '\n';
    }

    // A list of names, as it comes from a sheet: the whole and the longest stretch of it that cannot be parted.
    void lists()
    {
        QStringList names;
        for (DeviceRow row = 0; row < m_table.slotCount() && names.size() < 200;
             row += m_table.slotCount() / 200)
            names.append(QString::fromUtf8(m_table.text(TextColumn::Name, row)));
        const Query asked = query(u"name:"_s + names.join(u','));
        double longest = 0;
        const double all = median(3, [&] {
            m_filter.begin(asked, now);
            while (!m_filter.isFinished())
                longest = std::max(longest, median(1, [&] { m_filter.advance(1); }));
        });
        m_out << line(u"a list of 200 names; longest slice"_s, figure(all), figure(longest)) << '\n';
    }

    void counts()
    {
        const std::vector<DeviceFact> facts{DeviceFact::Health, DeviceFact::Status,  DeviceFact::LastResult,
                                            DeviceFact::Os,     DeviceFact::Version, DeviceFact::Group,
                                            DeviceFact::Tag};
        for (const QString &text : {u""_s, u"status:online os:windows"_s, u"srv-9"_s}) {
            const Query asked = query(text);
            const double all = median(m_runs, [&] {
                DeviceCounts counts(m_filter, asked, now, m_order.rowsInScope(), facts);
                counts.advance();
                counts.counts();
            });
            m_out << line(u"counts of seven fields under \"%1\""_s.arg(text), figure(all)) << '\n';
        }
    }

    int m_runs;
    QTextStream m_out;
    DeviceTable m_table;
    std::vector<quint8> m_health;
    DeviceFilter m_filter{m_table};
    DeviceOrder m_order{m_table};
};

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption runsOption(u"runs"_s, u"How often"_s, u"N"_s, u"9"_s);
    const QCommandLineOption rowsOption(u"rows"_s, u"Devices; may be given several times"_s, u"N"_s);
    const QCommandLineOption scriptsOption(u"scripts"_s, u"One name in ten is not ASCII"_s);
    parser.addOptions({runsOption, rowsOption, scriptsOption});
    parser.addHelpOption();
    parser.process(application);
    const QStringList sizes =
        parser.isSet(rowsOption) ? parser.values(rowsOption) : QStringList{u"10000"_s, u"1000000"_s};
    for (const QString &size : sizes)
        Bench(size.toULongLong(), parser.value(runsOption).toInt(), parser.isSet(scriptsOption)).run();
    return 0;
}
