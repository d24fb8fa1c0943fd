// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/health/healthlimits.h"
#include "ui/health/limitplaces.h"

#include <QAbstractTableModel>
#include <QLocale>

class Theme;

/// The limits as a table: a row for each kind of system, with Steward's defaults where nothing is set, then one for each account, group
/// and company that has limits of its own. Columns: for whom, then a limit each.
class LimitRuleModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    /// Both outlive the model.
    LimitRuleModel(const Fleet &fleet, const Theme &theme, QObject *parent = nullptr);

    const LimitBook &book() const { return m_book; }
    void setBook(const LimitBook &book);
    const LimitPlace &place(int row) const { return m_places.at(row); }
    int rowOf(const LimitPlace &place) const { return static_cast<int>(m_places.indexOf(place)); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString titleOf(const LimitPlace &place) const;
    std::optional<qint64> setLimit(const LimitPlace &place, LimitKind kind) const;
    QString limitAt(const LimitPlace &place, LimitKind kind) const;
    QString toolTip(const LimitPlace &place, LimitKind kind) const;

    LimitPlaces m_titles;
    const Theme &m_theme;
    LimitBook m_book;
    QList<LimitPlace> m_places;
};

/// "Stale after", translated: what a limit is called.
QString label(LimitKind kind);
/// A sentence about what it does.
QString meaning(LimitKind kind);
