// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QAbstractButton;
class QFrame;
class QIcon;
class QLabel;
class QWidget;

/// The kinds of button that the style sheet knows. A QPushButton is Normal and a QToolButton is Flat until told.
enum class ButtonKind {
    Normal, ///< raised, with a border
    Main, ///< filled; one per page
    Flat, ///< text or icon alone
    Link, ///< in the colour of links
    Tab, ///< a page of the tool bar: a line below it when checked
};

/// The inks of labels that are not plain text.
enum class Ink { Text, Text2, Text3, Warn, Bad };

void setKind(QAbstractButton *button, ButtonKind kind);

/// An icon before the text of a button, with the distance between them that the console has everywhere.
void setLeadingIcon(QAbstractButton *button, const QIcon &icon);

/// Buttons of 24 instead of 28 pixels, with icons of 14. Call it before setLeadingIcon().
void setSmall(QAbstractButton *button);

void setInk(QLabel *label, Ink ink);

/// Marks a field as not understood, or takes the mark away. The sentence that says why stands below the field.
void setWrong(QWidget *field, bool isWrong);

/// A line of one pixel across, between two parts.
QFrame *makeRule(QWidget *parent);
