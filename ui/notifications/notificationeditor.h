// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/changes/changerunner.h"
#include "app/notifications/notificationwish.h"

#include <QDialog>
#include <QPointer>
#include <QTimer>

#include <functional>
#include <vector>

class ExportDialog;
class Note;
class NotificationForm;
class NotificationModel;
class ProgressLine;
class QLabel;
class QPushButton;
class QTableView;
class Theme;

/// Sets the e-mail notification of one device or of thousands: what is wanted at the left, what is sent to whom at the right, and after the
/// confirmation what came of each. Not modal, deletes itself when it is closed; what was confirmed goes on then, in the journal's
/// sight.
class NotificationEditor : public QDialog
{
    Q_OBJECT

public:
    struct Setup
    {
        std::vector<NotifiedDevice> devices{};
        std::function<ChangeRunner *(const AccountId &)> runner{}; ///< nullptr: the account is not open.
        /// What is sent to whom, of a sheet; empty: the form asks.
        std::vector<PlannedNotification> planned{};
        QString remark{}; ///< What the person must know of the choice of devices. May be empty.
    };

    /// \a theme outlives the editor.
    NotificationEditor(Setup setup, const Theme &theme, QWidget *parent = nullptr);

    /// The runs that were confirmed here.
    const std::vector<std::pair<AccountId, RunId>> &runs() const { return m_runs; }

    /// Escape: closes. What was typed is lost only when nothing was.
    void reject() override;

signals:
    void statusMessage(const QString &text);

private:
    QPushButton *makeButton(const QString &name, const QString &text);
    void makeTable();
    QWidget *makeLeft(const Theme &theme);
    QWidget *makeRight();
    bool isFromSheet() const { return !m_setup.planned.empty(); }
    void showWish();
    void press();
    void start();
    void followRunner(ChangeRunner &runner);
    void showRun();
    QString targetText(const AccountId &account) const;
    RunCounts counts() const;
    bool isUnderWay() const;
    std::vector<ChangeId> failed(size_t run) const;
    void retry();
    void cancelRest();
    void exportResult();

    const Theme &m_theme;
    Setup m_setup;
    NotificationModel *m_model;
    NotificationForm *m_form;
    QTableView *m_table;
    QLabel *m_title;
    QLabel *m_summary;
    Note *m_note;
    Note *m_trouble;
    ProgressLine *m_progress;
    QPushButton *m_export;
    QPushButton *m_cancelRest;
    QPushButton *m_close;
    QPushButton *m_set;
    QTimer m_wishSoon;
    QTimer m_runSoon;
    bool m_isAsking = false; // the confirmation stands there
    std::vector<std::pair<AccountId, RunId>> m_runs;
    QPointer<ExportDialog> m_dialog;
};
