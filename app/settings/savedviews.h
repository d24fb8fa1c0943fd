// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/base/ids.h"
#include "app/settings/profilefile.h"
#include "app/settings/savedview.h"

#include <QJsonArray>
#include <QObject>

#include <functional>
#include <optional>

/// The saved views of one account, in the person's order, built-in ones among them; in the file views.json of the profile.
/// Every change is saved at once and joined with those of another Steward (ProfileFile).
class SavedViews : public QObject
{
    Q_OBJECT

public:
    SavedViews(const QString &profile, AccountId account, QObject *parent = nullptr);

    const std::optional<ProfileTrouble> &troubleAtStart() const { return m_troubleAtStart; }

    /// All of them, hidden ones too.
    const QList<SavedView> &views() const { return m_views; }
    const SavedView *find(const QString &id) const;
    /// Why no view but \a exceptId may be called \a name; empty: it may. Case does not tell two names apart.
    QString nameProblem(const QString &name, const QString &exceptId = {}) const;

    /// Adds \a view at the end, as the person's own; a name that is taken gets a number: "Name (2)". Gives its id; empty
    /// when there are too many or the view holds too much (viewlimit).
    QString add(SavedView view);
    /// Replaces the own view of \a view's id. False: built-in, not there, its name has a problem, or it holds too much.
    bool update(const SavedView &view);
    /// False: built-in, or not there.
    bool remove(const QString &id);
    /// False: not a built-in one.
    bool setHidden(const QString &id, bool isHidden);
    /// Puts the view of \a id at \a position of views(). False: not there.
    bool move(const QString &id, qsizetype position);

signals:
    void changed();
    void troubleFound(const ProfileTrouble &trouble);

private:
    void readViews();
    QString freeName(const QString &name) const;
    void apply(const std::function<void(QJsonArray &)> &change);

    AccountId m_account;
    ProfileFile m_file;
    std::optional<ProfileTrouble> m_troubleAtStart;
    QList<SavedView> m_views;
};
