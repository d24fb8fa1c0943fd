// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/windowframe.h"

#include <QObject>

class QAction;

/// Joins the e-mail notification with the rest of the window: the selected devices are handed to an editor.
class NotificationParts : public QObject
{
    Q_OBJECT

public:
    NotificationParts(const WindowFrame &frame, QObject *parent);

private:
    void openEditor();

    WindowFrame m_frame;
    QAction *m_edit;
};
