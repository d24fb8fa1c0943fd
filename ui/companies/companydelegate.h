// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"

#include <QStyledItemDelegate>

class CompanyTreeModel;
class Theme;
struct CompanyLook;

/// Paints the rows of the company tree: mark, name, health bar, count at the right. The rectangle it is given is the whole row.
class CompanyDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// \a model and \a theme outlive the delegate.
    CompanyDelegate(const CompanyTreeModel &model, const Theme &theme, QObject *parent = nullptr);

    /// How far the ring of companies that are being read has turned, in degrees.
    void setRingAngle(int degrees) { m_ringAngle = degrees; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter *painter, const QStyleOptionViewItem &option) const;
    void paintColour(QPainter *painter, const QStyleOptionViewItem &option, AccountColour colour) const;
    void paintMark(QPainter *painter, const QRect &place, const CompanyLook &look, bool isOpen) const;
    int paintBar(QPainter *painter, const QStyleOptionViewItem &option, const CompanyLook &look,
                 int countLeft) const;
    int paintCount(QPainter *painter, const QStyleOptionViewItem &option, const CompanyLook &look) const;
    void paintName(QPainter *painter, const QStyleOptionViewItem &option, const CompanyLook &look,
                   int countLeft) const;

    const CompanyTreeModel &m_model;
    const Theme &m_theme;
    int m_ringAngle = 0;
};
