// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/changes/changejournal.h"

#include "app/changes/journalfile.h"

#include <QDir>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

// What it was set aside as; empty: the system did not let it.
QString setAside(const QString &path)
{
    const QString aside =
        path + u".damaged-"_s + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss-zzz"_s);
    QFile::remove(path + u"-wal"_s); // it belongs to the file that goes
    QFile::remove(path + u"-shm"_s);
    return QFile::rename(path, aside) ? aside : QString();
}

// Steward ended while it was on the wire: whether the server has it cannot be known here.
void makeUnknown(ChangeRecord &change)
{
    change.state = ChangeState::Unknown;
    change.lookUp = LookUpState::StillChecking;
    change.failure =
        ChangeFailure{.what = ChangeJournal::tr("Steward ended before the answer came."),
                      .advice = ChangeJournal::tr("It is not known whether the change was made.")};
}

} // namespace

ChangeJournal::ChangeJournal(const QString &folder, QObject *parent) : QObject(parent)
{
    const QString path = folder.isEmpty() ? QString() : QDir(folder).absoluteFilePath(u"changes.sqlite"_s);
    const auto openAndRead = [&]() -> JournalResult {
        auto file = JournalFile::open(path);
        if (!file)
            return tl::unexpected(file.error());
        m_file = std::move(*file);
        auto content = m_file->read();
        if (!content)
            return tl::unexpected(content.error());
        m_changes = std::move(content->changes);
        m_runs = std::move(content->runs);
        return {};
    };
    JournalResult opened = openAndRead();
    if (!opened && opened.error().kind == JournalTroubleKind::Damaged) {
        m_file.reset();
        m_trouble = opened.error();
        m_trouble->keptAs = setAside(path);
        opened = openAndRead();
    }
    if (!opened) {
        m_file.reset();
        m_trouble = opened.error();
    }
    load();
}

ChangeJournal::~ChangeJournal() = default;

void ChangeJournal::load()
{
    for (size_t i = 0; i < m_changes.size(); ++i) {
        ChangeRecord &change = m_changes[i];
        m_index.insert(change.id, static_cast<qsizetype>(i));
        if (change.state == ChangeState::Running)
            makeUnknown(change);
        ++m_runs[change.run].counts.of(change.state);
    }
}

const ChangeRecord *ChangeJournal::find(ChangeId id) const
{
    const qsizetype place = indexOf(id);
    return place < 0 ? nullptr : &m_changes[static_cast<size_t>(place)];
}

const ChangeRun *ChangeJournal::find(RunId id) const
{
    const auto found = m_runs.find(id);
    return found == m_runs.end() ? nullptr : &found->second;
}

std::vector<ChangeId> ChangeJournal::changesOf(RunId run) const
{
    std::vector<ChangeId> ids;
    for (const ChangeRecord &change : m_changes) {
        if (change.run == run)
            ids.push_back(change.id);
    }
    return ids;
}

QSet<QString> ChangeJournal::keysOf(const AccountId &account, const QString &kind) const
{
    QSet<QString> keys;
    for (const ChangeRecord &change : m_changes) {
        if (!change.answer.key.isEmpty() && change.account == account && change.change.kind == kind)
            keys.insert(change.answer.key);
    }
    return keys;
}

tl::expected<RunId, JournalTrouble> ChangeJournal::add(const AccountId &account, const NewRun &newRun,
                                                       const QStringList &titles)
{
    Q_ASSERT(static_cast<size_t>(titles.size()) == newRun.changes.size());
    if (!m_file)
        return tl::unexpected(*m_trouble);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    ChangeRun run{.account = account,
                  .title = newRun.title,
                  .target = newRun.target,
                  .resendsAbsent = newRun.resendsAbsent,
                  .begunAt = now};
    std::vector<ChangeRecord> changes;
    changes.reserve(newRun.changes.size());
    for (const NewChange &change : newRun.changes)
        changes.push_back({.account = account,
                           .title = titles[static_cast<qsizetype>(changes.size())],
                           .change = change,
                           .madeAt = now});
    if (const JournalResult done = m_file->insert(run, changes); !done)
        return tl::unexpected(done.error());

    const RunId id = run.id;
    const auto count = static_cast<qsizetype>(changes.size());
    run.counts.of(ChangeState::Waiting) = count;
    m_runs.emplace(id, std::move(run));
    for (ChangeRecord &change : changes) {
        m_index.insert(change.id, static_cast<qsizetype>(m_changes.size()));
        m_changes.push_back(std::move(change));
    }
    emit changesAdded(count);
    emit runUpdated(id);
    return id;
}

JournalResult ChangeJournal::put(const ChangeRecord &changed)
{
    return put(std::vector{changed});
}

JournalResult ChangeJournal::put(const std::vector<ChangeRecord> &changed)
{
    if (!m_file)
        return tl::unexpected(*m_trouble);
    if (const JournalResult done = m_file->update(changed); !done)
        return done;
    for (const ChangeRecord &change : changed)
        remember(change);
    return {};
}

JournalResult ChangeJournal::keep(const ChangeRecord &changed)
{
    const JournalResult done = put(changed);
    if (!done)
        remember(changed);
    return done;
}

JournalResult ChangeJournal::forget(const AccountId &account)
{
    if (!m_file)
        return tl::unexpected(*m_trouble);
    const bool isKnown =
        std::ranges::any_of(m_runs, [&](const auto &run) { return run.second.account == account; });
    if (!isKnown)
        return {};
    if (const JournalResult done = m_file->remove(account); !done)
        return done;
    std::erase_if(m_changes, [&](const ChangeRecord &change) { return change.account == account; });
    std::erase_if(m_runs, [&](const auto &run) { return run.second.account == account; });
    m_index.clear();
    for (const ChangeRecord &change : m_changes)
        m_index.insert(change.id, m_index.size());
    emit changesForgotten();
    return {};
}

void ChangeJournal::remember(const ChangeRecord &changed)
{
    ChangeRecord &known = m_changes[static_cast<size_t>(indexOf(changed.id))];
    RunCounts &counts = m_runs[changed.run].counts;
    --counts.of(known.state);
    ++counts.of(changed.state);
    known = changed;
    emit changeUpdated(changed.id);
    emit runUpdated(changed.run);
}
