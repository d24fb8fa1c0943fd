// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/settings/profilefile.h"

#include "app/base/ownfolder.h"
#include "app/settings/wholefile.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QLockFile>

using namespace Qt::StringLiterals;

namespace {

// What Steward writes is a few kilobytes; views and histories may have some more. A larger file is not ours.
constexpr qint64 largestFile = 4 * 1024 * 1024;
// Writing takes some milliseconds. Whoever holds the lock longer hangs; the window must not wait with it.
constexpr int lockPatience = 500;
// A lock of a process that is gone binds nobody; one whose owner was killed before it wrote its name in it, no longer
// than this.
constexpr int lockLifetime = 5000;

// A name beside \a path that nothing has yet.
QString nameAside(const QString &path, const QString &reason)
{
    const QString base =
        path + u'.' + reason + u'-' + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-HHmmss"_s);
    QString name = base;
    for (int number = 2; QFileInfo::exists(name); ++number)
        name = base + u'-' + QString::number(number);
    return name;
}

} // namespace

ProfileFile::ProfileFile(const QString &folder, const QString &name, int version)
    : m_path(folder.isEmpty() ? QString() : QDir(folder).absoluteFilePath(name)), m_version(version)
{ }

std::optional<ProfileTrouble> ProfileFile::load()
{
    m_unsaved.clear();
    Reading reading = read();
    if (!reading.trouble)
        return takeOver(reading);
    // two Stewards that start together must not set aside what the other one has just made new
    QLockFile lock(lockName());
    lock.setStaleLockTime(lockLifetime);
    if (lock.tryLock(lockPatience))
        reading = read();
    return takeOver(reading);
}

std::optional<ProfileTrouble> ProfileFile::apply(const Change &change)
{
    change(m_content);
    if (m_path.isEmpty())
        return std::nullopt;
    m_unsaved.push_back(change);
    if (const QString refusal = makeOwnFolder(QFileInfo(m_path).path()); !refusal.isEmpty())
        return trouble(ProfileTroubleKind::NotSaved, refusal);

    QLockFile lock(lockName());
    lock.setStaleLockTime(lockLifetime);
    if (lock.tryLock(lockPatience))
        return saveUnderLock();
    const bool isInUse = lock.error() == QLockFile::LockFailedError;
    return trouble(isInUse ? ProfileTroubleKind::InUse : ProfileTroubleKind::NotSaved, {});
}

std::optional<ProfileTrouble> ProfileFile::saveUnderLock()
{
    const QJsonObject here = m_content;
    const std::optional<ProfileTrouble> found = takeOver(read());
    if (found) {
        // damaged since the last saving: what is known here is as good as it was
        m_content = here;
        if (found->keptAs.isEmpty())
            return found;
    } else {
        for (const Change &change : m_unsaved)
            change(m_content);
    }
    m_content.insert(u"version"_s, m_version);
    const QByteArray bytes = QJsonDocument(m_content).toJson();
    if (const QString refusal = writeWholeFile(m_path, bytes); !refusal.isEmpty())
        return trouble(ProfileTroubleKind::NotSaved, refusal);
    m_unsaved.clear();
    return found;
}

ProfileFile::Reading ProfileFile::read() const
{
    const QFileInfo info(m_path);
    if (m_path.isEmpty() || (!info.exists() && !info.isSymLink()))
        return {};
    if (!info.isFile()) // a pipe would be waited for
        return {.trouble = ProfileTroubleKind::Unreadable};
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {.trouble = ProfileTroubleKind::Unreadable, .detail = file.errorString()};
    const QByteArray bytes = file.read(largestFile + 1);
    if (file.error() != QFileDevice::NoError)
        return {.trouble = ProfileTroubleKind::Unreadable, .detail = file.errorString()};
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &error);
    if (bytes.size() > largestFile || !document.isObject())
        return {.trouble = ProfileTroubleKind::Damaged, .detail = error.errorString()};
    const QJsonValue version = document.object().value(u"version"_s);
    const double number = version.isUndefined() ? 1 : version.toDouble(0);
    if (number < 1)
        return {.trouble = ProfileTroubleKind::Damaged, .detail = u"version"_s};
    if (number > m_version)
        return {.trouble = ProfileTroubleKind::Newer};
    return {.content = document.object()};
}

// What was read is the content; a file that could not be read is set aside, if the system lets it.
std::optional<ProfileTrouble> ProfileFile::takeOver(const Reading &reading)
{
    m_content = reading.content;
    if (!reading.trouble)
        return std::nullopt;
    ProfileTrouble told = trouble(*reading.trouble, reading.detail);
    if (*reading.trouble != ProfileTroubleKind::Unreadable) {
        const bool isNewer = *reading.trouble == ProfileTroubleKind::Newer;
        const QString aside = nameAside(m_path, isNewer ? u"newer"_s : u"damaged"_s);
        if (QFile::rename(m_path, aside))
            told.keptAs = aside;
    }
    return told;
}

QString ProfileFile::lockName() const
{
    return m_path + u".lock"_s;
}

ProfileTrouble ProfileFile::trouble(ProfileTroubleKind kind, const QString &detail) const
{
    return {.kind = kind, .file = m_path, .detail = detail};
}
