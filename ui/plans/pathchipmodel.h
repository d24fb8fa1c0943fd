// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plancheck.h"

#include <QAbstractListModel>
#include <QStringList>

#include <utility>
#include <vector>

/// The lines of \a text that hold something, each exactly as it is there.
QStringList pathsIn(const QString &text);

/// The paths and policy rules of a plan, one a row, each kept exactly as it was typed, with the first thing that there is to say of it.
class PathChipModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        SentenceRole = Qt::UserRole + 1, ///< What there is to say of the path; empty: nothing.
        FaultRole, ///< bool: with this path the plan cannot be created.
    };

    using QAbstractListModel::QAbstractListModel;

    const QStringList &paths() const { return m_paths; }
    void setPaths(const QStringList &paths);
    void add(const QStringList &paths);
    void remove(const std::vector<int> &rows);
    /// Takes out the rows that were edited to nothing.
    void removeEmpty();
    /// Puts the paths that were removed last back to their places; false: none was.
    bool bringBack();
    /// Puts \a paths in the place of the one in \a row, exactly as they are.
    void replace(int row, const QStringList &paths);
    /// Of \a problems those that are about a row are kept.
    void showProblems(const QList<PlanProblem> &problems);
    /// How many paths there is something to say of.
    qsizetype marked() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// The edit role is the path; the others are for the screen.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// A text of several lines becomes several rows.
    bool setData(const QModelIndex &index, const QVariant &value, int role = Qt::EditRole) override;

signals:
    /// The paths are others.
    void edited();

private:
    struct Mark
    {
        QString sentence{};
        bool isFault = false;

        friend bool operator==(const Mark &, const Mark &) = default;
    };
    using Removed = std::vector<std::pair<int, QString>>; // ascending

    QStringList m_paths;
    std::vector<Mark> m_marks; // by row
    std::vector<Removed> m_removed; // the last one last
};
