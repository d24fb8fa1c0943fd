// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/rowbits.h"
#include "app/fleet/healthcolumn.h"
#include "app/health/acknowledgement.h"
#include "app/query/query.h"
#include "app/settings/acknowledgementfile.h"

#include <QTimer>

#include <map>

/// What the person has acknowledged, beside the table and its health; kept in the profile. One that is over, because its time is up or
/// its device or company got worse, goes by itself.
class Acknowledgements : public QObject
{
    Q_OBJECT

public:
    using Subject = std::variant<DeviceKey, CompanyKey>;

    /// \a table and \a health must outlive this. \a profile: see AcknowledgementFile.
    Acknowledgements(const DeviceTable &table, const HealthColumn &health, const QString &profile,
                     QObject *parent = nullptr, HealthColumn::Clock clock = {});

    /// What the reading of their file had to tell, if anything.
    const std::optional<ProfileTrouble> &troubleAtStart() const { return m_file.troubleAtStart(); }

    /// Puts \a note on \a subject until \a until (milliseconds since 1970, UTC), in place of an earlier one. It holds while the state
    /// does not become worse than it is now.
    void add(const Subject &subject, const QString &note, qint64 until);
    void remove(const Subject &subject);

    bool isEmpty() const { return m_all.empty(); }
    /// The device's own, or its company's; nullptr: none.
    const Acknowledgement *of(DeviceRow row) const;
    const Acknowledgement *of(const Subject &subject) const;

    /// The rows whose note fits \a value; of QueryMatch::None those that have one (DeviceFilterSources::known).
    RowBits rows(const QueryValue &value) const;

signals:
    /// Some came or went.
    void changed();
    /// One went by itself: for a word in the status line.
    void ended(const Acknowledgement &acknowledgement, bool gotWorse);
    void troubleFound(const ProfileTrouble &trouble);

private:
    void look();
    std::optional<Health> stateOf(const Subject &subject) const;
    void read();
    void save(const Subject &subject, const Acknowledgement *now);
    void waitForNext();

    const DeviceTable &m_table;
    const HealthColumn &m_health;
    const HealthColumn::Clock m_clock;
    AcknowledgementFile m_file;
    std::map<Subject, Acknowledgement> m_all;
    QTimer m_next; // runs until the first one's time is up
};
