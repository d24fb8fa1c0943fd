// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/accounts/account.h"
#include "app/fleet/fleet.h"

#include <QObject>
#include <QTimer>

#include <optional>

class StatusLine;
struct WorkProgress;

/// Says in the status line what the fleet does: as of when it is, how much of it is read, and how far a reading has come. At most
/// 20 times a second.
class FleetStatus : public QObject
{
    Q_OBJECT

public:
    /// \a fleet and \a line outlive this.
    FleetStatus(const Fleet &fleet, StatusLine &line, QObject *parent = nullptr);

    /// Whom the console talks to.
    void setAccounts(const QList<Account> &accounts);
    /// \a hidden of the \a selected devices are not shown.
    void setSelection(qsizetype selected, qsizetype hidden);
    /// Says \a text for a few seconds where the selection stands.
    void showMessage(const QString &text);

private:
    void showLater();
    void show();
    void showSelection();
    QString asOfText() const;
    QString companyText(const FleetProgress &progress) const;
    std::optional<WorkProgress> work(const FleetProgress &progress) const;

    const Fleet &m_fleet;
    StatusLine &m_line;
    bool m_hasAccount = false;
    qsizetype m_selected = 0;
    qsizetype m_hidden = 0;
    QString m_message;
    QTimer m_shower;
    QTimer m_messageEnd;
};
