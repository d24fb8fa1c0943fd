// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/fleetstatus.h"

#include "ui/health/healthwords.h"
#include "ui/window/statusline.h"

#include <QAccessible>
#include <QLocale>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HostBadge badgeOf(const QList<Account> &accounts)
{
    if (accounts.isEmpty())
        return {.kind = HostKind::None, .text = FleetStatus::tr("not connected")};
    const auto isElsewhere = [&accounts](const Account &other) {
        return other.endpoint.hostText() != accounts.constFirst().endpoint.hostText();
    };
    if (std::ranges::any_of(accounts, isElsewhere)) {
        QStringList hosts;
        for (const Account &each : accounts)
            hosts << each.endpoint.hostText();
        hosts.removeDuplicates();
        const bool areAllIdrive =
            std::ranges::all_of(accounts, [](const Account &each) { return each.endpoint.isIdrive(); });
        return {.kind = areAllIdrive ? HostKind::Secure : HostKind::Other,
                .text = FleetStatus::tr("%1 accounts").arg(QLocale().toString(accounts.size())),
                .toolTip = FleetStatus::tr("The API keys go to %1.").arg(hosts.join(u", "_s))};
    }
    const Account *account = &accounts.constFirst();
    const QString host = account->endpoint.hostText();
    if (account->isSandbox)
        return {.kind = HostKind::Sandbox,
                .text = host,
                .toolTip = FleetStatus::tr(
                    "This is the sandbox: a pretend IDrive on this computer. Nothing here is real.")};
    if (account->endpoint.isIdrive())
        return {.kind = HostKind::Secure,
                .text = host,
                .toolTip = FleetStatus::tr("Steward talks to IDrive over an encrypted connection.")};
    return {.kind = HostKind::Other,
            .text = host,
            .toolTip = FleetStatus::tr("This is not IDrive's own address. The API key goes to this host.")};
}

int percent(qint64 part, qint64 whole)
{
    return static_cast<int>(std::clamp<qint64>(whole > 0 ? part * 100 / whole : 0, 0, 100));
}

} // namespace

FleetStatus::FleetStatus(const Fleet &fleet, StatusLine &line, QObject *parent)
    : QObject(parent), m_fleet(fleet), m_line(line)
{
    m_shower.setSingleShot(true);
    m_shower.setInterval(50ms);
    m_messageEnd.setSingleShot(true);
    m_messageEnd.setInterval(5s);
    connect(&m_shower, &QTimer::timeout, this, &FleetStatus::show);
    connect(&m_messageEnd, &QTimer::timeout, this, [this] { showMessage({}); });
    connect(&fleet, &Fleet::readingStarted, this, &FleetStatus::show);
    connect(&fleet, &Fleet::readingEnded, this, &FleetStatus::show);
    connect(&fleet, &Fleet::companiesChanged, this, &FleetStatus::showLater);
    connect(&fleet, &Fleet::companyStatesChanged, this, &FleetStatus::showLater);
    connect(&fleet, &Fleet::progressed, this, &FleetStatus::showLater);
    setAccounts({});
}

void FleetStatus::setAccounts(const QList<Account> &accounts)
{
    m_hasAccount = !accounts.isEmpty();
    m_line.setHost(badgeOf(accounts));
    show();
}

void FleetStatus::setSelection(qsizetype selected, qsizetype hidden)
{
    m_selected = selected;
    m_hidden = hidden;
    m_message.clear(); // what is selected now is newer
    showSelection();
}

void FleetStatus::showMessage(const QString &text)
{
    m_message = text;
    showSelection();
    if (text.isEmpty())
        return;
    m_messageEnd.start();
    QAccessibleEvent announcement(&m_line, QAccessible::Alert);
    QAccessible::updateAccessibility(&announcement);
}

void FleetStatus::showLater()
{
    if (!m_shower.isActive())
        m_shower.start();
}

void FleetStatus::show()
{
    m_shower.stop();
    if (!m_hasAccount) {
        m_line.setAsOf(tr("no account"));
        m_line.setDeviceText({});
        m_line.setCompanyText({});
        m_line.setHealthTexts({}, {});
        m_line.setProgress(std::nullopt);
        return;
    }
    const FleetProgress progress = m_fleet.progress();
    const qsizetype devices = m_fleet.devices().liveCount();
    const QString number = QLocale().toString(devices);
    const bool isCounted = devices > 0 || m_fleet.asOf().isValid();
    const bool isWhole = m_fleet.asOf().isValid() && !m_fleet.isReading();
    m_line.setAsOf(asOfText());
    m_line.setDeviceText(!isCounted    ? QString()
                             : isWhole ? (devices == 1 ? tr("1 device") : tr("%1 devices").arg(number))
                                       : tr("%1 devices so far").arg(number));
    m_line.setCompanyText(companyText(progress));
    const HealthCounts &health = m_fleet.health().counts();
    m_line.setHealthTexts(toneText(health, HealthTone::Bad), toneText(health, HealthTone::Warn));
    m_line.setProgress(work(progress));
}

void FleetStatus::showSelection()
{
    const QLocale locale;
    QString text = m_message;
    if (text.isEmpty() && m_selected > 0) {
        text = tr("%1 selected").arg(locale.toString(m_selected));
        if (m_hidden > 0)
            //: follows "412 selected"
            text += tr(", %1 not shown").arg(locale.toString(m_hidden));
    }
    m_line.setSelectionText(text);
}

QString FleetStatus::asOfText() const
{
    const QDateTime asOf = m_fleet.asOf().toLocalTime();
    if (!asOf.isValid())
        return m_fleet.isReading() ? QString() : tr("not read completely yet");
    const bool isToday = asOf.date() == QDate::currentDate();
    return tr("as of %1")
        .arg(isToday ? asOf.toString(u"HH:mm:ss"_s) : QLocale().toString(asOf, QLocale::ShortFormat));
}

QString FleetStatus::companyText(const FleetProgress &progress) const
{
    const QLocale locale;
    const QString total = locale.toString(progress.companiesTotal);
    if (progress.companiesTotal == 0)
        return {};
    if (progress.companiesRead < progress.companiesTotal)
        return tr("%1 of %2 companies read").arg(locale.toString(progress.companiesRead), total);
    return progress.companiesTotal == 1 ? tr("1 company") : tr("%1 companies").arg(total);
}

std::optional<WorkProgress> FleetStatus::work(const FleetProgress &progress) const
{
    if (!m_fleet.isReading())
        return std::nullopt;
    if (progress.bytesDeclared > 0)
        return WorkProgress{.label = tr("reading"),
                            .percent = percent(progress.bytes, progress.bytesDeclared)};
    if (progress.bytes > 0 || progress.companiesTotal == 0)
        return WorkProgress{.label = tr("reading"), .percent = -1};
    return WorkProgress{.label = tr("reading"),
                        .percent = percent(progress.companiesRead, progress.companiesTotal)};
}
