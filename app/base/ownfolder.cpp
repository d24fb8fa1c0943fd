// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/base/ownfolder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

QString makeOwnFolder(const QString &path)
{
    if (QFileInfo(path).isDir())
        return {};
    QDir().mkpath(QFileInfo(path).path());
    QDir().mkdir(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return QFileInfo(path).isDir() ? QString() : qt_error_string();
}
