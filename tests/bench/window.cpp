// SPDX-License-Identifier: GPL-3.0-or-later
// The console's own window on an endpoint: how fast it is and what it takes. Writes samples for the report (tests/bench/run.sh).
#include "app/base/processheap.h"
#include "tests/bench/windowbench.h"

#include <QCommandLineParser>
#include <QTextStream>

using namespace Qt::StringLiterals;

static bool run(WindowBench &bench, const QString &part, qsizetype devices, int steps)
{
    if (part == u"empty") {
        if (!bench.load(0))
            return false;
        bench.noteEmptyMemory();
        return true;
    }
    if (part == u"unranked") {
        bench.startByStatus();
        return bench.load(devices) && bench.sortByNameFirst();
    }
    if (!bench.load(devices) || !bench.act(steps) || !bench.refresh())
        return false;
    bench.paintGlyphRuns(steps);
    return true;
}

int main(int argc, char **argv)
{
    returnLargeBlocks(); // as the console does
    FrameWatch application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption endpoint(u"endpoint"_s, u"Where the fleet is."_s, u"URL"_s);
    const QCommandLineOption key(u"key"_s, u"The endpoint's key."_s, u"KEY"_s, u"bench-key"_s);
    const QCommandLineOption devices(u"devices"_s, u"How many devices it has."_s, u"N"_s);
    const QCommandLineOption part(
        u"part"_s, u"whole, empty (memory without devices), unranked (the first sort by name)."_s, u"PART"_s,
        u"whole"_s);
    const QCommandLineOption steps(u"steps"_s, u"How many scroll steps."_s, u"N"_s, u"200"_s);
    const QCommandLineOption samplesFile(u"samples"_s, u"Write there; else to standard output."_s, u"FILE"_s);
    parser.addOptions({endpoint, key, devices, part, steps, samplesFile});
    parser.addHelpOption();
    parser.process(application);
    const tl::expected<Endpoint, QString> place = Endpoint::parse(parser.value(endpoint));
    if (!place) {
        QTextStream(stderr) << place.error() << Qt::endl;
        return 2;
    }

    Samples samples;
    WindowBench bench(application, samples, *place, parser.value(key).toUtf8());
    if (!run(bench, parser.value(part), parser.value(devices).toLongLong(), parser.value(steps).toInt()))
        return 1;
    if (parser.value(part) == u"unranked") { // its load is not the usual one
        Samples first;
        for (const QString &each : {u"sort.name.unknown"_s, u"sort.name.unknown.processor"_s}) {
            for (const double value : samples.values(each))
                first.add(each, value);
        }
        return first.write(parser.value(samplesFile)) ? 0 : 1;
    }
    return samples.write(parser.value(samplesFile)) ? 0 : 1;
}
