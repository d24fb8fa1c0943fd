// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plans/rolloutwindow.h"
#include "ui/window/windowframe.h"

#include <QObject>

class ActivityPage;
class QAction;
class Settings;

/// Joins the roll-out of one plan to the window: its action, the fleet's companies and devices, and the runs that it begins.
class RollOuts : public QObject
{
    Q_OBJECT

public:
    /// \a activity shows the runs and writes their sheets, \a settings remember what was seen of dry runs; both outlive this.
    RollOuts(const WindowFrame &frame, ActivityPage &activity, Settings &settings, QObject *parent);

private:
    void open();
    tl::expected<QList<FittingCompany>, QString> companiesWith(const QString &text) const;
    QList<RollOutTarget> targetsOf(const QString &text, const QList<FittingCompany> &companies) const;
    QSet<CompanyKey> companiesInScope() const;
    void showRuns(RollOutWindow &window);

    WindowFrame m_frame;
    ActivityPage &m_activity;
    Settings &m_settings;
    QAction *m_open;
};
