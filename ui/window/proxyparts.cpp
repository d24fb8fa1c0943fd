// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/proxyparts.h"

#include "app/net/proxyaddress.h"
#include "app/settings/settings.h"
#include "app/steward/steward.h"
#include "ui/accounts/accountdialog.h"
#include "ui/settings/proxylogindialog.h"
#include "ui/settings/proxypage.h"
#include "ui/settings/settingswindow.h"
#include "ui/window/notices.h"

#include <QApplication>
#include <QMainWindow>

using namespace Qt::StringLiterals;

ProxyParts::ProxyParts(const WindowFrame &frame, SecretStore &keyring, QObject *parent)
    : QObject(parent), m_frame(frame), m_access(frame.steward, keyring)
{
    m_frame.settings.follow(setting::proxy, this,
                            [this](const QJsonValue &proxy) { m_access.setOwn(proxyFromJson(proxy)); });
    connect(&m_access, &ProxyAccess::loginWanted, this, &ProxyParts::ask);
    connect(&m_access, &ProxyAccess::keyringFailed, this, &ProxyParts::sayKeyringTrouble);
}

void ProxyParts::addPage(SettingsWindow &window)
{
    auto *page = new ProxyPage(&window);
    m_frame.settings.follow(setting::proxy, page,
                            [page](const QJsonValue &proxy) { page->setOwn(proxyFromJson(proxy)); });
    page->setName(m_access.name());
    connect(&m_access, &ProxyAccess::nameChanged, page, [this, page] { page->setName(m_access.name()); });
    connect(page, &ProxyPage::ownChosen, this, [this](const std::optional<ProxyAddress> &own) {
        m_frame.settings.setValue(setting::proxy, proxyToJson(own));
        m_frame.steward.fleet().refresh();
    });
    connect(page, &ProxyPage::signInRequested, this, &ProxyParts::signIn);
    connect(page, &ProxyPage::signOutRequested, &m_access, &ProxyAccess::signOut);
    window.addPage(page, tr("Proxy"), tr("network host port name password sign in tunnel"));
}

void ProxyParts::signIn()
{
    ask(false);
}

void ProxyParts::follow(AccountDialog &dialog)
{
    const auto again = [&dialog] {
        dialog.tryAgain();
    };
    connect(&dialog, &AccountDialog::proxyRefused, this,
            [this, &dialog, again] { m_access.noteRefused(&dialog, again); });
    connect(&dialog, &AccountDialog::proxySignInRequested, this, [this, &dialog, again] {
        m_access.callAfterLogin(&dialog, again);
        signIn();
    });
}

/// One question at a time, above the dialog that waits for its answer, if there is one.
void ProxyParts::ask(bool wasRefused)
{
    if (m_question && m_question->isVisible())
        return;
    const std::optional<ProxyAddress> &own = m_access.own();
    QWidget *front = QApplication::activeModalWidget();
    m_question = new ProxyLoginDialog(own ? proxyText(*own) : QString(), m_access.name(), wasRefused,
                                      front ? front : &m_frame.window);
    connect(m_question, &QDialog::accepted, this, [this, question = m_question.get()] {
        m_access.signIn(question->name(), question->takePassword());
    });
    connect(m_question, &QDialog::rejected, &m_access, &ProxyAccess::giveUp);
    m_question->open();
}

void ProxyParts::sayKeyringTrouble(const SecretTrouble &trouble)
{
    m_frame.notices.say(
        u"proxy keyring"_s,
        {.text = {.kind = BannerKind::Warning,
                  .what = trouble.what(),
                  .rest = tr("Name and password of the proxy are kept in memory until Steward is closed.")}});
}
