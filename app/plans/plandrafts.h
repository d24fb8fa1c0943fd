// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plandraft.h"

#include <QDateTime>
#include <QFileInfo>

#include <optional>

/// A draft that was kept.
struct KeptDraft
{
    QString file{};
    PlanDraft draft{};
    QDateTime keptAt{}; ///< UTC.
};

/// Unfinished plans, one file each, so that they are there again after a crash or a closed window and none takes another's place. Only the
/// server's success removes one, or the person.
class PlanDrafts
{
public:
    /// \a profile: the folder of settings; empty: nothing is kept.
    explicit PlanDrafts(const QString &profile);

    bool canKeep() const { return !m_folder.isEmpty(); }
    /// A name for a new draft of \a account; nothing is written.
    QString newFile(const AccountId &account) const;
    /// Writes all of it or nothing. False: it could not be written.
    bool keep(const QString &file, const PlanDraft &draft) const;
    void remove(const QString &file) const;
    /// Removes every draft of \a account.
    void forget(const AccountId &account) const;
    /// Those of \a company, the newest first. Files that cannot be read stay where they are.
    QList<KeptDraft> of(const CompanyKey &company) const;

private:
    static QString beginOf(const AccountId &account);
    QFileInfoList filesOf(const AccountId &account) const;

    QString m_profile;
    QString m_folder;
};
