// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changerun.h"

#include <QTimer>
#include <QWidget>

class AccountChanges;
class ElidedLabel;
class ProgressLine;
class QLabel;
class QPushButton;
class Theme;

/// One run: what it is, how far it has come and how fast it may go, and what can be done with it: pause, go on, cancel the rest, send
/// again what failed.
class RunHeader : public QWidget
{
    Q_OBJECT

public:
    /// \a changes and \a theme outlive this.
    RunHeader(AccountChanges &changes, const Theme &theme, QWidget *parent = nullptr);

    /// None: there is none, and nothing is shown.
    void setRun(RunId run);
    RunId run() const { return m_run; }
    /// What the button says that asks for its changes: "Show only these" unless told otherwise.
    void setShowText(const QString &text);

signals:
    /// Only the changes of this run are wanted.
    void showRequested(RunId run);
    /// Its changes as a sheet are wanted.
    void sheetRequested(RunId run);
    void statusMessage(const QString &text);

private:
    void layOut();
    QPushButton *makeButton(const QString &name, const QString &text);
    void connectParts();
    void showRun();
    void showButtons(const ChangeRun &run);
    QString paceText(const ChangeRun &run) const;
    std::vector<ChangeId> failed() const;
    class ChangeRunner *runner() const;

    AccountChanges &m_changes;
    const Theme &m_theme;
    RunId m_run = RunId::None;
    QTimer m_showSoon;
    QTimer m_second; // while it waits for the server
    ElidedLabel *m_title;
    ElidedLabel *m_target;
    ProgressLine *m_progress;
    QLabel *m_sum;
    ElidedLabel *m_counts;
    ElidedLabel *m_pace;
    QPushButton *m_pause;
    QPushButton *m_goOn;
    QPushButton *m_cancelRest;
    QPushButton *m_retry;
    QPushButton *m_showOnly;
    QPushButton *m_sheet;
};

/// "183 done, 3 refused, 1 unknown, 225 waiting"; states without changes are left out.
QString runCountsText(const RunCounts &counts);
