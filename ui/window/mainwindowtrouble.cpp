// SPDX-License-Identifier: GPL-3.0-or-later
// What the window says when something is wrong, and how the keyboard goes around in it.
#include "ui/window/mainwindow.h"

#include "app/base/visibletext.h"
#include "app/steward/sandboxprocess.h"
#include "app/steward/steward.h"
#include "ui/companies/companypane.h"
#include "ui/companies/companysection.h"
#include "ui/companies/companytreeview.h"
#include "ui/devices/devicedetails.h"
#include "ui/devices/devicegrid.h"
#include "ui/devices/devicepage.h"
#include "ui/devices/filterstrip.h"
#include "ui/query/querybox.h"
#include "ui/window/accountparts.h"
#include "ui/window/banner.h"
#include "ui/window/clocknotice.h"
#include "ui/window/notices.h"
#include "ui/window/pages.h"
#include "ui/window/settingsparts.h"
#include "ui/window/statusline.h"
#include "ui/window/troubledialog.h"
#include "ui/window/welcomepage.h"

#include <QApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace {

/// Nothing gets better by waiting: somebody has to change something.
bool isBad(ErrorKind kind)
{
    return kind == ErrorKind::KeyRefused || kind == ErrorKind::NotAllowed
        || kind == ErrorKind::AccountInactive || kind == ErrorKind::AccessRestricted
        || kind == ErrorKind::TlsRefused || kind == ErrorKind::ProxyRefused;
}

/// \a account: whose it is, where several are open; else empty.
QString restOf(const FleetTrouble &trouble, const QString &account)
{
    const QString subject = account.isEmpty()
        ? visibleText(trouble.subject)
        //: %1 is what could not be read, %2 the account
        : MainWindow::tr("%1 of %2").arg(visibleText(trouble.subject), account);
    const int more = trouble.failures - 1;
    const QString notRead = more == 0
        ? MainWindow::tr("Not read: %1.").arg(subject)
        : MainWindow::tr("Not read: %1 and %2 more.").arg(subject, QLocale().toString(more));
    return notRead + u' ' + trouble.error.advice();
}

/// The first widget in \a area, itself included, that the Tab key reaches.
QWidget *firstStop(QWidget *area)
{
    const auto isStop = [](const QWidget *widget) {
        return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus);
    };
    if (isStop(area))
        return area;
    for (QWidget *next = area->nextInFocusChain(); next != area; next = next->nextInFocusChain()) {
        if (area->isAncestorOf(next) && isStop(next))
            return next;
    }
    return nullptr;
}

} // namespace

void MainWindow::connectTrouble()
{
    new ClockNotice(m_steward, *m_notices, this);
    connect(&m_steward.fleet(), &Fleet::troubleChanged, this, &MainWindow::showTrouble);
    connect(&m_steward.fleet().health(), &HealthColumn::zoneDoubtChanged, this, &MainWindow::showZoneDoubt);
}

void MainWindow::showTrouble()
{
    Fleet &fleet = m_steward.fleet();
    const std::optional<FleetTrouble> &trouble = fleet.trouble();
    if (!trouble) {
        m_notices->takeBack(u"fleet"_s);
        return;
    }
    m_notices->takeBack(u"sandbox"_s);
    if (trouble->error.kind == ErrorKind::KeyRefused) {
        m_accounts->sayKeyRefused(trouble->account);
        return;
    }
    const bool isProxy = trouble->error.kind == ErrorKind::ProxyRefused;
    const bool areSeveral = m_steward.accounts().size() > 1;
    const QString whose = areSeveral ? m_companies->accountTitle(trouble->account) : QString();
    m_notices->say(u"fleet"_s,
                   {.text = {.kind = isBad(trouble->error.kind) ? BannerKind::Bad : BannerKind::Warning,
                             .what = trouble->error.what(),
                             .rest = restOf(*trouble, whose),
                             .primaryAction = isProxy ? tr("Sign in to the proxy…") : tr("Try again"),
                             .secondaryAction = tr("Details…")},
                    .primary =
                        [this, &fleet, isProxy] {
                            if (isProxy)
                                m_settingsParts->proxy().signIn();
                            else
                                fleet.refresh();
                        },
                    .secondary = [this] { showTroubleDetails(); },
                    .dismissed =
                        [&fleet] {
                            fleet.dismissTrouble();
                        }});
}

void MainWindow::showSandboxFailure(const QString &sentence)
{
    m_welcome->setStarting(false);
    const qsizetype firstEnd = sentence.indexOf(u". "_s) + 1;
    m_notices->say(u"sandbox"_s,
                   {.text = {.kind = BannerKind::Warning,
                             .what = firstEnd > 0 ? sentence.first(firstEnd) : sentence,
                             .rest = firstEnd > 0 ? sentence.sliced(firstEnd).trimmed() : QString(),
                             .primaryAction = tr("Open the sandbox")},
                    .primary = [this] {
                        openSandbox({});
                    }});
}

void MainWindow::showZoneDoubt(bool isDoubtful)
{
    if (!isDoubtful) {
        m_notices->takeBack(u"zone"_s);
        return;
    }
    m_notices->say(
        u"zone"_s,
        {.text = {.kind = BannerKind::Warning,
                  .what = tr("Some last backups lie in the future."),
                  .rest = tr("The server's times are probably not in the zone that Steward assumes. Until "
                             "that is clear, Late and Stale say “zone doubtful”."),
                  .primaryAction = tr("Set the zone…")},
         .primary = [this] {
             m_settingsParts->show(tr("zone"));
         }});
}

void MainWindow::showTroubleDetails()
{
    if (const std::optional<FleetTrouble> &trouble = m_steward.fleet().trouble())
        (new TroubleDialog(*trouble, m_theme, this))->show();
}

/// Esc: first a step back in the page, then the banner goes.
void MainWindow::stepBack()
{
    if (m_pages->isOpen() && m_pages->stepBack())
        return;
    m_notices->dismiss();
}

QList<QWidget *> MainWindow::areas() const
{
    return QList<QWidget *>{m_companies->tree(), m_companies->foundSection(), m_companies->knownSection()}
    + m_pages->areas() + QList<QWidget *>{m_banner, m_statusLine};
}

/// Puts the focus into the area after (\a by 1) or before (-1) the one that has it.
void MainWindow::moveArea(int by)
{
    QList<QWidget *> stops;
    qsizetype present = -1;
    const QList<QWidget *> all = areas();
    for (QWidget *area : all) {
        QWidget *stop = area->isVisible() ? firstStop(area) : nullptr;
        if (!stop)
            continue;
        const QWidget *focused = QApplication::focusWidget();
        if (focused && (focused == area || area->isAncestorOf(focused)))
            present = stops.size();
        stops.append(stop);
    }
    if (stops.isEmpty())
        return;
    const qsizetype next = present < 0 ? 0 : (present + by + stops.size()) % stops.size();
    stops[next]->setFocus(Qt::TabFocusReason);
}
