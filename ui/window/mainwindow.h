// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/secretstore.h"
#include "app/fleet/acknowledgements.h"
#include "app/fleet/fleet.h"
#include "app/settings/queryhistory.h"
#include "app/settings/savedviews.h"
#include "app/settings/settings.h"
#include "ui/window/windowstate.h"

#include <QMainWindow>

#include <memory>

class AccountParts;
class Actions;
class ApiLogWindow;
class Banner;
class ChangeParts;
class CompanyPane;
class CompanyParts;
class DevicePage;
class FleetStatus;
class LastScope;
class Notices;
class Pages;
class PlanParts;
class QSplitter;
class SettingsParts;
class StatusLine;
class Steward;
class Theme;
class WelcomePage;
struct SandboxOptions;
struct WindowFrame;

/// The window: company tree at the left, the page at the right, one banner and the status line below. It joins them: what is
/// chosen in the tree scopes the page.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// \a steward and \a theme outlive the window. \a profile is the folder where it keeps sizes and columns. \a keyring is where API
    /// keys are; none: the desktop's own.
    MainWindow(Steward &steward, Theme &theme, const QString &profile,
               std::unique_ptr<SecretStore> keyring = nullptr, QWidget *parent = nullptr);
    ~MainWindow() override;

    CompanyPane *companies() const { return m_companies; }
    DevicePage *devices() const { return m_devices; }
    Pages *pages() const { return m_pages; }
    ChangeParts *changeParts() const { return m_changeParts; }
    Banner *banner() const { return m_banner; }
    /// The accounts, their dialogs and what is said about them. Opens none by itself: openAtStart().
    AccountParts *accounts() const { return m_accounts; }
    SettingsParts *settings() const { return m_settingsParts; }
    Actions *windowActions() const { return m_actions; }
    /// Nothing is open: the welcome page is shown.
    bool isWelcoming() const;

    void openSandbox(const SandboxOptions &options);

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void layOut();
    WindowFrame frame();
    void addPages();
    void joinSubjects(std::unique_ptr<SecretStore> keyring);
    void connectActions();
    void connectParts();
    void connectTrouble();
    void restore();
    void keep();

    void showAccount();
    void showKept();
    void showCalls();
    void connectKnown();
    void openViews(const Account *account);
    void showScope();
    void readIfUnread();
    DeviceKnowledge knowledge() const;
    void showTrouble();
    void showZoneDoubt(bool isDoubtful);
    void showSandboxFailure(const QString &sentence);
    void showTroubleDetails();
    void stepBack();
    void moveArea(int by);
    QList<QWidget *> areas() const;

    Steward &m_steward;
    const QString m_profile;
    Theme &m_theme;
    WindowState m_state;
    Settings m_settings;
    QueryHistory m_queries;
    std::unique_ptr<Acknowledgements> m_known;
    std::unique_ptr<SavedViews> m_views; // of the account that is open
    Actions *m_actions;
    CompanyPane *m_companies;
    DevicePage *m_devices;
    CompanyParts *m_companyParts;
    WelcomePage *m_welcome;
    Pages *m_pages;
    PlanParts *m_plans = nullptr;
    ChangeParts *m_changeParts = nullptr;
    QSplitter *m_splitter;
    Banner *m_banner;
    Notices *m_notices;
    StatusLine *m_statusLine;
    FleetStatus *m_status;
    ApiLogWindow *m_apiLog;
    AccountParts *m_accounts = nullptr;
    SettingsParts *m_settingsParts = nullptr;
    LastScope *m_lastScope = nullptr;
};
