// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/devicefacts.h"

#include "app/base/visibletext.h"
#include "app/devices/devicewords.h"
#include "app/fleet/acknowledgements.h"
#include "app/fleet/healthcolumn.h"
#include "ui/devices/devicecolumntable.h"
#include "ui/devices/deviceplanfacts.h"
#include "ui/devices/rowmarks.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

/// A value of 10,000 characters is no help in a pane of 284 pixels; copying gives all of it.
constexpr qsizetype longestValue = 1000;
constexpr qsizetype mostCounts = 8;

QString tr(const char *text)
{
    return QCoreApplication::translate("DeviceDetails", text);
}

Fact fact(const QString &label, const QString &value)
{
    if (value.isEmpty())
        return {.label = label,
                .value = tr(QT_TRANSLATE_NOOP("DeviceDetails", "not reported by the API")),
                .isKnown = false};
    return {.label = label, .value = shortenedText(value, longestValue)};
}

/// A value that is looked at by its ends and taken along by its button.
Fact idFact(const QString &label, const QString &value, const QString &name)
{
    Fact id = fact(label, value);
    if (id.isKnown) {
        id.name = name;
        id.value = value; // its button copies all of it
    }
    return id;
}

QString ago(qint64 time, const Moment &moment)
{
    const QString age = ageText(time, moment);
    return time > moment.now ? age : tr(QT_TRANSLATE_NOOP("DeviceDetails", "%1 ago")).arg(age);
}

Fact timeFact(const QString &label, const DeviceTable &table, TimeColumn column, DeviceRow row,
              const Moment &moment)
{
    const qint64 time = table.time(column, row);
    if (time == noTime)
        return fact(label, visibleText(table.timeText(column, row)));
    Fact when = fact(label, dayTimeText(time, moment));
    when.addition = ago(time, moment).replace(u' ', QChar::Nbsp);
    when.toolTip = fullTimeText(time, moment);
    return when;
}

Fact cellFact(const DeviceTable &table, DeviceColumn column, DeviceRow row, const Moment &moment)
{
    return fact(columnHeader(column), columnRow(column).text(table, row, moment));
}

QString joined(const QString &first, const QString &second)
{
    if (first.isEmpty() || second.isEmpty())
        return first + second;
    return first + u", "_s + second;
}

/// When the first rule began to match, where its limit says so.
QString sinceText(const WhyLine &line, const Moment &moment)
{
    const bool isByLimit = line.rule == HealthRule::Stale || line.rule == HealthRule::Late
        || line.rule == HealthRule::OfflineLong;
    if (!isByLimit || line.time == noTime || line.limit == noTime)
        return {};
    const qint64 since = line.time + line.limit;
    return tr(QT_TRANSLATE_NOOP("DeviceDetails", "since %1, %2"))
        .arg(nearTimeText(since, moment), ageText(since, moment));
}

/// The word, and every rule that matches: the one that gave the word first.
FactSection healthSection(const HealthColumn &health, DeviceRow row, const Moment &moment)
{
    FactSection section;
    const std::optional<Health> word = health.health(row);
    if (!word)
        return section;
    const WhyLines lines = health.why(row);
    section.facts.append({.label = columnHeader(DeviceColumn::HealthWord), .value = label(*word)});
    if (lines.isEmpty())
        return section;
    section.facts.last().addition = sinceText(lines.first(), moment);
    QString heading = tr(QT_TRANSLATE_NOOP("DeviceDetails", "Why?"));
    for (const WhyLine &line : lines) {
        section.facts.append({.label = heading, .value = sentence(line, moment.locale)});
        heading = tr(QT_TRANSLATE_NOOP("DeviceDetails", "Also"));
    }
    return section;
}

/// What the person knows of it.
Fact knownFact(const Acknowledgement &known, const Moment &moment)
{
    const bool isOfCompany = std::holds_alternative<CompanyKey>(known.subject);
    const QString note = visibleText(known.note);
    return {.label = isOfCompany ? tr(QT_TRANSLATE_NOOP("DeviceDetails", "Company known"))
                                 : tr(QT_TRANSLATE_NOOP("DeviceDetails", "Known")),
            .value = note.isEmpty() ? tr(QT_TRANSLATE_NOOP("DeviceDetails", "acknowledged")) : note,
            .addition = tr(QT_TRANSLATE_NOOP("DeviceDetails", "until %1"))
                            .arg(nearTimeText(moment.serverTime(known.until), moment))
                            .replace(u' ', QChar::Nbsp)};
}

/// How many of \a devices are in each state, worst first.
FactSection healthCountSection(const HealthColumn &health, const std::vector<DeviceRow> &devices,
                               const Moment &moment)
{
    HealthCounts counts;
    for (const DeviceRow row : devices) {
        if (const std::optional<Health> word = health.health(row))
            ++counts.states[static_cast<size_t>(*word)];
    }
    FactSection section{.title = columnHeader(DeviceColumn::HealthWord), .facts = {}};
    for (const HealthRow &row : healthTable) {
        if (const qsizetype count = counts.of(row.health); count > 0)
            section.facts.append({.label = label(row.health), .value = moment.locale.toString(count)});
    }
    return section;
}

FactSection backupSection(const DeviceTable &table, DeviceRow row, const Moment &moment)
{
    Fact lastSuccess =
        timeFact(columnHeader(DeviceColumn::LastSuccess), table, TimeColumn::LastSuccess, row, moment);
    if (!lastSuccess.isKnown && cellText(table, DeviceColumn::LastSuccess, row, moment) == neverText()) {
        lastSuccess.value = neverText();
        lastSuccess.isKnown = true;
    }
    return {
        .title = {},
        .facts = {cellFact(table, DeviceColumn::Status, row, moment),
                  cellFact(table, DeviceColumn::LastResult, row, moment), lastSuccess,
                  timeFact(columnHeader(DeviceColumn::NextRun), table, TimeColumn::NextRun, row, moment)}};
}

FactSection deviceSection(const DeviceTable &table, DeviceRow row, const Moment &moment)
{
    const auto text = [&](DeviceColumn column) {
        return columnRow(column).text(table, row, moment);
    };
    FactSection section{.title = tr(QT_TRANSLATE_NOOP("DeviceDetails", "Device")), .facts = {}};
    if (table.wordCount(WordColumn::Account) > 1)
        section.facts.append(cellFact(table, DeviceColumn::Account, row, moment));
    section.facts += QList<Fact>{
        fact(tr(QT_TRANSLATE_NOOP("DeviceDetails", "System")),
             joined(text(DeviceColumn::Os), text(DeviceColumn::Version))),
        cellFact(table, DeviceColumn::Group, row, moment), cellFact(table, DeviceColumn::Tag, row, moment),
        idFact(columnHeader(DeviceColumn::Id), text(DeviceColumn::Id), u"copyDeviceId"_s),
        idFact(columnHeader(DeviceColumn::IdOfCompany), text(DeviceColumn::IdOfCompany), u"copyCompanyId"_s)};
    return section;
}

QString serverWords(const DeviceTable &table, DeviceRow row)
{
    const auto line = [](const QString &field, const QString &value) -> QString {
        return field.leftJustified(14)
            + (value.isEmpty() ? u"–"_s : shortenedText(visibleText(value), longestValue));
    };
    const auto word = [&](WordColumn column) {
        return table.word(column, table.code(column, row));
    };
    return line(u"status"_s, word(WordColumn::Status)) + u'\n'
        + line(u"backup_status"_s, word(WordColumn::LastResult)) + u'\n'
        + line(u"last_backup"_s, table.timeText(TimeColumn::LastSuccess, row)) + u'\n'
        + line(u"next_backup"_s, table.timeText(TimeColumn::NextRun, row));
}

/// A guess that only chooses a picture: servers and laptops are mostly called so by their group or system.
Glyph glyphOf(const DeviceTable &table, DeviceRow row)
{
    const auto word = [&](WordColumn column) {
        return foldedWord(table.word(column, table.code(column, row)));
    };
    const QString group = word(WordColumn::Group);
    if (group.contains(u"server"_s) || word(WordColumn::Os).contains(u"server"_s))
        return Glyph::Server;
    if (group.contains(u"laptop"_s) || group.contains(u"notebook"_s))
        return Glyph::Laptop;
    return Glyph::Device;
}

/// How many of \a devices have each label, most first, the rest as one.
template <typename Label>
FactSection countSection(const QString &title, const DeviceTable &table, WordColumn column,
                         const std::vector<DeviceRow> &devices, const Moment &moment, Label labelOf)
{
    std::vector<qsizetype> byCode(table.wordCount(column));
    for (const quint32 code : table.codes(column, devices))
        ++byCode[code];
    QHash<QString, qsizetype> byLabel;
    for (quint32 code = 0; code < byCode.size(); ++code) {
        if (byCode[code] > 0)
            byLabel[labelOf(table.word(column, code))] += byCode[code];
    }
    QList<std::pair<QString, qsizetype>> counts;
    for (auto it = byLabel.cbegin(); it != byLabel.cend(); ++it)
        counts.emplace_back(it.key(), it.value());
    std::ranges::sort(counts, [](const auto &a, const auto &b) {
        return a.second != b.second ? a.second > b.second : a.first < b.first;
    });
    FactSection section{.title = title, .facts = {}};
    qsizetype rest = 0;
    for (qsizetype i = 0; i < counts.size(); ++i) {
        const auto &[label, count] = counts[i];
        if (i >= mostCounts)
            rest += count;
        else if (label.isEmpty())
            section.facts.append(
                fact(tr(QT_TRANSLATE_NOOP("DeviceDetails", "not reported")), moment.locale.toString(count)));
        else
            section.facts.append(
                fact(shortenedText(visibleText(label), longestValue), moment.locale.toString(count)));
    }
    if (rest > 0)
        section.facts.append(
            fact(tr(QT_TRANSLATE_NOOP("DeviceDetails", "others")), moment.locale.toString(rest)));
    return section;
}

} // namespace

DeviceFacts factsOfDevice(const DeviceSource &source, DeviceRow row, const Moment &moment)
{
    const DeviceTable &table = source.table;
    const QString company = columnRow(DeviceColumn::Company).text(table, row, moment);
    DeviceFacts facts{.glyph = glyphOf(table, row),
                      .title = shortenedText(cellText(table, DeviceColumn::Name, row, moment), longestValue),
                      .company = shortenedText(company, longestValue),
                      .warning = markSentences(table, row)};
    if (const DeviceChunk::Damage *damage = table.damage(row)) {
        facts.glyph = Glyph::Warning;
        facts.damagedBytes = visibleText(QByteArrayView(damage->bytes));
        return facts;
    }
    facts.sections = {backupSection(table, row, moment), deviceSection(table, row, moment)};
    if (const FactSection plans = source.plans ? devicePlanFacts(*source.plans, row) : FactSection();
        !plans.facts.isEmpty())
        facts.sections.append(plans);
    if (source.health)
        facts.sections.prepend(healthSection(*source.health, row, moment));
    if (const QString twin = twinSentence(source, row, moment); !twin.isEmpty())
        facts.sections.first().facts.append(
            {.label = tr(QT_TRANSLATE_NOOP("DeviceDetails", "Twin")), .value = twin});
    if (const Acknowledgement *known = source.known ? source.known->of(row) : nullptr)
        facts.sections.first().facts.append(knownFact(*known, moment));
    facts.serverWords = serverWords(table, row);
    facts.serverWordsNote =
        tr(QT_TRANSLATE_NOOP("DeviceDetails", "Times taken as %1.")).arg(serverZoneName(moment));
    return facts;
}

DeviceFacts factsOfSelection(const DeviceSource &source, const DeviceSelection &selection, qsizetype hidden,
                             const Moment &moment)
{
    const DeviceTable &table = source.table;
    const std::vector<DeviceRow> devices = selection.rows();
    DeviceFacts facts;
    facts.title = tr(QT_TRANSLATE_NOOP("DeviceDetails", "%1 devices selected"))
                      .arg(moment.locale.toString(selection.count()));
    if (hidden > 0)
        facts.company =
            tr(QT_TRANSLATE_NOOP("DeviceDetails", "%1 not shown")).arg(moment.locale.toString(hidden));
    facts.sections = {countSection(columnHeader(DeviceColumn::Status), table, WordColumn::Status, devices,
                                   moment, [](const QString &word) { return label(deviceStatus(word)); }),
                      countSection(columnHeader(DeviceColumn::LastResult), table, WordColumn::LastResult,
                                   devices, moment,
                                   [](const QString &word) { return label(lastResult(word)); }),
                      countSection(columnHeader(DeviceColumn::Os), table, WordColumn::Os, devices, moment,
                                   [](const QString &word) { return label(deviceOs(word)); })};
    if (source.health)
        facts.sections.prepend(healthCountSection(*source.health, devices, moment));
    return facts;
}

QString factsAsText(const DeviceFacts &facts)
{
    QString text = facts.title + u'\n';
    if (!facts.company.isEmpty())
        text += facts.company + u'\n';
    if (!facts.warning.isEmpty())
        text += facts.warning + u'\n';
    for (const FactSection &section : facts.sections) {
        for (const Fact &fact : section.facts)
            text += fact.label + u'\t' + joined(fact.value, fact.addition) + u'\n';
    }
    return text + facts.serverWords + facts.damagedBytes + u'\n';
}
