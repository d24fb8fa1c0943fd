// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/savedviews.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

/// Asks for the name of a view and says why one will not do. Deletes itself when it is closed.
class ViewNameDialog : public QDialog
{
    Q_OBJECT

public:
    /// \a view: the one that gets another name; without an ID: a new one. \a views outlive the dialog.
    ViewNameDialog(const SavedViews &views, const SavedView &view, QWidget *parent);

signals:
    void nameChosen(const QString &name);

private:
    void layOut();
    void check();
    void choose();

    const SavedViews &m_views;
    const QString m_id;
    QLineEdit *m_name;
    QLabel *m_problem;
    QPushButton *m_save;
};
