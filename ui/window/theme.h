// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/textstyle.h"
#include "ui/window/tokens.h"

#include <QColor>
#include <QFont>
#include <QObject>
#include <QPalette>
#include <QString>

/// Which shade the person chose; System follows the desktop, also when it changes later.
enum class ThemeMode { System, Light, Dark };

/// How the console looks: gives the application its style, palette, style sheet and font, and tells colours and fonts
/// to those who paint. One object, made by main after the QApplication and before the first widget; whoever paints
/// gets a reference. Its end takes the looks off the application again.
class Theme : public QObject
{
    Q_OBJECT

public:
    explicit Theme(QObject *parent = nullptr);
    ~Theme() override;

    [[nodiscard]] ThemeMode mode() const { return m_mode; }
    void setMode(ThemeMode mode);

    /// The shade in use, whoever decided it.
    [[nodiscard]] bool isDark() const;

    [[nodiscard]] QColor color(Token token) const;
    [[nodiscard]] QFont font(TextStyle style) const;

signals:
    /// The shade is another one; palette and style sheet of the application are already changed. Whoever keeps
    /// pictures or brushes makes them again.
    void changed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] Shade shade() const;
    void readDesktopLater();
    void readDesktop();
    void change(ThemeMode mode, Shade desktop);
    void apply();

    ThemeMode m_mode = ThemeMode::System;
    Shade m_desktop = Shade::Light;
    QString m_family;
    bool m_applying = false; // our own palette is no news of the desktop
    bool m_readingLater = false;
};

/// The application's palette in one shade, all groups.
QPalette themePalette(Shade shade);

/// Whether a desktop with this palette is a dark one.
bool isDarkPalette(const QPalette &palette);
