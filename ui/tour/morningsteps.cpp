// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/morningsteps.h"

#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/deviceviews.h"
#include "ui/health/acknowledgedialog.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QLineEdit>

using namespace Qt::StringLiterals;

static constexpr int rowToKnow = 4;

static ScreenshotStep acknowledgeDialog(const ScreenshotTour &tour)
{
    return {.name = u"acknowledge"_s,
            .act =
                [tour] {
                    tour.window.devices()->views()->show(u"morning-check"_s);
                    tour.window.devices()->grid()->showDevice(rowToKnow);
                    tour.window.findChild<QAction *>(u"acknowledgeDevice"_s)->trigger();
                    tour.window.findChild<QLineEdit *>(u"acknowledgeNote"_s)
                        ->setText(u"Ticket 4711, new disk ordered"_s);
                },
            .missing =
                [tour] {
                    const auto *dialog = tour.window.findChild<AcknowledgeDialog *>(u"acknowledgeDialog"_s);
                    return dialog && dialog->isVisible() ? QString() : u"the dialog is not there"_s;
                },
            .dialog = u"acknowledgeDialog"_s};
}

static ScreenshotStep morningCheck(const ScreenshotTour &tour)
{
    return {.name = u"morning-check"_s,
            .act =
                [tour] {
                    tour.window.devices()->views()->show(u"morning-check"_s);
                    tour.window.devices()->grid()->showDevice(rowToKnow);
                },
            .missing =
                [tour] {
                    const bool isShown = tour.window.devices()->grid()->deviceModel().order().isFiltered();
                    return isShown ? QString() : u"the view is not shown"_s;
                }};
}

std::vector<ScreenshotStep> morningSteps(const ScreenshotTour &tour)
{
    return {acknowledgeDialog(tour), morningCheck(tour)};
}
