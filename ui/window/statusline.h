// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/hostbadge.h"

#include <QFrame>
#include <QString>

#include <optional>

class ElidedLabel;
class ProgressLine;
class QHBoxLayout;
class QLabel;
class QToolButton;

/// Work that goes on. \a label says what: "reading". \a percent is 0 to 100, or -1 when the end is not known.
struct WorkProgress
{
    QString label = {};
    int percent = -1;
};

/// The last line of the window: as of, devices, companies, states, selection, work with its progress; right the host. All
/// texts are plain. An item without text is not shown; where there is no room the items give way and end in "…".
class StatusLine : public QFrame
{
    Q_OBJECT

public:
    /// \a theme outlives this widget.
    explicit StatusLine(const Theme &theme, QWidget *parent = nullptr);

    void setAsOf(const QString &text);
    void setDeviceText(const QString &text);
    void setCompanyText(const QString &text);
    /// How many devices are failing or never, late or stale: with the mark of their state.
    void setHealthTexts(const QString &bad, const QString &warn);
    void setSelectionText(const QString &text);
    /// Nothing: no work goes on, and there is nothing to cancel.
    void setProgress(const std::optional<WorkProgress> &progress);
    void setHost(const HostBadge &badge);

signals:
    void cancelRequested();

private:
    struct Item
    {
        QLabel *mark = nullptr; // of a state; nullptr: none
        ElidedLabel *label = nullptr;
        QFrame *separator = nullptr;
    };

    [[nodiscard]] Item makeItem(const QString &name, QHBoxLayout *row, QLabel *mark = nullptr);
    void showMarks();
    QWidget *makeWork();
    static void showItem(const Item &item, const QString &text);

    const Theme &m_theme;
    Item m_asOf;
    Item m_devices;
    Item m_companies;
    Item m_bad;
    Item m_warn;
    Item m_selection;
    QWidget *m_work = nullptr;
    ElidedLabel *m_workText = nullptr;
    ProgressLine *m_bar = nullptr;
    QToolButton *m_cancel = nullptr;
    HostBadgeView *m_host = nullptr;
};
