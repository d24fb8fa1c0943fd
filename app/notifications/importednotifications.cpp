// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notifications/importednotifications.h"

#include "app/base/visibletext.h"
#include "app/notifications/typedaddresses.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace {

// The context of the words for translators.
struct ImportedNotificationsWords
{
    Q_DECLARE_TR_FUNCTIONS(ImportedNotifications)
};

/// By IDrive's word or by ours; else as it is written.
OpenWord<BackupSet> setOf(const QString &word)
{
    for (const BackupSet set : allBackupSets) {
        if (foldedWord(label(set)) == foldedWord(word))
            return backupSet(set);
    }
    return backupSet(word);
}

std::optional<MailFrequency> frequencyOf(const QString &word)
{
    for (const MailFrequency frequency : allMailFrequencies) {
        if (foldedWord(label(frequency)) == foldedWord(word))
            return frequency;
    }
    return mailFrequency(word).known();
}

QString wordsOf(const QList<OpenWord<BackupSet>> &sets)
{
    QStringList words;
    for (const OpenWord<BackupSet> &set : sets)
        words << label(set);
    return words.join(u", "_s);
}

} // namespace

ImportedNotifications::ImportedNotifications(Lookup lookup, ChosenColumns columns)
    : m_lookup(std::move(lookup)), m_columns(std::move(columns))
{ }

QList<ImportColumn> ImportedNotifications::columns()
{
    const QString none = ImportedNotificationsWords::tr("no column");
    return {{.key = u"device_id"_s,
             .label = ImportedNotificationsWords::tr("Device ID"),
             .headings = {u"device id"_s, u"id"_s},
             .isNeeded = false,
             .otherwise = none},
            {.key = u"device"_s,
             .label = ImportedNotificationsWords::tr("Device"),
             .headings = {u"device"_s, u"device name"_s, u"name"_s, u"computer"_s, u"host"_s, u"hostname"_s},
             .isNeeded = false,
             .otherwise = none},
            {.key = u"company"_s,
             .label = ImportedNotificationsWords::tr("Company"),
             .headings = {u"company"_s, u"company name"_s, u"company id"_s, u"customer"_s, u"client"_s},
             .isNeeded = false,
             .otherwise = none},
            {.key = u"sets"_s,
             .label = ImportedNotificationsWords::tr("Backup sets"),
             .headings = {u"backup sets"_s, u"backup set"_s, u"set"_s, u"sets"_s}},
            {.key = u"frequency"_s,
             .label = ImportedNotificationsWords::tr("Send a mail"),
             .headings = {u"frequency"_s, u"type"_s, u"send a mail"_s, u"when"_s}},
            {.key = u"emails"_s,
             .label = ImportedNotificationsWords::tr("To"),
             .headings = {u"emails"_s, u"email"_s, u"addresses"_s, u"address"_s, u"e mail"_s, u"to"_s},
             .isNeeded = false,
             .otherwise = none}};
}

QStringList ImportedNotifications::headings() const
{
    return {ImportedNotificationsWords::tr("Device"), ImportedNotificationsWords::tr("Company"),
            ImportedNotificationsWords::tr("Backup sets"), ImportedNotificationsWords::tr("What is sent")};
}

QString ImportedNotifications::text(const CsvRow &row, Column column) const
{
    return importedText(row, m_columns.value(column, -1));
}

std::optional<ImportedNotifications::Fault> ImportedNotifications::findDevice(const CsvRow &row,
                                                                              NotifiedDevice &device) const
{
    const QString id = text(row, Id);
    const QString name = text(row, Device);
    if (id.isEmpty() && name.isEmpty())
        return Fault{Device, ImportedNotificationsWords::tr("the line names no device.")};
    const Column column = id.isEmpty() ? Device : Id;
    const std::vector<NotifiedDevice> found =
        id.isEmpty() ? m_lookup.byName(name, text(row, Company)) : m_lookup.byId(id);
    device = found.empty() ? NotifiedDevice{.name = id.isEmpty() ? name : id, .company = text(row, Company)}
                           : found.front();
    if (found.size() == 1)
        return std::nullopt;
    const QString shown = visibleText(device.name);
    if (found.empty())
        return Fault{
            column,
            ImportedNotificationsWords::tr("no device is called %1 or has that ID, as far as Steward knows.")
                .arg(shown)};
    return Fault{
        column,
        ImportedNotificationsWords::tr("several devices are called %1: write the ID, or the company too.")
            .arg(shown)};
}

std::optional<ImportedNotifications::Fault>
ImportedNotifications::readSets(const CsvRow &row, const NotifiedDevice &device,
                                QList<OpenWord<BackupSet>> &sets) const
{
    static const QRegularExpression separators(u"[,;|\\n]"_s);
    const QStringList words = text(row, Sets).split(separators, Qt::SkipEmptyParts);
    for (const QString &word : words) {
        const OpenWord<BackupSet> set = setOf(word.trimmed());
        if (!word.trimmed().isEmpty() && !sets.contains(set))
            sets << set;
    }
    if (sets.isEmpty())
        return Fault{Sets, ImportedNotificationsWords::tr("the line names no backup set.")};
    for (const OpenWord<BackupSet> &set : std::as_const(sets)) {
        if (const qint64 line = m_lines.value({device.key, foldedWord(set.word())}); line > 0)
            return Fault{Sets,
                         ImportedNotificationsWords::tr("line %1 has %2 of this device already.")
                             .arg(QLocale().toString(line), visibleText(label(set)))};
    }
    return std::nullopt;
}

std::optional<ImportedNotifications::Fault> ImportedNotifications::readRule(const CsvRow &row,
                                                                            NotificationRule &rule) const
{
    const QString word = text(row, Frequency);
    const std::optional<MailFrequency> frequency = frequencyOf(word);
    if (!frequency)
        return Fault{
            Frequency,
            ImportedNotificationsWords::tr(
                "%1 does not say when a mail is sent: write ALWAYS, ON_FAILURE or NEVER.")
                .arg(word.isEmpty() ? ImportedNotificationsWords::tr("an empty cell") : visibleText(word))};
    rule.frequency = *frequency;
    if (*frequency == MailFrequency::Never)
        return std::nullopt; // needs no address
    const TypedAddresses typed = typedAddresses(text(row, Emails));
    rule.emails = typed.addresses;
    if (!typed.faults.isEmpty())
        return Fault{Emails, typed.faults.constFirst()};
    return typed.addresses.isEmpty()
        ? std::optional(Fault{Emails, ImportedNotificationsWords::tr("the line names no address.")})
        : std::nullopt;
}

std::optional<ImportedNotifications::Fault> ImportedNotifications::read(const CsvRow &row,
                                                                        NotifiedDevice &device,
                                                                        QList<OpenWord<BackupSet>> &sets,
                                                                        NotificationRule &rule) const
{
    const std::optional<Fault> ofDevice = findDevice(row, device);
    const std::optional<Fault> ofSets = readSets(row, device, sets);
    const std::optional<Fault> ofRule = readRule(row, rule);
    return ofDevice ? ofDevice : ofSets ? ofSets : ofRule;
}

JudgedRow ImportedNotifications::judge(const CsvRow &row)
{
    NotifiedDevice device;
    QList<OpenWord<BackupSet>> sets;
    NotificationRule rule;
    const std::optional<Fault> fault = read(row, device, sets, rule);
    JudgedRow judged{
        .place = row.place(),
        .cells = {device.name, device.company, wordsOf(sets), fault ? QString() : sentText(rule)}};
    if (fault) {
        judged.place = importedPlace(row, m_columns.value(fault->column, -1));
        judged.verdict = RowVerdict::LeftOut;
        judged.remark = placedSentence(judged.place, fault->sentence);
        return judged;
    }
    const auto isStrange = [](const OpenWord<BackupSet> &set) {
        return !set.known();
    };
    if (std::ranges::any_of(sets, isStrange)) {
        judged.verdict = RowVerdict::Doubtful;
        judged.remark =
            ImportedNotificationsWords::tr("A set that Steward does not know: it is sent as it is written.");
    }
    add(device, sets, rule, row.place().line);
    return judged;
}

void ImportedNotifications::add(const NotifiedDevice &device, const QList<OpenWord<BackupSet>> &sets,
                                const NotificationRule &rule, qint64 line)
{
    const auto place = m_places.constFind(device.key);
    const size_t at = place == m_places.cend() ? m_devices.size() : *place;
    if (at == m_devices.size()) {
        m_devices.push_back(device);
        m_places.insert(device.key, at);
    }
    for (const OpenWord<BackupSet> &set : sets) {
        m_lines.insert({device.key, foldedWord(set.word())}, line);
        m_planned.push_back(
            {.device = at, .rule = {.set = set, .frequency = rule.frequency, .emails = rule.emails}});
    }
}

JudgedRow ImportedNotifications::leaveOut(const CsvRow &row, const QString &why)
{
    const QString id = text(row, Id);
    return {.place = row.place(),
            .cells = {id.isEmpty() ? text(row, Device) : id, text(row, Company), text(row, Sets), QString()},
            .verdict = RowVerdict::LeftOut,
            .remark = why};
}
