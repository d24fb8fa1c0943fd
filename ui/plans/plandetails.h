// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/plans/plan.h"
#include "ui/widgets/factlist.h"

#include <QWidget>

#include <vector>

class DetailsPane;
class EmptyState;
class QPushButton;
class QStackedWidget;
class Theme;

/// Beside the grid: one plan whole, with every field that the API gave, its devices, and the way to them. All texts are plain.
class PlanDetails : public QWidget
{
    Q_OBJECT

public:
    /// \a theme outlives the pane.
    explicit PlanDetails(const Theme &theme, QWidget *parent = nullptr);

    /// Nothing is selected, or \a count plans are.
    void clear(qsizetype count = 0);
    /// \a hasDevices: there are devices of it in the grid of devices.
    void setPlan(const QString &title, const QString &company, const QList<FactSection> &sections,
                 bool hasDevices);

signals:
    void closeRequested();
    void devicesRequested();
    /// Text was put on the clipboard; \a what says which.
    void copied(const QString &what);

private:
    FactList *makeSection();
    void copyAll();
    void copy(const QString &text, const QString &what);

    const Theme &m_theme;
    QString m_title;
    QList<FactSection> m_sections;
    DetailsPane *m_pane;
    QPushButton *m_devices;
    std::vector<FactList *> m_lists;
    EmptyState *m_empty;
    QStackedWidget *m_stack;
};
