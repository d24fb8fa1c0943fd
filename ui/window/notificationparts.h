// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/devices/devicetable.h"
#include "app/notifications/importednotifications.h"
#include "app/settings/importmemory.h"
#include "ui/notifications/notificationeditor.h"
#include "ui/window/windowframe.h"

#include <QObject>

class QAction;

/// Joins the e-mail notification with the rest of the window: the selected devices, or those that a sheet names,
/// are handed to an editor.
class NotificationParts : public QObject
{
    Q_OBJECT

public:
    NotificationParts(const WindowFrame &frame, QObject *parent);

private:
    void openEditor();
    void openImport();
    void show(NotificationEditor::Setup setup);
    NotifiedDevice deviceOf(DeviceRow row) const;
    std::vector<NotifiedDevice> devicesById(const QString &id) const;
    std::vector<NotifiedDevice> devicesByName(const QString &name, const QString &company) const;

    WindowFrame m_frame;
    QAction *m_edit;
    QAction *m_import;
    ImportMemory m_imports;
};
