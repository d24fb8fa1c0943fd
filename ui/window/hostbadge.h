// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>
#include <QString>

class ElidedLabel;
class QLabel;
class Theme;

enum class HostKind {
    None, ///< nobody is signed in: \a text alone, without a badge
    Secure, ///< api.idrive360.com over https: a lock
    Sandbox, ///< the pretend API: the word SANDBOX and its own icon
    Other, ///< any other host: warns, because the key goes there
};

/// Whom the console talks to. \a text is the host, plain; \a toolTip one or two sentences, plain.
struct HostBadge
{
    HostKind kind = HostKind::None;
    QString text = {};
    QString toolTip = {};
};

/// The badge at the right of the status line.
class HostBadgeView : public QFrame
{
    Q_OBJECT

public:
    /// \a theme outlives this widget.
    explicit HostBadgeView(const Theme &theme, QWidget *parent = nullptr);

    void setBadge(const HostBadge &badge);

private:
    void showMark();

    const Theme &m_theme;
    HostKind m_kind = HostKind::None;
    QLabel *m_mark;
    QLabel *m_word;
    ElidedLabel *m_host;
};
