// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/newplansteps.h"

#include "app/plans/templatefile.h"
#include "app/steward/steward.h"
#include "ui/plans/planwizard.h"
#include "ui/plans/rolloutwindow.h"
#include "ui/tour/tourtools.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>

#include <memory>

using namespace Qt::StringLiterals;

namespace {

template <typename Widget>
Widget *find(const ScreenshotTour &tour, const char *name)
{
    return tour.window.findChild<Widget *>(QString::fromLatin1(name));
}

bool isSeen(const ScreenshotTour &tour, const char *name)
{
    const auto *widget = find<QWidget>(tour, name);
    return widget && widget->isVisible();
}

void click(const ScreenshotTour &tour, const char *name)
{
    find<QAbstractButton>(tour, name)->click();
}

void openWizard(const ScreenshotTour &tour)
{
    clickCompany(tour.window, bestCompany(tour.steward.fleet(), std::greater<>()));
    find<QAction>(tour, "newPlanHere")->trigger();
    find<QLineEdit>(tour, "planName")->insert(u"Nightly, files"_s);
    click(tour, "planChooseShown");
}

/// A page of the wizard after \a act; it stays for the next one.
ScreenshotStep pageStep(const ScreenshotTour &tour, const QString &name, PlanStep step,
                        const std::function<void()> &act)
{
    return {.name = name,
            .act =
                [tour, step, act] {
                    if (step != PlanStep::Targets)
                        find<PlanWizard>(tour, "planWizard")->showStep(step);
                    act();
                },
            .missing = [tour] { return lacks(isSeen(tour, "planWizard"), "the wizard is not there"); },
            .dialog = u"planWizard"_s,
            .isKept = true};
}

std::vector<ScreenshotStep> pages(const ScreenshotTour &tour)
{
    return {
        pageStep(tour, u"new-plan"_s, PlanStep::Targets, [tour] { openWizard(tour); }),
        pageStep(tour, u"new-plan-what"_s, PlanStep::What,
                 [tour] {
                     find<QLineEdit>(tour, "planPath")
                         ->insert(u"[All Profiles Folder]\nC:\\Data\\Finance\\\n/srv/share/\n"_s);
                 }),
        pageStep(tour, u"new-plan-where"_s, PlanStep::Where, [] {}),
        pageStep(tour, u"new-plan-when"_s, PlanStep::When, [tour] { click(tour, "planHasCutOff"); }),
        pageStep(tour, u"new-plan-options"_s, PlanStep::Options, [tour] { click(tour, "planUsualList"); })};
}

ScreenshotStep review(const ScreenshotTour &tour)
{
    ScreenshotStep step = pageStep(tour, u"new-plan-review"_s, PlanStep::Review, [] { });
    step.missing = [tour] {
        return lacks(isSeen(tour, "planDryRun"), "a dry run to try");
    };
    return step;
}

ScreenshotStep consent(const ScreenshotTour &tour)
{
    return {.name = u"new-plan-dry-run-question"_s,
            .act =
                [tour] {
                    click(tour, "planDryRun");
                    find<QTableView>(tour, "dryRunDevices")->selectRow(0);
                },
            .missing =
                [tour] {
                    const auto *send = find<QPushButton>(tour, "dryRunSend");
                    return lacks(send && send->isEnabled(), "a device that is chosen");
                },
            .dialog = u"dryRunConsent"_s};
}

ScreenshotStep dryRun(const ScreenshotTour &tour)
{
    return {.name = u"new-plan-dry-run"_s,
            .act =
                [tour] {
                    click(tour, "planDryRun");
                    find<QTableView>(tour, "dryRunDevices")->selectRow(0);
                    click(tour, "dryRunSend");
                },
            .missing =
                [tour] {
                    const QString says = find<QLabel>(tour, "planReviewSays")->text();
                    return lacks(says.contains(u"As IDrive answered"_s), "the answer to the dry run");
                },
            .dialog = u"planWizard"_s,
            .isKept = true};
}

ScreenshotStep result(const ScreenshotTour &tour)
{
    return {.name = u"new-plan-result"_s,
            .act =
                [tour] {
                    click(tour, "planCreate");
                    if (auto *yes = find<QPushButton>(tour, "planReplace"))
                        yes->click();
                },
            .missing =
                [tour] {
                    const QString title = find<QLabel>(tour, "planReviewTitle")->text();
                    return lacks(title.startsWith(u"Plan created"_s), "what came of it");
                },
            .dialog = u"planWizard"_s};
}

ScreenshotStep rollOut(const ScreenshotTour &tour)
{
    return {.name = u"roll-out"_s,
            .act =
                [tour] {
                    clickCompany(tour.window, std::nullopt);
                    find<QAction>(tour, "rollOutPlan")->trigger();
                    const QTemporaryDir folder;
                    const QString path = folder.filePath(u"template.json"_s);
                    writeTemplateFile(path, {.items = {u"[All Profiles Folder]"_s}});
                    find<RollOutWindow>(tour, "rollOutWindow")->openTemplate(path);
                    find<QLineEdit>(tour, "rollOutName")->setText(u"Profiles, nightly"_s);
                    click(tour, "rollOutMain");
                },
            .missing =
                [tour] {
                    const auto *main = find<QPushButton>(tour, "rollOutMain");
                    find<QTableView>(tour, "rollOutCompanies")->selectRow(1);
                    const auto *run = find<RollOutWindow>(tour, "rollOutWindow");
                    const bool isOver = run->findChild<QPushButton *>(u"pauseRun"_s)->isHidden();
                    return lacks(isOver && main->isEnabled() && main->text().contains(u"replacing"_s),
                                 "what would happen everywhere");
                },
            .dialog = u"rollOutWindow"_s,
            .isKept = true};
}

ScreenshotStep rollOutResult(const ScreenshotTour &tour)
{
    return {.name = u"roll-out-result"_s,
            .act =
                [tour] {
                    click(tour, "rollOutMain");
                    click(tour, "rollOutYes");
                },
            .missing =
                [tour] {
                    const auto *window = find<RollOutWindow>(tour, "rollOutWindow");
                    const bool isOver = find<QPushButton>(tour, "rollOutMain")->isHidden()
                        && window->findChild<QPushButton *>(u"pauseRun"_s)->isHidden();
                    return lacks(isOver, "the last company");
                },
            .dialog = u"rollOutWindow"_s};
}

} // namespace

std::vector<ScreenshotStep> newPlanSteps(const ScreenshotTour &tour)
{
    std::vector<ScreenshotStep> steps = pages(tour);
    for (const ScreenshotStep &step :
         {review(tour), consent(tour), dryRun(tour), result(tour), rollOut(tour), rollOutResult(tour)})
        steps.push_back(step);
    return steps;
}
