// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/tour/accountsteps.h"

#include "app/steward/steward.h"
#include "ui/accounts/accountdialog.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/companies/companypane.h"
#include "ui/settings/settingswindow.h"
#include "ui/tour/tourtools.h"
#include "ui/window/accountparts.h"
#include "ui/window/mainwindow.h"
#include "ui/window/settingsparts.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
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
                    KeptAccounts &accounts = tour.window.accounts()->accounts();
                    accounts.add(
                        {.name = u"Northwind IT"_s, .endpoint = endpoint, .colour = AccountColour::Teal},
                        Secret(sandboxKey.toByteArray()));
                    accounts.add({.name = u"Contoso Services"_s,
                                  .endpoint = endpoint,
                                  .colour = AccountColour::Ochre,
                                  .isReadOnly = true},
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

} // namespace

std::vector<ScreenshotStep> accountSteps(const ScreenshotTour &tour)
{
    return {refusedKey(tour), settings(tour), joinedFleet(tour), manager(tour)};
}
