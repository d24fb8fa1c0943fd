// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/devices/devicefacts.h"

#include <QWidget>

#include <vector>

class ElidedLabel;
class EmptyState;
class FactList;
class Note;
class QLabel;
class QStackedWidget;
class QToolButton;
class QVBoxLayout;
class Theme;

/// The details pane: one device whole, a summary of several, or what to do to see one. All texts are plain.
class DeviceDetails : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the pane.
    explicit DeviceDetails(const Theme &theme, QWidget *parent = nullptr);

    /// Nothing is selected.
    void clear();
    void setFacts(const DeviceFacts &facts);

signals:
    void closeRequested();
    /// Text was put on the clipboard; \a what says which: "Device ID copied".
    void copied(const QString &what);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeBody();
    QToolButton *makeButton(const QString &name, Glyph glyph, const QString &text);
    void showGlyph();
    void showSections();
    void copyAll();
    void copy(const QString &text, const QString &what);

    const Theme &m_theme;
    DeviceFacts m_facts;
    QLabel *m_glyph = nullptr;
    ElidedLabel *m_title = nullptr;
    ElidedLabel *m_company = nullptr;
    Note *m_warning = nullptr;
    Note *m_damage = nullptr;
    Note *m_words = nullptr;
    std::vector<FactList *> m_sections;
    std::vector<QWidget *> m_rules; // a line above each section but the first
    QVBoxLayout *m_sectionColumn = nullptr;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
};
