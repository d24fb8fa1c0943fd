// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QTimer>

class AccountChanges;
class QLabel;

/// Says for what Steward waits before it ends: the answer to the change that is on the wire. Whoever closes the window has no further
/// choice: the answer comes, or the limit of the call ends it, and what is not known then is looked up at the next start.
class QuitWait : public QDialog
{
    Q_OBJECT

public:
    /// \a changes outlives this. Sends nothing more.
    QuitWait(AccountChanges &changes, QWidget *parent);

    /// It cannot be closed.
    void reject() override { }

signals:
    /// Nothing is on the wire any more.
    void ended();

private:
    void showTime();

    QTimer m_second;
    int m_secondsLeft;
    QLabel *m_text;
};
