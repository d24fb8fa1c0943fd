// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/screenshotsteps.h"

#include "app/steward/steward.h"
#include "ui/companies/companypane.h"
#include "ui/companies/companysearchfield.h"
#include "ui/companies/companysection.h"
#include "ui/companies/companytreeview.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicegridmodel.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/devicequery.h"
#include "ui/devices/filterstrip.h"
#include "ui/tour/accountsteps.h"
#include "ui/tour/changesteps.h"
#include "ui/tour/enrolmentsteps.h"
#include "ui/tour/morningsteps.h"
#include "ui/tour/newplansteps.h"
#include "ui/tour/notificationsteps.h"
#include "ui/tour/plansteps.h"
#include "ui/tour/tourtools.h"
#include "ui/window/actions.h"
#include "ui/window/banner.h"
#include "ui/window/mainwindow.h"

#include <QAbstractItemModel>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr int devicesToWatch = 300'000;
constexpr int severalFirst = 3;
constexpr int severalLast = 9;

ScreenshotStep welcome(const ScreenshotTour &tour)
{
    return {.name = u"welcome"_s,
            .act = [] {},
            .missing =
                [tour] {
                    return lacks(tour.window.isWelcoming(), "an account is open");
                }};
}

/// A fleet so large that there is time to see it being read.
ScreenshotStep reading(const ScreenshotTour &tour)
{
    return {.name = u"reading"_s,
            .act =
                [tour] {
                    tour.window.openSandbox(
                        {.companies = 120, .devices = devicesToWatch, .seed = tour.fleet.seed});
                },
            .missing =
                [tour] {
                    const FleetProgress progress = tour.steward.fleet().progress();
                    return lacks(shownRows(tour.window) > 0 && progress.bytes > progress.bytesDeclared / 5,
                                 "no devices have arrived");
                }};
}

ScreenshotStep allDevices(const ScreenshotTour &tour)
{
    return {.name = u"devices"_s,
            .act =
                [tour] {
                    tour.steward.fleet().cancel();
                    tour.window.openSandbox(tour.fleet);
                },
            .missing =
                [tour] {
                    const QString missing = missingOfQuietFleet(tour);
                    const bool isWhole = shownRows(tour.window) == tour.steward.fleet().devices().liveCount();
                    return missing.isEmpty() ? lacks(isWhole, "the grid does not show every device")
                                             : missing;
                }};
}

ScreenshotStep oneDevice(const ScreenshotTour &tour)
{
    return {.name = u"details"_s,
            .act =
                [tour] {
                    tour.window.devices()->grid()->setFocus();
                    tour.window.devices()->grid()->showDevice(severalLast);
                },
            .missing =
                [tour] {
                    const auto *title = tour.window.findChild<QLabel *>(u"deviceDetailsTitle"_s);
                    return lacks(title->isVisible() && !title->text().isEmpty(),
                                 "no device is shown in the details");
                }};
}

ScreenshotStep severalDevices(const ScreenshotTour &tour)
{
    return {.name = u"several"_s,
            .act =
                [tour] {
                    for (int row = severalFirst; row < severalLast; ++row)
                        tour.window.devices()->grid()->setRowSelected(row, true);
                },
            .missing =
                [tour] {
                    const auto *title = tour.window.findChild<QLabel *>(u"deviceDetailsTitle"_s);
                    return lacks(tour.window.devices()->grid()->selection().count() > 1 && title->isVisible(),
                                 "no devices are selected");
                }};
}

ScreenshotStep oneCompany(const ScreenshotTour &tour)
{
    return {.name = u"company"_s,
            .act =
                [tour] {
                    tour.window.devices()->query()->setText({});
                    tour.window.devices()->grid()->clearSelected();
                    clickCompany(tour.window, bestCompany(tour.steward.fleet(), std::greater<>()));
                },
            .missing =
                [tour] {
                    const std::optional<CompanyKey> &chosen = tour.window.companies()->chosen();
                    const qsizetype devices =
                        chosen ? tour.steward.fleet().deviceCount(*chosen).value_or(0) : 0;
                    return lacks(devices > 0 && shownRows(tour.window) == devices,
                                 "the company's devices are not shown");
                }};
}

ScreenshotStep companyDetails(const ScreenshotTour &tour)
{
    return {.name = u"company-details"_s,
            .act =
                [tour] {
                    tour.window.findChild<QPushButton *>(u"askSetupLinks"_s)->click();
                    tour.window.findChild<QPushButton *>(u"readCompanyPlans"_s)->click();
                },
            .missing =
                [tour] {
                    const QString last = tour.window.findChild<QLabel *>(u"setupTokenDEB"_s)->text();
                    const auto *read = tour.window.findChild<QPushButton *>(u"readCompanyPlans"_s);
                    if (last.contains(u' ') || last.contains(u'…')) // "not read yet", "asking…"
                        return u"the setup links are not there"_s;
                    return lacks(read->isEnabled()
                                     && showsText(tour.window, u"companyPlansState"_s, &QLabel::text),
                                 "the plans are not read");
                }};
}

ScreenshotStep rawData(const ScreenshotTour &tour)
{
    return {.name = u"raw-data"_s,
            .act =
                [tour] {
                    tour.window.devices()->grid()->showDevice(severalFirst);
                    tour.window.findChild<QAction *>(u"rawDeviceData"_s)->trigger();
                },
            .missing =
                [tour] {
                    return lacks(showsText(tour.window, u"rawDeviceText"_s, &QPlainTextEdit::toPlainText),
                                 "the device's data are not shown");
                },
            .dialog = u"rawDeviceDialog"_s};
}

ScreenshotStep apiLog(const ScreenshotTour &tour)
{
    return {.name = u"api-log"_s,
            .act = [tour] { tour.window.windowActions()->apiLog->trigger(); },
            .missing =
                [tour] {
                    const auto *log = tour.window.findChild<QTableView *>(u"apiLog"_s);
                    return lacks(log->isVisible() && log->model()->rowCount() > 0, "no calls are shown");
                },
            .dialog = u"apiLogWindow"_s};
}

ScreenshotStep query(const ScreenshotTour &tour)
{
    return {.name = u"query"_s,
            .act =
                [tour] {
                    clickCompany(tour.window, {});
                    tour.window.devices()->filters()->setOpen(true);
                    tour.window.devices()->query()->setText(u"status:online -os:linux version:>6"_s);
                },
            .missing =
                [tour] {
                    const bool isCounted =
                        tour.window.findChild<QListView *>(u"filterList"_s)->model()->rowCount() > 0;
                    return lacks(isCounted
                                     && tour.window.devices()->grid()->deviceModel().order().isFiltered(),
                                 "the query is not applied");
                }};
}

ScreenshotStep noMatch(const ScreenshotTour &tour)
{
    return {.name = u"no-match"_s,
            .act =
                [tour] {
                    tour.window.devices()->filters()->setOpen(false);
                    tour.window.devices()->query()->setText(u"os:linux no-such-device"_s);
                },
            .missing =
                [tour] {
                    return lacks(shownRows(tour.window) == 0, "the query is not applied");
                }};
}

ScreenshotStep emptyCompany(const ScreenshotTour &tour)
{
    return {.name = u"empty-company"_s,
            .act =
                [tour] {
                    tour.window.devices()->query()->setText({});
                    tour.window.devices()->grid()->clearSelected();
                    clickCompany(tour.window, bestCompany(tour.steward.fleet(), std::less<>()));
                },
            .missing =
                [tour] {
                    const std::optional<CompanyKey> &chosen = tour.window.companies()->chosen();
                    const bool isEmpty = chosen && tour.steward.fleet().deviceCount(*chosen) == qsizetype(0);
                    return lacks(isEmpty && shownRows(tour.window) == 0,
                                 "no company without devices is there");
                }};
}

ScreenshotStep search(const ScreenshotTour &tour)
{
    return {.name = u"search"_s,
            .act =
                [tour] {
                    clickCompany(tour.window, {});
                    const CompanyPane &pane = *tour.window.companies();
                    // below the two levels that IDrive lists: known because devices name it, and found by its name
                    const QModelIndex known =
                        pane.model()->index(0, 0, pane.model()->top(CompanyGroup::KnownFromDevices));
                    pane.searchField()->setText(known.data().toString().section(u' ', 0, 0));
                    tour.window.findChild<QToolButton *>(u"searchAtIdrive"_s)->click();
                },
            .missing =
                [tour] {
                    const CompanyTreeModel &model = *tour.window.companies()->model();
                    return lacks(model.rowCount(model.top(CompanyGroup::FoundBySearch)) > 0,
                                 "nothing was found by search");
                }};
}

ScreenshotStep trouble(const ScreenshotTour &tour)
{
    return {.name = u"trouble"_s,
            .act =
                [tour] {
                    tour.window.companies()->searchField()->clear();
                    tour.steward.closeSandbox();
                    tour.steward.fleet().refresh();
                },
            .missing =
                [tour] {
                    return lacks(tour.window.banner()->isVisible() && !tour.steward.fleet().isReading(),
                                 "no banner is shown");
                }};
}

} // namespace

std::vector<ScreenshotStep> screenshotSteps(const ScreenshotTour &tour)
{
    std::vector<ScreenshotStep> steps;
    const auto add = [&steps](std::vector<ScreenshotStep> more) {
        std::ranges::move(more, std::back_inserter(steps));
    };
    add({welcome(tour), reading(tour), allDevices(tour), oneDevice(tour), severalDevices(tour)});
    add(morningSteps(tour));
    add({oneCompany(tour), companyDetails(tour), rawData(tour), apiLog(tour)});
    add(changeSteps(tour));
    add(plansSteps(tour));
    add(newPlanSteps(tour));
    add({query(tour), noMatch(tour), emptyCompany(tour), search(tour)});
    add(enrolmentSteps(tour));
    add(notificationSteps(tour));
    add(accountSteps(tour));
    add({trouble(tour)});
    return steps;
}
