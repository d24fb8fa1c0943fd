// SPDX-License-Identifier: GPL-3.0-or-later
// What reading the device list costs, each step beside the one below it: the download alone, simdjson alone, our scanner, our
// stream into chunks, the table. Processor time of the whole program, medians over --runs; with --endpoint also the time by
// the clock. An endpoint is one of steward-sandbox, or any other that takes its key.
#include "app/base/channel.h"
#include "app/devices/devicerequests.h"
#include "app/devices/devicestream.h"
#include "app/devices/devicetable.h"
#include "app/net/apiclient.h"
#include "app/net/objectscanner.h"
#include "tests/bench/devicejson.h"
#include "tests/bench/samples.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QEventLoop>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

#include <simdjson.h>

#include <algorithm>
#include <chrono>
#include <cstring>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype pieceSize = 256 << 10; // as the client gives them
constexpr qint64 mostForQt = 400 << 20; // QJsonDocument takes three times as much beside it

struct Cost
{
    double processor = 0; // milliseconds
    double clock = 0;
};

struct Figure
{
    QString what;
    QString key; // of the samples; none: for people only
    std::vector<Cost> runs;

    double median(double Cost::*part) const
    {
        std::vector<double> values;
        std::ranges::transform(runs, std::back_inserter(values), part);
        std::ranges::sort(values);
        return values[values.size() / 2];
    }
};

Cost now()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    const std::chrono::duration<double, std::milli> clock =
        std::chrono::steady_clock::now().time_since_epoch();
    return {.processor = static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6,
            .clock = clock.count()};
}

// Kilobytes, from the line of /proc/self/status that begins with \a name. 0 where there is no such file.
qint64 memory(const QByteArray &name)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name))
            return line.sliced(name.size() + 1).simplified().split(' ').front().toLongLong();
    }
    return 0;
}

// Only counts.
class CountingSink final : public BodySink
{
public:
    void begin(qint64 /*declaredBytes*/) override { }
    Result<bool> take(QByteArrayView bytes) override
    {
        m_bytes += bytes.size();
        return true;
    }
    Result<void> end() override { return {}; }
    void breakOff() override { }

private:
    qint64 m_bytes = 0;
};

// Visits every name and every token, and keeps nothing.
size_t walk(simdjson::ondemand::parser &parser, QByteArrayView json, qsizetype capacity)
{
    size_t bytes = 0;
    simdjson::ondemand::document document;
    simdjson::ondemand::array rows;
    if (parser.iterate(json.data(), size_t(json.size()), size_t(capacity)).get(document) != simdjson::SUCCESS
        || document.get_array().get(rows) != simdjson::SUCCESS)
        return 0;
    for (auto row : rows) {
        simdjson::ondemand::object object;
        if (row.get_object().get(object) != simdjson::SUCCESS)
            return 0;
        for (auto result : object) {
            simdjson::ondemand::field field;
            if (std::move(result).get(field) == simdjson::SUCCESS)
                bytes += size_t(field.key().raw()[0]) + field.value().raw_json_token().size();
        }
    }
    return bytes;
}

void feed(BodySink &sink, const QByteArray &body)
{
    sink.begin(body.size());
    for (qsizetype at = 0; at < body.size(); at += pieceSize) {
        if (!sink.take(QByteArrayView(body).sliced(at, std::min(pieceSize, body.size() - at))))
            qFatal("The list cannot be read.");
    }
    if (!sink.end())
        qFatal("The list is not whole.");
}

qsizetype bytesOf(const DeviceChunk &chunk)
{
    size_t bytes = chunk.texts.capacity() + chunk.marks.capacity() + 4 * chunk.idHashes.capacity();
    for (const auto &spans : chunk.textSpans)
        bytes += sizeof(DeviceChunk::Span) * spans.capacity();
    for (const auto &codes : chunk.codes)
        bytes += 4 * codes.capacity();
    for (const auto &times : chunk.times)
        bytes += 8 * times.capacity();
    return static_cast<qsizetype>(bytes);
}

class Bench
{
public:
    Bench(int runs, QByteArray body) : m_runs(runs), m_body(std::move(body)) { }

    void readFromMemory();
    void readFrom(const Endpoint &endpoint, const QByteArray &key);
    void print(QTextStream &out) const;
    /// Everything that has a key, by the clock, and what the table takes.
    Samples samples() const;

private:
    template <typename Work>
    void measure(const QString &what, const QString &key, Work work)
    {
        Figure figure{.what = what, .key = key, .runs = {}};
        for (int run = 0; run < m_runs; ++run) {
            const Cost begin = now();
            work();
            const Cost end = now();
            figure.runs.push_back(
                {.processor = end.processor - begin.processor, .clock = end.clock - begin.clock});
        }
        m_figures.push_back(std::move(figure));
    }

    void takeInto(DeviceTable &table, DeviceReading &reading, const DeviceChunk &chunk)
    {
        table.take(reading, chunk);
        m_rows += chunk.rows;
        m_chunkBytes += bytesOf(chunk);
    }
    void finish(DeviceTable &table, std::unique_ptr<DeviceReading> reading)
    {
        table.finish(std::move(reading), true);
        m_tableBytes = table.bytesUsed();
    }
    void download(ApiClient &client, const std::shared_ptr<BodySink> &sink,
                  const std::function<void()> &poll = {});

    int m_runs;
    QByteArray m_body;
    std::vector<Figure> m_figures;
    qint64 m_rows = 0;
    qint64 m_chunkBytes = 0;
    qint64 m_tableBytes = 0;
    qint64 m_bytes = 0;
};

void Bench::readFromMemory()
{
    m_bytes = m_body.size();
    m_body.reserve(m_body.size() + qsizetype(simdjson::SIMDJSON_PADDING));
    measure(u"scanner alone"_s, {}, [this] {
        ObjectScanner scanner;
        std::vector<ObjectScanner::Row> rows;
        for (qint64 at = 0; at < m_body.size(); at += pieceSize) {
            rows.clear();
            const qint64 from = scanner.firstNeeded();
            const qint64 to = std::min<qint64>(m_body.size(), at + pieceSize);
            if (!scanner.scan(QByteArrayView(m_body).sliced(from, to - from), from, rows))
                qFatal("The list cannot be scanned.");
        }
    });
    QByteArray copy(m_body.size(), Qt::Uninitialized);
    std::ranges::fill(copy, ' '); // its memory is there before
    measure(u"copy of the bytes"_s, u"reader.copy"_s,
            [&] { std::memcpy(copy.data(), m_body.constData(), static_cast<size_t>(m_body.size())); });
    copy.clear();
    measure(u"simdjson, every token"_s, u"reader.walk"_s, [this] {
        simdjson::ondemand::parser parser;
        if (walk(parser, m_body, m_body.capacity()) == 0)
            qFatal("simdjson cannot read the list.");
    });
    measure(u"stream into chunks"_s, {}, [this] {
        DeviceStream stream([](const DeviceChunk & /*chunk*/) { });
        feed(stream, m_body);
    });
    measure(u"stream into chunks, and the table"_s, {}, [this] {
        m_rows = m_chunkBytes = 0;
        DeviceTable table;
        std::unique_ptr<DeviceReading> reading =
            table.beginReading(AccountId(u"a"_s), std::nullopt, m_body.size() / 309);
        DeviceStream stream([&](const DeviceChunk &chunk) { takeInto(table, *reading, chunk); });
        feed(stream, m_body);
        finish(table, std::move(reading));
    });
    if (m_body.size() <= mostForQt) {
        measure(u"QJsonDocument"_s, u"reader.qjson"_s, [this] {
            if (!QJsonDocument::fromJson(m_body).isArray())
                qFatal("Qt cannot read the list.");
        });
    }
}

void Bench::download(ApiClient &client, const std::shared_ptr<BodySink> &sink,
                     const std::function<void()> &poll)
{
    QEventLoop loop;
    const RequestHandle handle = client.send(deviceList(), sink, &loop, [&](const Result<ListEnd> &end) {
        if (!end)
            qFatal("%s", qPrintable(end.error().what()));
        m_bytes = end->bytes;
        loop.quit();
    });
    loop.exec();
    if (poll)
        poll();
}

void Bench::readFrom(const Endpoint &endpoint, const QByteArray &key)
{
    ApiClient client(endpoint, Secret(key));
    measure(u"download alone"_s, u"reader.download"_s,
            [&] { download(client, std::make_shared<CountingSink>()); });
    measure(u"download and stream"_s, u"reader.stream"_s,
            [&] { download(client, std::make_shared<DeviceStream>([](const DeviceChunk & /*chunk*/) { })); });
    measure(u"download, stream and table"_s, u"reader.table"_s, [&] {
        m_rows = m_chunkBytes = 0;
        QObject window;
        DeviceTable table;
        std::unique_ptr<DeviceReading> reading =
            table.beginReading(AccountId(u"a"_s), std::nullopt, m_bytes / 309);
        std::function<void()> takeAll;
        const auto chunks = Channel<DeviceChunk>::create(&window, [&takeAll] { takeAll(); });
        takeAll = [&] {
            for (const DeviceChunk &chunk : chunks->takeAll())
                takeInto(table, *reading, chunk);
        };
        download(client, std::make_shared<DeviceStream>([chunks](DeviceChunk chunk) {
                     chunks->push(std::move(chunk));
                 }),
                 takeAll);
        finish(table, std::move(reading));
    });
}

void Bench::print(QTextStream &out) const
{
    out << QString::number(m_rows) << " devices, " << QString::number(double(m_bytes) / 1e6, 'f', 1)
        << " MB\n"
        << u"median of %1 runs"_s.arg(m_runs).leftJustified(40) << "processor ms   clock ms   of the first\n";
    for (const Figure &figure : m_figures) {
        const double first = m_figures.front().median(&Cost::clock);
        out << figure.what.leftJustified(40)
            << QString::number(figure.median(&Cost::processor), 'f', 1).rightJustified(12)
            << QString::number(figure.median(&Cost::clock), 'f', 1).rightJustified(11)
            << QString::number(figure.median(&Cost::clock) / first, 'f', 2).rightJustified(15) << '\n';
    }
    if (m_rows > 0) {
        out << "bytes a row: chunk " << double(m_chunkBytes) / double(m_rows) << ", table "
            << double(m_tableBytes) / double(m_rows) << '\n';
    }
    out << "peak memory: " << memory("VmHWM") / 1024 << " MB\n";
}

Samples Bench::samples() const
{
    Samples samples;
    for (const Figure &figure : m_figures) {
        for (const Cost &cost : figure.runs) {
            if (figure.key.isEmpty())
                continue;
            samples.add(figure.key, cost.clock);
            samples.add(figure.key + u".processor", cost.processor);
        }
    }
    if (m_rows > 0)
        samples.add(u"reader.row"_s, double(m_tableBytes) / double(m_rows));
    return samples;
}

int report(const Bench &bench, const QCommandLineParser &parser, const QCommandLineOption &samplesFile)
{
    QTextStream out(stdout);
    bench.print(out);
    return !parser.isSet(samplesFile) || bench.samples().write(parser.value(samplesFile)) ? 0 : 1;
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption devices(u"devices"_s, u"How many devices to make up."_s, u"N"_s, u"100000"_s);
    const QCommandLineOption runs(u"runs"_s, u"How often each is measured."_s, u"N"_s, u"5"_s);
    const QCommandLineOption json(u"json"_s, u"Read this list instead."_s, u"FILE"_s);
    const QCommandLineOption endpoint(u"endpoint"_s, u"Read the list from there."_s, u"URL"_s);
    const QCommandLineOption key(u"key"_s, u"The endpoint's key."_s, u"KEY"_s, u"sandbox-key"_s);
    const QCommandLineOption samplesFile(u"samples"_s, u"Write samples for the report there."_s, u"FILE"_s);
    parser.addOptions({devices, runs, json, endpoint, key, samplesFile});
    parser.addHelpOption();
    parser.process(app);

    const int count = std::max(1, parser.value(runs).toInt());
    if (parser.isSet(endpoint)) {
        const tl::expected<Endpoint, QString> place = Endpoint::parse(parser.value(endpoint));
        if (!place) {
            QTextStream(stderr) << place.error() << '\n';
            return 1;
        }
        Bench bench(count, {});
        bench.readFrom(*place, parser.value(key).toUtf8());
        return report(bench, parser, samplesFile);
    }
    QByteArray body;
    if (QFile file(parser.value(json)); parser.isSet(json)) {
        if (!file.open(QIODevice::ReadOnly)) {
            QTextStream(stderr) << file.errorString() << '\n';
            return 1;
        }
        body = file.readAll();
    } else {
        body = deviceJson(parser.value(devices).toLongLong());
    }
    Bench bench(count, std::move(body));
    bench.readFromMemory();
    return report(bench, parser, samplesFile);
}
