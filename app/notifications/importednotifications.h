// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notifications/notificationwish.h"
#include "app/sheets/importcolumns.h"
#include "app/sheets/rowjudge.h"

#include <QHash>

#include <functional>
#include <optional>
#include <vector>

/// A sheet of e-mail notifications: a device in each line, by its ID or by its name, with the sets, how often, and the addresses. Each set of
/// a line is one setting.
class ImportedNotifications : public RowJudge
{
public:
    /// Columns by their place in columns().
    enum Column { Id, Device, Company, Sets, Frequency, Emails };

    /// How devices are found: every one that fits, at most a few.
    struct Lookup
    {
        std::function<std::vector<NotifiedDevice>(const QString &id)> byId{};
        /// \a company: name or ID; empty: of any.
        std::function<std::vector<NotifiedDevice>(const QString &name, const QString &company)> byName{};
    };

    ImportedNotifications(Lookup lookup, ChosenColumns columns);

    /// What is wanted of the sheet.
    static QList<ImportColumn> columns();

    QStringList headings() const override;
    JudgedRow judge(const CsvRow &row) override;
    JudgedRow leaveOut(const CsvRow &row, const QString &why) override;

    /// The devices of the lines that are not left out, each once, and what is sent to them.
    const std::vector<NotifiedDevice> &devices() const { return m_devices; }
    const std::vector<PlannedNotification> &planned() const { return m_planned; }

private:
    struct Fault
    {
        int column = Device;
        QString sentence{};
    };

    QString text(const CsvRow &row, Column column) const;
    std::optional<Fault> findDevice(const CsvRow &row, NotifiedDevice &device) const;
    std::optional<Fault> readSets(const CsvRow &row, const NotifiedDevice &device,
                                  QList<OpenWord<BackupSet>> &sets) const;
    std::optional<Fault> readRule(const CsvRow &row, NotificationRule &rule) const;
    std::optional<Fault> read(const CsvRow &row, NotifiedDevice &device, QList<OpenWord<BackupSet>> &sets,
                              NotificationRule &rule) const;
    void add(const NotifiedDevice &device, const QList<OpenWord<BackupSet>> &sets,
             const NotificationRule &rule, qint64 line);

    const Lookup m_lookup;
    const ChosenColumns m_columns;
    std::vector<NotifiedDevice> m_devices;
    std::vector<PlannedNotification> m_planned;
    QHash<DeviceKey, size_t> m_places; // in m_devices
    QHash<std::pair<DeviceKey, QString>, qint64> m_lines; // of a device and a folded set
};
