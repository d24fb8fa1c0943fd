// SPDX-License-Identifier: GPL-3.0-or-later
// The one command for figures (tests/bench/run.sh): runs the benchmarks one after the other and prints what came out beside the goals.
#include "tests/bench/benchrun.h"
#include "tests/bench/goals.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 mostForPlainQt = 100'000; // more takes it minutes

QString number(double value)
{
    return QString::number(value, 'f', value < 10 ? 1 : 0);
}

// 0 where one of them was not measured.
double ratio(double value, double with)
{
    return with > 0 ? value / with : 0;
}

QString times(double ratio)
{
    return ratio > 0 ? number(ratio) + u"×" : QString();
}

/// What memory there is over that of the empty window.
void addDifferences(Samples &samples)
{
    const QList<std::pair<QString, QString>> pairs{{u"over.loaded"_s, u"memory.loaded"_s},
                                                   {u"over.loaded.peak"_s, u"memory.loaded.peak"_s},
                                                   {u"over.refreshed"_s, u"memory.refreshed"_s},
                                                   {u"over.refreshed.peak"_s, u"memory.refreshed.peak"_s}};
    for (const auto &[to, from] : pairs) {
        const QString empty = from.endsWith(u"peak") ? u"memory.empty.peak"_s : u"memory.empty"_s;
        for (const double value : samples.values(from))
            samples.add(to, value - quantile(samples.values(empty), 0.5));
    }
}

void printLine(QTextStream &out, const QStringList &cells)
{
    constexpr std::array widths{42, 10, 11, 9, 10, 10, 8};
    for (qsizetype i = 0; i < cells.size(); ++i) {
        const int width = widths[static_cast<size_t>(i)];
        out << (i == 0 ? cells[i].leftJustified(width) : cells[i].rightJustified(width));
    }
    out << '\n';
}

void printGoal(QTextStream &out, const Samples &samples, const Goal &goal)
{
    const QString key = QLatin1StringView(goal.key);
    const auto valueOf = [&samples, &goal](const QString &of) {
        return quantile(samples.values(of), goal.share);
    };
    const double value = valueOf(key);
    if (samples.values(key).isEmpty())
        return;
    const double processor = valueOf(key + u".processor");
    const QString limitKey = goal.limitKey ? QString(QLatin1StringView(goal.limitKey)) : QString();
    const double ofLimit = goal.isByProcessor ? ratio(processor, valueOf(limitKey + u".processor"))
                                              : ratio(value, valueOf(limitKey));
    const double plain = goal.plainKey ? valueOf(QLatin1StringView(goal.plainKey)) : 0;
    const bool isMissed =
        (goal.most > 0 && value > goal.most) || (goal.mostOfLimit > 0 && ofLimit > goal.mostOfLimit);
    const bool hasGoal = goal.most > 0 || goal.mostOfLimit > 0;
    printLine(out,
              {QLatin1StringView(goal.title), number(value) + u' ' + QLatin1StringView(goal.unit),
               processor > 0 ? number(processor) : QString(), goal.most > 0 ? number(goal.most) : QString(),
               times(ofLimit), times(ratio(plain, value)),
               !hasGoal       ? QString()
                   : isMissed ? u"missed"_s
                              : u"met"_s});
}

void print(QTextStream &out, const BenchRun &run, int runs, const Samples &samples)
{
    out << u"\n%L1 devices%2, %3 runs, %4 cores\n"_s.arg(run.devices)
               .arg(run.isPacked ? u", compressed"_s : QString())
               .arg(runs)
               .arg(QThread::idealThreadCount());
    printLine(out,
              {QString(), u"measured"_s, u"processor"_s, u"goal"_s, u"of limit"_s, u"plain Qt"_s, QString()});
    for (const Goal &goal : benchGoals())
        printGoal(out, samples, goal);
    out.flush();
}

bool measure(const BenchRun &run, int runs, Samples &samples)
{
    BenchServer server;
    if (run.endpoint.isEmpty() && !server.start(run.folder, run.devices, run.isPacked))
        return false;
    if (!measureEmpty(run, samples))
        return false;
    for (int i = 0; i < runs; ++i) {
        if (!measureOnce(run, run.endpoint.isEmpty() ? server.endpoint() : run.endpoint, samples))
            return false;
    }
    addDifferences(samples);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures the console: its window, the list reader, and what limits both."_s);
    const QCommandLineOption devices(u"devices"_s, u"How many; without it 100000 and 1000000."_s, u"N"_s);
    const QCommandLineOption runsOption(u"runs"_s, u"How often."_s, u"N"_s, u"3"_s);
    const QCommandLineOption endpoint(u"endpoint"_s, u"A server other than bench_server; needs --devices."_s,
                                      u"URL"_s);
    const QCommandLineOption json(u"json"_s, u"Write every sample there."_s, u"FILE"_s);
    const QCommandLineOption packed(u"gzip"_s, u"The server compresses the lists."_s);
    const QCommandLineOption plain(
        u"plain-qt"_s, u"Measure the plain Qt program above 100000 devices too; that takes minutes."_s);
    parser.addOptions({devices, runsOption, endpoint, json, packed, plain});
    parser.addHelpOption();
    parser.process(application);
    if (parser.isSet(endpoint) && !parser.isSet(devices))
        parser.showHelp(2);

    QTextStream out(stdout);
    QJsonObject all;
    const int runs = std::max(1, parser.value(runsOption).toInt());
    const QStringList sizes =
        parser.isSet(devices) ? parser.values(devices) : QStringList{u"100000"_s, u"1000000"_s};
    for (const QString &size : sizes) {
        BenchRun run{.folder = QCoreApplication::applicationDirPath(),
                     .devices = size.toLongLong(),
                     .isPacked = parser.isSet(packed),
                     .endpoint = parser.value(endpoint)};
        run.hasPlainQt = run.devices <= mostForPlainQt || parser.isSet(plain);
        Samples samples;
        if (!measure(run, runs, samples))
            return 1;
        print(out, run, runs, samples);
        all.insert(size, samples.toJson());
    }
    if (QFile file(parser.value(json)); parser.isSet(json))
        return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(all).toJson()) > 0 ? 0 : 1;
    return 0;
}
