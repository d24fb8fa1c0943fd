// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/savedviews.h"

#include <QDialog>

#include <optional>

class QLabel;
class QListWidget;
class QPushButton;

/// Puts the saved views in order: rename, move, hide or remove them, and take them to another person as a file. Deletes itself when it
/// is closed.
class ViewsDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a views outlive the dialog.
    ViewsDialog(SavedViews &views, QWidget *parent);

    /// Adds what the file at \a path holds, and says what was left out.
    void importFrom(const QString &path);
    /// Writes the person's own views to \a path.
    void exportTo(const QString &path);

private:
    QPushButton *makeButton(const QString &name, const QString &text, void (ViewsDialog::*act)());
    void layOut();
    void showViews();
    void showChosen();
    const SavedView *chosen() const;
    QList<SavedView> ownViews() const;
    void choose(const QString &id);
    void rename();
    void removeOrHide();
    void undoRemove();
    void moveUp() { moveBy(-1); }
    void moveDown() { moveBy(1); }
    void moveBy(int step);
    void askWhatToImport();
    void askWhereToExport();

    struct Removed
    {
        SavedView view;
        int row;
    };

    SavedViews &m_views;
    QListWidget *m_list;
    QPushButton *m_rename;
    QPushButton *m_remove;
    QPushButton *m_up;
    QPushButton *m_down;
    QPushButton *m_import;
    QPushButton *m_export;
    QPushButton *m_undo;
    QLabel *m_says;
    std::optional<Removed> m_removed; // the last one
};
