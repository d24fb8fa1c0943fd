// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/devices/deviceexporter.h"

#include "ui/devices/deviceexport.h"
#include "ui/devices/devicegrid.h"
#include "ui/sheets/exportdialog.h"

DeviceExporter::DeviceExporter(DeviceGrid &grid, const DeviceQuery &query, const Fleet &fleet,
                               const Theme &theme, QObject *parent)
    : QObject(parent), m_grid(grid), m_query(query), m_fleet(fleet), m_theme(theme)
{ }

void DeviceExporter::setScope(const QString &scope)
{
    m_scope = scope;
    if (m_subject)
        m_subject->setScope(scope);
}

void DeviceExporter::open()
{
    // one that was closed while it was writing is still there for a moment
    if (m_dialog && m_dialog->isVisible()) {
        m_dialog->raise();
        m_dialog->activateWindow();
        return;
    }
    auto subject = std::make_unique<DeviceExport>(m_grid, m_query, m_fleet, m_scope);
    m_subject = subject.get();
    m_dialog = new ExportDialog(std::move(subject), m_habits, m_theme, &m_grid);
    connect(m_dialog, &ExportDialog::started, this,
            [this](const ExportHabits &habits) { m_habits = habits; });
    m_dialog->show();
}
