// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <unistd.h>

/// A profile that is not there yet, in a folder that goes with this.
class ProfileFolder
{
public:
    QString path() const { return m_folder.filePath(QStringLiteral("profile")); }
    QString file(const QString &name) const { return path() + u'/' + name; }

    void put(const QString &name, const QByteArray &content) const
    {
        QDir().mkpath(path());
        QFile written(file(name));
        if (!written.open(QIODevice::WriteOnly) || written.write(content) != content.size())
            qFatal("the test cannot write");
    }
    QByteArray content(const QString &name) const
    {
        QFile read(file(name));
        return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
    }
    QJsonObject json(const QString &name) const { return QJsonDocument::fromJson(content(name)).object(); }
    QStringList files(const QString &pattern) const
    {
        return QDir(path()).entryList({pattern}, QDir::Files | QDir::Hidden, QDir::Name);
    }
    static uint mode(const QString &of)
    {
        struct stat status{};
        return stat(qPrintable(of), &status) == 0 ? status.st_mode & 07777U : 0;
    }

private:
    QTemporaryDir m_folder;
};

/// The folder cannot be written while this lives; root is somebody else meanwhile, because rights do not bind it.
class ReadOnlyFolder
{
public:
    explicit ReadOnlyFolder(const QString &path) : m_path(path), m_user(geteuid())
    {
        m_outside = QFileInfo(path).path();
        if (chmod(qPrintable(m_outside), 0755) != 0 || chmod(qPrintable(path), 0555) != 0)
            qFatal("the test cannot change rights");
        if (m_user == 0 && seteuid(65534) != 0)
            qFatal("the test cannot drop its rights");
    }
    ~ReadOnlyFolder()
    {
        if (seteuid(m_user) != 0 || chmod(qPrintable(m_path), 0700) != 0)
            qFatal("the test cannot take its rights back");
    }
    Q_DISABLE_COPY_MOVE(ReadOnlyFolder)

private:
    QString m_path;
    QString m_outside;
    uid_t m_user;
};
