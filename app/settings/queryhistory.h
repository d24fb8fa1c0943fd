// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/profilefile.h"

#include <QStringList>

/// The last queries of the query box, newest first, each once; in the file queries.json of the profile.
class QueryHistory
{
public:
    static constexpr qsizetype most = 50;

    explicit QueryHistory(const QString &profile);

    QStringList queries() const;
    /// Puts \a query first. Blank ones and those over viewlimit::queryLength are not remembered. A disk that refuses is no
    /// reason to tell anybody: the history then ends with Steward.
    void add(const QString &query);
    void clear();

private:
    ProfileFile m_file;
};
