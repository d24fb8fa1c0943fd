// SPDX-License-Identifier: GPL-3.0-or-later
// The same fleet in what a plain Qt program would be: QNetworkAccessManager, QJsonDocument, a table model, QSortFilterProxyModel,
// QTableView. Writes samples for the report, beside those of the console's window.
#include "tests/bench/framewatch.h"
#include "tests/bench/plaindevicemodel.h"
#include "tests/bench/processmemory.h"
#include "tests/bench/samples.h"

#include <QCommandLineParser>
#include <QEventLoop>
#include <QHeaderView>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <functional>
#include <random>

using namespace Qt::StringLiterals;

namespace {

class PlainBench
{
public:
    PlainBench(FrameWatch &application, Samples &samples) : m_application(application), m_samples(samples)
    {
        m_proxy.setSourceModel(&m_model);
        m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
        m_view.setModel(&m_proxy);
        m_view.setSortingEnabled(true);
        m_view.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
        m_view.verticalHeader()->setDefaultSectionSize(26);
        m_view.resize(1680, 1080);
        m_application.watch(m_view.viewport());
        m_view.show();
        measure({}, [] { });
    }

    bool load(const QUrl &address);
    void act(int steps);

private:
    // Until the next frame, which is asked for where nothing changed.
    void measure(const QString &key, const std::function<void()> &act)
    {
        Instant end;
        QEventLoop loop; // goes before what the lambda captures
        QObject::connect(&m_application, &FrameWatch::flushed, &loop, [&](Instant when) {
            end = when; // clazy:exclude=lambda-in-connect
            loop.quit();
        });
        const Instant begin = Instant::now();
        act();
        m_view.viewport()->update();
        loop.exec();
        if (!key.isEmpty())
            m_samples.add(key, (end - begin).clock);
    }

    FrameWatch &m_application;
    Samples &m_samples;
    PlainDeviceModel m_model;
    QSortFilterProxyModel m_proxy;
    QTableView m_view;
};

bool PlainBench::load(const QUrl &address)
{
    const ProcessMemory before = ProcessMemory::now();
    bool isRead = false;
    measure(u"plainqt.load"_s, [&] {
        QNetworkAccessManager network;
        QNetworkRequest request(address);
        request.setRawHeader("Accept-Encoding", "identity");
        QNetworkReply *reply = network.get(request);
        QEventLoop loop;
        QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
        loop.exec();
        const QJsonDocument answer = QJsonDocument::fromJson(reply->readAll());
        isRead = answer.isArray();
        m_model.setDevices(answer.array());
    });
    m_samples.add(u"plainqt.memory.peak"_s, ProcessMemory::now().peak - before.peak);
    return isRead;
}

void PlainBench::act(int steps)
{
    std::mt19937 random(1);
    QScrollBar *bar = m_view.verticalScrollBar();
    for (int step = 0; step < steps; ++step)
        measure(u"plainqt.frame"_s,
                [&] { bar->setValue(std::uniform_int_distribution(0, bar->maximum())(random)); });
    m_proxy.setFilterKeyColumn(-1); // all of them
    for (const QString &text : {u"w"_s, u"ws"_s, u"ws-9"_s})
        measure(u"plainqt.query"_s, [&] { m_proxy.setFilterFixedString(text); });
    m_proxy.setFilterFixedString({});
    m_view.sortByColumn(PlainDeviceModel::Os, Qt::AscendingOrder);
    measure(u"plainqt.sort.name"_s,
            [this] { m_view.sortByColumn(PlainDeviceModel::Name, Qt::AscendingOrder); });
    measure(u"plainqt.sort.time"_s,
            [this] { m_view.sortByColumn(PlainDeviceModel::LastSuccess, Qt::AscendingOrder); });
    measure(u"plainqt.sort.word"_s,
            [this] { m_view.sortByColumn(PlainDeviceModel::Status, Qt::AscendingOrder); });
}

} // namespace

int main(int argc, char **argv)
{
    FrameWatch application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption endpoint(u"endpoint"_s, u"Where the fleet is."_s, u"URL"_s);
    const QCommandLineOption steps(u"steps"_s, u"How many scroll steps."_s, u"N"_s, u"100"_s);
    const QCommandLineOption samplesFile(u"samples"_s, u"Write there; else to standard output."_s, u"FILE"_s);
    parser.addOptions({endpoint, steps, samplesFile});
    parser.addHelpOption();
    parser.process(application);

    Samples samples;
    PlainBench bench(application, samples);
    if (!bench.load(QUrl(parser.value(endpoint) + u"/device/summary"_s)))
        return 1;
    bench.act(parser.value(steps).toInt());
    return samples.write(parser.value(samplesFile)) ? 0 : 1;
}
