// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/changesteps.h"

#include "app/steward/steward.h"
#include "ui/tour/tourtools.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

static ScreenshotStep newCompany(const ScreenshotTour &tour)
{
    return {.name = u"new-company"_s,
            .act =
                [tour] {
                    tour.window.findChild<QAction *>(u"newCompany"_s)->trigger();
                    tour.window.findChild<QLineEdit *>(u"newCompanyName"_s)->setText(u"Harbour & Sons"_s);
                },
            .missing =
                [tour] {
                    // it can be clicked when the name was looked for
                    if (tour.steward.journal().changes().empty())
                        tour.window.findChild<QPushButton *>(u"createCompany"_s)->click();
                    const std::vector<ChangeRecord> &changes = tour.steward.journal().changes();
                    return lacks(!changes.empty() && changes.back().state == ChangeState::Done,
                                 "the company is not created");
                },
            .dialog = u"newCompanyDialog"_s};
}

static ScreenshotStep activity(const ScreenshotTour &tour)
{
    return {.name = u"activity"_s,
            .act = [tour] { tour.window.findChild<QToolButton *>(u"activityTab"_s)->click(); },
            .missing =
                [tour] {
                    const auto *grid = tour.window.findChild<QTableView *>(u"activityTable"_s);
                    return lacks(grid && grid->isVisible() && grid->model()->rowCount() > 0,
                                 "no change is shown");
                }};
}

std::vector<ScreenshotStep> changeSteps(const ScreenshotTour &tour)
{
    return {newCompany(tour), activity(tour)};
}
