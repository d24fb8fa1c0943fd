// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/rowmarks.h"

#include "app/base/visibletext.h"
#include "app/fleet/devicetwins.h"

#include <QCoreApplication>
#include <QStringList>

#include <array>

namespace {

/// Marks without that of a time that is written in another way and well understood all the same.
quint8 tellingMarks(const DeviceTable &table, DeviceRow row)
{
    const quint8 marks = table.marks(row);
    if ((marks & RowMark::oddTime) == 0)
        return marks;
    const auto isOdd = [&](TimeColumn column) {
        return table.time(column, row) == noTime && !table.timeText(column, row).isEmpty();
    };
    const bool isUnclear = isOdd(TimeColumn::LastSuccess) || isOdd(TimeColumn::NextRun);
    return isUnclear ? marks : static_cast<quint8>(marks & ~RowMark::oddTime);
}

} // namespace

bool hasWarningMark(const DeviceTable &table, DeviceRow row)
{
    return tellingMarks(table, row) != 0;
}

QString markSentences(const DeviceTable &table, DeviceRow row)
{
    struct MarkRow
    {
        quint8 mark;
        const char *sentence;
    };
    static constexpr std::array rows{
        MarkRow{RowMark::damaged,
                QT_TRANSLATE_NOOP("DeviceGrid",
                                  "The bytes of this row could not be read. Only its place in "
                                  "IDrive’s answer is known; there may be a device here.")},
        MarkRow{RowMark::repaired,
                QT_TRANSLATE_NOOP("DeviceGrid", "Bytes that are no text stand as “\uFFFD”.")},
        MarkRow{RowMark::oddField,
                QT_TRANSLATE_NOOP("DeviceGrid",
                                  "A field of this row could not be understood and "
                                  "is left empty.")},
        MarkRow{RowMark::oddTime,
                QT_TRANSLATE_NOOP("DeviceGrid",
                                  "A time of this row is none that Steward "
                                  "understands; it is shown as it came.")},
        MarkRow{RowMark::noId,
                QT_TRANSLATE_NOOP("DeviceGrid",
                                  "IDrive gave no device ID, so this device cannot be "
                                  "followed from one reading to the next.")},
    };
    const quint8 marks = tellingMarks(table, row);
    QStringList sentences;
    for (const MarkRow &meaning : rows) {
        if (marks & meaning.mark)
            sentences += QCoreApplication::translate("DeviceGrid", meaning.sentence);
    }
    return sentences.join(u'\n');
}

QString twinSentence(const DeviceSource &source, DeviceRow row, const Moment &moment)
{
    if (!source.twins || !source.twins->hasTwin(row))
        return {};
    const TwinSearch::Group &group = source.twins->groupOf(row);
    const bool isOlder = source.twins->isOlder(row);
    const DeviceRow other = isOlder ? group.front() : group[1];
    const QString id = visibleText(source.table.text(TextColumn::Id, other));
    const qint64 time = source.table.time(TimeColumn::LastSuccess, other);
    const QString when = time == noTime
        ? QCoreApplication::translate("DeviceGrid", "never backed up")
        : QCoreApplication::translate("DeviceGrid", "last success %1").arg(nearTimeText(time, moment));
    return (isOlder ? QCoreApplication::translate(
                          "DeviceGrid", "Enrolled again: the newer device of this name has the ID %1 (%2).")
                    : QCoreApplication::translate(
                          "DeviceGrid", "Enrolled again: an older device of this name has the ID %1 (%2)."))
        .arg(id, when);
}
