// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "ui/window/tokens.h"

#include <QIcon>
#include <QList>

class QPainter;
class Theme;

/// One colour of an account: what it is called, and what it looks like.
struct AccountColourRow
{
    AccountColour colour;
    const char *name; ///< Context "AccountColour".
    Token token;
};

/// Every colour there is, in the order in which they are offered; None first.
const QList<AccountColourRow> &accountColours();
Token accountToken(AccountColour colour);
QString accountColourName(AccountColour colour);
/// A small disc in the account's colour; without one an empty ring.
void paintAccountDisc(QPainter &painter, const QPointF &centre, const Theme &theme, AccountColour colour);
QIcon accountIcon(const Theme &theme, AccountColour colour);
