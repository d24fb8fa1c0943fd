// SPDX-License-Identifier: GPL-3.0-or-later
// What an export costs: --rows N (1000000) devices of 12 columns, in each format, into a file of --folder (the system's
// temporary one) through SheetExport, and the window's thread's share of it. Figures are medians over --runs N (3).
#include "app/sheets/sheetexport.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <ctime>

using namespace Qt::StringLiterals;

namespace {

/// Rows like those of a fleet; made as they are asked for.
class DeviceSheet : public SheetSource
{
public:
    explicit DeviceSheet(qsizetype count) : m_count(count) { }

    QList<SheetColumn> columns() const override
    {
        return {{u"Health"_s},
                {u"Name"_s},
                {u"Company"_s},
                {u"Status"_s},
                {u"Last result"_s},
                {u"Last success"_s, CellKind::Time},
                {u"Next run"_s, CellKind::Time},
                {u"OS"_s},
                {u"Version"_s},
                {u"Group"_s},
                {u"Tag"_s},
                {u"Pending"_s, CellKind::Number}};
    }
    qsizetype expectedRows() const override { return m_count; }
    bool addNextRow(SheetRows &rows) override
    {
        if (m_next == m_count)
            return false;
        const qint64 row = m_next++;
        rows.addText("Protected");
        rows.addText(QByteArrayView(row % 20 == 0 ? "B\xC3\xBCro-PC-0042" : "CAS-DC02-WORKSTATION"));
        rows.addText("Castell Logistics, \"North\"");
        rows.addText("ONLINE");
        rows.addText("Success");
        rows.addTime(1'764'065'000'000 - row * 60'000);
        rows.addTime(1'764'065'000'000 + row * 60'000);
        rows.addText("Windows Server 2022 Standard");
        rows.addText("7.0.0.48281");
        rows.addText("Default group");
        rows.addText("=tag");
        rows.addNumber(row);
        return true;
    }

private:
    qsizetype m_count;
    qsizetype m_next = 0;
};

double threadMilliseconds()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

struct Figure
{
    double seconds = 0;
    double ownThreadSeconds = 0;
    double megabytes = 0;
};

Figure measure(SheetFormat format, qsizetype rows, const QString &file)
{
    SheetExport one(std::make_unique<DeviceSheet>(rows), {.format = format}, file);
    QEventLoop loop;
    Figure figure;
    QObject::connect(&one, &SheetExport::finished, &loop, [&](qsizetype, qint64 bytes) {
        figure.megabytes = static_cast<double>(bytes) / 1e6;
        loop.quit();
    });
    QObject::connect(&one, &SheetExport::failed, &loop, [&](const SheetTrouble &trouble) {
        QTextStream(stderr) << trouble.what() << '\n';
        loop.exit(1);
    });
    QElapsedTimer clock;
    clock.start();
    const double before = threadMilliseconds();
    one.start();
    if (loop.exec() != 0)
        std::exit(1);
    figure.seconds = static_cast<double>(clock.elapsed()) / 1e3;
    figure.ownThreadSeconds = (threadMilliseconds() - before) / 1e3;
    return figure;
}

QString peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return u"unknown"_s;
    const QStringList peak = QString::fromLatin1(status.readAll()).split(u'\n').filter(u"VmHWM"_s);
    return peak.isEmpty() ? u"unknown"_s : peak.first().section(u':', 1).simplified();
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption runsOption(u"runs"_s, u"How often"_s, u"N"_s, u"3"_s);
    const QCommandLineOption rowsOption(u"rows"_s, u"Devices"_s, u"N"_s, u"1000000"_s);
    const QCommandLineOption folderOption(u"folder"_s, u"Where the files go"_s, u"DIR"_s, QDir::tempPath());
    parser.addOptions({runsOption, rowsOption, folderOption});
    parser.addHelpOption();
    parser.process(application);

    const QTemporaryDir folder(parser.value(folderOption) + u"/sheets"_s);
    QTextStream out(stdout);
    out << parser.value(rowsOption) << " rows of 12 columns\n";
    for (const SheetFormatRow &format : sheetFormats()) {
        const QString suffix = QString::fromLatin1(format.suffix);
        std::vector<Figure> figures;
        for (int run = 0; run < std::max(1, parser.value(runsOption).toInt()); ++run)
            figures.push_back(measure(format.format, parser.value(rowsOption).toLongLong(),
                                      folder.filePath(u"devices."_s + suffix)));
        std::ranges::sort(figures, {}, &Figure::seconds);
        const Figure &median = figures[figures.size() / 2];
        out << suffix.leftJustified(6) << QString::number(median.seconds, 'f', 2)
            << " s, of it on the window's thread " << QString::number(median.ownThreadSeconds, 'f', 2)
            << " s, " << QString::number(median.megabytes, 'f', 0) << " MB\n";
    }
    out << "VmHWM " << peakMemory() << Qt::endl;
    return 0;
}
