// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/notifications/importednotifications.h"
#include "ui/sheets/importpane.h"

#include <QDialog>

#include <memory>

class QLabel;
class QPushButton;
class Theme;

/// E-mail notifications from a sheet: which line is for which device, and what is wrong with the others. Sends nothing: the editor shows
/// and asks before that. Not modal, deletes itself when it is closed.
class NotificationImport : public QDialog
{
    Q_OBJECT

public:
    /// All in one sheet that may be sent: one setting goes out after the other.
    static constexpr size_t most = 20'000;

    /// \a theme outlives the dialog.
    NotificationImport(ImportedNotifications::Lookup lookup, const ImportHabits &habits, const Theme &theme,
                       QWidget *parent = nullptr);

    /// Of the sheet that is shown; nullptr: there is none.
    const ImportedNotifications *notifications() const { return m_sheet.get(); }
    ImportHabits habits() const { return m_pane->habits(); }

    void reject() override;

signals:
    /// The person wants to see what notifications() sends to whom.
    void previewRequested();

private:
    std::shared_ptr<RowJudge> makeSheet(const ChosenColumns &columns);
    void layOut();
    void showAll();
    QString whyNot() const;

    const ImportedNotifications::Lookup m_lookup;
    std::shared_ptr<ImportedNotifications> m_sheet;
    ImportPane *m_pane;
    QLabel *m_summary;
    QPushButton *m_close;
    QPushButton *m_preview;
};
