// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicecopy.h"

#include "app/base/visibletext.h"
#include "app/fleet/healthcolumn.h"
#include "app/sheets/sheetwriter.h"
#include "ui/devices/devicecolumntable.h"
#include "ui/devices/devicesheet.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

struct DeviceCopyWords
{
    Q_DECLARE_TR_FUNCTIONS(DeviceCopy)
};

constexpr qsizetype longestValue = 200;

QString lastSuccessLine(const DeviceSource &source, DeviceRow device, const Moment &moment)
{
    const qint64 time = source.table.time(TimeColumn::LastSuccess, device);
    if (time == noTime) // "never", "–", or the server's own text
        return shortenedText(cellText(source, DeviceColumn::LastSuccess, device, moment), longestValue);
    const QString age = ageText(time, moment);
    const QString when = time > moment.now ? age : DeviceCopyWords::tr("%1 ago").arg(age);
    return fullTimeText(time, moment) + u" ("_s + when + u')';
}

QString ticketBlock(const DeviceSource &source, DeviceRow device, const Moment &moment)
{
    const auto cell = [&](DeviceColumn column) {
        return shortenedText(cellText(source, column, device, moment), longestValue);
    };
    QString text = cell(DeviceColumn::Company) + u" / "_s + cell(DeviceColumn::Name) + u'\n';
    text += DeviceCopyWords::tr("Last success: %1").arg(lastSuccessLine(source, device, moment)) + u'\n';
    const std::optional<Health> health = source.health ? source.health->health(device) : std::nullopt;
    if (!health)
        return text;
    QString heading = label(*health);
    const WhyLines lines = source.health->why(device);
    for (const WhyLine &line : lines) {
        text += heading + u": "_s + sentence(line, moment.locale);
        if (!line.words.isEmpty())
            text += DeviceCopyWords::tr(" IDrive’s words: “%1”.")
                        .arg(shortenedText(visibleText(line.words), longestValue));
        text += u'\n';
        heading = DeviceCopyWords::tr("Also");
    }
    return text;
}

// From believable fleets; only a hint for memory.
constexpr qsizetype lettersPerValue = 14;

} // namespace

QString rowsAsText(const DeviceSource &source, std::span<const DeviceRow> devices,
                   std::span<const DeviceColumn> columns, const Moment &moment)
{
    QString text;
    text.reserve(static_cast<qsizetype>((devices.size() + 1) * columns.size()) * lettersPerValue);
    const auto endLine = [&text] {
        text.chop(1);
        text += u'\n';
    };
    for (const DeviceColumn column : columns)
        text += columnHeader(column) + u'\t';
    endLine();
    for (const DeviceRow device : devices) {
        for (const DeviceColumn column : columns)
            text += cellText(source, column, device, moment) + u'\t';
        endLine();
    }
    return text;
}

QString idsAsText(const DeviceTable &table, std::span<const DeviceRow> devices)
{
    QString text;
    for (const DeviceRow device : devices) {
        const QByteArrayView id = table.text(TextColumn::Id, device);
        if (!id.isEmpty())
            text += visibleText(id) + u'\n';
    }
    return text;
}

QString rowsAsMarkdown(const DeviceSource &source, std::span<const DeviceRow> devices,
                       std::span<const DeviceColumn> columns)
{
    DeviceSheet sheet(source, {devices.begin(), devices.end()}, {columns.begin(), columns.end()});
    return QString::fromUtf8(wholeSheet(sheet, {.format = SheetFormat::Markdown}));
}

QString rowsForTicket(const DeviceSource &source, std::span<const DeviceRow> devices, const Moment &moment)
{
    QString text;
    for (const DeviceRow device : devices) {
        if (!text.isEmpty())
            text += u'\n';
        text += ticketBlock(source, device, moment);
    }
    return text;
}
