// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/icons.h"

#include <QWidget>

class ElidedLabel;
class QLabel;
class QToolButton;
class QVBoxLayout;
class Theme;

/// A details pane: a head with picture, title, second line and buttons that copy everything and close the pane; below it what
/// its subject puts there, scrolled together. All texts are plain.
class DetailsPane : public QWidget
{
    Q_OBJECT

public:
    /// \a name begins the objectNames of its parts: "deviceDetails" has a "deviceDetailsTitle". \a theme outlives the pane.
    DetailsPane(const QString &name, const Theme &theme, QWidget *parent = nullptr);

    void setHead(Glyph glyph, const QString &title, const QString &subtitle);
    /// Puts \a part below what is there.
    void add(QWidget *part);
    /// Puts \a foot under everything, where it stays in sight: what can be done with the subject.
    void setFoot(QWidget *foot);

signals:
    void copyRequested();
    void closeRequested();

private:
    QToolButton *makeButton(const QString &name, Glyph glyph, const QString &text);
    QWidget *makeHead(const QString &name);
    QWidget *makeBody(const QString &name);
    void showGlyph();

    const Theme &m_theme;
    Glyph m_shownGlyph = Glyph::Info;
    QLabel *m_glyph = nullptr;
    ElidedLabel *m_title = nullptr;
    ElidedLabel *m_subtitle = nullptr;
    QVBoxLayout *m_parts = nullptr;
};
