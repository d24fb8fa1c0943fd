// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/journalfile.h"

#include "app/base/ownfolder.h"
#include "app/changes/journallines.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>
#include <QVariant>

#include <array>

using namespace Qt::StringLiterals;

namespace {

constexpr int version = 1;

// Extended codes have the plain one in their lowest byte. Source: sqlite.org/rescode.html
enum SqliteCode { Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, Full = 13, NotADatabase = 26 };

// One process has it open, as long as that lives: the lock goes with it, however it ends. Every commit waits for the disk.
constexpr std::array setUp{
    "PRAGMA locking_mode = EXCLUSIVE",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
};

constexpr std::array tables{
    "CREATE TABLE runs (id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL, title TEXT NOT NULL, "
    "target TEXT NOT NULL, resends_absent INTEGER NOT NULL, begun_at TEXT NOT NULL)",
    "CREATE TABLE changes (id INTEGER PRIMARY KEY AUTOINCREMENT, run INTEGER NOT NULL REFERENCES runs(id), "
    "kind TEXT NOT NULL, title TEXT NOT NULL, target TEXT NOT NULL, place TEXT NOT NULL, request TEXT NOT "
    "NULL, "
    "facts TEXT NOT NULL, made_at TEXT NOT NULL, ended_at TEXT NOT NULL, state TEXT NOT NULL, look_up TEXT "
    "NOT "
    "NULL, sent_this_time INTEGER NOT NULL, answer TEXT NOT NULL, failure TEXT NOT NULL)",
    "CREATE TABLE attempts (change INTEGER NOT NULL REFERENCES changes(id), number INTEGER NOT NULL, "
    "at TEXT NOT NULL, duration INTEGER, end TEXT NOT NULL, http_status INTEGER NOT NULL, "
    "PRIMARY KEY (change, number))",
    "PRAGMA user_version = 1",
};

// Made for its owner alone before SQLite writes into it; what SQLite puts beside it takes the same rights.
void makeOwn(const QString &path)
{
    makeOwnFolder(QFileInfo(path).path()); // a refusal is SQLite's to tell
    QFile file(path);
    if (file.open(QIODevice::ReadWrite))
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
}

// The driver takes a null text for NULL.
QVariant withoutNullText(const QVariant &value)
{
    return value.metaType() == QMetaType::fromType<QString>() && value.toString().isNull() ? QVariant(u""_s)
                                                                                           : value;
}

} // namespace

JournalFile::JournalFile(QString path, QString connection)
    : m_path(std::move(path)), m_connection(std::move(connection)),
      m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection))
{
    m_database.setDatabaseName(m_path.isEmpty() ? u":memory:"_s : m_path);
    m_database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=200"_s); // whoever has it keeps it
}

JournalFile::~JournalFile()
{
    m_prepared.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_connection);
}

tl::expected<std::unique_ptr<JournalFile>, JournalTrouble> JournalFile::open(const QString &path)
{
    if (!path.isEmpty())
        makeOwn(path);
    std::unique_ptr<JournalFile> file(new JournalFile(path, QUuid::createUuid().toString()));
    if (const JournalResult begun = file->begin(); !begun)
        return tl::unexpected(begun.error());
    return file;
}

JournalResult JournalFile::begin()
{
    if (!m_database.open())
        return tl::unexpected(trouble(m_database.lastError()));
    for (const char *statement : setUp) {
        if (const JournalResult done = run(QString::fromLatin1(statement)); !done)
            return done;
    }
    return prepare();
}

// Within a transaction, which takes the lock that then stays.
JournalResult JournalFile::prepare()
{
    if (const JournalResult locked = run(u"BEGIN EXCLUSIVE"_s); !locked)
        return locked;
    QSqlQuery found(m_database);
    if (!found.exec(u"PRAGMA user_version"_s) || !found.next())
        return tl::unexpected(trouble(found.lastError()));
    const int foundVersion = found.value(0).toInt();
    found.finish();
    if (foundVersion > version)
        return tl::unexpected(JournalTrouble{.kind = JournalTroubleKind::Newer, .file = m_path});
    if (foundVersion < version) {
        for (const char *statement : tables) {
            if (const JournalResult done = run(QString::fromLatin1(statement)); !done)
                return done;
        }
    }
    return run(u"COMMIT"_s);
}

tl::expected<JournalFile::Content, JournalTrouble> JournalFile::read()
{
    Content content;
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(runLines()))
        return tl::unexpected(trouble(query.lastError()));
    while (query.next()) {
        ChangeRun run = runOf(query);
        content.runs.emplace(run.id, std::move(run));
    }
    if (!query.exec(changeLines()))
        return tl::unexpected(trouble(query.lastError()));
    std::map<ChangeId, size_t> places;
    while (query.next()) {
        ChangeRecord change = changeOf(query);
        const auto run = content.runs.find(change.run);
        if (run == content.runs.end())
            continue; // whose it is cannot be known any more
        change.account = run->second.account;
        places.emplace(change.id, content.changes.size());
        content.changes.push_back(std::move(change));
    }
    if (!query.exec(attemptLines()))
        return tl::unexpected(trouble(query.lastError()));
    while (query.next()) {
        if (const auto place = places.find(changeOfAttempt(query)); place != places.end())
            content.changes[place->second].attempts.push_back(attemptOf(query));
    }
    if (query.lastError().isValid())
        return tl::unexpected(trouble(query.lastError()));
    return content;
}

JournalResult JournalFile::insert(ChangeRun &newRun, std::vector<ChangeRecord> &changes)
{
    return transact([&]() -> JournalResult {
        if (const JournalResult done = run(insertRun(), valuesOf(newRun)); !done)
            return done;
        newRun.id = RunId(m_lastId);
        for (ChangeRecord &change : changes) {
            change.run = newRun.id;
            if (const JournalResult done = run(insertChange(), valuesOf(change)); !done)
                return done;
            change.id = ChangeId(m_lastId);
        }
        return {};
    });
}

JournalResult JournalFile::update(std::span<const ChangeRecord> changes)
{
    return transact([&]() -> JournalResult {
        for (const ChangeRecord &change : changes) {
            if (const JournalResult done = updateOne(change); !done)
                return done;
        }
        return {};
    });
}

JournalResult JournalFile::remove(const AccountId &account)
{
    return transact([&]() -> JournalResult {
        for (const QString &statement : removals()) {
            if (const JournalResult done = run(statement, {account.text()}); !done)
                return done;
        }
        return {};
    });
}

JournalResult JournalFile::updateOne(const ChangeRecord &change)
{
    if (const JournalResult done = run(updateChange(), changedValuesOf(change)); !done)
        return done;
    if (change.attempts.empty())
        return {};
    return run(putAttempt(), valuesOf(change.id, change.attempts.back()));
}

JournalResult JournalFile::transact(const std::function<JournalResult()> &lines)
{
    if (const JournalResult begun = run(u"BEGIN IMMEDIATE"_s); !begun)
        return begun;
    JournalResult done = lines();
    if (done)
        done = run(u"COMMIT"_s);
    if (!done)
        QSqlQuery(m_database)
            .exec(u"ROLLBACK"_s); // what made it fail is told; a full disk has rolled back already
    return done;
}

JournalResult JournalFile::run(const QString &statement, const QVariantList &values)
{
    auto found = m_prepared.find(statement);
    if (found == m_prepared.end()) {
        QSqlQuery query(m_database);
        if (!query.prepare(statement))
            return tl::unexpected(trouble(query.lastError()));
        found = m_prepared.emplace(statement, std::move(query)).first;
    }
    QSqlQuery &query = found->second;
    for (qsizetype i = 0; i < values.size(); ++i)
        query.bindValue(static_cast<int>(i), withoutNullText(values[i]));
    if (!query.exec())
        return tl::unexpected(trouble(query.lastError()));
    m_lastId = query.lastInsertId().toLongLong(); // finish() forgets it
    query.finish();
    return {};
}

JournalTrouble JournalFile::trouble(const QSqlError &error) const
{
    JournalTrouble told{.file = m_path, .systemWords = error.databaseText() + u' ' + error.driverText()};
    switch (error.nativeErrorCode().toInt() & 0xFF) {
    case Busy:
    case Locked:
        told.kind = JournalTroubleKind::InUse;
        break;
    case Full:
        told.kind = JournalTroubleKind::NoRoom;
        break;
    case Corrupt:
    case NotADatabase:
        told.kind = JournalTroubleKind::Damaged;
        break;
    default:
        told.kind = JournalTroubleKind::NotWritable;
    }
    return told;
}
