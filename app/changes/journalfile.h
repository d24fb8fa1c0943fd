// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changerun.h"
#include "app/changes/journaltrouble.h"

#include <QSqlDatabase>
#include <QSqlQuery>

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <vector>

/// The journal's file: an SQLite database whose every transaction is on the disk when a call returns, and that one process alone has
/// open. Knows how a line is written, not what it means. Whatever looks like a secret in a server's text is made unreadable on the
/// way in (see redacted()).
class JournalFile
{
public:
    /// Newer files are refused, damaged ones are an error of that kind. The file and a folder that is made are their owner's alone.
    /// \a path empty: in memory.
    static tl::expected<std::unique_ptr<JournalFile>, JournalTrouble> open(const QString &path);
    ~JournalFile();
    Q_DISABLE_COPY_MOVE(JournalFile)

    struct Content
    {
        std::vector<ChangeRecord> changes{}; ///< In the order of their ids.
        std::map<RunId, ChangeRun> runs{}; ///< Without counts.
    };
    tl::expected<Content, JournalTrouble> read();

    /// Gives \a run and each of \a changes its id.
    JournalResult insert(ChangeRun &run, std::vector<ChangeRecord> &changes);
    JournalResult update(std::span<const ChangeRecord> changes);
    /// Removes every line of \a account.
    JournalResult remove(const AccountId &account);

private:
    JournalFile(QString path, QString connection);

    JournalResult begin();
    JournalResult prepare();
    JournalResult run(const QString &statement, const QVariantList &values = {});
    JournalResult updateOne(const ChangeRecord &change);
    JournalResult transact(const std::function<JournalResult()> &lines);
    JournalTrouble trouble(const QSqlError &error) const;

    QString m_path;
    QString m_connection;
    QSqlDatabase m_database;
    std::map<QString, QSqlQuery> m_prepared;
    qint64 m_lastId = 0; // of the row that was inserted last
};
