// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/settings/settings.h"

#include <QWidget>

class QLabel;
class QPushButton;
class Theme;

/// One setting in the window of settings: what it is called, what it means, its value, and the way back to the default. What is changed
/// is saved and holds at once.
class SettingEditor : public QWidget
{
    Q_OBJECT

public:
    /// \a row has a title and is not SettingKind::Json. All of it outlives the editor.
    SettingEditor(Settings &settings, const SettingRow &row, const Theme &theme, QWidget *parent = nullptr);

    /// True when every word of \a text is in the title, the meaning, or a value.
    bool matches(const QString &text) const;

private:
    QWidget *makeField();
    QWidget *makeWords();
    QWidget *makeNumber();
    QWidget *makeSwitch();
    void showValue();

    Settings &m_settings;
    const SettingRow &m_row;
    std::function<void(int)> m_show; // puts a value into the field
    QWidget *m_field;
    QPushButton *m_reset;
};
