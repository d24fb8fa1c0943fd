// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMetaType>
#include <QString>

class QFileDevice;

enum class SheetTroubleKind {
    NoFolder, ///< The folder is gone, or what stands there is none.
    IsFolder, ///< The chosen name is that of a folder.
    NotWritable, ///< No right to write there, or the disk is read-only.
    NoRoom, ///< The disk is full, a quota is reached, or the disk takes no file of this size.
    DiskFailed, ///< Anything else, in the system's words.
};

/// Why a file was not written, in words for the person. Whatever stood at that place before is untouched.
struct SheetTrouble
{
    SheetTroubleKind kind = SheetTroubleKind::DiskFailed;
    QString file{}; ///< The whole path.
    QString systemWords{}; ///< As the system gave them, for quotation; may be empty.

    /// What happened: one short sentence.
    QString what() const;
    /// What it means and what to do.
    QString advice() const;

    /// Of \a device, which just failed to open, write or commit \a file.
    static SheetTrouble of(const QFileDevice &device, const QString &file);

    friend bool operator==(const SheetTrouble &, const SheetTrouble &) = default;
};

Q_DECLARE_METATYPE(SheetTrouble)
