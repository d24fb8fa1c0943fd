// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/savedview.h"

#include <QByteArray>

/// What a file of views holds, and what was left out of it.
struct ImportedViews
{
    QList<SavedView> views{}; ///< Without ids; SavedViews::add() gives them and clears name clashes.
    QStringList remarks{}; ///< Sentences for the person about what was left out.
    QString problem{}; ///< Why there are no views at all; empty: there are.
};

/// \a views as the bytes of a file for another person: no ids, nothing of an account.
QByteArray viewsToFile(const QList<SavedView> &views);

/// Reads what anybody may have written. At most 1 MiB and viewlimit::viewCount views; a view that holds too much or has fields of
/// the wrong type is left out and told, fields that are not known are told. Nothing in the file names another file.
ImportedViews viewsFromFile(const QByteArray &bytes);

/// The same for the file at \a path, which must be a plain file: a pipe or device is not waited for.
ImportedViews readViewFile(const QString &path);

/// Writes \a views to \a path, whole or not at all. Empty, or why not, in a sentence.
QString writeViewFile(const QString &path, const QList<SavedView> &views);
