// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/accountsteps.h"

#include "app/steward/steward.h"
#include "ui/accounts/accountdialog.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/companies/companypane.h"
#include "ui/health/limitdialog.h"
#include "ui/settings/settingswindow.h"
#include "ui/tour/tourtools.h"
#include "ui/window/accountparts.h"
#include "ui/window/mainwindow.h"
#include "ui/window/settingsparts.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace {

// The sandbox's own, in its documentation: nothing of value hangs on it.
constexpr QByteArrayView sandboxKey("sandbox-key");

ScreenshotStep refusedKey(const ScreenshotTour &tour)
{
    return {.name = u"add-account"_s,
            .act =
                [tour] {
                    tour.window.accounts()->addAccount();
                    auto *dialog = tour.window.findChild<AccountDialog *>(u"addAccountDialog"_s);
                    dialog->findChild<QLineEdit *>(u"accountName"_s)->setText(u"Northwind IT"_s);
                    dialog->findChild<QLineEdit *>(u"apiKey"_s)->setText(u"\"Bearer not-the-key-of-it\""_s);
                    dialog->findChild<QToolButton *>(u"showEndpoint"_s)->click();
                    auto *endpoint = dialog->findChild<QLineEdit *>(u"accountEndpoint"_s);
                    endpoint->selectAll();
                    endpoint->insert(tour.steward.account()->endpoint.url().toString());
                    dialog->findChild<QPushButton *>(u"nextAccountStep"_s)->click();
                },
            .missing =
                [tour] {
                    const auto *trouble = tour.window.findChild<QWidget *>(u"trialTrouble"_s);
                    return lacks(trouble && trouble->isVisible(), "the key was not refused");
                },
            .dialog = u"addAccountDialog"_s};
}

ScreenshotStep joinedFleet(const ScreenshotTour &tour)
{
    return {.name = u"joined"_s,
            .act =
                [tour] {
                    const Endpoint endpoint = tour.steward.account()->endpoint;
                    // as the trial of the key would have told it
                    const Company company =
                        tour.steward.fleet().companies().own(tour.steward.account()->id)->company;
                    KeptAccounts &accounts = tour.window.accounts()->accounts();
                    accounts.add({.name = u"Northwind IT"_s,
                                  .endpoint = endpoint,
                                  .colour = AccountColour::Teal,
                                  .company = company.id,
                                  .companyName = company.name},
                                 Secret(sandboxKey.toByteArray()));
                    accounts.add({.name = u"Contoso Services"_s,
                                  .endpoint = endpoint,
                                  .colour = AccountColour::Ochre,
                                  .isReadOnly = true,
                                  .company = company.id,
                                  .companyName = company.name},
                                 Secret(sandboxKey.toByteArray()));
                },
            .missing =
                [tour] {
                    const QString missing = missingOfQuietFleet(tour);
                    return missing.isEmpty()
                        ? lacks(tour.steward.accounts().size() == 2, "two accounts are not open")
                        : missing;
                }};
}

ScreenshotStep manager(const ScreenshotTour &tour)
{
    return {.name = u"accounts"_s,
            .act = [tour] { tour.window.accounts()->showAccounts(); },
            .missing =
                [tour] {
                    return lacks(showsText<QLabel>(tour.window, u"accountFacts"_s, &QLabel::text),
                                 "no account is described");
                },
            .dialog = u"accountsDialog"_s};
}

ScreenshotStep settings(const ScreenshotTour &tour)
{
    return {.name = u"settings"_s,
            .act = [tour] { tour.window.settings()->show(); },
            .missing =
                [tour] {
                    const auto *window = tour.window.findChild<SettingsWindow *>(u"settingsWindow"_s);
                    return lacks(window && window->isVisible(), "the settings are not shown");
                },
            .dialog = u"settingsWindow"_s};
}

SettingsWindow *showSettings(const ScreenshotTour &tour, const QString &page)
{
    tour.window.settings()->show();
    auto *window = tour.window.findChild<SettingsWindow *>(u"settingsWindow"_s);
    window->showPage(page);
    return window;
}

/// Sets limits as a person does, for the first place of \a kind that there is.
void addLimits(const QWidget &settings, LimitPlaceKind kind, const QString &stale, const QString &offline)
{
    settings.findChild<QPushButton *>(u"addLimits"_s)->click();
    const auto *dialog = settings.findChild<LimitDialog *>();
    auto *kinds = dialog->findChild<QComboBox *>(u"limitPlaceKind"_s);
    kinds->setCurrentIndex(kinds->findData(static_cast<int>(kind)));
    auto *places = dialog->findChild<QComboBox *>(u"limitPlace"_s);
    places->setCurrentIndex(places->count() / 2);
    dialog->findChild<QLineEdit *>(u"limitStale"_s)->setText(stale);
    dialog->findChild<QLineEdit *>(u"limitOffline"_s)->setText(offline);
    dialog->findChild<QPushButton *>(u"keepLimits"_s)->click();
}

ScreenshotStep limits(const ScreenshotTour &tour)
{
    return {.name = u"limits"_s,
            .act =
                [tour] {
                    const SettingsWindow *settings = showSettings(tour, u"limitsPage"_s);
                    addLimits(*settings, LimitPlaceKind::Account, u"5 d"_s, u"14 d"_s);
                    addLimits(*settings, LimitPlaceKind::Group, u"36 h"_s, {});
                    addLimits(*settings, LimitPlaceKind::Company, u"1 d"_s, u"3 d"_s);
                },
            .missing =
                [tour] {
                    const auto *table = tour.window.findChild<QTableView *>(u"limitTable"_s);
                    constexpr int rows = 7; // four kinds of system, and those three
                    return lacks(table && table->model()->rowCount() == rows, "limits are not shown");
                },
            .dialog = u"settingsWindow"_s};
}

ScreenshotStep limitDialog(const ScreenshotTour &tour)
{
    return {.name = u"limit-fault"_s,
            .act =
                [tour] {
                    const SettingsWindow *settings = showSettings(tour, u"limitsPage"_s);
                    settings->findChild<QPushButton *>(u"changeLimits"_s)->click();
                    const auto *dialog = settings->findChild<LimitDialog *>();
                    dialog->findChild<QLineEdit *>(u"limitStale"_s)->setText(u"10"_s);
                    dialog->findChild<QPushButton *>(u"keepLimits"_s)->click();
                },
            .missing =
                [tour] {
                    return lacks(showsText<QLabel>(tour.window, u"limitStaleFault"_s, &QLabel::text),
                                 "the fault is not told");
                },
            .dialog = u"limitDialog"_s};
}

ScreenshotStep proxy(const ScreenshotTour &tour)
{
    return {.name = u"proxy"_s,
            .act =
                [tour] {
                    const SettingsWindow *settings = showSettings(tour, u"proxyPage"_s);
                    settings->findChild<QRadioButton *>(u"ownProxy"_s)->click();
                    settings->findChild<QLineEdit *>(u"proxyHost"_s)->setText(u"proxy.northwind.example"_s);
                    settings->findChild<QLineEdit *>(u"proxyPort"_s)->setText(u"3128"_s);
                    settings->findChild<QPushButton *>(u"useProxy"_s)->click();
                },
            .missing =
                [tour] {
                    const QString missing = missingOfQuietFleet(tour); // it is read again through the proxy
                    return missing.isEmpty()
                        ? lacks(showsText<QLabel>(tour.window, u"proxyInUse"_s, &QLabel::text),
                                "the proxy is not in use")
                        : missing;
                },
            .dialog = u"settingsWindow"_s};
}

ScreenshotStep signOut(const ScreenshotTour &tour)
{
    return {.name = u"sign-out"_s,
            .act =
                [tour] {
                    tour.window.accounts()->showAccounts();
                    const auto *manager = tour.window.findChild<AccountsDialog *>(u"accountsDialog"_s);
                    manager->findChild<QPushButton *>(u"signOut"_s)->click();
                },
            .missing =
                [tour] {
                    return lacks(showsText<QLabel>(tour.window, u"signOutText"_s, &QLabel::text),
                                 "it is not asked");
                },
            .dialog = u"signOutDialog"_s};
}

} // namespace

std::vector<ScreenshotStep> accountSteps(const ScreenshotTour &tour)
{
    // a window that was just closed is not opened again by the next step
    return {refusedKey(tour), settings(tour),    joinedFleet(tour), limits(tour),
            manager(tour),    limitDialog(tour), signOut(tour),     proxy(tour)};
}
