// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/devices/devicefacts.h"

#include <QWidget>

#include <vector>

class DetailsPane;
class EmptyState;
class Note;
class QStackedWidget;
class Theme;

/// What is beside the grid: one device whole, a summary of several, or what stands there while none is selected. All texts are
/// plain.
class DeviceDetails : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the pane.
    explicit DeviceDetails(const Theme &theme, QWidget *parent = nullptr);

    /// What is shown while nothing is selected; nullptr: what to do to see a device. The pane becomes a child of this one.
    void setUnselectedPane(QWidget *pane);
    /// What can be done with the devices that are shown: stands under them. Becomes a child of this pane.
    void setFoot(QWidget *foot);
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
    FactList *makeSection();
    void showSections();
    void copyAll();
    void copy(const QString &text, const QString &what);

    const Theme &m_theme;
    DeviceFacts m_facts;
    DetailsPane *m_pane;
    Note *m_warning;
    Note *m_damage;
    Note *m_words;
    std::vector<FactList *> m_sections;
    std::vector<QWidget *> m_rules; // a line above each section but the first
    EmptyState *m_empty;
    QWidget *m_unselectedPane = nullptr;
    QStackedWidget *m_stack;
};
