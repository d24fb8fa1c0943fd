// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/enrolment/kitmatrix.h"

#include <QAbstractTableModel>

/// The matrix of setup kits as a table: a company in each row; its name, configuration ID, what that says, and a link for each system. It
/// shows one combination of options at a time.
class KitModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { NameColumn, IdColumn, FlagsColumn, FirstSystem };
    static constexpr int columns = FirstSystem + static_cast<int>(allSetupSystems.size());

    enum Role {
        ValueRole = Qt::UserRole, ///< What is copied: the whole link or ID; empty: nothing.
        LookRole, ///< A Look.
    };
    enum class Look { Plain, Secret, Quiet, Warning, Refused };

    /// \a matrix outlives the model.
    explicit KitModel(KitMatrix &matrix, QObject *parent = nullptr);

    SetupOptions options() const { return m_options; }
    void setOptions(SetupOptions options);

    /// nullopt: a column that is no system's.
    static std::optional<SetupSystem> systemOf(int column);
    static int columnOf(SetupSystem system) { return FirstSystem + static_cast<int>(system); }
    const KitCell &cellAt(const QModelIndex &index) const;
    /// The first of the row's kits that was read: all of a company's configuration IDs with the same options say the same.
    const SetupKit *anyKit(int row) const;
    /// What disagrees in the kits of a row, each with its system.
    QStringList disagreements(int row) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    void takeCell(const KitPlace &place);
    QString text(const QModelIndex &index) const;
    QString flagsText(int row) const;
    QString cellText(const KitCell &cell) const;
    QString value(const QModelIndex &index) const;
    QString explanation(const QModelIndex &index) const;
    Look look(const QModelIndex &index) const;

    KitMatrix &m_matrix;
    SetupOptions m_options;
};
