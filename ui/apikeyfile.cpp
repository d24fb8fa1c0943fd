// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/apikeyfile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {

// Far above the longest key (4,096 characters) with quotes and blanks around it.
constexpr qint64 largestFile = 64 * 1024;

QString translated(const char *text)
{
    return QCoreApplication::translate("ApiKeyFile", text);
}

/// A name for a shell: quoted where it has anything but plain characters.
QString shellWord(const QString &name)
{
    const auto isPlain = [](QChar c) {
        return c.isLetterOrNumber() || u"/._-+:@%"_s.contains(c);
    };
    if (std::ranges::all_of(name, isPlain))
        return name;
    return u'\'' + QString(name).replace(u'\'', u"'\\''"_s) + u'\'';
}

bool isOpenToOthers(const QFile &file)
{
#ifdef Q_OS_UNIX
    constexpr QFileDevice::Permissions others =
        QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther | QFileDevice::WriteOther;
    return QFileInfo(file).isFile() && (file.permissions() & others);
#else
    Q_UNUSED(file)
    return false;
#endif
}

} // namespace

tl::expected<QByteArray, QString> readApiKeyFile(const QString &name)
{
    QFile file(name);
    const bool isStandardInput = name == u'-';
    const bool isOpen =
        isStandardInput ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return tl::unexpected(
            translated(QT_TRANSLATE_NOOP("ApiKeyFile", "The API key file %1 cannot be read: %2."))
                .arg(name, file.errorString()));
    if (!isStandardInput && isOpenToOthers(file))
        return tl::unexpected(
            translated(
                QT_TRANSLATE_NOOP(
                    "ApiKeyFile",
                    "Others may read or change the API key file %1. Close it to them first: chmod 600 %2"))
                .arg(name, shellWord(name)));

    QByteArray bytes;
    bytes.reserve(largestFile + 1); // grown, it would leave copies of the key behind
    while (bytes.size() <= largestFile) {
        const qsizetype filled = bytes.size();
        bytes.resize(largestFile + 1);
        const qint64 read = file.read(bytes.data() + filled, largestFile + 1 - filled);
        bytes.resize(filled + std::max<qint64>(read, 0));
        if (read <= 0)
            break;
    }
    if (bytes.size() > largestFile) {
        bytes.fill('\0');
        return tl::unexpected(
            translated(QT_TRANSLATE_NOOP("ApiKeyFile", "%1 is too large to be an API key.")).arg(name));
    }
    return bytes;
}
