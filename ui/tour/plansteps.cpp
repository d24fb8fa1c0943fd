// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/plansteps.h"

#include "app/steward/steward.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/devicequery.h"
#include "ui/plans/coveragerail.h"
#include "ui/plans/plandetails.h"
#include "ui/plans/plangrid.h"
#include "ui/plans/planmodel.h"
#include "ui/plans/planpage.h"
#include "ui/plans/planquery.h"
#include "ui/tour/tourtools.h"
#include "ui/window/mainwindow.h"

#include <QLabel>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int rowToShow = 3;

PlanPage *page(const ScreenshotTour &tour)
{
    return tour.window.findChild<PlanPage *>();
}

void showPage(const ScreenshotTour &tour, const QString &tab)
{
    tour.window.findChild<QToolButton *>(tab)->click();
}

ScreenshotStep unread(const ScreenshotTour &tour)
{
    return {.name = u"plans-unread"_s,
            .act =
                [tour] {
                    // one whose plans nothing has asked for yet
                    clickCompany(tour.window, bestCompany(tour.steward.fleet(), std::less<>()));
                    showPage(tour, u"plansTab"_s);
                },
            .missing =
                [tour] {
                    const auto *empty = page(tour)->findChild<QWidget *>(u"plansEmpty"_s);
                    return lacks(empty->isVisible(), "the empty state");
                }};
}

ScreenshotStep plans(const ScreenshotTour &tour)
{
    return {.name = u"plans"_s,
            .act =
                [tour] {
                    clickCompany(tour.window, std::nullopt);
                    page(tour)->findChild<QPushButton *>(u"readPlans"_s)->click();
                },
            .missing =
                [tour] {
                    if (tour.steward.fleet().plans().isReading())
                        return u"the plans are still being read"_s;
                    if (!tour.steward.fleet().devicePlans().isSettled())
                        return u"the plans of the devices are not known yet"_s;
                    PlanGrid *grid = page(tour)->grid();
                    if (grid->model()->rowCount() <= rowToShow)
                        return u"there are no plans"_s;
                    if (!grid->selectedPlan())
                        grid->selectRow(rowToShow);
                    const bool isCounted = page(tour)->coverage()->counts().of(CoverageWord::Covered) > 0;
                    return lacks(isCounted && showsText(*page(tour), u"planDetailsTitle"_s, &QLabel::text),
                                 "coverage or details");
                }};
}

ScreenshotStep planQuery(const ScreenshotTour &tour)
{
    return {.name = u"plans-query"_s,
            .act = [tour] { page(tour)->query()->setText(u"where:local"_s); },
            .missing =
                [tour] {
                    return lacks(page(tour)->grid()->model()->rowCount() > 0, "plans that match");
                }};
}

ScreenshotStep uncovered(const ScreenshotTour &tour)
{
    return {.name = u"coverage-devices"_s,
            .act =
                [tour] {
                    page(tour)->query()->setText({});
                    tour.window.findChild<QToolButton *>(u"coverage_pending"_s)->click();
                },
            .missing =
                [tour] {
                    return lacks(tour.window.devices()->isVisible() && shownRows(tour.window) > 0,
                                 "devices with a plan that is pending");
                }};
}

} // namespace

std::vector<ScreenshotStep> plansSteps(const ScreenshotTour &tour)
{
    return {unread(tour), plans(tour), planQuery(tour), uncovered(tour)};
}
