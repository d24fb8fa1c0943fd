// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/accountparts.h"

#include "app/plans/plandrafts.h"
#include "app/settings/forgottenaccount.h"
#include "app/steward/steward.h"
#include "ui/accounts/accountsdialog.h"
#include "ui/accounts/accountwords.h"
#include "ui/accounts/signoutdialog.h"
#include "ui/window/actions.h"
#include "ui/window/filetrouble.h"
#include "ui/window/fleetstatus.h"
#include "ui/window/icons.h"
#include "ui/window/notices.h"
#include "ui/window/troubledialog.h"

#include <QMainWindow>

using namespace Qt::StringLiterals;

AccountParts::AccountParts(const WindowFrame &frame, std::unique_ptr<SecretStore> keyring, QObject *parent)
    : QObject(parent), m_frame(frame), m_accounts(frame.steward, frame.profile, std::move(keyring)),
      m_add(new QAction(glyphIcon(frame.theme, Glyph::Key), tr("Add an account…"), this)),
      m_manage(new QAction(glyphIcon(frame.theme, Glyph::Account), tr("Accounts…"), this))
{
    m_add->setObjectName(u"addAccountAction"_s);
    m_manage->setObjectName(u"accountsAction"_s);
    m_frame.actions.add(WindowMenu::Account, {m_add, m_manage});
    connect(m_add, &QAction::triggered, this, &AccountParts::addAccount);
    connect(m_manage, &QAction::triggered, this, &AccountParts::showAccounts);
    connect(&m_accounts, &KeptAccounts::changed, this, &AccountParts::followState);
    connect(&m_accounts, &KeptAccounts::keyringFailed, this, &AccountParts::showKeyring);
    connect(&m_accounts, &KeptAccounts::signedOut, this, [this](const AccountId &account) {
        forgetAccount(m_frame.profile, m_frame.settings, account);
        PlanDrafts(m_frame.profile).forget(account);
    });
    connect(&m_accounts, &KeptAccounts::keyLeftBehind, this, [this](const QString &title) {
        m_frame.notices.say(
            u"key left"_s,
            {.text = {.kind = BannerKind::Warning,
                      .what = tr("The keyring did not let go of the key of %1.").arg(title),
                      .rest =
                          tr("Steward has forgotten it. Remove the entry “Steward” in the keyring by hand, "
                             "or revoke the key in the web console.")}});
    });
    connect(&m_frame.steward, &Steward::keyRefusedChanged, this,
            [this](const AccountId &account, bool isRefused) {
                if (isRefused)
                    sayKeyRefused(account);
                else
                    m_frame.notices.takeBack(u"key"_s);
            });
    followFile(m_frame.notices, m_accounts.list());
}

void AccountParts::addAccount()
{
    openDialog(new AccountDialog(
        std::nullopt, [this](const Account &account, Secret key) { m_accounts.add(account, std::move(key)); },
        m_frame.theme, &m_frame.window));
}

/// In the place of one that is open.
void AccountParts::openDialog(AccountDialog *dialog)
{
    if (m_dialog)
        m_dialog->close();
    m_dialog = dialog;
    emit trialOpened(dialog);
    dialog->open();
}

void AccountParts::open(const AccountId &account)
{
    if (m_accounts.state(account) == AccountState::NeedsKey)
        replaceKey(account);
    else
        m_accounts.open(account, false);
}

void AccountParts::replaceKey(const AccountId &account)
{
    const Account *kept = m_accounts.list().find(account);
    const Session *session = m_frame.steward.session(account);
    if (!kept && !session)
        return;
    openDialog(new AccountDialog(
        kept ? *kept : session->account(),
        [this](const Account &tried, Secret key) {
            m_accounts.setAccount(tried);
            m_accounts.replaceKey(tried.id, std::move(key));
        },
        m_frame.theme, &m_frame.window));
}

void AccountParts::showAccounts()
{
    if (!m_manager) {
        m_manager = new AccountsDialog(m_accounts, m_clipboard, m_frame.theme, &m_frame.window);
        connect(m_manager, &AccountsDialog::addRequested, this, &AccountParts::addAccount);
        connect(m_manager, &AccountsDialog::replaceKeyRequested, this, &AccountParts::replaceKey);
        connect(m_manager, &AccountsDialog::signOutRequested, this, &AccountParts::signOut);
    }
    m_manager->show();
    m_manager->raise();
    m_manager->activateWindow();
}

void AccountParts::signOut(const AccountId &account)
{
    const Account *known = m_accounts.list().find(account);
    if (!known)
        return;
    QWidget *parent = m_manager ? static_cast<QWidget *>(m_manager) : &m_frame.window;
    auto *question = new SignOutDialog(*known, parent);
    connect(question, &SignOutDialog::confirmed, &m_accounts, &KeptAccounts::signOut);
    question->open();
}

/// A notice goes when its reason does.
void AccountParts::followState()
{
    bool needsKey = false;
    for (const Account &account : m_accounts.list().accounts())
        needsKey |= m_accounts.trouble(account.id).has_value();
    if (!needsKey)
        m_frame.notices.takeBack(u"keyring"_s);
    if (!m_frame.steward.hasSession())
        m_frame.notices.takeBack(u"key"_s);
}

void AccountParts::showKeyring(const AccountId &account)
{
    const std::optional<SecretTrouble> trouble = m_accounts.trouble(account);
    const Account *known = m_accounts.list().find(account);
    if (!trouble || !known)
        return;
    const bool isOpen = m_accounts.state(account) == AccountState::Open;
    const bool wasMeantSo = !isOpen && known->keyPlace == KeyPlace::ThisSession;
    const QString title = accountTitle(*known);
    const QString what =
        wasMeantSo ? tr("The key of %1 was kept only until Steward was closed.").arg(title) : trouble->what();
    const QString rest = isOpen
        ? tr("The key of %1 is kept in memory until Steward is closed, and asked for at the next start.")
              .arg(title)
        : wasMeantSo ? tr("Enter it again to open the account.")
                     : tr("%1 is not open. %2").arg(title, trouble->advice());
    m_frame.notices.say(u"keyring"_s,
                        {.text = {.kind = BannerKind::Warning,
                                  .what = what,
                                  .rest = rest,
                                  .primaryAction = isOpen ? QString() : tr("Enter the key…"),
                                  .secondaryAction = isOpen || wasMeantSo ? QString() : tr("Try again")},
                         .primary = [this, account] { replaceKey(account); },
                         .secondary =
                             [this, account] {
                                 m_accounts.open(account, false);
                             }});
}

void AccountParts::sayKeyRefused(const AccountId &account)
{
    const Session *session = m_frame.steward.session(account);
    if (!session)
        return;
    const std::optional<FleetTrouble> &trouble = m_frame.steward.fleet().trouble();
    const auto showDetails = [this] {
        if (const std::optional<FleetTrouble> &told = m_frame.steward.fleet().trouble())
            (new TroubleDialog(*told, m_frame.theme, &m_frame.window))->show();
    };
    m_frame.notices.takeBack(u"fleet"_s);
    m_frame.notices.say(
        u"key"_s,
        {.text = {.kind = BannerKind::Bad,
                  .what = tr("%1 refused the API key of %2.")
                              .arg(session->account().endpoint.hostText(), titleOf(account)),
                  .rest =
                      tr("Steward reads nothing by itself until the key is replaced, so that the account is "
                         "not locked. The key was not deleted, and what was read stays."),
                  .primaryAction = tr("Replace key…"),
                  .secondaryAction = trouble ? tr("Details…") : QString()},
         .primary = [this, account] { replaceKey(account); },
         .secondary = showDetails,
         .dismissed =
             [this] {
                 m_frame.steward.fleet().dismissTrouble();
             }});
}

QString AccountParts::titleOf(const AccountId &account) const
{
    const Session *session = m_frame.steward.session(account);
    const CompanyEntry *own = m_frame.steward.fleet().companies().own(account);
    if (!session)
        return {};
    Account shown = session->account();
    if (shown.companyName.isEmpty() && own)
        shown.companyName = own->company.name;
    return accountTitle(shown);
}
