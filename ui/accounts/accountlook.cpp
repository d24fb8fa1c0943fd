// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountlook.h"

#include "ui/window/theme.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

static constexpr int discSize = 10;

const QList<AccountColourRow> &accountColours()
{
    static const QList<AccountColourRow> rows{
        {AccountColour::None, QT_TRANSLATE_NOOP("AccountColour", "No colour"), Token::Ctl},
        {AccountColour::Blue, QT_TRANSLATE_NOOP("AccountColour", "Blue"), Token::Acc},
        {AccountColour::Teal, QT_TRANSLATE_NOOP("AccountColour", "Teal"), Token::Runb},
        {AccountColour::Green, QT_TRANSLATE_NOOP("AccountColour", "Green"), Token::Okb},
        {AccountColour::Ochre, QT_TRANSLATE_NOOP("AccountColour", "Ochre"), Token::Warnb},
        {AccountColour::Red, QT_TRANSLATE_NOOP("AccountColour", "Red"), Token::Badb},
        {AccountColour::Violet, QT_TRANSLATE_NOOP("AccountColour", "Violet"), Token::AccfillHover},
        {AccountColour::Grey, QT_TRANSLATE_NOOP("AccountColour", "Grey"), Token::Idleb}};
    return rows;
}

Token accountToken(AccountColour colour)
{
    return std::ranges::find(accountColours(), colour, &AccountColourRow::colour)->token;
}

QString accountColourName(AccountColour colour)
{
    return QCoreApplication::translate(
        "AccountColour", std::ranges::find(accountColours(), colour, &AccountColourRow::colour)->name);
}

void paintAccountDisc(QPainter &painter, const QPointF &centre, const Theme &theme, AccountColour colour)
{
    const QColor ink = theme.color(accountToken(colour));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(ink, 1.3));
    painter.setBrush(colour == AccountColour::None ? QBrush(Qt::NoBrush) : QBrush(ink));
    painter.drawEllipse(centre, discSize / 2.0, discSize / 2.0);
    painter.restore();
}

QIcon accountIcon(const Theme &theme, AccountColour colour)
{
    constexpr int size = 16;
    QPixmap picture(size, size);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    paintAccountDisc(painter, {size / 2.0, size / 2.0}, theme, colour);
    return picture;
}
