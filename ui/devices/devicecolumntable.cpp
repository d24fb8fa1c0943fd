// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicecolumntable.h"

#include "app/base/visibletext.h"
#include "app/devices/devicewords.h"
#include "app/fleet/acknowledgements.h"
#include "app/fleet/devicetwins.h"
#include "app/fleet/healthcolumn.h"
#include "ui/devices/rowmarks.h"
#include "ui/health/healthlook.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("DeviceGrid", text);
}

bool isMarked(const DeviceSource &source, DeviceRow row, quint8 mark)
{
    return (source.table.marks(row) & mark) != 0;
}

QString rawWord(const DeviceSource &source, WordColumn column, DeviceRow row)
{
    return source.table.word(column, source.table.code(column, row));
}

std::optional<Health> healthOf(const DeviceSource &source, DeviceRow row)
{
    return source.health ? source.health->health(row) : std::nullopt;
}

// Values

QString healthText(const DeviceSource &source, DeviceRow row, const Moment &)
{
    const std::optional<Health> health = healthOf(source, row);
    return health ? label(*health) : QString();
}

QString nameText(const DeviceSource &source, DeviceRow row, const Moment &moment)
{
    if (const DeviceChunk::Damage *damage = source.table.damage(row))
        return translated(QT_TRANSLATE_NOOP("DeviceGrid", "Damaged row (byte %1)"))
            .arg(moment.locale.toString(damage->offset));
    return visibleText(source.table.text(TextColumn::Name, row));
}

QString accountText(const DeviceSource &source, DeviceRow row, const Moment &)
{
    return visibleText(source.table.accountName(source.table.code(WordColumn::Account, row)));
}

template <TextColumn Column>
QString plainText(const DeviceSource &source, DeviceRow row, const Moment &)
{
    return visibleText(source.table.text(Column, row));
}

template <WordColumn Column>
QString wordText(const DeviceSource &source, DeviceRow row, const Moment &)
{
    return visibleText(rawWord(source, Column, row));
}

QString companyText(const DeviceSource &source, DeviceRow row, const Moment &)
{
    return visibleText(source.table.companyName(source.table.code(WordColumn::Company, row)));
}

QString statusText(const DeviceSource &source, DeviceRow row, const Moment &)
{
    return visibleText(label(deviceStatus(rawWord(source, WordColumn::Status, row))));
}

QString resultText(const DeviceSource &source, DeviceRow row, const Moment &)
{
    return visibleText(label(lastResult(rawWord(source, WordColumn::LastResult, row))));
}

QString osText(const DeviceSource &source, DeviceRow row, const Moment &)
{
    return visibleText(label(deviceOs(rawWord(source, WordColumn::Os, row))));
}

/// A time that is not understood is shown as the server wrote it.
template <TimeColumn Column, QString (*Format)(qint64, const Moment &)>
QString timeText(const DeviceSource &source, DeviceRow row, const Moment &moment)
{
    const qint64 time = source.table.time(Column, row);
    return time == noTime ? visibleText(source.table.timeText(Column, row)) : Format(time, moment);
}

// Tooltips

QString noToolTip(const DeviceSource &, DeviceRow, const Moment &)
{
    return {};
}

/// Every rule that matches, the one that gave the word first.
QString healthToolTip(const DeviceSource &source, DeviceRow row, const Moment &moment)
{
    QStringList sentences;
    const WhyLines lines = source.health ? source.health->why(row) : WhyLines();
    for (const WhyLine &line : lines)
        sentences << sentence(line, moment.locale);
    if (const Acknowledgement *known = source.known ? source.known->of(row) : nullptr)
        sentences << knownText(*known, moment);
    return sentences.join(u'\n');
}

QString serverSays(const QString &word)
{
    return translated(QT_TRANSLATE_NOOP("DeviceGrid", "server: %1")).arg(visibleText(word));
}

QString nameToolTip(const DeviceSource &source, DeviceRow row, const Moment &moment)
{
    QStringList sentences{markSentences(source.table, row), twinSentence(source, row, moment)};
    sentences.removeAll(QString());
    return sentences.join(u'\n');
}

template <WordColumn Column, DeviceColumnRow::Text Shown>
QString wordToolTip(const DeviceSource &source, DeviceRow row, const Moment &moment)
{
    const QString raw = rawWord(source, Column, row);
    const bool isSameWord = foldedWord(raw) == foldedWord(Shown(source, row, moment));
    return isSameWord ? QString() : serverSays(raw);
}

/// "2026-02-17T11:15:00Z", "2026-02-17 11:15:00+05:30".
bool namesItsZone(const QString &time)
{
    constexpr qsizetype dateLength = 10;
    const QStringView clock = QStringView(time).sliced(std::min(dateLength, time.size()));
    return clock.endsWith(u'Z', Qt::CaseInsensitive) || clock.contains(u'+') || clock.contains(u'-');
}

template <TimeColumn Column>
QString timeToolTip(const DeviceSource &source, DeviceRow row, const Moment &moment)
{
    const qint64 time = source.table.time(Column, row);
    const QString raw = source.table.timeText(Column, row);
    if (raw.isEmpty())
        return {};
    if (time == noTime) {
        return translated(QT_TRANSLATE_NOOP("DeviceGrid",
                                            "Shown as IDrive wrote it: this is no time that Steward "
                                            "understands."));
    }
    const QString server = namesItsZone(raw)
        ? serverSays(raw)
        : translated(QT_TRANSLATE_NOOP("DeviceGrid", "server: %1 (taken as %2)"))
              .arg(visibleText(raw), serverZoneName(moment));
    return fullTimeText(time, moment) + u'\n' + server;
}

/// Not "never" where a field was not understood: that one may be it.
bool isNever(const DeviceSource &source, DeviceRow row)
{
    return source.table.time(TimeColumn::LastSuccess, row) == noTime
        && source.table.timeText(TimeColumn::LastSuccess, row).isEmpty()
        && !isMarked(source, row, RowMark::damaged | RowMark::oddField);
}

QString lastSuccessToolTip(const DeviceSource &source, DeviceRow row, const Moment &moment)
{
    if (isNever(source, row))
        return translated(
            QT_TRANSLATE_NOOP("DeviceGrid", "IDrive names no successful backup of this device."));
    return timeToolTip<TimeColumn::LastSuccess>(source, row, moment);
}

// Looks: colour only in health, last result and last success; what is second to the name is text2

CellLook healthCellLook(const DeviceSource &source, DeviceRow row)
{
    const std::optional<Health> health = healthOf(source, row);
    if (!health)
        return {.ink = Token::Text2};
    const HealthLook &look = healthLook(*health);
    if (source.known && source.known->of(row))
        return {.ink = Token::Text2}; // it does not call for anybody
    return {.ink = look.word, .isStrong = look.isStrong};
}

template <Token Colour>
CellLook plainLook(const DeviceSource &, DeviceRow)
{
    return {.ink = Colour};
}

CellLook nameLook(const DeviceSource &source, DeviceRow row)
{
    if (isMarked(source, row, RowMark::damaged))
        return {.ink = Token::Warn, .isStrong = true};
    return {};
}

CellLook statusLook(const DeviceSource &source, DeviceRow row)
{
    const bool isOnline =
        deviceStatus(rawWord(source, WordColumn::Status, row)).known() == DeviceStatus::Online;
    return {.ink = isOnline ? Token::Text : Token::Text2};
}

CellLook resultLook(const DeviceSource &source, DeviceRow row)
{
    const std::optional<LastResult> result = lastResult(rawWord(source, WordColumn::LastResult, row)).known();
    if (!result)
        return {};
    switch (*result) {
    case LastResult::Success:
        return {};
    case LastResult::Failed:
        return {.ink = Token::Bad, .isStrong = true};
    case LastResult::InProgress:
        return {.ink = Token::Run};
    case LastResult::Cancelled:
        return {.ink = Token::Warn};
    }
    Q_UNREACHABLE();
}

/// The age is what is wrong with a device that failed, is late or stale: it has the colour of the word.
CellLook lastSuccessLook(const DeviceSource &source, DeviceRow row)
{
    const std::optional<Health> health = healthOf(source, row);
    if (!health)
        return isNever(source, row) ? CellLook{.ink = Token::Bad, .isStrong = true} : CellLook{};
    const HealthTone tone = healthRow(*health).tone;
    if (tone == HealthTone::Bad || tone == HealthTone::Warn)
        return healthCellLook(source, row);
    return {.ink = isNever(source, row) ? Token::Idle : Token::Text};
}

} // namespace

constexpr std::array<DeviceColumnRow, deviceColumnCount> deviceColumnTable{
    DeviceColumnRow{DeviceColumn::HealthWord, "health", QT_TRANSLATE_NOOP("DeviceGrid", "Health"),
                    Qt::AlignLeft, 112, Qt::ElideRight, TextStyle::Base, healthText, healthToolTip,
                    healthCellLook},
    DeviceColumnRow{DeviceColumn::Name, "name", QT_TRANSLATE_NOOP("DeviceGrid", "Name"), Qt::AlignLeft, 140,
                    Qt::ElideRight, TextStyle::Base, nameText, nameToolTip, nameLook},
    DeviceColumnRow{DeviceColumn::Company, "company_name", QT_TRANSLATE_NOOP("DeviceGrid", "Company"),
                    Qt::AlignLeft, 140, Qt::ElideRight, TextStyle::Base, companyText, noToolTip,
                    plainLook<Token::Text2>},
    DeviceColumnRow{DeviceColumn::Account, "account", QT_TRANSLATE_NOOP("DeviceGrid", "Account"),
                    Qt::AlignLeft, 140, Qt::ElideRight, TextStyle::Base, accountText, noToolTip,
                    plainLook<Token::Text2>},
    DeviceColumnRow{DeviceColumn::Status, "status", QT_TRANSLATE_NOOP("DeviceGrid", "Status"), Qt::AlignLeft,
                    72, Qt::ElideRight, TextStyle::Base, statusText,
                    wordToolTip<WordColumn::Status, statusText>, statusLook},
    DeviceColumnRow{DeviceColumn::LastResult, "backup_status", QT_TRANSLATE_NOOP("DeviceGrid", "Last result"),
                    Qt::AlignLeft, 88, Qt::ElideRight, TextStyle::Base, resultText,
                    wordToolTip<WordColumn::LastResult, resultText>, resultLook},
    DeviceColumnRow{DeviceColumn::LastSuccess, "last_backup", QT_TRANSLATE_NOOP("DeviceGrid", "Last success"),
                    Qt::AlignRight, 96, Qt::ElideRight, TextStyle::Base,
                    timeText<TimeColumn::LastSuccess, ageText>, lastSuccessToolTip, lastSuccessLook},
    DeviceColumnRow{DeviceColumn::NextRun, "next_backup", QT_TRANSLATE_NOOP("DeviceGrid", "Next run"),
                    Qt::AlignRight, 84, Qt::ElideRight, TextStyle::Base,
                    timeText<TimeColumn::NextRun, nearTimeText>, timeToolTip<TimeColumn::NextRun>,
                    plainLook<Token::Text2>},
    DeviceColumnRow{DeviceColumn::Os, "os", QT_TRANSLATE_NOOP("DeviceGrid", "OS"), Qt::AlignLeft, 72,
                    Qt::ElideRight, TextStyle::Base, osText, wordToolTip<WordColumn::Os, osText>,
                    plainLook<Token::Text2>},
    DeviceColumnRow{DeviceColumn::Version, "version", QT_TRANSLATE_NOOP("DeviceGrid", "Version"),
                    Qt::AlignRight, 72, Qt::ElideRight, TextStyle::Base, wordText<WordColumn::Version>,
                    noToolTip, plainLook<Token::Text2>},
    DeviceColumnRow{DeviceColumn::Group, "group", QT_TRANSLATE_NOOP("DeviceGrid", "Group"), Qt::AlignLeft, 76,
                    Qt::ElideRight, TextStyle::Base, wordText<WordColumn::Group>, noToolTip,
                    plainLook<Token::Text2>},
    DeviceColumnRow{DeviceColumn::Tag, "tag", QT_TRANSLATE_NOOP("DeviceGrid", "Tag"), Qt::AlignLeft, 56,
                    Qt::ElideRight, TextStyle::Base, plainText<TextColumn::Tag>, noToolTip,
                    plainLook<Token::Text2>},
    DeviceColumnRow{DeviceColumn::Id, "device_id", QT_TRANSLATE_NOOP("DeviceGrid", "Device ID"),
                    Qt::AlignLeft, 148, Qt::ElideMiddle, TextStyle::Mono, plainText<TextColumn::Id>,
                    noToolTip, plainLook<Token::Text2>},
    DeviceColumnRow{DeviceColumn::IdOfCompany, "company_id", QT_TRANSLATE_NOOP("DeviceGrid", "Company ID"),
                    Qt::AlignLeft, 96, Qt::ElideMiddle, TextStyle::Mono, wordText<WordColumn::Company>,
                    noToolTip, plainLook<Token::Text2>, true},
};

std::optional<DeviceColumn> columnOfWord(const QString &word)
{
    const auto found = std::ranges::find_if(deviceColumnTable, [&word](const DeviceColumnRow &row) {
        return word == QLatin1StringView(row.word);
    });
    return found == deviceColumnTable.end() ? std::nullopt : std::optional(found->column);
}

QString knownText(const Acknowledgement &known, const Moment &moment)
{
    const QString until = nearTimeText(moment.serverTime(known.until), moment);
    const QString note = visibleText(known.note);
    return note.isEmpty()
        ? translated(QT_TRANSLATE_NOOP("DeviceGrid", "Acknowledged until %1")).arg(until)
        : translated(QT_TRANSLATE_NOOP("DeviceGrid", "Acknowledged until %1: %2")).arg(until, note);
}

QString columnHeader(DeviceColumn column)
{
    return translated(columnRow(column).header);
}

QString neverText()
{
    return translated(QT_TRANSLATE_NOOP("DeviceGrid", "never"));
}

QString noneText()
{
    return u"–"_s;
}

QString cellText(const DeviceSource &source, DeviceColumn column, DeviceRow row, const Moment &moment)
{
    const QString text = columnRow(column).text(source, row, moment);
    if (!text.isEmpty())
        return text;
    return column == DeviceColumn::LastSuccess && isNever(source, row) ? neverText() : noneText();
}

QString cellSpokenText(const DeviceSource &source, DeviceColumn column, DeviceRow row, const Moment &moment)
{
    const QString text = cellText(source, column, row, moment);
    if (text == noneText())
        return translated(QT_TRANSLATE_NOOP("DeviceGrid", "not set"));
    if (column == DeviceColumn::Name && source.twins && source.twins->hasTwin(row))
        return source.twins->isOlder(row)
            ? translated(QT_TRANSLATE_NOOP("DeviceGrid", "%1, older twin")).arg(text)
            : translated(QT_TRANSLATE_NOOP("DeviceGrid", "%1, newer twin")).arg(text);
    return text;
}

CellLook cellLook(const DeviceSource &source, DeviceColumn column, DeviceRow row)
{
    if (source.twins && source.twins->isOlder(row))
        return {.ink = Token::Text3}; // whatever it says, the newer one counts
    return columnRow(column).look(source, row);
}
