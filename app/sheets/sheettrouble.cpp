// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sheets/sheettrouble.h"

#include "app/base/visibletext.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDevice>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <cerrno>

namespace {

// Qt's error codes do not tell a full disk from a broken one; its words do, and it makes them from the system's code.
bool meansNoRoom(const QString &words)
{
    static constexpr std::array codes{
        ENOSPC,
        EFBIG,
#ifdef EDQUOT
        EDQUOT,
#endif
    };
    return std::ranges::any_of(codes, [&](int code) { return words == qt_error_string(code); });
}

bool meansNoRight(const QString &words)
{
    static constexpr std::array codes{EACCES, EPERM, EROFS};
    return std::ranges::any_of(codes, [&](int code) { return words == qt_error_string(code); });
}

SheetTroubleKind kindOf(const QFileDevice &device, const QString &file)
{
    if (!QFileInfo(QFileInfo(file).path()).isDir())
        return SheetTroubleKind::NoFolder;
    if (QFileInfo(file).isDir())
        return SheetTroubleKind::IsFolder;
    if (meansNoRoom(device.errorString()))
        return SheetTroubleKind::NoRoom;
    if (meansNoRight(device.errorString()) || device.error() == QFileDevice::PermissionsError
        || (QFileInfo::exists(file) && !QFileInfo(file).isWritable()))
        return SheetTroubleKind::NotWritable;
    return SheetTroubleKind::DiskFailed;
}

QString tr(const char *text)
{
    return QCoreApplication::translate("SheetTrouble", text);
}

} // namespace

SheetTrouble SheetTrouble::of(const QFileDevice &device, const QString &file)
{
    return {.kind = kindOf(device, file), .file = file, .systemWords = device.errorString()};
}

QString SheetTrouble::what() const
{
    const QString name = visibleText(QFileInfo(file).fileName());
    const QString folder = visibleText(QDir::toNativeSeparators(QFileInfo(file).path()));
    switch (kind) {
    case SheetTroubleKind::NoFolder:
        return tr(QT_TRANSLATE_NOOP("SheetTrouble", "There is no folder %1.")).arg(folder);
    case SheetTroubleKind::IsFolder:
        return tr(QT_TRANSLATE_NOOP("SheetTrouble", "%1 is a folder, not a file.")).arg(name);
    case SheetTroubleKind::NotWritable:
        return tr(QT_TRANSLATE_NOOP("SheetTrouble", "Steward may not write %1 in %2.")).arg(name, folder);
    case SheetTroubleKind::NoRoom:
        return tr(QT_TRANSLATE_NOOP(
                      "SheetTrouble",
                      "There is no room for %1: the disk is full or takes no file of this size."))
            .arg(name);
    case SheetTroubleKind::DiskFailed:
        return tr(QT_TRANSLATE_NOOP("SheetTrouble", "%1 could not be written.")).arg(name);
    }
    return {};
}

QString SheetTrouble::advice() const
{
    switch (kind) {
    case SheetTroubleKind::NoFolder:
        return tr(QT_TRANSLATE_NOOP("SheetTrouble",
                                    "Nothing was written. Choose another folder and export again."));
    case SheetTroubleKind::IsFolder:
        return tr(
            QT_TRANSLATE_NOOP("SheetTrouble", "Nothing was written. Choose another name and export again."));
    case SheetTroubleKind::NotWritable:
        return tr(
            QT_TRANSLATE_NOOP("SheetTrouble",
                              "An older file of this name is as it was. Choose a folder that is yours and "
                              "export again."));
    case SheetTroubleKind::NoRoom:
        return tr(
            QT_TRANSLATE_NOOP("SheetTrouble",
                              "An older file of this name is as it was. Make room or choose another folder, "
                              "and export again."));
    case SheetTroubleKind::DiskFailed:
        return tr(
            QT_TRANSLATE_NOOP("SheetTrouble",
                              "An older file of this name is as it was. Check the disk or choose another "
                              "folder, and export again."));
    }
    return {};
}
