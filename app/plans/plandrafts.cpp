// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plans/plandrafts.h"

#include "app/base/ownfolder.h"
#include "app/plans/plantemplate.h"
#include "app/settings/wholefile.h"

#include <QCryptographicHash>
#include <QDir>
#include <QUuid>

using namespace Qt::StringLiterals;

PlanDrafts::PlanDrafts(const QString &profile)
    : m_profile(profile), m_folder(profile.isEmpty() ? QString() : profile + u"/drafts"_s)
{ }

// An account's id may hold anything, a file's name may not.
QString PlanDrafts::beginOf(const AccountId &account)
{
    const QByteArray hash = QCryptographicHash::hash(account.text().toUtf8(), QCryptographicHash::Sha256);
    return u"plan-"_s + QString::fromLatin1(hash.toHex().first(12)) + u'-';
}

QString PlanDrafts::newFile(const AccountId &account) const
{
    return m_folder + u'/' + beginOf(account) + QUuid::createUuid().toString(QUuid::WithoutBraces)
        + u".json"_s;
}

bool PlanDrafts::keep(const QString &file, const PlanDraft &draft) const
{
    return canKeep() && makeOwnFolder(m_profile).isEmpty() && makeOwnFolder(m_folder).isEmpty()
        && writeWholeFile(file, draftFile(draft, DraftParts::Everything)).isEmpty();
}

void PlanDrafts::remove(const QString &file) const
{
    if (canKeep())
        QFile::remove(file);
}

void PlanDrafts::forget(const AccountId &account) const
{
    const QFileInfoList files = filesOf(account);
    for (const QFileInfo &file : files)
        QFile::remove(file.filePath());
}

/// The newest first.
QFileInfoList PlanDrafts::filesOf(const AccountId &account) const
{
    return canKeep() ? QDir(m_folder).entryInfoList({beginOf(account) + u"*.json"_s}, QDir::Files, QDir::Time)
                     : QFileInfoList();
}

QList<KeptDraft> PlanDrafts::of(const CompanyKey &company) const
{
    QList<KeptDraft> kept;
    const QFileInfoList files = filesOf(company.account);
    for (const QFileInfo &info : files) {
        QFile file(info.filePath());
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const auto draft = readDraft(file.read(mostDraftBytes + 1));
        if (draft && draft->company == company.company)
            kept.append({info.filePath(), *draft, info.lastModified().toUTC()});
    }
    return kept;
}
