// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/enrolmentsteps.h"

#include "app/steward/steward.h"
#include "ui/enrolment/companychooser.h"
#include "ui/enrolment/inspectorwindow.h"
#include "ui/enrolment/kitmodel.h"
#include "ui/enrolment/kitview.h"
#include "ui/enrolment/kitwindow.h"
#include "ui/tour/tourtools.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace {

constexpr int companiesInKit = 12;

KitWindow *kitOf(const ScreenshotTour &tour)
{
    return tour.window.findChild<KitWindow *>(u"setupKitWindow"_s);
}

ScreenshotStep setupKit(const ScreenshotTour &tour)
{
    return {.name = u"setup-kit"_s,
            .act =
                [tour] {
                    clickCompany(tour.window, {});
                    tour.window.findChild<QAction *>(u"openSetupKit"_s)->trigger();
                    auto *chooser = kitOf(tour)->findChild<CompanyChooser *>(u"companyChooser"_s);
                    QSet<CompanyKey> some;
                    for (const KitCompany &company : chooser->chosen()) {
                        if (some.size() < companiesInKit)
                            some.insert(company.key);
                    }
                    chooser->choose(some);
                    kitOf(tour)->findChild<QPushButton *>(u"askKits"_s)->click();
                    auto *view = kitOf(tour)->findChild<KitView *>(u"kitMatrix"_s);
                    view->setCurrentIndex(view->model()->index(1, KitModel::FirstSystem));
                },
            .missing =
                [tour] {
                    const KitCounts counts = kitOf(tour)->matrix().counts({});
                    const bool isSaid = kitOf(tour)->findChild<QPushButton *>(u"askKits"_s)->isEnabled();
                    return lacks(counts.total > 0 && counts.ready == counts.total && isSaid,
                                 "the links are not all there");
                },
            .dialog = u"setupKitWindow"_s};
}

ScreenshotStep inspector(const ScreenshotTour &tour)
{
    return {.name = u"inspector"_s,
            .act =
                [tour] {
                    tour.window.findChild<QAction *>(u"openKitInspector"_s)->trigger();
                    auto *window = tour.window.findChild<InspectorWindow *>(u"kitInspector"_s);
                    QString mail = u"Hello, this is what I was sent:\n\n"_s;
                    for (const CompanyEntry &entry : tour.steward.fleet().companies().entries()) {
                        if (entry.place != CompanyPlace::Sub)
                            continue;
                        mail += entry.company.setupLink + u'\n' + entry.company.configurationId + u'\n';
                        break;
                    }
                    window->setText(mail + u"https://idrive360.example/setup/win/AAAAAA17242\n"_s);
                },
            .missing =
                [tour] {
                    const auto *window = tour.window.findChild<InspectorWindow *>(u"kitInspector"_s);
                    return lacks(window->isVisible(), "the inspector is not there");
                },
            .dialog = u"kitInspector"_s};
}

} // namespace

std::vector<ScreenshotStep> enrolmentSteps(const ScreenshotTour &tour)
{
    return {setupKit(tour), inspector(tour)};
}
