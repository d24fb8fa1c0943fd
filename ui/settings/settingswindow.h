// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QListWidget;
class QStackedWidget;
class SettingEditor;
class Theme;

/// Every setting of the table, and the pages of subjects that need more than a line each; with a field that finds them. Not modal; deletes
/// itself when it is closed.
class SettingsWindow : public QDialog
{
    Q_OBJECT

public:
    /// All of it outlives the window.
    SettingsWindow(Settings &settings, const Theme &theme, QWidget *parent);

    /// Takes \a page, called \a title in the list. It is found by \a words, which is never shown.
    void addPage(QWidget *page, const QString &title, const QString &words);
    /// Shows the page of that object name.
    void showPage(const QString &name);
    /// Shows only what has to do with \a text.
    void find(const QString &text);

private:
    QWidget *makeList(Settings &settings, const Theme &theme);
    void layOut();
    bool showFoundSettings(const QString &text);
    void showFound();

    QLineEdit *m_search;
    QListWidget *m_list;
    QStackedWidget *m_pages;
    QLabel *m_none;
    QList<SettingEditor *> m_editors;
};
