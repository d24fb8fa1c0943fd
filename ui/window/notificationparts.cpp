// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notificationparts.h"

#include "app/fleet/fleet.h"
#include "app/steward/steward.h"
#include "ui/devices/devicecolumntable.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/devicepage.h"
#include "ui/notifications/notificationeditor.h"
#include "ui/window/fleetstatus.h"
#include "ui/window/icons.h"

#include <QAction>
#include <QLocale>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace {

// One change goes out after the other: more than this would take days.
constexpr size_t mostDevices = 20'000;

} // namespace

NotificationParts::NotificationParts(const WindowFrame &frame, QObject *parent)
    : QObject(parent), m_frame(frame), m_edit(new QAction(tr("E-mail &notification…"), this))
{
    m_edit->setObjectName(u"editNotification"_s);
    m_edit->setIcon(glyphIcon(frame.theme, Glyph::Mail));
    m_edit->setToolTip(tr("Select devices first."));
    m_edit->setEnabled(false);
    frame.devices.addDeviceActions({m_edit});
    connect(m_edit, &QAction::triggered, this, &NotificationParts::openEditor);
    connect(&frame.devices, &DevicePage::selectionChanged, this,
            [this](qsizetype selected, qsizetype hidden) {
                m_edit->setEnabled(selected > hidden);
                m_edit->setToolTip(selected > hidden ? QString() : tr("Select devices first."));
            });
}

void NotificationParts::openEditor()
{
    const DeviceGridModel &model = m_frame.devices.grid()->deviceModel();
    const DeviceTable &table = model.table();
    const Fleet &fleet = m_frame.steward.fleet();
    NotificationEditor::Setup setup{.runner = [steward = &m_frame.steward](const AccountId &account) {
        return steward->runner(account);
    }};
    for (const DeviceRow row : m_frame.devices.grid()->selectedShownDevices()) {
        if (table.damage(row))
            continue; // it could not be read: there is no ID to send
        const CompanyKey &company = table.company(table.code(WordColumn::Company, row));
        const CompanyEntry *entry = fleet.companies().find(company);
        setup.devices.push_back({.key = table.key(row),
                                 .name = cellText(table, DeviceColumn::Name, row, model.moment()),
                                 .company = entry ? entry->title() : company.company.text()});
        if (setup.devices.size() > mostDevices)
            break;
    }
    if (setup.devices.empty() || setup.devices.size() > mostDevices) {
        m_frame.status.showMessage(setup.devices.empty()
                                       ? tr("None of the selected devices has an ID.")
                                       : tr("At most %1 devices at once: select fewer.")
                                             .arg(QLocale().toString(qulonglong(mostDevices))));
        return;
    }
    if (const qsizetype hidden = m_frame.devices.grid()->hiddenSelectedCount(); hidden > 0)
        setup.remark = tr("%1 more devices are selected and not shown: they are left out.")
                           .arg(QLocale().toString(hidden));
    auto *editor = new NotificationEditor(std::move(setup), m_frame.theme, &m_frame.window);
    connect(editor, &NotificationEditor::statusMessage, &m_frame.status, &FleetStatus::showMessage);
    editor->show();
}
