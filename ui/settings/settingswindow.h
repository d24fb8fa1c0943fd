// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class SettingEditor;
class Theme;

/// Every setting of the table, with a field that finds them. Not modal; deletes itself when it is closed.
class SettingsWindow : public QDialog
{
    Q_OBJECT

public:
    /// All of it outlives the window.
    SettingsWindow(Settings &settings, const Theme &theme, QWidget *parent);

    /// Shows only what has to do with \a text.
    void find(const QString &text);

private:
    QWidget *makeList(Settings &settings, const Theme &theme);
    void showFound();

    QLineEdit *m_search;
    QLabel *m_none;
    QList<SettingEditor *> m_editors;
};
