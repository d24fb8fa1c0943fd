// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/windowframe.h"

#include "app/changes/changerun.h"

#include <QObject>

#include <functional>

class ActivityPage;
class NewCompanies;

/// What the window has of changes: the Activity page, the ways to new companies, and what is to be said of changes in the banner.
class ChangeParts : public QObject
{
    Q_OBJECT

public:
    explicit ChangeParts(const WindowFrame &frame, QObject *parent = nullptr);

    ActivityPage *activity() const { return m_activity; }
    /// Waits for the answer to what is on the wire, and says so; then calls \a then. False: there is nothing to wait for.
    bool waitForSending(const std::function<void()> &then);

private:
    QString accountName(const AccountId &account) const;
    void tellTrouble(const AccountId &account, const ChangeTrouble &trouble);
    void tellLeftOver(const AccountId &account);
    void tellJournalTrouble();
    void showActivity();

    const WindowFrame m_frame;
    ActivityPage *m_activity;
    bool m_isWaiting = false;
};
