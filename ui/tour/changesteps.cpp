// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/changesteps.h"

#include "app/companies/companycreation.h"
#include "app/steward/steward.h"
#include "ui/companies/manycompaniesdialog.h"
#include "ui/tour/tourtools.h"
#include "ui/window/mainwindow.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
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

/// Lines as people have them: most are good.
static void openManyCompanies(const ScreenshotTour &tour)
{
    QStringList lines{u"Below\tName\tNote"_s};
    for (const QLatin1StringView place : {"Aldgate"_L1, "Bow"_L1, "Camden"_L1, "Dalston"_L1, "Ealing"_L1,
                                          "Fulham"_L1, "Greenwich"_L1, "Hackney"_L1, "Islington"_L1})
        lines << u"\tQuay Dental, %1\tsince May"_s.arg(place);
    lines << u"\tquay dental, bow\t"_s << u"\tHarbour & Sons\tthere already"_s
          << u"Nowhere Ltd\tKing Street\t"_s << u"\tPay\u202Epal\t"_s;
    tour.window.findChild<QAction *>(u"manyCompanies"_s)->trigger();
    inShown<ManyCompaniesDialog, QPlainTextEdit>(tour.window, u"importPaste"_s)
        ->setPlainText(lines.join(u'\n'));
}

static QPushButton *createButton(const ScreenshotTour &tour)
{
    return inShown<ManyCompaniesDialog, QPushButton>(tour.window, u"createCompanies"_s);
}

static QString missingOfManyCompanies(const ScreenshotTour &tour)
{
    const auto *create = createButton(tour);
    return lacks(create && create->isEnabled(), "no company of the sheet can be created");
}

static ScreenshotStep manyCompanies(const ScreenshotTour &tour)
{
    return {.name = u"many-companies"_s,
            .act = [tour] { openManyCompanies(tour); },
            .missing = [tour] { return missingOfManyCompanies(tour); },
            .dialog = u"manyCompaniesDialog"_s};
}

static ScreenshotStep manyCompaniesRun(const ScreenshotTour &tour)
{
    return {.name = u"many-companies-run"_s,
            .act = [tour] { openManyCompanies(tour); },
            .missing =
                [tour] {
                    if (const QString missing = missingOfManyCompanies(tour); missing.isEmpty())
                        createButton(tour)->click();
                    const auto *counts = inShown<ManyCompaniesDialog, QLabel>(tour.window, u"runCounts"_s);
                    return lacks(counts && counts->text() == "9 done"_L1, "the companies are not created");
                },
            .dialog = u"manyCompaniesDialog"_s};
}

/// As if an earlier Steward had ended while the answer was under way: the sandbox never loses one.
static ScreenshotStep unknownOutcome(const ScreenshotTour &tour)
{
    return {.name = u"activity-unknown"_s,
            .act =
                [tour] {
                    ChangeJournal &journal = tour.steward.journal();
                    const AccountId account = tour.steward.account()->id;
                    const CompanyEntry *own = tour.steward.fleet().companies().own(account);
                    const NewChange change =
                        newCompany(u"Pellham Motors"_s, own->key.company, own->title(), {});
                    const auto run = journal.add(
                        account, {.title = u"New company"_s, .target = change.target, .changes = {change}},
                        {u"New company"_s});
                    ChangeRecord record = *journal.find(journal.changesOf(*run).front());
                    record.state = ChangeState::Unknown;
                    record.lookUp = LookUpState::StillChecking;
                    record.endedAt = QDateTime::currentDateTimeUtc();
                    record.attempts = {{.at = record.madeAt}};
                    (void)journal.put(record);
                    tour.window.findChild<QTableView *>(u"activityTable"_s)->selectRow(0);
                },
            .missing =
                [tour] {
                    const auto *check = tour.window.findChild<QPushButton *>(u"checkChangeNow"_s);
                    const auto *unknown = tour.window.findChild<QToolButton *>(u"segmentUnknown"_s);
                    return lacks(check && check->isVisible() && unknown->isVisible(),
                                 "no unknown change is shown");
                }};
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
    return {newCompany(tour), manyCompanies(tour), manyCompaniesRun(tour), activity(tour),
            unknownOutcome(tour)};
}
