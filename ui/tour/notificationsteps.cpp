// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/notificationsteps.h"

#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/devicequery.h"
#include "ui/notifications/notificationeditor.h"
#include "ui/notifications/notificationimport.h"
#include "ui/tour/tourtools.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int devicesToNotify = 8;

template <typename Widget>
Widget *inEditor(const ScreenshotTour &tour, const QString &name)
{
    return inShown<NotificationEditor, Widget>(tour.window, name);
}

void openEditor(const ScreenshotTour &tour)
{
    clickCompany(tour.window, {});
    tour.window.devices()->query()->setText({});
    tour.window.devices()->grid()->clearSelected();
    for (int row = 0; row < devicesToNotify; ++row)
        tour.window.devices()->grid()->setRowSelected(row, true);
    tour.window.findChild<QAction *>(u"editNotification"_s)->trigger();
}

void fillIn(const ScreenshotTour &tour)
{
    inEditor<QCheckBox>(tour, u"backupSetDEFAULT"_s)->click();
    inEditor<QRadioButton>(tour, u"mailON_FAILURE"_s)->click();
    inEditor<QPlainTextEdit>(tour, u"notificationEmails"_s)
        ->setPlainText(u"Help desk <desk@northwind.example>\nnight@northwind.example"_s);
}

QPushButton *setButton(const ScreenshotTour &tour)
{
    return inEditor<QPushButton>(tour, u"setNotifications"_s);
}

ScreenshotStep editor(const ScreenshotTour &tour)
{
    return {.name = u"notification"_s,
            .act = [tour] { openEditor(tour); },
            .missing =
                [tour] {
                    const auto *button = setButton(tour);
                    return lacks(button && button->isVisible(), "the editor is not there");
                },
            .dialog = u"notificationEditor"_s};
}

ScreenshotStep preview(const ScreenshotTour &tour)
{
    return {.name = u"notification-preview"_s,
            .act =
                [tour] {
                    openEditor(tour);
                    fillIn(tour);
                },
            .missing = [tour] { return lacks(setButton(tour)->isEnabled(), "nothing could be sent"); },
            .dialog = u"notificationEditor"_s};
}

/// A line for each of the first devices, and one of a device that is not there.
void openImport(const ScreenshotTour &tour)
{
    const DeviceGridModel &model = tour.window.devices()->grid()->deviceModel();
    QStringList lines{u"Device ID\tBackup set\tFrequency\tAddresses"_s};
    for (const DeviceRow row : model.table().liveRows()) {
        lines << model.table().key(row).device.text()
                + u"\tDEFAULT, LOCAL\tON_FAILURE\tdesk@northwind.example"_s;
        if (lines.size() > devicesToNotify)
            break;
    }
    lines << u"no-such-device\tDEFAULT\tNEVER\t"_s;
    tour.window.findChild<QAction *>(u"importNotifications"_s)->trigger();
    inShown<NotificationImport, QPlainTextEdit>(tour.window, u"importPaste"_s)
        ->setPlainText(lines.join(u'\n'));
}

ScreenshotStep import(const ScreenshotTour &tour)
{
    return {.name = u"notification-import"_s,
            .act = [tour] { openImport(tour); },
            .missing =
                [tour] {
                    const auto *button =
                        inShown<NotificationImport, QPushButton>(tour.window, u"previewNotifications"_s);
                    return lacks(button && button->isEnabled(), "no line of the sheet can be sent");
                },
            .dialog = u"notificationImport"_s};
}

ScreenshotStep importResult(const ScreenshotTour &tour)
{
    return {.name = u"notification-result"_s,
            .act =
                [tour] {
                    openEditor(tour);
                    fillIn(tour);
                },
            .missing =
                [tour] {
                    const QString summary = inEditor<QLabel>(tour, u"notificationSummary"_s)->text();
                    if (summary.startsWith("Sent:"_L1))
                        return QString();
                    if (setButton(tour)->isEnabled() && setButton(tour)->isVisible())
                        setButton(tour)->click(); // once for the question, once for the answer
                    return u"not everything was sent"_s;
                },
            .dialog = u"notificationEditor"_s};
}

} // namespace

std::vector<ScreenshotStep> notificationSteps(const ScreenshotTour &tour)
{
    return {editor(tour), preview(tour), import(tour), importResult(tour)};
}
