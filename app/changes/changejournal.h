// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changerun.h"
#include "app/changes/journaltrouble.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <map>
#include <memory>
#include <optional>
#include <vector>

class JournalFile;

/// Every change that was ever confirmed on this computer, with its attempts and what came of it: in memory, and on the disk before
/// anything is sent. Each call that changes it returns when the disk has it (SQLite, synchronous), or says why it has not; then
/// it does not hold in memory either. Holds no key, no setup link and no configuration ID.
///
/// What a killed Steward had on the wire is Unknown and still being checked when the journal is opened again; what waited, waits.
class ChangeJournal : public QObject
{
    Q_OBJECT

public:
    /// Opens the file "changes.sqlite" in \a folder, which is made if need be. Empty: in memory alone.
    explicit ChangeJournal(const QString &folder, QObject *parent = nullptr);
    ~ChangeJournal() override;

    /// Why nothing can be written, or what was wrong with the file that was there.
    const std::optional<JournalTrouble> &trouble() const { return m_trouble; }

    /// In the order in which they were confirmed.
    const std::vector<ChangeRecord> &changes() const { return m_changes; }
    const ChangeRecord *find(ChangeId id) const;
    /// The place of \a id in changes(); -1: none.
    qsizetype indexOf(ChangeId id) const { return m_index.value(id, -1); }
    const std::map<RunId, ChangeRun> &runs() const { return m_runs; }
    const ChangeRun *find(RunId id) const;
    std::vector<ChangeId> changesOf(RunId run) const;
    /// The keys of what changes of \a kind are known to have made in \a account.
    QSet<QString> keysOf(const AccountId &account, const QString &kind) const;

    /// Writes down what a person confirmed: all of it or nothing. \a titles: of each change.
    tl::expected<RunId, JournalTrouble> add(const AccountId &account, const NewRun &run,
                                            const QStringList &titles);
    /// Puts \a changed in the place of what is known of it; of its attempts only the last one can differ, or be new.
    JournalResult put(const ChangeRecord &changed);
    /// The same for many at once: all or none.
    JournalResult put(const std::vector<ChangeRecord> &changed);
    /// As put(), but keeps \a changed in memory also when the disk refuses: what happened has happened. On the disk the change
    /// then still runs, so that it is looked up after a restart.
    JournalResult keep(const ChangeRecord &changed);
    /// Removes all that is known of \a account, of which nothing may be under way: of a sandbox that began anew.
    JournalResult forget(const AccountId &account);

signals:
    /// The last \a count of changes() are new.
    void changesAdded(qsizetype count);
    void changeUpdated(ChangeId id);
    void runUpdated(RunId id);
    /// Changes are gone: every place in changes() may be another one's.
    void changesForgotten();

private:
    void load();
    void remember(const ChangeRecord &changed);

    std::unique_ptr<JournalFile> m_file;
    std::optional<JournalTrouble> m_trouble;
    std::vector<ChangeRecord> m_changes;
    QHash<ChangeId, qsizetype> m_index;
    std::map<RunId, ChangeRun> m_runs;
};
