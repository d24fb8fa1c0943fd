// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/looks.h"

#include <QAbstractButton>
#include <QFrame>
#include <QLabel>
#include <QStyle>
#include <QToolButton>
#include <QVariant>

using namespace Qt::StringLiterals;

/// A style sheet looks at properties only when a widget is polished.
static void setLook(QWidget *widget, const char *property, const QVariant &value)
{
    if (widget->property(property) == value)
        return;
    widget->setProperty(property, value);
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
    widget->updateGeometry();
    widget->update();
}

static QString kindName(ButtonKind kind)
{
    switch (kind) {
    case ButtonKind::Normal:
        return u"normal"_s;
    case ButtonKind::Main:
        return u"main"_s;
    case ButtonKind::Flat:
        return u"flat"_s;
    case ButtonKind::Link:
        return u"link"_s;
    case ButtonKind::Tab:
        return u"tab"_s;
    }
    Q_UNREACHABLE();
}

static QString inkName(Ink ink)
{
    switch (ink) {
    case Ink::Text:
        return u"text"_s;
    case Ink::Text2:
        return u"text2"_s;
    case Ink::Text3:
        return u"text3"_s;
    case Ink::Warn:
        return u"warn"_s;
    case Ink::Bad:
        return u"bad"_s;
    }
    Q_UNREACHABLE();
}

void setKind(QAbstractButton *button, ButtonKind kind)
{
    setLook(button, "kind", kindName(kind));
}

void setLeadingIcon(QAbstractButton *button, const QIcon &icon)
{
    static constexpr int air = 4; // beside the 4 that Qt leaves
    const int side = button->iconSize().height();
    button->setIcon(icon);
    button->setIconSize(QSize(side + air, side));
    if (auto *toolButton = qobject_cast<QToolButton *>(button))
        toolButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
}

void setSmall(QAbstractButton *button)
{
    button->setIconSize(QSize(14, 14));
    setLook(button, "small", true);
}

void setInk(QLabel *label, Ink ink)
{
    setLook(label, "ink", inkName(ink));
}

void setWrong(QWidget *field, bool isWrong)
{
    setLook(field, "wrong", isWrong);
}

QFrame *makeRule(QWidget *parent)
{
    auto *rule = new QFrame(parent);
    rule->setFixedHeight(1);
    rule->setProperty("kind", u"separator"_s);
    return rule;
}
