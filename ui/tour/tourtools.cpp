// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/tourtools.h"

#include "app/steward/steward.h"
#include "ui/companies/companypane.h"
#include "ui/companies/companytreeview.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicepage.h"
#include "ui/window/mainwindow.h"

using namespace Qt::StringLiterals;

QString lacks(bool isThere, const char *what)
{
    return isThere ? QString() : QString::fromLatin1(what);
}

int shownRows(const MainWindow &window)
{
    return window.devices()->grid()->model()->rowCount();
}

QString missingOfQuietFleet(const ScreenshotTour &tour)
{
    const Fleet &fleet = tour.steward.fleet();
    if (fleet.isReading() || !fleet.asOf().isValid())
        return u"the fleet is still being read"_s;
    if (fleet.trouble())
        return u"there is trouble: "_s + fleet.trouble()->error.what();
    return lacks(fleet.devices().liveCount() > 0, "there are no devices");
}

std::optional<CompanyKey> bestCompany(Fleet &fleet, const std::function<bool(qsizetype, qsizetype)> &isBetter)
{
    std::optional<CompanyKey> best;
    for (const CompanyEntry &entry : fleet.companies().entries()) {
        const std::optional<qsizetype> devices = fleet.deviceCount(entry.key);
        if (entry.place == CompanyPlace::Sub && devices
            && (!best || isBetter(*devices, fleet.deviceCount(*best).value_or(0))))
            best = entry.key;
    }
    return best;
}

void clickCompany(MainWindow &window, const std::optional<CompanyKey> &company)
{
    CompanyPane &pane = *window.companies();
    const QModelIndex row = company ? pane.model()->indexOf(*company) : pane.model()->top(CompanyGroup::Tree);
    pane.tree()->setFocus();
    pane.tree()->setCurrentIndex(row);
}
