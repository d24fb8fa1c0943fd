// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/theme.h"

#include "ui/window/consolestyle.h"

#include <QApplication>
#include <QEvent>
#include <QFile>
#include <QScopedValueRollback>
#include <QStyleHints>

#include <array>

using namespace Qt::StringLiterals;

bool isDarkPalette(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

static Shade desktopShade()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const Qt::ColorScheme scheme = QGuiApplication::styleHints()->colorScheme();
    if (scheme != Qt::ColorScheme::Unknown)
        return scheme == Qt::ColorScheme::Dark ? Shade::Dark : Shade::Light;
#endif
    return isDarkPalette(QApplication::palette()) ? Shade::Dark : Shade::Light;
}

static QString styleSheet(Shade shade)
{
    QFile file(u":/style.qss"_s);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT(opened);
    return withColors(QString::fromUtf8(file.readAll()), shade);
}

QPalette themePalette(Shade shade)
{
    struct Role
    {
        QPalette::ColorRole role;
        Token token;
        Token disabled;
    };
    static constexpr std::array roles{
        Role{QPalette::Window, Token::Win, Token::Win},
        Role{QPalette::WindowText, Token::Text, Token::Dis},
        Role{QPalette::Base, Token::Base, Token::Win},
        Role{QPalette::AlternateBase, Token::Side, Token::Side},
        Role{QPalette::ToolTipBase, Token::Raise, Token::Raise},
        Role{QPalette::ToolTipText, Token::Text, Token::Text},
        Role{QPalette::PlaceholderText, Token::Text3, Token::Dis},
        Role{QPalette::Text, Token::Text, Token::Dis},
        Role{QPalette::Button, Token::Win, Token::Win},
        Role{QPalette::ButtonText, Token::Text, Token::Dis},
        Role{QPalette::BrightText, Token::OnAccfill, Token::Dis},
        Role{QPalette::Link, Token::Acc, Token::Dis},
        Role{QPalette::LinkVisited, Token::Acc, Token::Dis},
        Role{QPalette::Highlight, Token::Sel, Token::SelInactive},
        Role{QPalette::HighlightedText, Token::Text, Token::Dis},
        Role{QPalette::Light, Token::Raise, Token::Raise},
        Role{QPalette::Midlight, Token::Grid, Token::Grid},
        Role{QPalette::Mid, Token::Line, Token::Line},
        Role{QPalette::Dark, Token::Ctl, Token::Line},
        Role{QPalette::Shadow, Token::Ctl, Token::Line},
#if QT_VERSION >= QT_VERSION_CHECK(6, 6, 0)
        Role{QPalette::Accent, Token::Acc, Token::Dis},
#endif
    };
    QPalette palette;
    for (const Role &row : roles) {
        palette.setColor(QPalette::Active, row.role, tokenColor(row.token, shade));
        palette.setColor(QPalette::Inactive, row.role, tokenColor(row.token, shade));
        palette.setColor(QPalette::Disabled, row.role, tokenColor(row.disabled, shade));
    }
    palette.setColor(QPalette::Inactive, QPalette::Highlight, tokenColor(Token::SelInactive, shade));
    return palette;
}

Theme::Theme(QObject *parent) : QObject(parent)
{
    Q_INIT_RESOURCE(steward);
    m_desktop = desktopShade(); // before our own palette covers the desktop's
    m_family = textFamily(QApplication::font());
    QApplication::setStyle(new ConsoleStyle(*this));
    QApplication::setFont(font(TextStyle::Base));
    apply();
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, &Theme::readDesktopLater);
#endif
    qApp->installEventFilter(this);
}

Theme::~Theme()
{
    if (!qApp)
        return;
    qApp->setStyleSheet(QString());
    QApplication::setPalette(QPalette());
}

void Theme::setMode(ThemeMode mode)
{
    change(mode, m_desktop);
}

bool Theme::isDark() const
{
    return shade() == Shade::Dark;
}

QColor Theme::color(Token token) const
{
    return tokenColor(token, shade());
}

QFont Theme::font(TextStyle style) const
{
    return textFont(style, m_family);
}

Shade Theme::shade() const
{
    switch (m_mode) {
    case ThemeMode::Light:
        return Shade::Light;
    case ThemeMode::Dark:
        return Shade::Dark;
    case ThemeMode::System:
        break;
    }
    return m_desktop;
}

bool Theme::eventFilter(QObject *watched, QEvent *event)
{
    if (!m_applying
        && (event->type() == QEvent::ThemeChange
            || (event->type() == QEvent::ApplicationPaletteChange && watched == qApp)))
        readDesktopLater();
    return QObject::eventFilter(watched, event);
}

/// The desktop tells each window of its change: one reading answers them all.
void Theme::readDesktopLater()
{
    if (m_readingLater)
        return;
    m_readingLater = true;
    QMetaObject::invokeMethod(this, &Theme::readDesktop, Qt::QueuedConnection);
}

/// Qt 6.4 tells the desktop's palette only to an application without its own: ours is taken off, read, put on again.
void Theme::readDesktop()
{
    m_readingLater = false;
    const QScopedValueRollback applying(m_applying, true);
    QApplication::setPalette(QPalette());
    const Shade desktop = desktopShade();
    QApplication::setPalette(themePalette(shade()));
    change(m_mode, desktop);
}

void Theme::change(ThemeMode mode, Shade desktop)
{
    const Shade before = shade();
    m_mode = mode;
    m_desktop = desktop;
    if (shade() == before)
        return;
    apply();
    emit changed();
}

void Theme::apply()
{
    const QScopedValueRollback applying(m_applying, true);
    QApplication::setPalette(themePalette(shade()));
    qApp->setStyleSheet(styleSheet(shade()));
}
