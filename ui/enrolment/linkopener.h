// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/net/endpoint.h"

#include <QObject>
#include <QSet>

#include <functional>

class QUrl;
class QWidget;

/// Opens setup links in the browser: at the API's host at once, at another host after one question that names it, anything else never
/// (linkVerdict).
class LinkOpener : public QObject
{
    Q_OBJECT

public:
    /// Hands a checked address to the desktop; false when that does not take it.
    using Launch = std::function<bool(const QUrl &)>;

    /// \a window: questions stand above it. Without \a launch the desktop's own.
    explicit LinkOpener(QWidget *window, Launch launch = {});

    void open(const QString &link, const Endpoint &endpoint);

signals:
    /// What came of it, or why it is not opened.
    void said(const QString &text);

private:
    void ask(const QString &link, const QString &host, const QString &sentence);
    void launch(const QString &link, const QString &host);

    QWidget *m_window;
    Launch m_launch;
    QSet<QString> m_allowed; // hosts that the person said yes to, until Steward ends
};
