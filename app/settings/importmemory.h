// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/profilefile.h"

#include <QHash>

/// How sheets of one subject were imported last: the folder, and which heading the person chose for which column. In the file imports.json of
/// the profile. Nothing of what was in the rows.
class ImportMemory
{
public:
    static constexpr qsizetype most = 200; // headings
    static constexpr qsizetype longest = 200; // characters of one

    /// \a subject: "companies"; its words never change.
    ImportMemory(const QString &profile, QString subject);

    QString folder() const;
    /// Headings with the key of their column.
    QHash<QString, QString> headings() const;
    /// Headings beyond the limits are left out. A disk that refuses is no reason to tell anybody: the memory then ends with Steward.
    void keep(const QString &folder, const QHash<QString, QString> &headings);

private:
    QJsonObject own() const { return m_file.content().value(m_subject).toObject(); }

    const QString m_subject;
    ProfileFile m_file;
    bool m_isOnDisk = true; ///< Whatever is known: the last saving went well.
};
