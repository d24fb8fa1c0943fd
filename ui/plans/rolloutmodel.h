// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/planrollout.h"

#include <QAbstractTableModel>
#include <QSet>

/// A company that a plan can be rolled out to.
struct FittingCompany
{
    CompanyKey company{};
    QString title{}; ///< Plain text.
    qsizetype devices = 0; ///< That fit the query.
};

/// The companies that a plan can be rolled out to, with a tick each, and what happens in those that were prepared.
class RollOutModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Company, Devices, Replaced, First, LeftOut, NotMentioned, State, ColumnCount };

    /// \a rollOut outlives the model.
    explicit RollOutModel(const PlanRollOut &rollOut, QObject *parent = nullptr);

    /// Who can be chosen. Ticks stay with their companies.
    void setCompanies(const QList<FittingCompany> &companies);
    /// Ticks these, and no others.
    void tick(const QSet<CompanyKey> &companies);
    void tickAll(bool isTicked);
    /// Ticks can be changed.
    void setOpen(bool isOpen);
    /// Those that are ticked and can be chosen.
    QList<FittingCompany> ticked() const;
    /// What is prepared of the company in \a row; nullptr: nothing.
    const RollOutRow *prepared(int row) const;
    /// The roll-out's rows are others.
    void takeRows();
    void takeRow(int preparedRow);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

signals:
    void tickedChanged();

private:
    QString cell(int row, int column) const;
    QString stateText(int row) const;
    void announce();

    const PlanRollOut &m_rollOut;
    QList<FittingCompany> m_companies;
    QHash<CompanyKey, int> m_places; // row in m_companies
    QSet<CompanyKey> m_ticked;
    QHash<CompanyKey, size_t> m_prepared; // row of the roll-out
    bool m_isOpen = true;
};
