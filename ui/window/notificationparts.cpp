// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/notificationparts.h"

#include "app/fleet/fleet.h"
#include "app/steward/steward.h"
#include "ui/devices/devicecolumntable.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/devicequery.h"
#include "ui/notifications/notificationimport.h"
#include "ui/window/fleetstatus.h"
#include "ui/window/icons.h"

#include <QAction>
#include <QLocale>
#include <QMainWindow>

using namespace Qt::StringLiterals;

namespace {

// One change goes out after the other: more than this would take days.
constexpr size_t mostDevices = 20'000;
// Two are as good as a hundred: it is not clear then which one is meant.
constexpr size_t mostFound = 2;

} // namespace

NotificationParts::NotificationParts(const WindowFrame &frame, QObject *parent)
    : QObject(parent), m_frame(frame), m_edit(new QAction(tr("E-mail &notification…"), this)),
      m_import(new QAction(tr("E-mail notification from a &sheet…"), this)),
      m_imports(frame.profile, u"notifications"_s)
{
    m_edit->setObjectName(u"editNotification"_s);
    m_edit->setIcon(glyphIcon(frame.theme, Glyph::Mail));
    m_edit->setToolTip(tr("Select devices first."));
    m_edit->setEnabled(false);
    m_import->setObjectName(u"importNotifications"_s);
    m_import->setIcon(glyphIcon(frame.theme, Glyph::Table));
    frame.devices.addDeviceActions({m_edit, m_import});
    connect(m_import, &QAction::triggered, this, &NotificationParts::openImport);
    connect(m_edit, &QAction::triggered, this, &NotificationParts::openEditor);
    connect(&frame.devices, &DevicePage::selectionChanged, this,
            [this](qsizetype selected, qsizetype hidden) {
                m_edit->setEnabled(selected > hidden);
                m_edit->setToolTip(selected > hidden ? QString() : tr("Select devices first."));
            });
}

/// The sets are those of the plans that it is in: the API tells no others.
NotifiedDevice NotificationParts::deviceOf(DeviceRow row) const
{
    const DeviceGridModel &model = m_frame.devices.grid()->deviceModel();
    const DeviceTable &table = model.table();
    const Fleet &fleet = m_frame.steward.fleet();
    const CompanyKey &company = table.company(table.code(WordColumn::Company, row));
    const CompanyEntry *entry = fleet.companies().find(company);
    NotifiedDevice device{.key = table.key(row),
                          .name = cellText(table, DeviceColumn::Name, row, model.moment()),
                          .company = entry ? entry->title() : company.company.text()};
    if (fleet.devicePlans().isEmpty())
        return device;
    QStringList sets;
    for (const DevicePlan &plan : fleet.devicePlans().plans(row)) {
        const QString word = fleet.devicePlans().plan(plan.plan).set.word();
        if (!word.isEmpty() && !sets.contains(word))
            sets << word;
    }
    if (!sets.isEmpty())
        device.sets = sets;
    return device;
}

std::vector<NotifiedDevice> NotificationParts::devicesById(const QString &id) const
{
    const DeviceTable &table = m_frame.devices.grid()->deviceModel().table();
    std::vector<NotifiedDevice> found;
    const QList<Account> accounts = m_frame.steward.accounts();
    for (const Account &account : accounts) {
        if (const std::optional<DeviceRow> row = table.find({account.id, DeviceId(id)}))
            found.push_back(deviceOf(*row));
    }
    return found;
}

std::vector<NotifiedDevice> NotificationParts::devicesByName(const QString &name,
                                                             const QString &company) const
{
    DeviceQuery &query = *m_frame.devices.query();
    const int field = query.queryFields().find(u"name").value_or(anyField);
    const QueryPart named{.field = field, .values = {{.match = QueryMatch::Exact, .text = name}}};
    const DeviceTable &table = m_frame.devices.grid()->deviceModel().table();
    std::vector<NotifiedDevice> found;
    for (const DeviceRow row : query.rowsOf({.parts = {named}})) {
        if (table.damage(row))
            continue; // there is no ID to send
        NotifiedDevice device = deviceOf(row);
        const CompanyKey &key = table.company(table.code(WordColumn::Company, row));
        if (company.isEmpty() || key.company.text() == company
            || device.company.compare(company, Qt::CaseInsensitive) == 0)
            found.push_back(std::move(device));
        if (found.size() == mostFound)
            break;
    }
    return found;
}

void NotificationParts::openImport()
{
    auto *dialog = new NotificationImport({.byId = [this](const QString &id) { return devicesById(id); },
                                           .byName =
                                               [this](const QString &name, const QString &company) {
                                                   return devicesByName(name, company);
                                               }},
                                          {.folder = m_imports.folder(), .headings = m_imports.headings()},
                                          m_frame.theme, &m_frame.window);
    connect(dialog, &NotificationImport::previewRequested, this, [this, dialog] {
        m_imports.keep(dialog->habits().folder, dialog->habits().headings);
        show({.devices = dialog->notifications()->devices(), .planned = dialog->notifications()->planned()});
    });
    dialog->show();
}

void NotificationParts::show(NotificationEditor::Setup setup)
{
    setup.runner = [steward = &m_frame.steward](const AccountId &account) {
        return steward->runner(account);
    };
    auto *editor = new NotificationEditor(std::move(setup), m_frame.theme, &m_frame.window);
    connect(editor, &NotificationEditor::statusMessage, &m_frame.status, &FleetStatus::showMessage);
    editor->show();
}

void NotificationParts::openEditor()
{
    const DeviceTable &table = m_frame.devices.grid()->deviceModel().table();
    NotificationEditor::Setup setup;
    for (const DeviceRow row : m_frame.devices.grid()->selectedShownDevices()) {
        if (table.damage(row))
            continue; // it could not be read: there is no ID to send
        setup.devices.push_back(deviceOf(row));
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
    show(std::move(setup));
}
